/// The most questions that may follow from a place in the tree, worked out once for each question.
struct RemainingQuestions {
    /// A question whose ways on are being followed. A list of them and no recursion: walks may be long.
    private struct Visit {
        let question: String
        let ways: [Destination]
        var followed = 0
        var most = 0
    }

    let tree: QuestionTree
    let answered: [String: Answer]
    private var known: [String: Int] = [:]

    init(tree: QuestionTree, answered: [String: Answer]) {
        self.tree = tree
        self.answered = answered
    }

    mutating func count(from first: Question) -> Int {
        var visits = [visit(to: first)]
        while let visit = visits.last {
            if visit.followed < visit.ways.count {
                let way = visit.ways[visit.followed]
                if let count = count(of: way) {
                    visits[visits.count - 1].followed += 1
                    visits[visits.count - 1].most = max(visit.most, count)
                } else if case .question(let id) = way, let question = tree.questions[id] {
                    visits.append(self.visit(to: question))
                }
                continue
            }
            known[visit.question] = 1 + visit.most
            visits.removeLast()
        }
        return known[first.id] ?? 0
    }

    private mutating func visit(to question: Question) -> Visit {
        known[question.id] = 0  // a cycle in an unchecked tree ends here
        return Visit(question: question.id, ways: openWays(from: question))
    }

    /// `nil` for a question that was not visited yet.
    private func count(of way: Destination) -> Int? {
        guard case .question(let id) = way, tree.questions[id] != nil else { return 0 }
        return known[id]
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
