extension WalkMap {
    /// Options that change nothing, by question, in its order; see `Walks.idleOptions`.
    func idleOptions(of tree: QuestionTree) -> [String: [String]] {
        let asked = tree.questions.values.flatMap(\.routes).flatMap(\.conditions)
            .reduce(into: [:]) { asked, condition in
                asked[condition.question, default: Set()].formUnion(condition.options)
            }
        var idle: [String: [String]] = [:]
        for question in tree.questions.values where !question.describes {
            guard let unknown = question.option(Option.unknown) else { continue }
            idle[question.id] = question.options.filter { option in
                !option.isExclusive && option.flags.isSubset(of: unknown.flags)
                    && asked[question.id]?.contains(option.id) != true
            }.map(\.id)
        }
        for place in places {
            guard let candidates = idle[place.question], !candidates.isEmpty else { continue }
            let unknown = place.end(of: Option.unknown)
            idle[place.question] = candidates.filter { place.end(of: $0) == unknown && unknown.exists(in: tree) }
        }
        let reached = Set(places.map(\.question))
        return idle.filter { id, options in
            // One option that goes where "unknown" goes is the usual way on ("no"), as long as another leads elsewhere.
            let others = tree.questions[id]?.options.count { !$0.isExclusive && !options.contains($0.id) } ?? 0
            return reached.contains(id) && (options.count > 1 || (options.count == 1 && others == 0))
        }
    }
}

extension WalkMap.Place {
    fileprivate func end(of option: String) -> WalkMap.End {
        ways.first { $0.options == [option] }?.end ?? .none
    }
}

extension WalkMap.End {
    /// False for an end that is told as a fault already.
    fileprivate func exists(in tree: QuestionTree) -> Bool {
        switch self {
        case .place: true
        case .outcome(let id): tree.outcomes[id] != nil
        case .none: false
        }
    }
}
