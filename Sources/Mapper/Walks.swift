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
    /// Questions from which some answer leads nowhere, each with one such answer's options; none for own words.
    public let deadEnds: [String: [String]]

    public init(of tree: QuestionTree) {
        var survey = Survey(tree: tree)
        let total = survey.walks(from: .question(tree.start), answers: [:])
        let human = survey.walks(from: .question(tree.human), answers: [:])
        let urgent = survey.walks(from: .question(tree.urgent), answers: [:])
        count = total.count
        longest = max(total.longest, human.longest, urgent.longest)
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
        /// Questions asked already that may come again: the rest is not the same after others.
        let asked: Set<String>
    }

    let tree: QuestionTree
    /// The questions that some condition asks about.
    let remembered: Set<String>
    /// The sets of options that some route asks for together, by question.
    let together: [String: [[String]]]
    /// The questions that arrows lead back to, if conditions do not prevent it.
    let circling: Set<String>
    var known: [Place: (count: Int, longest: Int)] = [:]
    var trail: [String] = []
    var questions: Set<String> = []
    var outcomes: Set<String> = []
    var cycles: [String: [String]] = [:]
    var deadEnds: [String: [String]] = [:]

    init(tree: QuestionTree) {
        self.tree = tree
        let routes = tree.questions.values.flatMap(\.routes)
        remembered = Set(routes.flatMap(\.conditions).map(\.question))
        together = routes.reduce(into: [:]) { sets, route in
            for (question, conditions) in Dictionary(grouping: route.conditions, by: \.question)
            where conditions.count > 1 {
                sets[question, default: []].append(conditions.compactMap { $0.options.min() })
            }
        }
        circling = tree.circlingQuestions
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
            // Once a circle is found the tree is faulty, and what is worked out again would only take time.
            let again = cycles.isEmpty && circling.contains(id) ? circling.intersection(trail) : []
            let place = Place(question: id, answers: answers, asked: again)
            if let result = known[place] { return result }
            questions.insert(id)
            trail.append(id)
            var result = (count: 0, longest: 0)
            for choice in choices(of: question) {
                guard let (destination, next) = step(question, choice, answers) else {
                    deadEnds[id] = choice
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
        if !remembered.contains(question.id) { next[question.id] = nil }
        return question.destination(for: given).map { ($0, next) }
    }

    /// The answers that stand for all answers in a survey.
    private func choices(of question: Question) -> [[String]] {
        let single = question.options.map { [$0.id] }
        let own: [[String]] = question.kind == .words ? [[]] : []
        return single + (question.kind == .several ? together[question.id, default: []] : own)
    }
}

extension QuestionTree {
    /// The questions on a circle of arrows, or between two of them: those left when questions that no other
    /// leads to, and questions that lead to no other, are taken away until there are none.
    fileprivate var circlingQuestions: Set<String> {
        var left = questions.values.flatMap { question in
            (question.options.compactMap(\.destination) + question.routes.map(\.destination))
                .compactMap { destination -> (from: String, to: String)? in
                    guard case .question(let id) = destination else { return nil }
                    return (question.id, id)
                }
        }
        while true {
            let from = Set(left.map(\.from))
            let to = Set(left.map(\.to))
            let kept = left.filter { to.contains($0.from) && from.contains($0.to) }
            if kept.count == left.count { return from }
            left = kept
        }
    }
}
