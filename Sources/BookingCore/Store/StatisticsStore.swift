public import Foundation
public import SocialServices

/// Counts for reports. Nothing here is about one person.
public protocol StatisticsStore: AnyObject {
    /// Bookings that were made in the period, cancelled ones too; a booking that was moved counts once, as it was made.
    func bookingsMade(from: Date, until: Date) throws(BookingError) -> [BookingTally]
    /// How long the bookings waited that were made in the period: from then to the time that was promised then,
    /// whatever became of it. Those that were moved and those that were cancelled count too, each once.
    func waits(from: Date, until: Date) throws(BookingError) -> [WaitTally]
    /// Bookings whose meeting begins in the period.
    func meetings(from: Date, until: Date) throws(BookingError) -> [BookingTally]
    /// Adds one to each of what happened in a visit on a local day, written `2026-12-01`.
    func count(_ events: [JourneyEvent], in language: Language, on day: String) throws(BookingError)
    /// What happened on the days from `first` to `last`, both included, most frequent first within each kind.
    func journeys(from first: String, to last: String) throws(BookingError) -> [JourneyCount]
}
