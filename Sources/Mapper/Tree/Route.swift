/// Where an answer leads: to a question or to an outcome, by id.
public enum Destination: Sendable, Hashable {
    case question(String)
    case outcome(String)
}

/// A way on from a question, taken when all its conditions hold. Routing is on ids, never on wording.
public struct Route: Sendable, Equatable {
    public let destination: Destination
    public let conditions: [Condition]

    public init(to destination: Destination, when conditions: [Condition] = []) {
        self.destination = destination
        self.conditions = conditions
    }
}

/// Holds when the answer to `question` contains one of `options`.
public struct Condition: Sendable, Hashable {
    public let question: String
    public let options: Set<String>

    public init(question: String, options: Set<String>) {
        self.question = question
        self.options = options
    }

    /// True or false once the question is answered; nil before that.
    func holds(for answers: [String: Answer]) -> Bool? {
        guard let answer = answers[question] else { return nil }
        return !options.isDisjoint(with: answer.optionIDs)
    }
}

/// What leads on from an answered question.
public enum Rule: Sendable, Equatable {
    /// The arrow of an option that was chosen.
    case arrow(option: String, to: Destination)
    /// The first `then` line whose conditions hold.
    case route(Route)

    public var destination: Destination {
        switch self {
        case .arrow(_, let destination): destination
        case .route(let route): route.destination
        }
    }
}
