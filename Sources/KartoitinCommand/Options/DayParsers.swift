import CivilTime
import Foundation

extension ValueParser where Value == CalendarDay {
    /// A day as people write it: `1.12.`, `1.12.2026`, `2026-12-01`, `tomorrow` or a weekday in one of the county's languages.
    static func day(_ sense: DaySense) -> Self {
        Self(in: { text, name, county in
            if let day = try WrittenDays(county, sense, of: name).day(text) { return day }
            throw Failure(.usage, "\(name) needs a day such as 2026-12-01 or 1.12., not \"\(text)\"")
        })
    }
}

extension ValueParser where Value == Date {
    /// A local time, one with an offset, or the start of a local day.
    static func moment(_ sense: DaySense) -> Self {
        Self(in: { text, name, county in try WrittenDays(county, sense, of: name).moment(text).start })
    }

    /// Where a period ends, the same in every command: a day is to its end, a time is until that moment.
    static func end(_ sense: DaySense) -> Self {
        Self(in: { text, name, county in
            let found = try WrittenDays(county, sense, of: name).moment(text)
            return found.isDay ? county.clock.day(1, after: found.start) : found.start
        })
    }

    /// The same for a period of which only what is to come counts.
    static var comingEnd: Self {
        let end = Self.end(.coming)
        return Self(in: { text, name, county in
            let moment = try end.parse(text, name) { county }
            return try stillToCome(moment, "\(name) \(text)", "a day or a time")
        })
    }

    /// When something is to begin.
    static var start: Self {
        Self(in: { text, name, county in
            let found = try WrittenDays(county, .coming, of: name).moment(text)
            if found.isDay {
                throw Failure(.usage, "\(name) needs a time of day too, such as \"\(text) 9.00\"")
            }
            return try stillToCome(found.start, "\(name) \(county.clock.iso8601(found.start))", "a time")
        })
    }
}

/// - Parameters:
///   - told: the moment in words.
///   - instead: what to give.
/// - Throws: `Failure` if the moment is over.
private func stillToCome(_ moment: Date, _ told: String, _ instead: String) throws(Failure) -> Date {
    if moment > Date() { return moment }
    throw Failure(.badData, "\(told) is over; give \(instead) that is to come")
}
