public import Foundation

/// Professionals, the times they open (*kalenteri*), and when they are away from them; free times are looked for and
/// held here.
public protocol ScheduleStore: AnyObject {
    // Professionals and their times.

    /// Adds a professional whose times can be opened, or changes what is known of one.
    func add(_ professional: Professional, by doer: Doer, now: Date) throws
    /// All professionals, in order of task and name.
    func professionals() throws -> [Professional]
    /// Opens all of the slots or none.
    ///
    /// - Throws: `StaffRefusal.overlapping` if the professional has a slot at that time.
    func open(_ slots: [Slot], by doer: Doer, now: Date) throws
    /// Throws what `open` would, and opens nothing.
    func rehearseOpening(_ slots: [Slot]) throws
    /// Changes what is free in a professional's timetable; what is booked or held is never touched.
    ///
    /// - Parameters:
    ///   - from: times that begin at this moment or later…
    ///   - until: …and before this one.
    ///   - deed: what the log of changes calls it.
    ///   - plan: made of those times, as they are when it is done.
    /// - Throws: `StaffRefusal.overlapping` if a time that is opened would overlap with one that stays.
    func rearrange(
        _ professional: String, from: Date, until: Date, as deed: Deed, isDryRun: Bool, by doer: Doer, now: Date,
        planning plan: ([TimetableRow]) throws -> TimetablePlan
    ) throws -> TimetablePlan
    /// A professional's slots that start in the period, in order of time.
    func timetable(of professional: String, from: Date, until: Date, now: Date) throws -> [TimetableRow]

    // Free times.

    /// Slots that are neither booked nor held, earliest first.
    func freeSlots(_ query: SlotQuery, now: Date) throws -> [AvailableSlot]
    /// Keeps a slot of some free worker while details are typed.
    ///
    /// - Throws: `BookingRefusal.noLongerFree`.
    func hold(_ choice: SlotChoice, token: String, now: Date, until expires: Date) throws -> Hold
    /// Keeps a held slot longer, even one whose hold ran out if no other took it.
    ///
    /// - Throws: `BookingRefusal.noLongerFree`.
    func renew(_ hold: Hold, now: Date, until expires: Date) throws -> Hold
    /// Frees a held slot.
    func release(_ hold: Hold) throws

    // Absences, and what becomes of the bookings meanwhile.

    /// Records an absence: from now on no time in it can be booked, and a client who was typing comes too late.
    ///
    /// - Parameter isDryRun: `true` if nothing is to be recorded.
    /// - Returns: the bookings it hits and that are not over, in order of time. They stand until they are handed
    ///   over.
    func record(_ absence: Absence, isDryRun: Bool, by doer: Doer, now: Date) throws -> [Booking]
    /// Takes a period out of a professional's absences, which are shortened, split or dropped. One who has left stays
    /// away.
    ///
    /// - Throws: `StaffRefusal.notAbsent` if there was nothing to take back.
    func takeBackAbsence(of professional: String, from: Date, until: Date, by doer: Doer, now: Date) throws
    /// Records that a professional leaves for good: no time of theirs can be booked from `date` on, and a right to
    /// them opens nothing from then on.
    ///
    /// - Returns: the bookings from then on, in order of time. They stand until they are handed over.
    func leave(
        _ professional: String, from date: Date, isDryRun: Bool, by doer: Doer, now: Date
    ) throws -> [Booking]
    /// Coming bookings of everybody, in order of time.
    func comingBookings(now: Date) throws -> [Booking]
    /// Gives every booking of a period to colleagues who are free at the same time, offer the way to meet and may
    /// take it, chosen as fairly as for a new booking. All of it is done or nothing.
    ///
    /// A handover is a new booking, which keeps the reference that the client knows, and a cancellation of the old.
    ///
    /// - Parameter draw: gives a new reference each time it is called, for the cancelled bookings.
    func handOver(_ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference) throws -> Handover
}
