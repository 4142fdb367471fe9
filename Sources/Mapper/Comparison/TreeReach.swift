/// What may still come from a place in a tree, whatever is answered.
struct TreeReach {
    struct Ahead {
        /// Questions that may still be asked.
        var questions: Set<String> = []
        /// Questions whose answers may still decide something.
        var asked: Set<String> = []
    }

    let tree: QuestionTree
    private var known: [String: Ahead] = [:]

    init(tree: QuestionTree) { self.tree = tree }

    /// Nothing from an outcome.
    mutating func ahead(of place: Destination) -> Ahead {
        guard case .question(let start) = place else { return Ahead() }
        if let ahead = known[start] { return ahead }
        var ahead = Ahead()
        var open = [start]
        while let id = open.popLast() {
            guard let question = tree.questions[id], ahead.questions.insert(id).inserted else { continue }
            ahead.asked.formUnion(question.routes.flatMap(\.conditions).map(\.question))
            let next = question.options.compactMap(\.destination) + question.routes.map(\.destination)
            for case .question(let id) in next { open.append(id) }
        }
        known[start] = ahead
        return ahead
    }
}
