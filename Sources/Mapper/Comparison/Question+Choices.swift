extension Sequence<Question> {
    /// The sets of options of one question that some route looks at together, by question.
    var optionsLookedAtTogether: [String: [Set<String>]] {
        flatMap(\.routes).reduce(into: [:]) { sets, route in
            for (question, conditions) in Dictionary(grouping: route.conditions, by: \.question)
            where conditions.count > 1 {
                let set = Set(conditions.compactMap { $0.options.min() })
                if sets[question]?.contains(set) != true { sets[question, default: []].append(set) }
            }
        }
    }
}

extension Question {
    /// The answers that stand for all answers: each option alone, the sets that a route looks at together, and own
    /// words where they are taken.
    func choices(lookedAtTogether sets: [Set<String>]) -> [Answer] {
        let single = options.map { Answer.options([$0.id]) }
        switch kind {
        case .one: return single
        case .words: return single + [.words("…")]
        case .several:
            let free = options.filter { !$0.isExclusive }.map(\.id)
            let chosen = sets.map { set in free.filter(set.contains) }.filter { $0.count > 1 }
            let different = chosen.enumerated().filter { chosen.firstIndex(of: $0.element) == $0.offset }
            return single + different.map { .options($0.element) }
        }
    }
}
