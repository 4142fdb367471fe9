/// Every walk through a tree, counted without walking each one: where branches meet and the same conditions hold
/// that something further on asks about, the rest is worked out once.
///
/// A walk chooses one option at each question. Where several options may be chosen at once, each of them
/// alone stands for the combinations it is part of, and so does each set that a route asks for.
public struct Walks: Sendable {
    /// `false` if the rest is known of a part of the tree only: it has more places than were to be visited.
    public let isComplete: Bool
    /// How many walks there are from the start; stops counting at `Int.max`.
    public let count: Int
    /// The number of questions on the longest walk.
    public let longest: Int
    public let reachedQuestions: Set<String>
    public let reachedOutcomes: Set<String>
    /// Questions whose answers lead back to a question already asked, each with one such circle.
    public let cycles: [String: [String]]
    /// Questions from which some answer leads nowhere, each with one such answer's options; none for own words.
    public let deadEnds: [String: [String]]
    /// Options that change nothing, by question: wherever a walk chooses one it goes on as after "unknown", no
    /// flag tells them apart, and no route asks for the option. One alone is no such option where another leads
    /// elsewhere. Questions that only describe have none.
    public let idleOptions: [String: [String]]
    let graph: PathGraph

    /// - Parameter limit: of places. A place is a question with the conditions that hold there and still matter; each
    ///   condition on an answer far back may double them. A million take some seconds and about a gigabyte.
    public init(of tree: QuestionTree, limit: Int = 1_000_000) {
        var explorer = PathExplorer(NumberedTree(tree), limit: limit)
        var entrances: [QuestionTree.Entrance: Int] = [:]
        for entrance in QuestionTree.Entrance.allCases {
            entrances[entrance] = explorer.explore(from: tree.question(at: entrance))
        }
        let graph = PathGraph(explorer, entrances: entrances)
        self.graph = graph
        isComplete = explorer.isComplete
        count = graph.entrances[.start].map { graph.count(from: $0) } ?? 0
        longest = graph.entrances.values.map { graph.longest(from: $0) }.max() ?? 0
        reachedQuestions = Set(explorer.places.map { explorer.tree.questions[$0.question].id })
        reachedOutcomes = graph.outcomes
        cycles = explorer.cycles
        deadEnds = explorer.deadEnds
        idleOptions = graph.idleOptions(of: tree)
    }

    /// The outcomes that some walk from an entrance ends at.
    public func outcomes(from entrance: QuestionTree.Entrance) -> Set<String> {
        graph.entrances[entrance].map { graph.outcomes(from: $0) } ?? []
    }
}

extension Walks {
    /// The walks to each outcome that any reaches, by the outcome's id: those from the start; where none of them
    /// ends there, those of the way to a human being, else those of urgent help.
    public var toOutcomes: [WalksToOutcome] {
        var found: [String: WalksToOutcome] = [:]
        for entrance in QuestionTree.Entrance.allCases {
            guard let start = graph.entrances[entrance] else { continue }
            for walks in graph.walksToOutcomes(from: start, of: entrance) where found[walks.outcome] == nil {
                found[walks.outcome] = walks
            }
        }
        return found.values.sorted { $0.outcome < $1.outcome }
    }
}

extension PathGraph {
    /// What is known of all walks from an entrance to a place, or to an outcome.
    private struct Arrival {
        var count = 0
        var shortest = Int.max
        var longest = 0
        /// The place before on a shortest walk, and its way here.
        var before: (place: Int, way: Int)?

        mutating func add(_ arrival: Arrival, from place: Int, by way: Int) {
            count = count.addingUpToMax(arrival.count)
            longest = Swift.max(longest, arrival.longest + 1)
            if arrival.shortest + 1 < shortest {
                shortest = arrival.shortest + 1
                before = (place, way)
            }
        }
    }

    fileprivate func walksToOutcomes(from start: Int, of entrance: QuestionTree.Entrance) -> [WalksToOutcome] {
        var arrivals = Array(repeating: Arrival(), count: start + 1)
        arrivals[start] = Arrival(count: 1, shortest: 0)
        var ends: [String: Arrival] = [:]
        for number in (0...start).reversed() where arrivals[number].count > 0 {
            for (index, way) in places[number].ways.enumerated() {
                switch way.end {
                case .place(let next): arrivals[next].add(arrivals[number], from: number, by: index)
                case .outcome(let id): ends[id, default: Arrival()].add(arrivals[number], from: number, by: index)
                case .none: break
                }
            }
        }
        return ends.map { outcome, end in
            var steps: [Walk.Step] = []
            var last = end.before
            while let (place, way) = last {
                steps.append(Walk.Step(question: places[place].question, options: places[place].ways[way].options))
                last = arrivals[place].before
            }
            return WalksToOutcome(
                outcome: outcome, entrance: entrance, count: end.count, shortest: end.shortest, longest: end.longest,
                example: Walk(steps: steps.reversed(), outcome: outcome), graph: self)
        }
    }
}

extension Int {
    /// The sum; `Int.max` where it would be more.
    func addingUpToMax(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
