/// The places of a finished exploration and the ways between them, without circles: what is told of all walks is worked
/// out here, place by place.
struct PathGraph: Sendable {
    struct Place: Sendable {
        let question: String
        /// In the order of the question's options.
        let ways: [Way]
    }

    struct Way: Sendable {
        /// Option ids; none for own words.
        let options: [String]
        let end: End
    }

    enum End: Sendable, Equatable {
        case place(Int)
        case outcome(String)
        /// No walk ends here: a circle, a question that is missing, or no way on.
        case none
    }

    /// Every way leads to an earlier place.
    let places: [Place]
    let entrances: [QuestionTree.Entrance: Int]

    init(_ explorer: PathExplorer, entrances: [QuestionTree.Entrance: Int]) {
        var numbers = Array(repeating: 0, count: explorer.places.count)
        for (number, place) in explorer.order.enumerated() { numbers[place] = number }
        places = explorer.order.map { number in
            let place = explorer.places[number]
            let question = explorer.tree.questions[place.question]
            let ways = zip(question.choices, place.ways).map { choice, way in
                let end: End =
                    switch way {
                    case .place(let next): .place(numbers[next])
                    case .outcome(let id): .outcome(id)
                    case .circle, .missing, .nowhere: .none
                    }
                return Way(options: choice.options, end: end)
            }
            return Place(question: question.id, ways: ways)
        }
        self.entrances = entrances.mapValues { numbers[$0] }
    }

    var outcomes: Set<String> { Set(places.flatMap(\.ways).compactMap(\.outcome)) }

    /// How many walks there are from a place; stops counting at `Int.max`.
    func count(from start: Int) -> Int {
        var counts: [Int] = []
        for place in places[...start] {
            counts.append(
                place.ways.reduce(0) { sum, way in
                    switch way.end {
                    case .place(let next): sum.addingUpToMax(counts[next])
                    case .outcome: sum.addingUpToMax(1)
                    case .none: sum
                    }
                })
        }
        return counts.last ?? 0
    }

    /// The most questions that are asked from a place on.
    func longest(from start: Int) -> Int {
        var longest: [Int] = []
        for place in places[...start] {
            longest.append(1 + (place.ways.compactMap(\.place).map { longest[$0] }.max() ?? 0))
        }
        return longest.last ?? 0
    }

    func outcomes(from start: Int) -> Set<String> {
        var outcomes: Set<String> = []
        var isReached = Array(repeating: false, count: start + 1)
        isReached[start] = true
        for number in (0...start).reversed() where isReached[number] {
            outcomes.formUnion(places[number].ways.compactMap(\.outcome))
            for next in places[number].ways.compactMap(\.place) { isReached[next] = true }
        }
        return outcomes
    }
}

extension PathGraph {
    /// For each place whether some walk from there ends at an outcome.
    func places(leadingTo outcome: String) -> [Bool] {
        var leading = Array(repeating: false, count: places.count)
        for (number, place) in places.enumerated() {
            for way in place.ways {
                switch way.end {
                case .place(let next): if leading[next] { leading[number] = true }
                case .outcome(let id): if id == outcome { leading[number] = true }
                case .none: break
                }
            }
        }
        return leading
    }
}

extension PathGraph.Way {
    var place: Int? {
        guard case .place(let number) = end else { return nil }
        return number
    }

    var outcome: String? {
        guard case .outcome(let id) = end else { return nil }
        return id
    }
}

extension PathGraph {
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

extension PathGraph.Place {
    fileprivate func end(of option: String) -> PathGraph.End {
        ways.first { $0.options == [option] }?.end ?? .none
    }
}

extension PathGraph.End {
    /// `false` for an end that is told as a fault already.
    fileprivate func exists(in tree: QuestionTree) -> Bool {
        switch self {
        case .place: true
        case .outcome(let id): tree.outcomes[id] != nil
        case .none: false
        }
    }
}
