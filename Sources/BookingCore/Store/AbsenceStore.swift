public import Foundation

/// Times when a professional is away, and what becomes of their bookings then.
public protocol AbsenceStore: AnyObject {
    /// Records an absence: from now on nobody can book a time in it, and who was typing comes too late.
    ///
    /// - Parameter isRehearsal: true where nothing is to be recorded.
    /// - Returns: the bookings it hits and that are not over, in order of time. They stand until they are handed over.
    func record(_ absence: Absence, isRehearsal: Bool, now: Date) throws(BookingError) -> [Booking]
    /// The professional is there after all: the period is taken out of their absences, which are shortened, split or
    /// dropped. Throws `notAbsent` where there was nothing to take back. Whoever has left stays away.
    func takeBackAbsence(of professional: String, from: Date, until: Date, now: Date) throws(BookingError)
    /// The professional leaves for good: nobody can book a time of theirs from `date` on, and a right to them opens
    /// nothing from then on.
    ///
    /// - Returns: the bookings from then on, in order of time. They stand until they are handed over.
    func leave(_ professional: String, from date: Date, isRehearsal: Bool, now: Date) throws(BookingError)
        -> [Booking]
    /// Gives every booking of a period to colleagues who are free at the same time, offer the way to meet and may
    /// take it, chosen as fairly as for a new booking. All of it is done or nothing.
    ///
    /// A handover is a new booking, which keeps the reference that the client knows, and a cancellation of the old.
    ///
    /// - Parameter draw: gives a new reference each time it is called, for the cancelled bookings.
    func handOver(
        _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Handover
}
