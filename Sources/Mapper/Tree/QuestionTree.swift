/// What is asked and where each answer leads: questions and outcomes by id, without a word of any language.
///
/// A tree as read from content may share branches; it is a graph without cycles once checked.
public struct QuestionTree: Sendable {
    /// The first question.
    public let start: String
    /// The question that "I want to talk to a human being" leads to.
    public let human: String
    /// The question that signs of danger in a person's own words lead to, after urgent help has been shown.
    public let urgent: String
    /// No walk may ask more questions than this.
    public let longestWalk: Int
    public let questions: [String: Question]
    public let outcomes: [String: Outcome]

    /// - Parameters:
    ///   - human: the start where nothing else is said.
    ///   - urgent: as `human` where nothing else is said.
    public init(
        start: String, human: String? = nil, urgent: String? = nil, longestWalk: Int,
        questions: [Question], outcomes: [Outcome]
    ) {
        self.start = start
        self.human = human ?? start
        self.urgent = urgent ?? human ?? start
        self.longestWalk = longestWalk
        self.questions = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.outcomes = Dictionary(outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension QuestionTree {
    /// Where walks begin.
    public enum Entrance: CaseIterable, Sendable {
        case start
        /// "I want to talk to a human being."
        case human
        /// Signs of danger in own words.
        case urgent
    }

    /// The question that walks from an entrance begin with.
    public func question(at entrance: Entrance) -> String {
        switch entrance {
        case .start: start
        case .human: human
        case .urgent: urgent
        }
    }
}
