extension TreeComparison {
    /// Compares the walks from the start, then those from the ways to a human being and to urgent help that no
    /// walk from the start came to.
    ///
    /// Of several options each alone stands for the combinations it is part of, and so does each set that a
    /// route of either tree asks for.
    public init(of old: QuestionTree, with new: QuestionTree) {
        var explorer = JointExplorer(old: old, new: new)
        var walks = 0
        var changes: [Change] = []
        for (was, now) in [(old.start, new.start), (old.human, new.human), (old.urgent, new.urgent)] {
            if explorer.hasReached(was, now) { continue }
            for found in explorer.ends(from: was, and: now) {
                walks = walks.addingUpToMax(found.count)
                if found.was == found.now { continue }
                if let same = changes.firstIndex(where: { $0.was == found.was && $0.now == found.now }) {
                    changes[same] = Change(
                        was: found.was, now: found.now, count: changes[same].count.addingUpToMax(found.count),
                        example: changes[same].example)
                } else {
                    changes.append(found)
                }
            }
        }
        let sorted = changes.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
        self.init(walks: walks, changes: sorted)
    }
}
