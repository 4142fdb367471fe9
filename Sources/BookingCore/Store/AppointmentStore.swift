public import Foundation

/// Promised times: made, found and cancelled.
public protocol AppointmentStore: AnyObject {
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
}
