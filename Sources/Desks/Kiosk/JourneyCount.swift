import BookingCore
import Mapper

/// That a visit began and where it ended, by the ids of the content: nothing of the person.
///
/// A visit without an answer is none. A count that cannot be written is lost; no one waits for it.
struct JourneyCount {
    let position: Interview.Position
    /// A question was answered.
    let isBegun: Bool
    /// Where a time was booked: the outcome or, by right, the appointment type, by id.
    let bookedPlace: String?

    /// What is counted together, each list at once.
    ///
    /// - Parameter dangers: what was told of danger; counted of a visit without an answer too.
    func events(dangers: [String]) -> [[JourneyEvent]] {
        let danger = dangers.isEmpty ? [] : [[JourneyEvent(.danger)]]
        guard let end else { return danger }
        return danger + [[JourneyEvent(.began), end]]
    }

    private var end: JourneyEvent? {
        if let bookedPlace { return JourneyEvent(.booked, at: bookedPlace) }
        guard isBegun else { return nil }
        return switch position {
        case .outcome(let outcome): JourneyEvent(.outcome, at: outcome.id)
        case .question(let question): JourneyEvent(.left, at: question.id)
        case .nowhere: nil
        }
    }
}
