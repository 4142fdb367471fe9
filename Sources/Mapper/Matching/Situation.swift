public import SocialServices

/// A kind of situation that people tell in words of their own, known by example phrases.
public struct Situation: Sendable, Equatable {
    public let id: String
    /// The outcomes such words point to.
    public let group: OutcomeGroup
    /// The option of the tree's first question that such words stand for; nil where they lead to the tree's
    /// urgent question instead.
    public let option: String?

    public init(id: String, group: OutcomeGroup, option: String? = nil) {
        self.id = id
        self.group = group
        self.option = option
    }
}

/// What somebody in a situation might say, to learn from.
public struct ExamplePhrase: Sendable, Equatable {
    /// The situation's id.
    public let situation: String
    public let text: String

    public init(situation: String, text: String) {
        self.situation = situation
        self.text = text
    }
}

extension QuestionTree {
    /// The walk that goes on from words of a person's own: as if they had chosen the situation's option
    /// themselves, so that they can go back and choose another.
    public func interview(from situation: Situation) -> Interview {
        guard let option = situation.option else { return Interview(tree: self, startingAt: urgent) }
        var interview = Interview(tree: self)
        // An option that the question does not have is a fault of the content; then the question is asked.
        try? interview.answer(start, .options([option]))
        return interview
    }

    /// The first question on that walk whose answers lead to different places: where somebody who knows only
    /// this id goes on. A question that every walk passes on its way (who is it for?) tells nothing of where.
    public func narrowingQuestion(of situation: Situation) -> String {
        var interview = interview(from: situation)
        var last = interview.start
        while case .question(let question) = interview.position {
            last = question.id
            let option = question.options.first { $0.id == Option.unknown } ?? question.options.first
            if question.leadsApart(after: interview.path) { return last }
            guard let option, (try? interview.answer(question.id, .options([option.id]))) != nil else { return last }
        }
        return last
    }
}

extension Question {
    /// True where two options lead to different places after these answers.
    fileprivate func leadsApart(after path: [Interview.Step]) -> Bool {
        let answered = Dictionary(path.map { ($0.question.id, $0.answer) }, uniquingKeysWith: { $1 })
        let ways = options.map { option in
            destination(for: answered.merging([id: .options([option.id])]) { $1 })
        }
        return Set(ways).count > 1
    }
}
