public import Foundation
public import SocialServices

/// Promised times and the rights to book them; what a professional reads before a meeting, and what is recorded of
/// it.
public protocol BookingStore: AnyObject {
    // Promised times.

    /// Promises the held slot. The request's rules count from when the slot was first held: no client loses a time to
    /// a rule by typing slowly. Asked again with a hold that was booked, gives that booking: an answer that was lost
    /// on the way is not made twice.
    ///
    /// - Parameter draw: gives a new reference each time it is called, until one is unused.
    /// - Throws: `BookingRefusal.noLongerFree` if the hold ran out and another client took the slot, or if the
    ///   meeting should have begun already; or the rule that is against it.
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking
    /// Promises a slot of some free worker.
    ///
    /// - Throws: `BookingRefusal.noLongerFree`, or the rule that is against it.
    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking
    /// Promises a slot at `choice.start` and one at each of the later `starts`, all with the same workers; all of
    /// them or none.
    ///
    /// - Throws: `BookingRefusal.notFreeThen` of the first that cannot be promised.
    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> [Booking]
    /// The booking with a reference; nil if there is none.
    func booking(_ reference: BookingReference) throws -> Booking?
    /// A client's own booking; nil also if it is another number's, so that references cannot be tried out. A database
    /// that shows a kiosk no bookings shows it this one from now on.
    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking?
    /// A client's own booking by the word that they chose instead of a phone number; nil also if it is another word, and
    /// after the same work.
    func booking(
        _ reference: BookingReference, with word: ChosenWord, hashing hasher: any WordHasher
    ) throws -> Booking?
    /// The coming bookings of a client who tells their name, phone number and year of birth, in order of time. Not those
    /// of clients who want no messages, or neutral ones alone: another person may know all three of them.
    func bookings(_ lost: LostReference, now: Date) throws -> [Booking]
    /// Cancels a booking whose meeting has not begun; its slot is free again.
    ///
    /// - Throws: `BookingRefusal.tooLateToChange` if the cancellation's rules are against it.
    func cancel(_ reference: BookingReference, as cancellation: Cancellation, now: Date) throws -> Booking
    /// Moves a booking whose meeting has not begun to a free slot of the same task and appointment type: a new
    /// booking and the cancellation of the old one, at once. The new one has the reference that the client knows, the
    /// description, the needs and the service.
    ///
    /// - Parameter draw: gives a reference for the cancelled booking, which no one is told.
    /// - Throws: `BookingRefusal.noLongerFree`; then the old time is as it was.
    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking
    /// Moves a booking to a held slot, in the same way.
    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking

    // Booking rights, used by looking for times and booking with `BookingAuthority.right`.

    /// Grants a right.
    ///
    /// - Parameter draw: gives a new code each time it is called, until one is unused.
    /// - Throws: `StaffRefusal.noSuchProfessional` if a worker it names is not known or has left, or its team has no
    ///   member.
    func grant(
        _ grant: RightGrant, by doer: Doer, now: Date, drawing draw: () -> RightCode
    ) throws -> BookingRight
    /// The right with a code; nil if there is none.
    func right(_ code: RightCode, now: Date) throws -> BookingRight?
    /// A client's own right; nil also if it is another number's, so that codes cannot be tried out. A database that
    /// shows a kiosk no rights shows it this one from now on.
    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws -> BookingRight?
    /// All rights that were granted to a phone number, or to any if it is nil; the newest first.
    func rights(of phone: PhoneNumber?, now: Date) throws -> [BookingRight]
    /// Lets nothing more be booked with a right; what was booked stays.
    ///
    /// - Throws: `RightRefusal.unknown`, `RightRefusal.withdrawn`.
    func withdraw(_ code: RightCode, by doer: Doer, now: Date) throws -> BookingRight

    // Meetings.

    /// Active bookings of one professional that end at `from` or later, in order of time.
    func bookings(of professional: String, from: Date) throws -> [Booking]
    /// Bookings of one professional whose meetings begin in the period, cancelled ones too, in order of time.
    func bookings(of professional: String, from: Date, until: Date) throws -> [Booking]
    /// Active bookings in the period that need an interpreter, sign language, something else or a guard, in order of
    /// time.
    func arrangements(from: Date, until: Date) throws -> [Booking]
    /// Every booking of a phone number whose meeting begins at `from` or later, cancelled ones too, in order of time.
    func bookings(ofPhone phone: PhoneNumber, from: Date) throws -> [Booking]
    /// Active bookings of everybody with a name whose meetings begin at `from` or later, in order of time. The name is
    /// compared as `Client.nameKey`.
    func bookings(named name: String, from: Date) throws -> [Booking]
    /// The professionals who meet the client of a booking, by id: one or, of a work pair, each of them; empty for an
    /// unknown reference.
    func professionals(of reference: BookingReference) throws -> [String]
    /// The description of a booking. The reading is written to the access log in the same transaction; there is no
    /// other way to the text (act 703/2023 10 §).
    func readDescription(of reference: BookingReference, by reading: AccessContext) throws
        -> SituationDescription
    /// Records how the meeting went; nil takes the record back.
    ///
    /// - Throws: `BookingRefusal.notFound`, `alreadyCancelled`, or `notBegun` of one that is still to come.
    func record(_ attendance: Attendance?, of reference: BookingReference, by doer: Doer, now: Date) throws
    /// Records the advice that was given; the last record holds.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func record(_ advice: Advice, of reference: BookingReference, by doer: Doer, now: Date) throws
    /// The record of the advice; nil if there is none. The reading is written to the access log in the same
    /// transaction.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func advice(of reference: BookingReference, by reading: AccessContext) throws -> Advice?
    /// Sets why a guard is asked for; nil if none is needed any more.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func setGuard(_ reason: String?, for reference: BookingReference, by doer: Doer, now: Date) throws
    /// Sets what one of the staff remarks on a booking; nil takes it away.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func setNote(_ text: String?, for reference: BookingReference, by doer: Doer, now: Date) throws

    // What the phone service types while a caller is on the line: kept until the call ends, so that a crash loses
    // nothing.

    /// Keeps what is typed now instead of what was kept before.
    func keepDraft(_ draft: String, of staff: String, now: Date) throws
    /// What is kept of a user's call; nil if none goes on.
    func draft(of staff: String) throws -> String?
    /// Removes what is kept of a user's call.
    func dropDraft(of staff: String) throws
}

extension BookingStore {
    /// The client's own cancellation, without a reason.
    public func cancel(_ reference: BookingReference, now: Date) throws -> Booking {
        try cancel(reference, as: Cancellation(by: .client), now: now)
    }
}
