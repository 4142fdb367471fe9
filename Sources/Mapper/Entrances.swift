/// Where somebody begins who knows already what they need.
public struct Entrances {
    private var reach: TreeReach

    public init(tree: QuestionTree) { reach = TreeReach(tree: tree) }

    /// Every outcome that a walk from there may end at.
    public mutating func outcomes(from place: Destination) -> Set<String> { reach.ahead(of: place).outcomes }

    /// The question that leads to all of these outcomes and to as few others as any; of several such the earliest one.
    /// Nil where none leads to them all.
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
