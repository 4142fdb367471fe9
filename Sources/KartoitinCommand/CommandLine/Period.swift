import CivilTime
import Foundation

/// A period that a command needs.
struct PeriodOptions: CommandOptions {
    let from: Option<Date>
    let until: Option<Date>

    init(_ sense: DaySense = .either) {
        from = Option(required: "--from", "TIME", "from this day or time on", .moment(sense))
        until = Option(
            required: "--until", "TIME", "to the end of this day, or before this time", .end(sense.ofEnd))
    }
}

/// A period of whole days that a command needs.
struct DayPeriodOptions: CommandOptions {
    let from: Option<CalendarDay>
    let until: Option<CalendarDay>

    init(_ sense: DaySense = .past(ahead: 0)) {
        from = Option(
            required: "--from", "DAY", "from this day on, for example 2026-12-01 or 1.12.", .day(sense))
        until = Option(required: "--until", "DAY", "to the end of this day", .day(sense.ofEnd))
    }
}

extension DaySense {
    /// Of a period's end: this month's report is drawn before the month is over.
    fileprivate var ofEnd: DaySense {
        if case .past = self { return .past(ahead: 31) }
        return self
    }
}

extension Option where Value == Date? {
    /// The beginning of a period that may be open.
    ///
    /// - Parameter rest: what else is to be said, for example of leaving it out.
    static func from(_ rest: String, _ sense: DaySense = .coming) -> Self {
        Self("--from", "TIME", "from this day or time on" + rest, .moment(sense))
    }

    /// The end of a period that may be open.
    static func until(_ rest: String = "", _ parser: ValueParser<Date> = .end(.coming)) -> Self {
        Self("--until", "TIME", "to the end of this day, or before this time" + rest, parser)
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
