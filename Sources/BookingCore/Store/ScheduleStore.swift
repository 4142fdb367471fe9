public import Foundation

/// Professionals and the times they open (*kalenteri*).
public protocol TimetableStore: AnyObject {
    func add(_ professional: Professional) throws
    /// In order of task and name.
    func professionals() throws -> [Professional]
    /// Opens all of the slots or none. Throws `overlapping` where the professional has a slot at that time.
    func open(_ slots: [Slot]) throws
    /// Throws what `open` would, and opens nothing.
    func rehearseOpening(_ slots: [Slot]) throws
    /// A professional's slots that start in the period, in order of time.
    func timetable(of professional: String, from: Date, until: Date, now: Date) throws -> [TimetableRow]
}

/// Looking for free times, and keeping one while details are typed.
public protocol FreeTimeStore: AnyObject {
    /// Earliest first; neither booked nor held by anybody.
    func freeSlots(_ query: SlotQuery, now: Date) throws -> [AvailableSlot]
    /// Keeps a slot of some free worker until `expires`. Throws `noLongerFree`.
    func hold(_ choice: SlotChoice, token: String, now: Date, until expires: Date) throws -> Hold
    /// Keeps a held slot longer, even one whose hold ran out if no other took it. Throws `noLongerFree`.
    func renew(_ hold: Hold, now: Date, until expires: Date) throws -> Hold
    func release(_ hold: Hold) throws
}

/// Times when a professional is away, and what becomes of their bookings then.
public protocol AbsenceStore: AnyObject {
    /// Records an absence: from now on no time in it can be booked, and who was typing comes too late.
    ///
    /// - Parameter isRehearsal: true where nothing is to be recorded.
    /// - Returns: the bookings it hits and that are not over, in order of time. They stand until they are handed over.
    func record(_ absence: Absence, isDryRun: Bool, now: Date) throws -> [Booking]
    /// The professional is there after all: the period is taken out of their absences, which are shortened, split or
    /// dropped. Throws `notAbsent` where there was nothing to take back. Whoever has left stays away.
    func takeBackAbsence(of professional: String, from: Date, until: Date, now: Date) throws
    /// The professional leaves for good: no time of theirs can be booked from `date` on, and a right to them opens
    /// nothing from then on.
    ///
    /// - Returns: the bookings from then on, in order of time. They stand until they are handed over.
    func leave(_ professional: String, from date: Date, isDryRun: Bool, now: Date) throws
        -> [Booking]
    /// Gives every booking of a period to colleagues who are free at the same time, offer the way to meet and may
    /// take it, chosen as fairly as for a new booking. All of it is done or nothing.
    ///
    /// A handover is a new booking, which keeps the reference that the client knows, and a cancellation of the old.
    ///
    /// - Parameter draw: gives a new reference each time it is called, for the cancelled bookings.
    func handOver(
        _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws -> Handover
}
