import BookingCore
import ContentLibrary
import Mapper

extension KioskVisit {
    /// Counts that a visit began and where it ended, by the ids of the content: nothing of the person.
    ///
    /// A visit without an answer is none. A count that cannot be written is lost; nobody waits for it.
    func countJourney() {
        let end: JourneyEvent
        if let bookedPlace {
            end = JourneyEvent(.booked, at: bookedPlace)
        } else {
            switch interview.position {
            case .outcome(let outcome): end = JourneyEvent(.outcome, at: outcome.id)
            case .question(let question): end = JourneyEvent(.left, at: question.id)
            case .nowhere: return
            }
            if steps.isEmpty { return }
        }
        let day = tools.wallClock.calendarDay(of: tools.now())
        try? tools.store.count([JourneyEvent(.began), end], in: words.language, on: day.description)
    }
}
