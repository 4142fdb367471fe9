public import CivilTime

/// The days on which no client is met: public holidays, the two eves, and the county's own.
public struct ClosedDays: Sendable, Hashable {
    /// Why a day is closed.
    public enum Reason: Sendable, Hashable {
        case holiday(PublicHoliday)
        /// Midsummer Eve or Christmas Eve: no public holidays, but closed in practice.
        case eve
        /// The county's own reason, as its content gives it.
        case county(String)
    }

    /// `true` if Midsummer Eve and Christmas Eve are working days.
    public let isOpenOnEves: Bool
    /// Reasons by day.
    public let ofCounty: [CalendarDay: String]

    public init(isOpenOnEves: Bool = false, ofCounty: [CalendarDay: String] = [:]) {
        self.isOpenOnEves = isOpenOnEves
        self.ofCounty = ofCounty
    }

    /// Why a day is closed; nil on a working day, and on a weekend that nothing else closes.
    public func reason(on day: CalendarDay) -> Reason? {
        if let holiday = PublicHoliday(on: day) { return .holiday(holiday) }
        if !isOpenOnEves, Self.isEve(day) { return .eve }
        return ofCounty[day].map(Reason.county)
    }

    private static func isEve(_ day: CalendarDay) -> Bool {
        day.adding(days: 1) == PublicHoliday.midsummerDay.day(in: day.year) || (day.month, day.day) == (12, 24)
    }
}
