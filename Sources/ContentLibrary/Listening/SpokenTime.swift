public import CivilTime
import OwnWords

/// The days and hours that a person asks for in words: `to 3.12.`, `ensi viikolla iltapäivällä`, `klo 14`.
public struct SpokenTime: Sendable, Equatable {
    /// Nil if any day will do.
    public let days: ClosedRange<CalendarDay>?
    /// Hours of the local clock within which a time may begin; nil if any will do.
    public let hours: Range<Int>?

    /// - Parameters:
    ///   - phrases: of the language that is spoken.
    ///   - today: a day without a year is the next one that comes.
    /// - Returns: nil if the line says anything else, or nothing of when.
    public init?(_ line: String, _ phrases: HeardPhrases, today: CalendarDay) {
        var reader = Reader(phrases: phrases, today: today)
        guard reader.read(line) else { return nil }
        hours = reader.hours
        days = reader.wantedDays
        if days == nil, hours == nil { return nil }
    }
}

private struct Reader {
    let phrases: HeardPhrases
    let today: CalendarDay
    var hours: Range<Int>?
    private var day: CalendarDay?
    private var week: ClosedRange<CalendarDay>?
    private var weekday: Int?

    /// The longest phrase that stands for a day, in words.
    private static let longest = 4
    private static let meanings: [HeardMeaning] =
        [.today, .tomorrow, .dayAfterTomorrow, .thisWeek, .nextWeek, .morning, .afternoon] + HeardMeaning.weekdays

    init(phrases: HeardPhrases, today: CalendarDay) {
        self.phrases = phrases
        self.today = today
    }

    /// - Returns: `false` if a word says neither a day nor a time.
    mutating func read(_ line: String) -> Bool {
        var rest = line.split { $0.isWhitespace || $0 == "," }.map(String.init)[...]
        while let first = rest.first {
            if phrases.says(.clock, in: first), let next = rest.dropFirst().first, readTime(next) {
                rest = rest.dropFirst(2)
            } else if readDate(first) || readTime(first) {
                rest = rest.dropFirst()
            } else if let length = readWords(rest) {
                rest = rest.dropFirst(length)
            } else if phrases.says(.filler, in: first) || phrases.says(.clock, in: first) {
                rest = rest.dropFirst()
            } else {
                return false
            }
        }
        return true
    }

    var wantedDays: ClosedRange<CalendarDay>? {
        if let day { return day...day }
        if let weekday {
            let first = week?.lowerBound ?? today
            let found = (0..<7).map { first.adding(days: $0) }.first { $0.weekday.number == weekday }
            return found.map { $0...$0 }
        }
        return week
    }

    /// `3.12.`, `3.12.2026`; `9.30` is a time, because there is no 30th month.
    private mutating func readDate(_ word: String) -> Bool {
        guard word.contains("."), let found = TypedTimes.day(word, from: today) else { return false }
        day = found
        return true
    }

    /// `14`, `14.30` or `14:30`: times that begin in that hour or later.
    private mutating func readTime(_ word: String) -> Bool {
        guard let time = TypedTimes.time(word.hasSuffix(".") ? String(word.dropLast()) : word) else { return false }
        hours = (time.minutes / 60)..<24
        return true
    }

    /// - Returns: how many words were understood; nil for none.
    private mutating func readWords(_ words: ArraySlice<String>) -> Int? {
        for length in stride(from: min(Self.longest, words.count), through: 1, by: -1) {
            let phrase = words.prefix(length).joined(separator: " ")
            guard let meaning = phrases.meaning(of: phrase, among: Self.meanings) else { continue }
            take(meaning)
            return length
        }
        return nil
    }

    private mutating func take(_ meaning: HeardMeaning) {
        let monday = today.adding(days: 1 - today.weekday.number)
        switch meaning {
        case .today: day = today
        case .tomorrow: day = today.adding(days: 1)
        case .dayAfterTomorrow: day = today.adding(days: 2)
        case .thisWeek: week = today...monday.adding(days: 6)
        case .nextWeek: week = monday.adding(days: 7)...monday.adding(days: 13)
        case .morning: hours = 0..<12
        case .afternoon: hours = 12..<24
        default: weekday = HeardMeaning.weekdays.firstIndex(of: meaning).map { $0 + 1 }
        }
    }
}
