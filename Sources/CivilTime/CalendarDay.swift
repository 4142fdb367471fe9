/// A day of the calendar, for example 2026-11-21, without a clock or a time zone.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The length of a day of 24 hours.
    public static let seconds = 86_400

    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// `nil` if the month does not have the day. Years have four digits.
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

    /// The day that comes `number` days after 1970-01-01. Years keep four digits: beyond them it is the first or the
    /// last day that has them.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    public init(number: Int) {
        let shifted = min(max(number, -354_285), 2_932_896) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// How many days it comes after 1970-01-01; negative before that day.
    ///
    /// Source: Howard Hinnant, as above, `days_from_civil`.
    public var number: Int { Self.number(year: year, month: month, day: day) }

    static func number(year: Int, month: Int, day: Int) -> Int {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = (yearFromMarch >= 0 ? yearFromMarch : yearFromMarch - 399) / 400
        let yearOfEra = yearFromMarch - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    public func adding(days: Int) -> Self { Self(number: number + days) }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[((number + 3) % 7 + 7) % 7]
    }

    /// `true` if more than a year lies between this day and a later one.
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
            parts.allSatisfy({ $0.utf8.allSatisfy(ASCII.isDigit) })
        else { return nil }
        return parts.compactMap { Int($0) }
    }
}

/// A day of the week. The raw values are the words of a weekly template.
public enum Weekday: String, CaseIterable, Sendable, Hashable {
    case monday = "mon"
    case tuesday = "tue"
    case wednesday = "wed"
    case thursday = "thu"
    case friday = "fri"
    case saturday = "sat"
    case sunday = "sun"

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
