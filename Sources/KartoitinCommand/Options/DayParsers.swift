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
            try county.clock.stillToCome(try end.parse(text, name) { county }, of: name, "day or time")
        })
    }

    /// When something is to begin.
    static var start: Self {
        Self(in: { text, name, county in
            let found = try WrittenDays(county, .coming, of: name).moment(text)
            if found.isDay {
                throw Failure(.usage, "\(name) needs a time of day too, such as \"\(text) 9.00\"")
            }
            return try county.clock.stillToCome(found.start, of: name, "time")
        })
    }
}

extension WallClock {
    /// - Parameter what: what to give instead.
    fileprivate func stillToCome(_ moment: Date, of name: String, _ what: String) throws(Failure) -> Date {
        if moment > Date() { return moment }
        throw Failure(.badData, "\(name) is \(iso8601(moment)), which is over; give a \(what) that is to come")
    }
}
