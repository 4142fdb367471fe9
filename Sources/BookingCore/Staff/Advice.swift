public import CivilTime

/// What a professional records after a meeting: the advice that was given, and what the client agreed to.
public struct Advice: Sendable, Hashable {
    /// The longest text of each, in characters.
    public static let longestText = 8000

    public let text: String
    /// What is stored in the client register, as agreed with the client; empty for nothing.
    public let stored: String
    /// What is shared and with whom, as agreed with the client; empty for nothing.
    public let shared: String

    public init(text: String, stored: String = "", shared: String = "") {
        self.text = text
        self.stored = stored
        self.shared = shared
    }
}

/// When the assessment of the need for services must begin at the latest (Social Welfare Act 1301/2014, 36 §).
///
/// It begins by the seventh weekday (*arkipäivä*) after the contact for people over 75, people with a disability and
/// children who need special support. The program only counts the day: whom the section concerns, people say.
public struct AssessmentDeadline: Sendable, Hashable {
    /// How many weekdays there are, the day of the contact not counted.
    public static let weekdays = 7

    /// The day on which the client made contact.
    public let contact: CalendarDay
    /// The last day on which the assessment may begin.
    public let lastDay: CalendarDay

    /// Sundays and public holidays do not count. Eves do: they are no public holidays.
    ///
    /// - Parameter countsSaturdays: disputed, and so the county's setting.
    public init(contact: CalendarDay, countsSaturdays: Bool) {
        self.contact = contact
        var day = contact
        var left = Self.weekdays
        while left > 0 {
            day = day.adding(days: 1)
            let isWeekday = day.weekday != .sunday && (countsSaturdays || day.weekday != .saturday)
            if isWeekday, PublicHoliday(on: day) == nil { left -= 1 }
        }
        lastDay = day
    }
}
