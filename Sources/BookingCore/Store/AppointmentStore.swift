public import Foundation

/// Promised times: made, found and cancelled.
public protocol AppointmentStore: AnyObject {
    /// Promises the held slot. Throws `noLongerFree` where the hold ran out and somebody else took the slot, or
    /// where the meeting should have begun already. The request's rules count from when the slot was first held:
    /// nobody loses a time to a rule because they type slowly.
    ///
    /// - Parameter draw: gives a new reference each time it is called, until one is unused.
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
    /// Promises a slot of some free worker. Throws `noLongerFree`, or the rule that is against it.
    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking
    func booking(_ reference: BookingReference) throws(BookingError) -> Booking?
    /// Cancels a booking whose meeting has not begun; its slot is free again. Throws `tooLateToChange` where the
    /// rules are against it.
    func cancel(
        _ reference: BookingReference, rules: AppointmentRules, now: Date
    ) throws(BookingError) -> Booking
}

extension AppointmentStore {
    /// Cancels without rules: for the county's own staff.
    public func cancel(_ reference: BookingReference, now: Date) throws(BookingError) -> Booking {
        try cancel(reference, rules: .none, now: now)
    }
}
