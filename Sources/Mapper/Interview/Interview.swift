public import SocialServices

/// A walk through a question tree (*kartoitus*).
///
/// Its state is a pure function of the tree and the answers by question id. Going back, changing an earlier
/// answer and resuming need no code of their own: answers that are no longer on the path stay inert.
///
/// ```swift
/// var interview = Interview(tree: tree)
/// try interview.answer("topic", .options(["family"]))
/// interview.position  // .question(…) or .outcome(…)
/// ```
public struct Interview: Sendable {
    public let tree: QuestionTree
    /// Where the walk begins: the tree's start, or another question that was jumped to.
    public let start: String
    private var answers: [String: Answer] = [:]

    /// One answered question of the path.
    public struct Step: Sendable, Equatable {
        public let question: Question
        public let answer: Answer
    }

    /// Where the walk stands.
    public enum Position: Sendable, Equatable {
        case question(Question)
        case outcome(Outcome)
        /// The tree leads nowhere from here: only a tree that was not checked can do this.
        case nowhere
    }

    public init(tree: QuestionTree, startingAt start: String? = nil) {
        self.tree = tree
        self.start = start ?? tree.start
    }

    /// The answered questions that lead to the present position, in order.
    public var path: [Step] { replay().path }

    /// The question to ask next, or the outcome.
    public var position: Position { replay().position }

    /// What the answers on the path say of the situation.
    public var flags: Set<SituationFlag> { path.flags }

    /// Answers a question for the first time or again.
    public mutating func answer(_ question: String, _ answer: Answer) throws(AnswerFault) {
        guard let asked = tree.questions[question] else { throw .noSuchQuestion(question) }
        answers[question] = try asked.checked(answer)
    }

    /// Takes back the last answer of the path. False at the first question.
    public mutating func stepBack() -> Bool {
        guard let last = path.last else { return false }
        answers[last.question.id] = nil
        return true
    }

    private func replay() -> (path: [Step], position: Position) {
        var path: [Step] = []
        var onPath: [String: Answer] = [:]
        var next = Destination.question(start)
        while true {
            switch next {
            case .outcome(let id):
                return (path, tree.outcomes[id].map(Position.outcome) ?? .nowhere)
            case .question(let id):
                guard let question = tree.questions[id], onPath[id] == nil else { return (path, .nowhere) }
                guard let answer = answers[id] else { return (path, .question(question)) }
                path.append(Step(question: question, answer: answer))
                onPath[id] = answer
                guard let destination = question.destination(for: onPath) else { return (path, .nowhere) }
                next = destination
            }
        }
    }
}

extension Sequence<Interview.Step> {
    /// What the chosen options say of the situation.
    public var flags: Set<SituationFlag> {
        reduce(into: []) { flags, step in
            for id in step.answer.optionIDs { flags.formUnion(step.question.option(id)?.flags ?? []) }
        }
    }
}

extension Interview {
    /// The most questions that are left, the present one included, whatever is answered. 0 at an outcome; 1 where this is
    /// the last question. One less at least with each answer.
    public var questionsLeft: Int {
        guard case .question(let question) = position else { return 0 }
        let answered = Dictionary(path.map { ($0.question.id, $0.answer) }, uniquingKeysWith: { $1 })
        var remaining = RemainingQuestions(tree: tree, answered: answered)
        // Rules that exclude each other are not seen there; no walk asks more than the tree allows.
        return min(remaining.count(from: question), max(1, tree.longestWalk - path.count))
    }
}

extension Interview {
    /// What led on from each step of the path; nil for a last step from which nothing does.
    public var rules: [Rule?] {
        var answers: [String: Answer] = [:]
        return path.map { step in
            answers[step.question.id] = step.answer
            return step.question.rule(for: answers)
        }
    }
}
