/// Every walk through a tree, counted without walking each one: where branches meet with the same answers to
/// the questions that conditions ask about, the rest is worked out once.
///
/// A walk chooses one option at each question. Where several options may be chosen at once, each of them
/// alone stands for the combinations it is part of, and so does each set that a route asks for.
public struct Walks: Sendable {
    /// How many walks there are; stops counting at `Int.max`.
    public let count: Int
    /// The number of questions on the longest walk.
    public let longest: Int
    public let reachedQuestions: Set<String>
    public let reachedOutcomes: Set<String>
    /// Questions whose answers lead back to a question already asked, each with one such circle.
    public let cycles: [String: [String]]
    /// Questions from which some answer leads nowhere, each with one such option.
    public let deadEnds: [String: String]

    public init(of tree: QuestionTree) {
        var survey = Survey(tree: tree)
        let total = survey.walks(from: .question(tree.start), answers: [:])
        let human = survey.walks(from: .question(tree.human), answers: [:])
        count = total.count
        longest = max(total.longest, human.longest)
        reachedQuestions = survey.questions
        reachedOutcomes = survey.outcomes
        cycles = survey.cycles
        deadEnds = survey.deadEnds
    }
}

private struct Survey {
    struct Place: Hashable {
        let question: String
        /// Only the answers that some condition asks about.
        let answers: [String: [String]]
    }

    let tree: QuestionTree
    let asked: Set<String>
    var known: [Place: (count: Int, longest: Int)] = [:]
    var trail: [String] = []
    var questions: Set<String> = []
    var outcomes: Set<String> = []
    var cycles: [String: [String]] = [:]
    var deadEnds: [String: String] = [:]

    init(tree: QuestionTree) {
        self.tree = tree
        asked = Set(tree.questions.values.flatMap(\.routes).flatMap(\.conditions).map(\.question))
    }

    mutating func walks(
        from destination: Destination, answers: [String: [String]]
    ) -> (count: Int, longest: Int) {
        switch destination {
        case .outcome(let id):
            outcomes.insert(id)
            return (1, 0)
        case .question(let id):
            guard let question = tree.questions[id] else { return (0, 0) }
            if let start = trail.firstIndex(of: id) {
                if let last = trail.last { cycles[last] = Array(trail[start...]) + [id] }
                return (0, 0)
            }
            let place = Place(question: id, answers: answers)
            if let result = known[place] { return result }
            questions.insert(id)
            trail.append(id)
            var result = (count: 0, longest: 0)
            for choice in question.choices {
                guard let (destination, next) = step(question, choice, answers) else {
                    deadEnds[id] = choice.first ?? Option.unknown
                    continue
                }
                let rest = walks(from: destination, answers: next)
                let (sum, overflow) = result.count.addingReportingOverflow(rest.count)
                result = (overflow ? Int.max : sum, max(result.longest, rest.longest))
            }
            trail.removeLast()
            result.longest += 1
            known[place] = result
            return result
        }
    }

    private func step(
        _ question: Question, _ choice: [String], _ answers: [String: [String]]
    ) -> (Destination, [String: [String]])? {
        var next = answers
        next[question.id] = choice
        let given = next.mapValues { Answer.options($0) }
        if !asked.contains(question.id) { next[question.id] = nil }
        return question.destination(for: given).map { ($0, next) }
    }
}

extension Question {
    /// The answers that stand for all answers in a survey.
    fileprivate var choices: [[String]] {
        let single = options.map { [$0.id] }
        let own: [[String]] = kind == .words ? [[]] : []
        guard kind == .several else { return single + own }
        let sets = routes.map { route in
            route.conditions.filter { $0.question == id }.compactMap { $0.options.min() }
        }
        return single + sets.filter { $0.count > 1 }
    }
}
