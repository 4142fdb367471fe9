/// Questions to begin at for a person whose need is known already.
public struct EntryPoints {
    private var reach: TreeReach

    public init(tree: QuestionTree) { reach = TreeReach(tree: tree) }

    /// Every outcome that a walk from there may end at.
    public mutating func outcomes(from place: Destination) -> Set<String> { reach.ahead(of: place).outcomes }

    /// The question that leads to all of these outcomes and to as few others as any; of several such the earliest one.
    /// `nil` if none leads to them all.
    public mutating func question(leadingTo outcomes: Set<String>) -> String? {
        guard !outcomes.isEmpty else { return nil }
        var best: (id: String, others: Int, questions: Int)?
        for id in reach.tree.questions.keys.sorted() {
            let ahead = reach.ahead(of: .question(id))
            guard outcomes.isSubset(of: ahead.outcomes) else { continue }
            let found = (id: id, others: ahead.outcomes.count, questions: ahead.questions.count)
            if let best, (best.others, -best.questions) <= (found.others, -found.questions) { continue }
            best = found
        }
        return best?.id
    }
}

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
