public import Foundation

/// Where timetables and bookings are kept. Each call is done whole or not at all, and what has returned is safe.
public protocol BookingStore: AnyObject {
    /// True for a store of made-up people and times.
    func isDemonstration() throws(BookingError) -> Bool

    // Timetables.

    func add(_ professional: Professional) throws(BookingError)
    /// In order of task and name.
    func professionals() throws(BookingError) -> [Professional]
    /// Opens all of the slots or none. Throws `overlapping` where the professional has a slot at that time.
    func open(_ slots: [Slot]) throws(BookingError)
    /// A professional's slots that start in the period, in order of time.
    func timetable(of professional: String, from: Date, until: Date, now: Date) throws(BookingError) -> [TimetableRow]

    // Free times.

    /// Earliest first; neither booked nor held by anybody.
    func freeSlots(_ query: SlotQuery, now: Date) throws(BookingError) -> [FreeSlot]
    /// Keeps a slot of some free worker until `expires`. Throws `noLongerFree`.
    func hold(_ choice: SlotChoice, token: String, now: Date, until expires: Date) throws(BookingError) -> Hold
    /// Keeps a held slot longer, even one whose hold ran out if nobody else took it. Throws `noLongerFree`.
    func renew(_ hold: Hold, now: Date, until expires: Date) throws(BookingError) -> Hold
    func release(_ hold: Hold) throws(BookingError)

    // Bookings.

    /// Promises the held slot. Throws `noLongerFree` where the hold ran out and somebody else took the slot, or
    /// where the meeting should have begun already.
    ///
    /// - Parameter draw: gives a new reference each time it is called, until one is unused.
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
    /// Promises a slot of some free worker. Throws `noLongerFree`.
    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
    func booking(_ reference: BookingReference) throws(BookingError) -> Booking?
    /// Cancels a booking whose meeting has not begun; its slot is free again.
    func cancel(_ reference: BookingReference, now: Date) throws(BookingError) -> Booking

    // The professional's reading.

    /// Active bookings of one professional that end at `from` or later, in order of time.
    func bookings(of professional: String, from: Date) throws(BookingError) -> [Booking]
    /// The description of a booking. The reading is written to the access log in the same transaction; there
    /// is no other way to the text (act 703/2023 10 §).
    func readDescription(of reference: BookingReference, by reading: Reading) throws(BookingError)
        -> SituationDescription
}

/// Who reads a description and why: what the access log keeps (act 703/2023 10 §).
public struct Reading: Sendable, Hashable {
    /// The reader's unique id.
    public let userID: String
    public let userName: String
    public let purpose: String
    public let at: Date

    public init(userID: String, userName: String, purpose: String, at: Date) {
        self.userID = userID
        self.userName = userName
        self.purpose = purpose
        self.at = at
    }
}
