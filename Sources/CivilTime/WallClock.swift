public import Foundation

/// The county's wall clock: moments are kept in UTC and thought of in local time.
public struct WallClock: Sendable {
    public let calendar: Calendar

    /// - Parameter timeZone: an IANA name, for example `Europe/Helsinki`; nil if the system does not know it.
    public init?(timeZone: String) {
        guard let zone = TimeZone(identifier: timeZone) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// The clock of no county.
    public static let utc: WallClock = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return WallClock(calendar: calendar)
    }()

    private init(calendar: Calendar) { self.calendar = calendar }

    /// Why a written time is no moment.
    public enum Fault: Error, Equatable, Sendable {
        /// Not of the form `2026-12-01T09:00`.
        case notATime
        /// The clock skips this time when summer time begins.
        case doesNotExist
        /// The clock shows this time twice when summer time ends: an offset must say which.
        case existsTwice
    }

    /// Reads a local time `2026-12-01T09:00`, or one with an offset `…+02:00` or `…Z`. Seconds are optional.
    public func moment(_ text: String) throws(Fault) -> Date {
        let (local, offset) = Self.splitOffset(text)
        guard let wanted = Self.components(local) else { throw .notATime }
        if let offset {
            var utc = Calendar(identifier: .gregorian)
            utc.timeZone = .gmt
            guard let moment = utc.date(from: wanted), Self.same(wanted, utc, moment) else { throw .notATime }
            return moment.addingTimeInterval(-offset)
        }
        let moments = try moments(wanted)
        guard moments.count == 1 else { throw .existsTwice }
        return moments[0]
    }

    /// When a day's clock shows a time: the first moment where it shows it twice, nil where it never does.
    public func firstMoment(of day: CalendarDay, at time: LocalTime) -> Date? {
        Self.components("\(day)T\(time)").flatMap { try? moments($0).first }
    }

    /// `true` if the clock is put forward between a moment and the minutes after it.
    public func skipsTime(from start: Date, lasting minutes: Int) -> Bool {
        let lastSecond = start.addingTimeInterval(Double(minutes) * 60 - 1)
        return calendar.timeZone.secondsFromGMT(for: lastSecond) > calendar.timeZone.secondsFromGMT(for: start)
    }

    /// The local time of a moment, to the minute.
    public func localTime(of moment: Date) -> LocalTime {
        let local = Int(moment.timeIntervalSince1970.rounded(.down)) + calendar.timeZone.secondsFromGMT(for: moment)
        let second = ((local % CalendarDay.seconds) + CalendarDay.seconds) % CalendarDay.seconds
        return LocalTime(ofDay: second / 60)
    }

    /// The local day of a moment.
    public func calendarDay(of moment: Date) -> CalendarDay {
        let local = moment.timeIntervalSince1970 + Double(calendar.timeZone.secondsFromGMT(for: moment))
        return CalendarDay(number: Int((local / Double(CalendarDay.seconds)).rounded(.down)))
    }

    /// The one or two moments at which the clock shows a time, the first one first.
    private func moments(_ wanted: DateComponents) throws(Fault) -> [Date] {
        guard let moment = calendar.date(from: wanted) else { throw .notATime }
        guard Self.same(wanted, calendar, moment) else {
            var utc = calendar
            utc.timeZone = .gmt
            guard let plain = utc.date(from: wanted), Self.same(wanted, utc, plain) else { throw .notATime }
            throw .doesNotExist
        }
        return [-3600.0, 0, 3600].map(moment.addingTimeInterval).filter { Self.same(wanted, calendar, $0) }
    }

    /// The start of a local day written as `2026-12-01`.
    public func day(_ text: String) throws(Fault) -> Date {
        guard let day = CalendarDay(text) else { throw .notATime }
        return start(of: day)
    }

    /// `2026-12-01T09:00:00+02:00`.
    public func iso8601(_ moment: Date) -> String {
        moment.formatted(
            Date.ISO8601FormatStyle(timeZone: calendar.timeZone).year().month().day()
                .timeZone(separator: .colon).time(includingFractionalSeconds: false).timeSeparator(.colon))
    }

    public func startOfDay(_ moment: Date) -> Date { calendar.startOfDay(for: moment) }

    /// The first moment of a local day.
    public func start(of day: CalendarDay) -> Date {
        let noon = calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day, hour: 12))
        return calendar.startOfDay(for: noon ?? Date(timeIntervalSince1970: Double(day.number * CalendarDay.seconds)))
    }

    /// The start of the day that comes `count` days after the day of `moment`.
    public func day(_ count: Int, after moment: Date) -> Date {
        let start = calendar.startOfDay(for: moment)
        let noon = calendar.date(byAdding: .day, value: count, to: start.addingTimeInterval(12 * 3600))
        return calendar.startOfDay(for: noon ?? start)
    }

    /// The same local time so many days later, the first time it comes there; nil if the clock skips it.
    public func moment(_ moment: Date, movedByDays days: Int) -> Date? {
        let shown = calendar.dateComponents([.hour, .minute], from: moment)
        guard let hour = shown.hour, let minute = shown.minute, let time = LocalTime(minutes: hour * 60 + minute)
        else { return nil }
        return firstMoment(of: calendarDay(of: moment).adding(days: days), at: time)
    }

    /// The local week of a moment, Monday to Sunday.
    public func week(of moment: Date) -> Range<Date> {
        // 1 is Sunday.
        let sinceMonday = (calendar.component(.weekday, from: moment) + 5) % 7
        let monday = day(-sinceMonday, after: moment)
        return monday..<day(7, after: monday)
    }

    /// From one hour of the local clock to another on the day of `moment`; 24 is the next day's beginning. An hour
    /// that the clock skips begins where the clock goes on, one that comes twice at its first coming.
    public func hours(_ hours: Range<Int>, onDayOf moment: Date) -> Range<Date> {
        let start = startOfDay(moment)
        let end = day(1, after: moment)
        func hour(_ hour: Int) -> Date {
            if hour <= 0 { return start }
            if hour >= 24 { return end }
            return calendar.date(bySettingHour: hour, minute: 0, second: 0, of: start) ?? end
        }
        let from = hour(hours.lowerBound)
        return from..<max(from, hour(hours.upperBound))
    }

    private static func same(_ wanted: DateComponents, _ calendar: Calendar, _ moment: Date) -> Bool {
        let found = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
        return found.year == wanted.year && found.month == wanted.month && found.day == wanted.day
            && found.hour == wanted.hour && found.minute == wanted.minute && found.second == wanted.second
    }

    /// `2026-12-01T09:00` or `2026-12-01T09:00:00`.
    private static func components(_ text: some StringProtocol) -> DateComponents? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let day = numbers(parts[0], separator: "-", lengths: [4, 2, 2])
        let time =
            numbers(parts[1], separator: ":", lengths: [2, 2, 2])
            ?? numbers(parts[1], separator: ":", lengths: [2, 2]).map { $0 + [0] }
        guard let day, let time else { return nil }
        return DateComponents(
            year: day[0], month: day[1], day: day[2], hour: time[0], minute: time[1], second: time[2])
    }

    private static func numbers(_ text: some StringProtocol, separator: Character, lengths: [Int]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) }
        guard parts.map(\.utf8.count) == lengths, isDigits else { return nil }
        return parts.compactMap { Int($0) }
    }

    /// The offset in seconds east of Greenwich, and the text before it.
    private static func splitOffset(_ text: String) -> (Substring, Double?) {
        if text.hasSuffix("Z") { return (text.dropLast(), 0) }
        let tail = text.suffix(6)
        guard text.count > 16, let sign = tail.first, sign == "+" || sign == "-",
            let parts = numbers(tail.dropFirst(), separator: ":", lengths: [2, 2]), parts[0] < 24, parts[1] < 60
        else { return (Substring(text), nil) }
        let seconds = Double(parts[0] * 3600 + parts[1] * 60)
        return (text.dropLast(6), sign == "-" ? -seconds : seconds)
    }
}
