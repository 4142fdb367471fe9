public import CivilTime
public import Foundation

/// When clients are reminded of a meeting: how long before it, for example a day and two hours.
public enum Reminders {
    /// What holds if the county chose nothing: a day and two hours before.
    public static let usual: [TimeSpan] = [.days(1), .hours(2)]
    /// The longest time before a meeting.
    public static let earliest = TimeSpan.days(30)

    /// When to remind of a meeting: the moments that are still to come. A booking made late gets what is left.
    public static func moments(_ times: [TimeSpan], before start: Date, now: Date) -> [Date] {
        times.map { start.addingTimeInterval(-$0.seconds) }.filter { $0 > now }.sorted()
    }
}
