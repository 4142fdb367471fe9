/// A tree whose questions and conditions have numbers, because the exploration of a big one compares them millions of times.
struct NumberedTree {
    struct Question {
        let id: String
        /// The answers that stand for all answers.
        let choices: [Choice]
        let routes: [(conditions: [Int], target: Target)]
    }

    struct Choice {
        /// Option ids in the question's order; none for own words.
        let options: [String]
        /// Where the answer leads without any route.
        let own: Target?
        /// The conditions that hold once this is the answer, in order.
        let meets: [Int]
    }

    enum Target: Equatable {
        case question(Int)
        case outcome(String)
        /// A question that the tree does not have.
        case missing
    }

    let questions: [Question]
    let numbers: [String: Int]
    /// How many different conditions the routes ask about.
    let conditions: Int

    init(_ tree: QuestionTree) {
        let ids = tree.questions.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(ids, 0...))
        let all = ids.compactMap { tree.questions[$0] }
        var conditions: [Condition: Int] = [:]
        var ofQuestion: [String: [(number: Int, options: Set<String>)]] = [:]
        for condition in all.flatMap(\.routes).flatMap(\.conditions) where conditions[condition] == nil {
            ofQuestion[condition.question, default: []].append((conditions.count, condition.options))
            conditions[condition] = conditions.count
        }
        func target(_ destination: Destination) -> Target {
            switch destination {
            case .question(let id): numbers[id].map(Target.question) ?? .missing
            case .outcome(let id): .outcome(id)
            }
        }
        let together = all.optionsAskedTogether
        questions = all.map { question in
            let asked = ofQuestion[question.id] ?? []
            return Question(
                id: question.id,
                choices: question.choices(askedTogether: together[question.id] ?? []).map { answer in
                    let options = answer.optionIDs
                    return Choice(
                        options: options,
                        own: options.first.flatMap { question.option($0)?.destination }.map(target),
                        meets: asked.filter { !$0.options.isDisjoint(with: options) }.map(\.number))
                },
                routes: question.routes.map { route in
                    (route.conditions.compactMap { conditions[$0] }, target(route.destination))
                })
        }
        self.numbers = numbers
        self.conditions = conditions.count
    }

    /// Where an answer leads when the conditions `held` hold, besides those that it meets itself; as
    /// `Question.destination(for:)` tells it.
    func target(of question: Int, choosing choice: Choice, held: [Int]) -> Target? {
        if let own = choice.own { return own }
        return questions[question].routes.first { route in
            route.conditions.allSatisfy { held.contains($0) || choice.meets.contains($0) }
        }?.target
    }

    /// The questions that an arrow or a route of this one names.
    func next(after question: Int) -> [Int] {
        let targets = questions[question].choices.compactMap(\.own) + questions[question].routes.map(\.target)
        return targets.compactMap { target in
            guard case .question(let number) = target else { return nil }
            return number
        }
    }
}

/// A set of small numbers, one bit for each.
struct NumberSet: Hashable {
    private var bits: [UInt64]

    /// An empty set.
    /// - Parameter limit: all numbers are below this.
    init(below limit: Int) { bits = Array(repeating: 0, count: (limit + 63) / 64) }

    var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

    func contains(_ number: Int) -> Bool { bits[number / 64] & Self.bit(number) != 0 }

    mutating func insert(_ number: Int) { bits[number / 64] |= Self.bit(number) }

    mutating func remove(_ number: Int) { bits[number / 64] &= ~Self.bit(number) }

    mutating func formUnion(_ other: Self) {
        for index in bits.indices { bits[index] |= other.bits[index] }
    }

    func intersection(_ other: Self) -> Self {
        var set = self
        for index in bits.indices { set.bits[index] &= other.bits[index] }
        return set
    }

    private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number % 64) }
}
