/// What may still come from a place in a tree, whatever is answered.
struct TreeReach {
    struct Ahead {
        /// Questions that may still be asked.
        var questions: Set<String> = []
        /// Questions whose answers may still decide something.
        var asked: Set<String> = []
        var outcomes: Set<String> = []
    }

    let tree: QuestionTree
    private var known: [String: Ahead] = [:]

    init(tree: QuestionTree) { self.tree = tree }

    /// From an outcome nothing but itself.
    mutating func ahead(of place: Destination) -> Ahead {
        guard case .question(let start) = place else {
            if case .outcome(let id) = place { return Ahead(outcomes: [id]) }
            return Ahead()
        }
        if let ahead = known[start] { return ahead }
        var ahead = Ahead()
        var open = [start]
        while let id = open.popLast() {
            guard let question = tree.questions[id], ahead.questions.insert(id).inserted else { continue }
            ahead.asked.formUnion(question.routes.flatMap(\.conditions).map(\.question))
            let next = question.options.compactMap(\.destination) + question.routes.map(\.destination)
            for case .question(let id) in next { open.append(id) }
            for case .outcome(let id) in next { ahead.outcomes.insert(id) }
        }
        known[start] = ahead
        return ahead
    }
}
