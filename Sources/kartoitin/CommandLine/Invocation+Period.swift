import BookingCore
import Foundation

/// Times and days as they are given on the command line, and the one rule of where a period ends.
extension Invocation {
    /// A local time, one with an offset, or a local day.
    func moment(_ option: String, on clock: WallClock) throws(Failure) -> Date? {
        try value(option).map { text throws(Failure) in try Self.moment(text, of: option, on: clock) }
    }

    /// The same of an option that must be there.
    func requiredMoment(_ option: String, on clock: WallClock) throws(Failure) -> Date {
        try Self.moment(try required(option), of: option, on: clock)
    }

    private static func moment(_ text: String, of option: String, on clock: WallClock) throws(Failure) -> Date {
        if let day = try? clock.day(text) { return day }
        do {
            return try clock.moment(text)
        } catch {
            switch error {
            case .notATime:
                throw Failure(.usage, "\(option) needs a time such as 2026-12-01T09:00, not \"\(text)\"")
            case .doesNotExist:
                throw Failure(.badData, "\(text) does not exist: the clock skips it when summer time begins")
            case .existsTwice:
                throw Failure(
                    .badData, "\(text) comes twice when summer time ends; say which with +03:00 or +02:00 after it")
            }
        }
    }

    /// A local day.
    func day(_ option: String) throws(Failure) -> CalendarDay {
        let text = try required(option)
        if let day = CalendarDay(text) { return day }
        throw Failure(.usage, "\(option) needs a day such as 2026-12-01, not \"\(text)\"")
    }

    /// Where a period ends, the same in every command: `--until` with a day is to the end of that day, with a time
    /// before that moment. Nil where it was left out.
    func end(on clock: WallClock) throws(Failure) -> Date? {
        if let day = value("--until").flatMap({ try? clock.day($0) }) { return clock.day(1, after: day) }
        return try moment("--until", on: clock)
    }

    /// From one local day or time until another; at least a moment lies between them.
    func period(on clock: WallClock) throws(Failure) -> (from: Date, until: Date) {
        _ = (try required("--from"), try required("--until"))
        guard let from = try moment("--from", on: clock), let until = try end(on: clock), from < until else {
            throw Self.emptyPeriod
        }
        return (from, until)
    }

    /// Whole local days from one to another, both included.
    func days() throws(Failure) -> ClosedRange<CalendarDay> {
        let (first, last) = (try day("--from"), try day("--until"))
        guard first <= last else { throw Self.emptyPeriod }
        return first...last
    }

    private static let emptyPeriod = Failure(
        .badData, "nothing lies between --from and --until; give a later --until")
}

extension Command.Option {
    /// - Parameter rest: what else is to be said, for example of leaving it out.
    static func from(_ rest: String = "") -> Self { Self("--from", "TIME", "from this day or time on" + rest) }

    /// - Parameter rest: what else is to be said, for example of leaving it out.
    static func until(_ rest: String = "") -> Self {
        Self("--until", "TIME", "to the end of this day, or before this time" + rest)
    }

    /// Of a command that takes whole days only.
    static let fromDay = Self("--from", "DAY", "from this day on, for example 2026-12-01")
    static let untilDay = Self("--until", "DAY", "to the end of this day")
}
