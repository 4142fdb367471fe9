public import SocialServices

/// A week as a professional works it (*viikkopohja*), to be opened over many weeks.
public struct WeeklyTemplate: Sendable, Hashable {
    /// One line: on a weekday, from one local time until another.
    public struct Line: Sendable, Hashable {
        /// What the time is for.
        public enum Use: Sendable, Hashable {
            /// Times of one type, one after another.
            case appointments(AppointmentType, Set<ContactMethod>)
            /// One time for something other than clients; nobody can book it.
            case other(purpose: String)
        }

        public let weekday: Weekday
        public let from: LocalTime
        public let until: LocalTime
        public let use: Use

        public init(weekday: Weekday, from: LocalTime, until: LocalTime, use: Use) {
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
