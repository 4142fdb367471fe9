public import CivilTime
public import Foundation
public import SocialServices

/// A week as a professional works it (*viikkopohja*), to be opened over many weeks.
public struct WeeklyTemplate: Sendable, Hashable {
    /// One line: on a weekday, from one local time until another.
    public struct Line: Sendable, Hashable {
        /// What the time is for.
        public enum Use: Sendable, Hashable {
            /// Times of one type, one after another.
            case appointments(AppointmentType, Set<ContactMethod>)
            /// One time for something other than clients; it cannot be booked.
            case other(purpose: String)
        }

        public let weekday: Weekday
        public let from: LocalTime
        public let until: LocalTime
        public let use: Use
        /// Nil for where the professional is on that weekday.
        public let place: Place?

        public init(weekday: Weekday, from: LocalTime, until: LocalTime, use: Use, place: Place? = nil) {
            self.place = place
            self.weekday = weekday
            self.from = from
            self.until = until
            self.use = use
        }

        /// When the times of this line begin, and their length in minutes. What does not fit whole is left out.
        public var times: (starts: [LocalTime], minutes: Int) {
            let length =
                switch use {
                case .appointments(let type, _): type.minutes
                case .other: until.minutes - from.minutes
                }
            guard length > 0 else { return ([], length) }
            let starts = stride(from: from.minutes, through: until.minutes - length, by: length)
            return (starts.compactMap { LocalTime(minutes: $0) }, length)
        }
    }

    public let lines: [Line]

    public init(lines: [Line]) { self.lines = lines }
}

/// What a weekly template opens in a period, and what it does not.
public struct TemplateExpansion: Sendable, Equatable {
    /// A time of the template that is not opened.
    public struct Skipped: Sendable, Hashable {
        public enum Reason: Sendable, Hashable {
            case closed(ClosedDays.Reason)
            /// The clock skips all or part of it when summer time begins.
            case doesNotExist
            /// It has begun or is over.
            case past
        }

        public let day: CalendarDay
        public let from: LocalTime
        public let minutes: Int
        public let reason: Reason
    }

    /// In order of time.
    public internal(set) var slots: [Slot] = []
    /// In order of time. A line of a closed day is one entry, whatever times it has.
    public internal(set) var skipped: [Skipped] = []
}

extension WeeklyTemplate {
    /// The times of the days from `first` on and before `end`, in local wall time.
    ///
    /// Closed days are left out, and times that have begun at `now`. When summer time begins, a time of which any
    /// part does not exist is left out. When it ends, a time that comes twice is opened once, the first time it comes.
    public func opening(
        for professional: Professional, from first: CalendarDay, until end: CalendarDay, closed: ClosedDays,
        on clock: WallClock, now: Date
    ) -> TemplateExpansion {
        var opening = TemplateExpansion()
        var day = first
        while day < end {
            let lines = lines.filter { $0.weekday == day.weekday }.sorted { $0.from < $1.from }
            let reason = lines.isEmpty ? nil : closed.reason(on: day)
            for line in lines {
                if let reason {
                    let length = line.until.minutes - line.from.minutes
                    opening.skip(day, line.from, length, .closed(reason))
                } else {
                    opening.add(line, for: professional, on: day, clock, now)
                }
            }
            day = day.adding(days: 1)
        }
        opening.slots.sort { $0.start < $1.start }
        return opening
    }
}

extension TemplateExpansion {
    fileprivate mutating func add(
        _ line: WeeklyTemplate.Line, for professional: Professional, on day: CalendarDay, _ clock: WallClock,
        _ now: Date
    ) {
        let (starts, minutes) = line.times
        for time in starts {
            guard let start = clock.firstMoment(of: day, at: time),
                !clock.skipsTime(from: start, lasting: minutes)
            else {
                skip(day, time, minutes, .doesNotExist)
                continue
            }
            guard start > now else {
                skip(day, time, minutes, .past)
                continue
            }
            let place = line.place ?? professional.place(on: line.weekday)
            slots.append(Slot(of: line.use, for: professional, start: start, minutes: minutes, at: place))
        }
    }

    fileprivate mutating func skip(_ day: CalendarDay, _ time: LocalTime, _ minutes: Int, _ reason: Skipped.Reason) {
        skipped.append(Skipped(day: day, from: time, minutes: minutes, reason: reason))
    }
}

extension Slot {
    fileprivate init(
        of use: WeeklyTemplate.Line.Use, for professional: Professional, start: Date, minutes: Int, at place: Place
    ) {
        switch use {
        case .appointments(let type, let methods):
            self.init(of: type, for: professional, start: start, methods: methods, at: place)
        case .other(let purpose):
            self.init(purpose: purpose, for: professional, start: start, minutes: minutes, at: place)
        }
    }
}
