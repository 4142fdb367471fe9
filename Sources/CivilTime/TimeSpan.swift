/// A length of time as people set it: `30min`, `2h` or `60d`. A day is 24 hours, whatever the clock does.
public struct TimeSpan: Sendable, Hashable {
    public enum Unit: String, CaseIterable, Sendable {
        case minutes = "min"
        case hours = "h"
        case days = "d"

        var seconds: Int {
            switch self {
            case .minutes: 60
            case .hours: 3600
            case .days: CalendarDay.seconds
            }
        }
    }

    /// 1–10 000.
    public let count: Int
    public let unit: Unit

    /// - Parameter count: a number above 10 000 counts as 10 000, one below 1 as 1.
    public static func days(_ count: Int) -> TimeSpan { TimeSpan(clamping: count, .days) }

    /// - Parameter count: a number above 10 000 counts as 10 000, one below 1 as 1.
    public static func hours(_ count: Int) -> TimeSpan { TimeSpan(clamping: count, .hours) }

    /// - Parameter count: a number above 10 000 counts as 10 000, one below 1 as 1.
    public static func minutes(_ count: Int) -> TimeSpan { TimeSpan(clamping: count, .minutes) }

    private init(clamping count: Int, _ unit: Unit) {
        self.count = min(max(count, 1), 10_000)
        self.unit = unit
    }

    /// - Returns: nil if the count is not from 1 to 10 000.
    public init?(_ count: Int, _ unit: Unit) {
        guard (1...10_000).contains(count) else { return nil }
        self.init(clamping: count, unit)
    }

    /// Reads digits and a unit without a space between them.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        let digits = text.utf8.prefix(while: ASCII.isDigit)
        guard let count = Int(Substring(digits)), let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
        else {
            return nil
        }
        self.init(count, unit)
    }

    public var seconds: Double { Double(count * unit.seconds) }
}
