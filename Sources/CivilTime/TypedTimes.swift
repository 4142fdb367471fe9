import Foundation

/// Days and times of day as people type them in a hurry.
public enum TypedTimes {
    /// `2026-12-01`, `1.12.2026` or `1.12.`: without a year the next one that comes.
    public static func day(_ typed: String, from today: CalendarDay) -> CalendarDay? {
        if let day = CalendarDay(typed) { return day }
        let text = typed.hasSuffix(".") ? String(typed.dropLast()) : typed
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? Int(part) : nil }
        guard numbers.count == parts.count, (2...3).contains(parts.count), numbers.allSatisfy({ $0 > 0 }) else {
            return nil
        }
        if numbers.count == 3 { return CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0]) }
        // The 29th of February may be years away.
        let coming = (today.year...today.year + 8).compactMap {
            CalendarDay(year: $0, month: numbers[1], day: numbers[0])
        }
        return coming.first { $0 >= today }
    }

    /// `9`, `9.30`, `9:30` or `09:30`.
    public static func time(_ typed: some StringProtocol) -> LocalTime? {
        let parts = typed.split(whereSeparator: { $0 == "." || $0 == ":" })
        let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? Int(part) : nil }
        guard numbers.count == parts.count, (1...2).contains(parts.count), (0...23).contains(numbers[0]) else {
            return nil
        }
        let minutes = numbers.count > 1 ? numbers[1] : 0
        guard (0...59).contains(minutes) else { return nil }
        return LocalTime(minutes: numbers[0] * 60 + minutes)
    }

    /// `9-11` or `9.00–10.30`, the end after the beginning.
    public static func hours(_ typed: String) -> ClosedRange<LocalTime>? {
        let parts = typed.filter { !$0.isWhitespace }.split(whereSeparator: { $0 == "-" || $0 == "–" })
        guard parts.count == 2, let from = time(parts[0]), let until = time(parts[1]), from < until else {
            return nil
        }
        return from...until
    }

    /// A day, or a day and a time of it: `1.12.` or `1.12. 9.00`.
    public static func moment(_ typed: String, from today: CalendarDay) -> (day: CalendarDay, time: LocalTime?)? {
        let words = typed.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, words.count <= 2, let day = day(String(first), from: today) else { return nil }
        if words.count == 1 { return (day, nil) }
        guard let time = time(words[1]) else { return nil }
        return (day, time)
    }
}
