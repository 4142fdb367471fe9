public import CivilTime
public import Foundation

/// Moments in a language's own form, on the county's wall clock.
public struct DateWords {
    private let words: Words
    private let wallClock: WallClock

    public init(words: Words, wallClock: WallClock) {
        self.words = words
        self.wallClock = wallClock
    }

    /// `ti 1.12. klo 9.00`
    public func short(_ moment: Date) -> String {
        words(.shared.dayAndTime(day(moment), time(moment)))
    }

    /// `tiistaina 1. joulukuuta 2026 klo 9.00`
    public func long(_ moment: Date) -> String {
        words(
            .shared.dayAndTime(moment.formatted(style.weekday(.wide).day().month(.wide).year()), time(moment)))
    }

    /// `ti 1.12.`
    public func day(_ moment: Date) -> String {
        if isInDigits {
            // The short names stand in the middle of sentences, where Russian writes them small too.
            return moment.formatted(style.weekday(.short).day().month(.defaultDigits)).lowercased()
        }
        return moment.formatted(style.weekday(.abbreviated).day().month(.abbreviated))
    }

    /// `1.12.2026`
    public func date(_ moment: Date) -> String {
        // The locale's own form in Swedish is Sweden's 2026-12-01.
        isInDigits
            ? moment.formatted(
                Date.VerbatimFormatStyle(
                    format: "\(day: .defaultDigits).\(month: .defaultDigits).\(year: .defaultDigits)",
                    timeZone: wallClock.calendar.timeZone, calendar: wallClock.calendar))
            : moment.formatted(style.day().month(.abbreviated).year())
    }

    /// `9.00`
    public func time(_ moment: Date) -> String {
        let told = moment.formatted(style.hour().minute())
        // In Finland both languages write 9.00; the locale's own form in Swedish is Sweden's 09.00.
        return isInDigits && told.hasPrefix("0") ? String(told.dropFirst()) : told
    }

    /// Whether dates are written as they are in Finland: `ti 1.12.`
    private var isInDigits: Bool { words(.shared.shortMonth) == "digits" }

    private var style: Date.FormatStyle {
        Date.FormatStyle(
            locale: Locale(identifier: words(.shared.locale)), calendar: wallClock.calendar,
            timeZone: wallClock.calendar.timeZone)
    }
}

extension TimeSpan {
    /// `30 min`, `2 h`, `1 day` or `60 days`: in English, for those who write the content and use the commands.
    public var words: String {
        switch unit {
        case .minutes, .hours: "\(count) \(unit.rawValue)"
        case .days: count == 1 ? "1 day" : "\(count) days"
        }
    }
}
