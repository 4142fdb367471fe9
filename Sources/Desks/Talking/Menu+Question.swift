import ContentLibrary
import Mapper

extension Menu {
    /// A question of the tree with its options.
    init(for question: Question, in words: Words, above: String? = nil) {
        let told = words.questions[question.id]
        let kind: Kind =
            switch question.kind {
            case .one: .one
            case .several: .several(exclusive: Set(question.options.filter(\.isExclusive).map(\.id)))
            case .words: .words
            }
        self.init(
            title: told?.ask ?? question.id,
            items: question.options.map { Item(id: $0.id, text: words.text(of: $0.id, in: question.id)) },
            kind: kind, help: [told?.why].compactMap(\.self), hint: told?.hint, above: above)
    }
}

extension Menu {
    /// Lets a question of options be answered in the person's own words too, where the content can compare them.
    mutating func takeOwnWords(for question: Question, of tree: QuestionTree, in words: Words) {
        guard question.kind == .one, question.id == tree.start, !tree.situations.isEmpty else { return }
        kind = .words
        hint = hint ?? words(.ownWordsHint)
    }
}

extension Selection {
    var answer: Answer {
        switch self {
        case .items(let ids): .options(ids)
        case .words(let text): .words(text)
        }
    }
}
