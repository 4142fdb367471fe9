public import CivilTime
public import Foundation

extension WallClock {
    struct UnknownZone: Error {}

    /// The clock of the model county.
    public static var helsinki: WallClock {
        get throws {
            guard let clock = WallClock(timeZone: "Europe/Helsinki") else { throw UnknownZone() }
            return clock
        }
    }
}

public struct NotADay: Error {}

/// A day such as `2026-12-01`.
public func calendarDay(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(text) else { throw NotADay() }
    return day
}

/// A moment written in UTC, such as `2026-12-01T07:00:00Z`.
public func utc(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }
