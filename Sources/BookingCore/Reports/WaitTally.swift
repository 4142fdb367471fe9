public import SocialServices

/// How many bookings waited equally long, from when they were made to the time that was promised then. Counts only:
/// no person is in it.
public struct WaitTally: Sendable, Hashable {
    public let task: ServiceTask
    /// The service it concerns, by id; nil where it was booked by service task alone.
    public let service: String?
    /// Whole days of 24 hours, from 0.
    public let days: Int
    public let count: Int

    public init(task: ServiceTask, service: String?, days: Int, count: Int) {
        self.task = task
        self.service = service
        self.days = days
        self.count = count
    }
}
