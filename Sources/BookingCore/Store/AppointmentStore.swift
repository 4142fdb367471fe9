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
    ) throws(BookingError) -> Booking
    /// Promises a slot of some free worker. Throws `noLongerFree`, or the rule that is against it.
    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
    /// Promises a slot at `choice.start` and one at each of the later `starts`, all with the same workers; all of them or
    /// none. Throws `notFreeThen` of the first that nobody can promise.
    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> [Booking]
    func booking(_ reference: BookingReference) throws(BookingError) -> Booking?
    /// A client's own: nil also where the booking is another number's, so that nobody can try out references. A database
    /// that shows a kiosk nobody's bookings shows it this one from now on.
    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws(BookingError) -> Booking?
    /// Cancels a booking whose meeting has not begun; its slot is free again. Throws `tooLateToChange` where
    /// the cancellation's rules are against it.
    func cancel(
        _ reference: BookingReference, as cancellation: Cancellation, now: Date
    ) throws(BookingError) -> Booking
    /// Moves a booking whose meeting has not begun to a free slot of the same task and appointment type: a new
    /// booking and the cancellation of the old one, at once. The new one has the reference that the client knows,
    /// the description, the needs and the service. Throws `noLongerFree`; then the old time is as it was.
    ///
    /// - Parameter draw: gives a reference for the cancelled booking, which nobody is told.
    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
    /// The same to a held slot.
    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
}

extension AppointmentStore {
    /// The client's own cancellation, without a reason.
    public func cancel(_ reference: BookingReference, now: Date) throws(BookingError) -> Booking {
        try cancel(reference, as: Cancellation(by: .client), now: now)
    }
}
