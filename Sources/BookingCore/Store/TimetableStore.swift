public import Foundation

/// Professionals and the times they open (*kalenteri*).
public protocol TimetableStore: AnyObject {
    func add(_ professional: Professional) throws(BookingError)
    /// In order of task and name.
    func professionals() throws(BookingError) -> [Professional]
    /// Opens all of the slots or none. Throws `overlapping` where the professional has a slot at that time.
    func open(_ slots: [Slot]) throws(BookingError)
    /// Throws what `open` would, and opens nothing.
    func rehearseOpening(_ slots: [Slot]) throws(BookingError)
    /// A professional's slots that start in the period, in order of time.
    func timetable(of professional: String, from: Date, until: Date, now: Date) throws(BookingError) -> [TimetableRow]
}
