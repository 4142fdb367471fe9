import CivilTime
import ContentLibrary
import Foundation

/// Asks for days and periods in the forms in which a professional types them.
struct DateQuestions {
    let desk: ProfessionalContext

    /// - Parameter first: earlier days are refused.
    /// - Returns: nil for the way back.
    func day(_ question: Phrase, from first: CalendarDay, already: String = "") throws(NavigationRequest)
        -> CalendarDay?
    {
        let today = desk.today
        return try desk.talk.write(desk.words(question), longest: 40, already: already) { typed in
            guard let day = TypedTimes.day(typed, from: today), day >= first else {
                return .failure(WritingFault(.professional.dayFault))
            }
            return .success(day)
        }
    }

    /// From one day or time until another.
    ///
    /// - Returns: nil for the way back.
    func period() throws(NavigationRequest) -> Range<Date>? {
        while let from = try moment(.professional.periodFrom, after: nil) {
            if let until = try moment(.professional.periodUntil, after: from) { return from..<until }
        }
        return nil
    }

    /// - Parameter beginning: of the period whose end is asked for, in which a day counts to its end; nil if the beginning
    ///   itself is asked for.
    private func moment(_ question: Phrase, after beginning: Date?) throws(NavigationRequest) -> Date? {
        let (today, clock) = (desk.today, desk.tools.wallClock)
        return try desk.talk.write(desk.words(question), longest: 40) { typed in
            guard let (day, time) = TypedTimes.moment(typed, from: today) else {
                return .failure(WritingFault(.professional.momentFault))
            }
            let end = beginning == nil || time != nil ? day : day.adding(days: 1)
            let moment = time.map { clock.firstMoment(of: day, at: $0) } ?? clock.start(of: end)
            guard let moment, beginning.map({ $0 < moment }) ?? true else {
                return .failure(WritingFault(.professional.momentFault))
            }
            return .success(moment)
        }
    }
}
