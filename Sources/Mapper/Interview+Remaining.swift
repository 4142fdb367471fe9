extension Interview {
    /// About how many questions are left, the present one included: the mean over the options still open,
    /// each taken as equally likely, rounded to the nearest whole number. 0 at an outcome; 1 only where this is
    /// the last question whatever the answer.
    public var questionsLeft: Int {
        guard case .question(let question) = position else { return 0 }
        let answered = Dictionary(path.map { ($0.question.id, $0.answer) }, uniquingKeysWith: { $1 })
        var estimate = RemainingEstimate(tree: tree, answered: answered)
        let mean = estimate.questions(from: .question(question.id))
        return mean == 1 ? 1 : max(2, Int(mean.rounded()))
    }
}

/// The expected number of questions from a place in the tree, worked out once for each question.
private struct RemainingEstimate {
    let tree: QuestionTree
    let answered: [String: Answer]
    private var known: [String: Double] = [:]

    init(tree: QuestionTree, answered: [String: Answer]) {
        self.tree = tree
        self.answered = answered
    }

    mutating func questions(from place: Destination) -> Double {
        guard case .question(let id) = place, let question = tree.questions[id] else { return 0 }
        if let estimate = known[id] { return estimate }
        known[id] = 0  // a cycle in an unchecked tree ends here
        let ways = openWays(from: question)
        var sum = 0.0
        for way in ways { sum += questions(from: way) }
        let estimate = 1 + (ways.isEmpty ? 0 : sum / Double(ways.count))
        known[id] = estimate
        return estimate
    }

    /// One destination for each option; where routes decide, those that the answers so far do not rule out.
    private func openWays(from question: Question) -> [Destination] {
        let open = question.routes.filter { $0.conditions.allSatisfy { $0.holds(for: answered) != false } }
        let certain = open.firstIndex { $0.conditions.allSatisfy { $0.holds(for: answered) == true } }
        let routed = open.prefix(certain.map { $0 + 1 } ?? open.count).map(\.destination)
        if question.kind == .words { return routed }
        return question.options.flatMap { option in option.destination.map { [$0] } ?? routed }
    }
}
