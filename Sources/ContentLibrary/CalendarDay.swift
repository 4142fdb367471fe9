/// A day of the calendar, for example 2026-11-21, without a clock or a time zone.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Nil where the month does not have the day. Years have four digits.
    public init?(year: Int, month: Int, day: Int) {
        guard (1000...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-21`; anything else gives nil.
    public init?(_ text: String) {
        guard let numbers = Self.numbers(text), numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The last day of a year `2026`, of a month `2026-11`, or a day itself; anything else gives nil.
    public init?(endOf text: String) {
        guard let numbers = Self.numbers(text), let year = numbers.first else { return nil }
        let month = numbers.count > 1 ? numbers[1] : 12
        guard (1...12).contains(month) else { return nil }
        self.init(year: year, month: month, day: numbers.count > 2 ? numbers[2] : Self.days(in: month, of: year))
    }

    /// True where more than a year lies between this day and a later one.
    public func isMoreThanAYear(before later: Self) -> Bool {
        (year + 1, month, day) < (later.year, later.month, later.day)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public var description: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The numbers of `2026`, `2026-11` or `2026-11-21`.
    private static func numbers(_ text: String) -> [Int]? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == Array([4, 2, 2].prefix(parts.count)),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return parts.compactMap { Int($0) }
    }
}
