public import CivilTime
public import Foundation

/// The counts that reports are made of. None of it is about one person.
public protocol StatisticsStore {
    /// Bookings that were made in the period, cancelled ones too; a booking that was moved counts once: who made it is
    /// the first one's, how and whether it is held the last one's.
    func bookingsMade(from: Date, until: Date) throws -> [BookingCount]
    /// How long the bookings waited that were made in the period: from then to the time that was promised then,
    /// whatever became of it. Those that were moved and those that were cancelled count too, each once.
    func waits(from: Date, until: Date) throws -> [WaitCount]
    /// Bookings whose meeting begins in the period, cancelled ones too.
    ///
    /// - Parameter now: leaves out the meetings that end later; nil leaves out none.
    func meetings(from: Date, until: Date, overBy now: Date?) throws -> [BookingCount]
    /// What the timetable of each professional held in the period; of meetings, what became of those that are over by now.
    /// A moved meeting counts where it ended, a work pair's with both.
    func workload(from: Date, until: Date, overBy now: Date) throws -> [WorkloadCount]
    /// What happened on the days from `first` to `last`, both included, most frequent first within each kind.
    func journeys(from first: CalendarDay, to last: CalendarDay) throws -> [JourneyCount]
}

extension StatisticsStore {
    /// Bookings whose meeting begins in the period, those to come too.
    public func meetings(from: Date, until: Date) throws -> [BookingCount] {
        try meetings(from: from, until: until, overBy: nil)
    }
}
