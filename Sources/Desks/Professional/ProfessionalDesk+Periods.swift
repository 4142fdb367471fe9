import BookingCore
import ContentLibrary
import Foundation

/// Days and periods, as the professional types them.
extension ProfessionalDesk {
    /// - Parameter first: earlier days are not taken.
    func askDay(_ question: Phrase, from first: CalendarDay, already: String = "") throws(Departure) -> CalendarDay? {
        let today = today
        return try talk.write(words(question), longest: 40, already: already) { typed in
            guard let day = TypedTimes.day(typed, from: today), day >= first else {
                return .failure(WritingFault(.deskDayFault))
            }
            return .success(day)
        }
    }

    /// From one day or time until another. Nil for the way back.
    func askPeriod() throws(Departure) -> Range<Date>? {
        while true {
            guard let from = try askMoment(.periodFrom, after: nil) else { return nil }
            if let until = try askMoment(.periodUntil, after: from) { return from..<until }
        }
    }

    /// - Parameter beginning: where the period begins whose end is asked for; a day is to its end then.
    private func askMoment(_ question: Phrase, after beginning: Date?) throws(Departure) -> Date? {
        let (today, now, clock) = (today, tools.now(), tools.wallClock)
        return try talk.write(words(question), longest: 40) { typed in
            guard let (day, time) = TypedTimes.moment(typed, from: today) else {
                return .failure(WritingFault(.deskMomentFault))
            }
            let end = beginning == nil || time != nil ? day : day.adding(days: 1)
            let start = clock.day(end.number - today.number, after: now)
            let moment = time.map { clock.firstMoment(of: day, at: $0) } ?? start
            guard let moment, beginning.map({ $0 < moment }) ?? true else {
                return .failure(WritingFault(.deskMomentFault))
            }
            return .success(moment)
        }
    }
}
