/// One walk through a tree: what was answered, and where it ended.
public struct Walk: Sendable, Equatable {
    public struct Step: Sendable, Equatable {
        public let question: String
        /// Option ids in the question's order; none for own words.
        public let options: [String]
    }

    public let steps: [Step]
    public let outcome: String
}

/// All walks from one entrance that end at one outcome.
public struct WalksToOutcome: Sendable {
    public let outcome: String
    public let entrance: QuestionTree.Entrance
    /// Stops counting at `Int.max`.
    public let count: Int
    /// The fewest and the most questions that are asked on the way.
    public let shortest: Int
    public let longest: Int
    /// One of the shortest.
    public let example: Walk
    let graph: PathGraph
}

extension WalksToOutcome: Sequence {
    /// Walk after walk, in the order of the questions' options. Each is found when it is asked for, so that the
    /// first few of very many take no time.
    public func makeIterator() -> some IteratorProtocol<Walk> { WalkIterator(self) }
}

private struct WalkIterator: IteratorProtocol {
    private let graph: PathGraph
    private let outcome: String
    /// Places from which no walk ends at the outcome are passed over.
    private let leads: [Bool]
    private var trail: [(place: Int, way: Int)]

    init(_ walks: WalksToOutcome) {
        graph = walks.graph
        outcome = walks.outcome
        leads = walks.graph.places(leadingTo: walks.outcome)
        trail = walks.graph.entrances[walks.entrance].map { [($0, 0)] } ?? []
    }

    mutating func next() -> Walk? {
        while let (place, way) = trail.last {
            guard way < graph.places[place].ways.count else {
                trail.removeLast()
                continue
            }
            trail[trail.count - 1].way += 1
            switch graph.places[place].ways[way].end {
            case .place(let next): if leads[next] { trail.append((next, 0)) }
            case .outcome(outcome): return Walk(steps: trail.map { step($0.place, $0.way - 1) }, outcome: outcome)
            case .outcome, .none: break
            }
        }
        return nil
    }

    private func step(_ place: Int, _ way: Int) -> Walk.Step {
        Walk.Step(question: graph.places[place].question, options: graph.places[place].ways[way].options)
    }
}
