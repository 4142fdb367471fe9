public import Mapper
import SocialServices
import Testing

/// Tiny trees are written down with these; everything that a test is not about has a default.
extension Question {
    /// A question that takes one option.
    static func one(_ id: String, _ options: Option..., then routes: [Route] = []) -> Question {
        Question(id: id, kind: .one, options: options, routes: routes)
    }

    /// A question that takes several options.
    static func several(_ id: String, _ options: Option..., then routes: [Route] = []) -> Question {
        Question(id: id, kind: .several, options: options, routes: routes)
    }

    /// A question that takes own words.
    static func words(_ id: String, _ options: Option..., then routes: [Route]) -> Question {
        Question(id: id, kind: .words, options: options, routes: routes)
    }
}

extension Option: ExpressibleByStringLiteral {
    /// An option without a destination of its own.
    public init(stringLiteral id: String) { self.init(id: id) }
}

infix operator --> : AdditionPrecedence

/// An option and the question it leads to; `"!end"` is the outcome `end`.
func --> (option: String, place: String) -> Option { Option(id: option, destination: destination(place)) }

/// `"who"` is a question, `"!end"` an outcome.
func destination(_ place: String) -> Destination {
    place.hasPrefix("!") ? .outcome(String(place.dropFirst())) : .question(place)
}

/// A route as content writes it: `then("place", when: ["question": ["option"]])`.
func then(_ place: String, when conditions: KeyValuePairs<String, Set<String>> = [:]) -> Route {
    Route(to: destination(place), when: conditions.map { Condition(question: $0.key, options: $0.value) })
}

/// A tree that starts at its first question. Each outcome that something leads to exists, except `!lost`.
func tree(_ questions: Question..., human: String? = nil, urgent: String? = nil) -> QuestionTree {
    tree(questions, human: human, urgent: urgent)
}

func tree(
    _ questions: [Question], human: String? = nil, urgent: String? = nil, longest: Int = 8
) -> QuestionTree {
    let start = questions.first?.id ?? ""
    let destinations =
        questions.flatMap(\.options).compactMap(\.destination) + questions.flatMap(\.routes).map(\.destination)
    let outcomes = Set(
        destinations.compactMap { destination -> String? in
            guard case .outcome(let id) = destination, id != "lost" else { return nil }
            return id
        })
    return QuestionTree(
        start: start, human: human ?? start, urgent: urgent, longestWalk: longest, questions: questions,
        outcomes: outcomes.map { Outcome(id: $0, group: .elsewhere) })
}

extension Interview.Position {
    /// `"who"`, `"!end"` or `"nowhere"`: where the walk stands, short enough to compare.
    var place: String {
        switch self {
        case .question(let question): question.id
        case .outcome(let outcome): "!" + outcome.id
        case .nowhere: "nowhere"
        }
    }
}

extension Interview {
    /// Answers one question after another with one option each.
    mutating func answer(_ answers: KeyValuePairs<String, String>) throws {
        for (question, option) in answers { try answer(question, .options([option])) }
    }

    /// The ids of the answered questions on the path.
    var asked: [String] { path.map(\.question.id) }
}

extension Interview {
    /// Takes back the last answer, which there must be.
    mutating func back() throws {
        let moved = stepBack()
        try #require(moved)
    }
}
