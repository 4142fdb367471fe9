import CivilTime
import ContentLibrary
import Foundation

/// Which of the years a day without one is meant in.
enum DaySense {
    /// The next one that comes, unless it was a short time ago.
    case coming
    /// The last one that came, or one that comes within so many days.
    case past(ahead: Int)
    /// The next one, unless the last one is nearer.
    case either

    /// In days: who writes a day that was within these has mistyped, or means it.
    fileprivate static let shortTime = 31
}

/// Days and times as people write them for an option.
struct WrittenDays {
    private let county: CountyContext
    private let sense: DaySense
    private let option: String
    private let today: CalendarDay

    init(_ county: CountyContext, _ sense: DaySense, of option: String, now: Date = Date()) {
        self.county = county
        self.sense = sense
        self.option = option
        today = county.clock.calendarDay(of: now)
    }

    /// - Returns: nil if it is no day.
    /// - Throws: `Failure` if it can be more than one.
    func day(_ text: String) throws(Failure) -> CalendarDay? {
        if let day = try numbered(text) { return day }
        if let day = try worded(text) { return day }
        // A weekday and its date.
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let last = words.last, words.count > 1, let day = try numbered(String(last)),
            let meant = meanings(words.dropLast().joined(separator: " ")).compactMap(\.weekday).first
        else { return nil }
        if day.weekday.number == meant { return day }
        throw Failure(.usage, "\(option): \(day) is another weekday than \"\(text)\" says; check it")
    }

    /// A moment, or the start of a day.
    func moment(_ text: String) throws(Failure) -> (start: Date, isDay: Bool) {
        let timed = try dayAndTime(text)
        // "to 3.12" can be Thursday at 3.12 as well.
        if timed != nil, let day = try? day(text) {
            throw Failure(
                .usage,
                "\(option): \"\(text)\" can be the day \(day) or a time of day; end a day with a dot: \(text).")
        }
        if timed == nil, let day = try day(text) { return (county.clock.start(of: day), true) }
        let local = timed.map { "\($0.day)T\($0.time)" } ?? text
        do {
            return (try county.clock.moment(local), false)
        } catch {
            switch error {
            case .notATime:
                throw Failure(
                    .usage, "\(option) needs a time such as 2026-12-01T09:00 or \"1.12. 9.00\", not \"\(text)\"")
            case .doesNotExist:
                throw Failure(.badData, "\(local) does not exist: the clock skips it when summer time begins")
            case .existsTwice:
                throw Failure(
                    .badData,
                    "\(local) comes twice when summer time ends; say which with +03:00 or +02:00 after it"
                        + (local == text ? "" : ": \(local)+03:00"))
            }
        }
    }

    /// `1.12. 9.15`, `tomorrow at 9`.
    private func dayAndTime(_ text: String) throws(Failure) -> (day: CalendarDay, time: LocalTime)? {
        var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard let last = words.popLast(), !last.hasSuffix("."), let time = TypedTimes.time(last) else { return nil }
        if let word = words.last, phrases.contains(where: { $0.says(.clock, in: word) }) { words.removeLast() }
        return try day(words.joined(separator: " ")).map { ($0, time) }
    }

    // MARK: Days in numbers

    private func numbered(_ text: String) throws(Failure) -> CalendarDay? {
        guard let coming = TypedTimes.day(text, from: today) else { return nil }
        // With three numbers the year is one of them.
        guard coming != today, text.split(separator: ".").count == 2 else { return coming }
        let earlier = (0...8).compactMap {
            CalendarDay(year: today.year - $0, month: coming.month, day: coming.day)
        }
        guard let last = earlier.first(where: { $0 < today }) else { return coming }
        let (since, until) = (today.number - last.number, coming.number - today.number)
        switch sense {
        case .past(let ahead): return until <= ahead ? coming : last
        case .coming where since > DaySense.shortTime, .either where since >= until: return coming
        case .coming, .either:
            throw Failure(.usage, "\(option): \(text) can be \(last) or \(coming); write the year")
        }
    }

    // MARK: Days in words

    /// Of all the county's languages: who types is not asked for theirs.
    private var phrases: [HeardPhrases] { county.content.languages.map { county.content.words(in: $0).heardPhrases } }

    private func meanings(_ text: String) -> Set<HeardMeaning> {
        Set(phrases.compactMap { $0.meaning(of: text, among: HeardMeaning.days) })
    }

    private func worded(_ text: String) throws(Failure) -> CalendarDay? {
        let days = Set(meanings(text).map(day)).sorted()
        if days.count < 2 { return days.first }
        let told = days.map(\.description).joined(separator: " or ")
        throw Failure(.usage, "\(option): \"\(text)\" can be \(told); write the day in numbers")
    }

    private func day(_ meaning: HeardMeaning) -> CalendarDay {
        switch meaning {
        case .tomorrow: return today.adding(days: 1)
        case .dayAfterTomorrow: return today.adding(days: 2)
        default:
            guard let weekday = meaning.weekday else { return today }
            let ahead = (weekday - today.weekday.number + 7) % 7
            if case .past = sense, ahead > 0 { return today.adding(days: ahead - 7) }
            return today.adding(days: ahead)
        }
    }
}
