import ContentLibrary
import Mapper

/// A place in the tree that a search may mean.
struct SearchHit: Equatable {
    /// Where the walk begins.
    let start: String
    /// What is answered by choosing it.
    var answers: [String: Answer] = [:]
    let text: String
    /// The outcomes that are meant; empty where it is any that may come of it.
    var meant: Set<String> = []
    /// True where the typed words only sound like it: then they are what the caller said.
    var isHeard = false

    func interview(in tree: QuestionTree) -> Interview {
        var interview = Interview(tree: tree, startingAt: start)
        for (question, answer) in answers { try? interview.answer(question, answer) }
        return interview
    }

    /// Where it leads to.
    func destination(in tree: QuestionTree) -> Destination? {
        switch interview(in: tree).position {
        case .question(let question): .question(question.id)
        case .outcome(let outcome): .outcome(outcome.id)
        case .nowhere: nil
        }
    }
}
