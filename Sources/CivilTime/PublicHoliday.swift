/// A public holiday of Finland (*arkipyhä* or church holiday on which offices are closed).
///
/// Sources: the acts on Independence Day (388/1937) and on May Day (272/1944); the church's holidays as in the almanac.
/// Today's rules are used for every year.
public enum PublicHoliday: String, CaseIterable, Sendable, Hashable {
    /// Uudenvuodenpäivä.
    case newYearsDay = "new-years-day"
    /// Loppiainen.
    case epiphany
    /// Pitkäperjantai.
    case goodFriday = "good-friday"
    /// Pääsiäispäivä.
    case easterSunday = "easter-sunday"
    /// 2. pääsiäispäivä.
    case easterMonday = "easter-monday"
    /// Vappu.
    case mayDay = "may-day"
    /// Helatorstai.
    case ascensionDay = "ascension-day"
    /// Helluntaipäivä.
    case whitSunday = "whit-sunday"
    /// Juhannuspäivä.
    case midsummerDay = "midsummer-day"
    /// Pyhäinpäivä.
    case allSaintsDay = "all-saints-day"
    /// Itsenäisyyspäivä.
    case independenceDay = "independence-day"
    /// Joulupäivä.
    case christmasDay = "christmas-day"
    /// Tapaninpäivä.
    case stStephensDay = "st-stephens-day"

    /// When it is in a year of four digits.
    public func day(in year: Int) -> CalendarDay {
        switch self {
        case .newYearsDay: Self.day(year, 1, 1)
        case .epiphany: Self.day(year, 1, 6)
        case .goodFriday: Self.easter(in: year).adding(days: -2)
        case .easterSunday: Self.easter(in: year)
        case .easterMonday: Self.easter(in: year).adding(days: 1)
        case .mayDay: Self.day(year, 5, 1)
        case .ascensionDay: Self.easter(in: year).adding(days: 39)
        case .whitSunday: Self.easter(in: year).adding(days: 49)
        case .midsummerDay: Self.saturday(from: Self.day(year, 6, 20))
        case .allSaintsDay: Self.saturday(from: Self.day(year, 10, 31))
        case .independenceDay: Self.day(year, 12, 6)
        case .christmasDay: Self.day(year, 12, 25)
        case .stStephensDay: Self.day(year, 12, 26)
        }
    }

    /// The holiday that falls on a day; nil on other days. Where two fall on one day it is the first in the year's
    /// fixed order.
    public init?(on day: CalendarDay) {
        guard let found = Self.allCases.first(where: { $0.day(in: day.year) == day }) else { return nil }
        self = found
    }

    /// Easter Sunday of the Gregorian calendar.
    ///
    /// Source: the "anonymous Gregorian algorithm" (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).
    static func easter(in year: Int) -> CalendarDay {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        let sum = epact + toSunday - 7 * late + 114
        return day(year, sum / 31, sum % 31 + 1)
    }

    /// The first Saturday that is not before a day.
    private static func saturday(from day: CalendarDay) -> CalendarDay {
        (0..<7).map { day.adding(days: $0) }.first { $0.weekday == .saturday } ?? day
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(number: CalendarDay.number(year: year, month: month, day: day))
    }
}
