public import Foundation

/// Times when a professional is away, and what becomes of their bookings then.
public protocol AbsenceStore: AnyObject {
    /// Records an absence: from now on nobody can book a time in it, and who was typing comes too late.
    ///
    /// - Parameter isRehearsal: true where nothing is to be recorded.
    /// - Returns: the bookings it hits and that are not over, in order of time. They stand until they are handed over.
    func record(_ absence: Absence, isRehearsal: Bool, now: Date) throws(BookingError) -> [Booking]
    /// Gives every booking of a period to colleagues who are free at the same time, offer the way to meet and may
    /// take it: the one with the fewest bookings around that time first, then by id. All of it is done or nothing.
    ///
    /// A handover is a new booking, which keeps the reference that the client knows, and a cancellation of the old.
    ///
    /// - Parameter draw: gives a new reference each time it is called, for the cancelled bookings.
    func handOver(
        _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Handover
}
