import CivilTime
import Foundation

/// A period that a command needs.
struct PeriodOptions: CommandOptions {
    let from = Option(required: "--from", "TIME", "from this day or time on", .moment)
    let until = Option(required: "--until", "TIME", "to the end of this day, or before this time", .end)
}

/// A period of whole days that a command needs.
struct DayPeriodOptions: CommandOptions {
    let from = Option(required: "--from", "DAY", "from this day on, for example 2026-12-01", .day)
    let until = Option(required: "--until", "DAY", "to the end of this day", .day)
}

extension Option where Value == Date? {
    /// The beginning of a period that may be open.
    ///
    /// - Parameter rest: what else is to be said, for example of leaving it out.
    static func from(_ rest: String) -> Self { Self("--from", "TIME", "from this day or time on" + rest, .moment) }

    /// The end of a period that may be open.
    static func until(_ rest: String = "") -> Self {
        Self("--until", "TIME", "to the end of this day, or before this time" + rest, .end)
    }
}

/// Times between two moments; at least one lies between them.
struct Period {
    let from: Date
    let until: Date

    /// - Throws: `Failure` if nothing lies between the moments.
    init(_ call: Invocation<PeriodOptions>) throws {
        (from, until) = try (call[\.from], call[\.until])
        if from >= until { throw Self.isEmpty }
    }

    /// Whole local days from one to another, both included.
    static func days(_ call: Invocation<DayPeriodOptions>) throws -> ClosedRange<CalendarDay> {
        let (first, last) = try (call[\.from], call[\.until])
        if first > last { throw isEmpty }
        return first...last
    }

    private static let isEmpty = Failure(
        .badData, "nothing lies between --from and --until; give a later --until")
}
