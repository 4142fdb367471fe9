extension Sequence<Question> {
    /// The sets of options of one question that some route asks for together, by question.
    var optionsAskedTogether: [String: [Set<String>]] {
        flatMap(\.routes).reduce(into: [:]) { sets, route in
            guard route.conditions.count > 1 else { return }
            for (question, conditions) in Dictionary(grouping: route.conditions, by: \.question)
            where conditions.count > 1 {
                let set = Set(conditions.compactMap { $0.options.min() })
                if sets[question]?.contains(set) != true { sets[question, default: []].append(set) }
            }
        }
    }
}

extension Question {
    /// The answers that stand for all answers: each option alone, the sets that may be chosen together and that a
    /// route asks for, and own words where they are taken.
    func choices(askedTogether sets: [Set<String>]) -> [Answer] {
        let single = options.map { Answer.options([$0.id]) }
        switch kind {
        case .one: return single
        case .words: return single + [.words("…")]
        case .several:
            let free = options.filter { !$0.isExclusive }.map(\.id)
            var known: Set<[String]> = []
            let together = sets.map { set in free.filter(set.contains) }
                .filter { $0.count > 1 && known.insert($0).inserted }
            return single + together.map { .options($0) }
        }
    }
}
