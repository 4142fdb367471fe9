public import Mapper

extension Words {
    /// `true` for a language that is begun: a kiosk speaks it as far as it goes, then its visitor chooses another.
    public var isBegun: Bool { begun != nil }

    /// Whether this language has the words of where a walk stands: of a question, or of an outcome with what it offers to
    /// read and whom it names.
    public func says(_ position: Interview.Position) -> Bool {
        guard let begun else { return true }
        return switch position {
        case .question(let question): begun.questions.contains(question.id)
        case .outcome(let outcome):
            begun.outcomes.contains(outcome.id) && begun.readyAnswers.isSuperset(of: outcome.readyAnswers)
                && begun.contacts.isSuperset(of: outcome.contacts)
        case .nowhere: true
        }
    }

    /// What a visit cannot begin without in this language, by file and name: what the kiosk says at its start and at every
    /// question, the first question, whom to call in danger, and what it listens for where others listen.
    func missingAtStart(of tree: QuestionTree, calling urgentContacts: [String], beside whole: Words) -> [String] {
        let needed =
            PhraseCatalogue.all.keys(of: ["shared", "kiosk", "outcome"])
            + [Phrase.store.closed, .booking.doneEnter].map(\.key)
        return needed.filter { phrases[$0] == nil }.map { "\"\($0)\" of desk.txt" }
            + (questions[tree.start] == nil ? ["the question \"\(tree.start)\""] : [])
            + (county.name.isEmpty ? ["\"county\" of county.txt"] : [])
            + urgentContacts.filter { contacts[$0] == nil }.map { "\"contact \($0)\" of county.txt" }
            + (heard.isEmpty && !whole.heard.isEmpty ? ["heard.txt"] : [])
    }

    /// A language that is begun, over the words of one that is whole: an author's gap is never a hole on a screen.
    func begun(over base: Words) -> Words {
        var words = Words(language: language)
        words.merge(base)
        words.merge(self)
        words.contacts = base.contacts.merging(contacts) { $1 }
        words.offices = base.offices.merging(offices) { $1 }
        words.names = base.names.merging(names) { $0.merging($1) { $1 } }
        words.county = county
        // Both are about one language: sentences in three forms, and how it is called.
        words.forms = forms
        words.heard = heard
        words.begun = BegunWords(
            questions: Set(questions.keys), outcomes: Set(outcomes.keys), readyAnswers: Set(readyAnswers.keys),
            contacts: Set(contacts.keys))
        return words
    }
}
