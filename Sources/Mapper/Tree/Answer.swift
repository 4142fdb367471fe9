/// What a person answered to one question.
public enum Answer: Sendable, Hashable {
    /// Option ids, in the question's order. Never empty.
    case options([String])
    /// The person's own words, as typed. Never empty.
    case words(String)

    /// The chosen option ids; none for own words.
    public var optionIDs: [String] {
        switch self {
        case .options(let ids): ids
        case .words: []
        }
    }
}

/// Why an answer does not fit its question.
public enum AnswerFault: Error, Equatable, Sendable {
    case noSuchQuestion(String)
    case noSuchOption(String)
    /// Nothing was chosen or written.
    case empty
    /// More than one option for a question that takes one.
    case onlyOne
    /// `none` or `unknown` together with another option.
    case exclusive(String)
    /// Own words for a question that takes options only.
    case optionsOnly
}

extension Question {
    /// The answer in the question's own order without repetitions, or why it does not fit.
    public func checked(_ answer: Answer) throws(AnswerFault) -> Answer {
        switch answer {
        case .words(let words):
            guard kind == .words else { throw .optionsOnly }
            guard words.contains(where: { !$0.isWhitespace }) else { throw .empty }
            return answer
        case .options(let ids):
            if let stranger = ids.first(where: { option($0) == nil }) { throw .noSuchOption(stranger) }
            let chosen = options.map(\.id).filter(ids.contains)
            guard !chosen.isEmpty else { throw .empty }
            guard chosen.count > 1 else { return .options(chosen) }
            guard kind == .several else { throw .onlyOne }
            if let exclusive = options.first(where: { $0.isExclusive && chosen.contains($0.id) }) {
                throw .exclusive(exclusive.id)
            }
            return .options(chosen)
        }
    }
}
