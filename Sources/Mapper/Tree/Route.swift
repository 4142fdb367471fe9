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

extension Question {
    /// What leads on after the answers so far, this question's included; nil where nothing does.
    func rule(for answers: [String: Answer]) -> Rule? {
        if let only = answers[id]?.optionIDs.first, let own = option(only)?.destination {
            return .arrow(option: only, to: own)
        }
        return routes.first { $0.conditions.allSatisfy { $0.holds(for: answers) == true } }.map(Rule.route)
    }

    /// Where the answers so far, this question's included, lead from here.
    func destination(for answers: [String: Answer]) -> Destination? { rule(for: answers)?.destination }
}
