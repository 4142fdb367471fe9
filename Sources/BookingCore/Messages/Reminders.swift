public import Foundation

/// How long before a meeting its client is reminded of it, for example `1d` or `2h`.
public struct ReminderTime: Sendable, Hashable {
    /// 1–43200.
    public let minutes: Int

    /// The county's setting where nobody gave another: a day and two hours before.
    public static let usual = [ReminderTime(minutes: 1440), ReminderTime(minutes: 120)]

    private init(minutes: Int) { self.minutes = minutes }

    /// - Parameter typed: a number and `d`, `h` or `m`, from a minute to thirty days. A day has 24 hours here, also
    ///   where the clock is changed. Anything else gives nil.
    public init?(typed: String) {
        let units: [Character: Int] = ["d": 1440, "h": 60, "m": 1]
        guard let unit = typed.last.flatMap({ units[$0] }), typed.utf8.count <= 6,
            typed.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(typed.dropLast()),
            (1...43200).contains(count * unit)
        else { return nil }
        minutes = count * unit
    }

    /// When to remind of a meeting: the moments that are still to come. A booking made late gets what is left.
    public static func moments(of times: [ReminderTime], before start: Date, now: Date) -> [Date] {
        times.map { start.addingTimeInterval(Double(-$0.minutes) * 60) }.filter { $0 > now }.sorted()
    }
}
