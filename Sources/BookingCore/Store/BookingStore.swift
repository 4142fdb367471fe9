public import Foundation
public import SocialServices

/// Promised times: made, found, moved and cancelled.
public protocol AppointmentStore: AnyObject {
    /// Promises the held slot. Throws `noLongerFree` where the hold ran out and somebody else took the slot, or
    /// where the meeting should have begun already. The request's rules count from when the slot was first held:
    /// nobody loses a time to a rule because they type slowly. Asked again with a hold that was booked, gives that
    /// booking: an answer that was lost on the way is not made twice.
    ///
    /// - Parameter draw: gives a new reference each time it is called, until one is unused.
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking
    /// Promises a slot of some free worker. Throws `noLongerFree`, or the rule that is against it.
    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking
    /// Promises a slot at `choice.start` and one at each of the later `starts`, all with the same workers; all of them or
    /// none. Throws `notFreeThen` of the first that nobody can promise.
    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> [Booking]
    func booking(_ reference: BookingReference) throws -> Booking?
    /// A client's own: nil also where the booking is another number's, so that nobody can try out references. A database
    /// that shows a kiosk nobody's bookings shows it this one from now on.
    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking?
    /// Cancels a booking whose meeting has not begun; its slot is free again. Throws `tooLateToChange` where
    /// the cancellation's rules are against it.
    func cancel(
        _ reference: BookingReference, as cancellation: Cancellation, now: Date
    ) throws -> Booking
    /// Moves a booking whose meeting has not begun to a free slot of the same task and appointment type: a new
    /// booking and the cancellation of the old one, at once. The new one has the reference that the client knows,
    /// the description, the needs and the service. Throws `noLongerFree`; then the old time is as it was.
    ///
    /// - Parameter draw: gives a reference for the cancelled booking, which nobody is told.
    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking
    /// The same to a held slot.
    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking
}

extension AppointmentStore {
    /// The client's own cancellation, without a reason.
    public func cancel(_ reference: BookingReference, now: Date) throws -> Booking {
        try cancel(reference, as: Cancellation(by: .client), now: now)
    }
}

/// Booking rights: granted, found and withdrawn. They are used by looking for times and booking with
/// `BookingAuthority.right`.
public protocol RightStore: AnyObject {
    /// Throws `noSuchProfessional` where a worker it names is not known or has left, or nobody is in its team.
    ///
    /// - Parameter draw: gives a new code each time it is called, until one is unused.
    func grant(
        _ grant: RightGrant, now: Date, drawing draw: () -> RightCode
    ) throws -> BookingRight
    func right(_ code: RightCode, now: Date) throws -> BookingRight?
    /// A client's own: nil also where the right is another number's, so that nobody can try out codes. A database that
    /// shows a kiosk nobody's rights shows it this one from now on.
    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws -> BookingRight?
    /// All that were granted to a phone number, the newest first; everybody's where it is nil.
    func rights(of phone: PhoneNumber?, now: Date) throws -> [BookingRight]
    /// Nothing more can be booked with it; what was booked stays. Throws `right(.unknown)`, `right(.withdrawn)`.
    func withdraw(_ code: RightCode, now: Date) throws -> BookingRight
}

/// What a professional reads before a meeting.
public protocol DescriptionStore: AnyObject {
    /// Active bookings of one professional that end at `from` or later, in order of time.
    func bookings(of professional: String, from: Date) throws -> [Booking]
    /// The description of a booking. The reading is written to the access log in the same transaction; there
    /// is no other way to the text (act 703/2023 10 §).
    func readDescription(of reference: BookingReference, by reading: AccessContext) throws
        -> SituationDescription
}

/// What becomes of a meeting, and what must be arranged for it.
public protocol MeetingStore: AnyObject {
    /// Bookings of one professional whose meetings begin in the period, cancelled ones too, in order of time.
    func bookings(of professional: String, from: Date, until: Date) throws -> [Booking]
    /// Active bookings in the period that need an interpreter, sign language, something else or a guard, in order of
    /// time.
    func arrangements(from: Date, until: Date) throws -> [Booking]
    /// Every booking of a phone number whose meeting begins at `from` or later, cancelled ones too, in order of time.
    func bookings(ofPhone phone: PhoneNumber, from: Date) throws -> [Booking]
    /// How the meeting went. Throws `notFound`, or `alreadyCancelled`.
    func record(_ attendance: Attendance, of reference: BookingReference) throws
    /// A record of the advice; the last one holds. Throws `notFound`.
    func record(_ advice: Advice, of reference: BookingReference, by user: String, now: Date) throws
    /// The record of the advice; nil where there is none. The reading is written to the access log in the same
    /// transaction. Throws `notFound`.
    func advice(of reference: BookingReference, by reading: AccessContext) throws -> Advice?
    /// Who meets the client of a booking, by id: one or, of a work pair, each of them; empty for an unknown reference.
    func professionals(of reference: BookingReference) throws -> [String]
    /// Why a guard is asked for; nil where none is needed any more. Throws `notFound`.
    func setGuard(_ reason: String?, for reference: BookingReference) throws
}
