public import Foundation
public import SocialServices

/// How long people wait: how far off the first free time is at one moment, and how long those waited who booked in a
/// period, by service task and by service.
public struct WaitReport: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let place: ServiceRow
        /// By each way to meet that the service task's times offer; empty in all rows but those of whole service tasks, as
        /// every service of a task has the same times.
        public let firstFree: [FirstFree]
        /// How many were booked in the period.
        public let bookings: Int
        /// The median of whole days waited, of an even count the mean of the two in the middle; nil where there is none.
        public let medianDays: Double?
        /// At least nine of ten waited so many whole days at most; nil where there is none.
        public let nineOfTenDays: Int?
    }

    /// When the first free times were looked for.
    public let measuredAt: Date
    /// Each service task, below it its services and what names none, in a fixed order; last all together.
    public let rows: [Row]

    public init(of tallies: [WaitCount], firstFree: [FirstFree], measuredAt: Date) {
        self.measuredAt = measuredAt
        let places = ServiceRow.all(
            of: tallies.map { ($0.task, $0.service) }, and: Set(firstFree.map(\.task)))
        rows = places.map { place in
            let own = tallies.filter { place.holds($0.task, $0.service) }
            return Row(
                place: place,
                firstFree: place.kind == .task ? firstFree.filter { $0.task == place.task } : [],
                bookings: own.reduce(0) { $0 + $1.count }, medianDays: Self.median(of: own),
                nineOfTenDays: Self.days(ofTenths: 9, in: own))
        }
    }

    /// The one column of counts, of bookings, with those hidden that the rule hides and those that would tell them.
    public func cells(_ rule: SmallCellSuppression) -> SuppressedCells {
        SuppressedCells(
            rows.map { [$0.bookings] }, sums: ServiceRow.sums(of: rows.map(\.place), columns: 0..<1), by: rule)
    }

    private static func median(of tallies: [WaitCount]) -> Double? {
        let days = tallies.sorted { $0.days < $1.days }.flatMap { Array(repeating: $0.days, count: $0.count) }
        if days.isEmpty { return nil }
        return Double(days[(days.count - 1) / 2] + days[days.count / 2]) / 2
    }

    /// The days that one client waited and that so many tenths of all waited at most (nearest rank).
    private static func days(ofTenths tenths: Int, in tallies: [WaitCount]) -> Int? {
        let all = tallies.reduce(0) { $0 + $1.count }
        var reached = 0
        return tallies.sorted { $0.days < $1.days }.first { tally in
            reached += tally.count
            return reached * 10 >= all * tenths
        }?.days
    }
}

/// How many bookings waited equally long, from when they were made to the time that was promised then. Counts only:
/// no person is in it.
public struct WaitCount: Sendable, Hashable {
    public let task: ServiceTask
    /// The service it concerns, by id; nil where it was booked by service task alone.
    public let service: String?
    /// Calendar days of the county, from 0 for the same day.
    public let days: Int
    public let count: Int

    public init(task: ServiceTask, service: String?, days: Int, count: Int) {
        self.task = task
        self.service = service
        self.days = days
        self.count = count
    }
}

/// The first time that a client may book at some moment, of one service task and by one way to meet.
public struct FirstFree: Sendable, Hashable {
    public let task: ServiceTask
    public let method: ContactMethod
    /// Nil if nothing is free.
    public let start: Date?

    public init(task: ServiceTask, method: ContactMethod, start: Date?) {
        self.task = task
        self.method = method
        self.start = start
    }

    /// Whole hours from a moment until it begins, from 0; nil where nothing is free.
    public func hours(from moment: Date) -> Int? {
        start.map { max(0, Int($0.timeIntervalSince(moment) / 3600)) }
    }
}
