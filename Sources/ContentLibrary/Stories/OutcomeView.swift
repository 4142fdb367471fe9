import Mapper
import SocialServices

/// What the person and the professional see where a story ends.
struct OutcomeView {
    let outcome: Outcome
    let flags: Set<SituationFlag>
    /// The outcome's words in the story's language.
    let words: OutcomeWords?

    func shows(_ sight: Story.Sight) -> Bool {
        if case .words(let text) = sight {
            return ([words?.title ?? ""] + (words?.tell ?? [])).contains { $0.contains(text) }
        }
        return others(like: sight).contains(sight)
    }

    /// Everything of the same kind that is shown; nothing for words, which would be too long to tell.
    func others(like sight: Story.Sight) -> [Story.Sight] {
        switch sight {
        case .book: outcome.appointmentType.map { [.book($0)] } ?? []
        case .ready: outcome.readyAnswers.map { .ready($0) }
        case .contact: outcome.contacts.map { .contact($0) }
        case .flag: SituationFlag.allCases.filter(flags.contains).map { .flag($0) }
        case .words: []
        }
    }
}
