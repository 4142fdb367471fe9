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
