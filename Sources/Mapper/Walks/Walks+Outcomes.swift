extension Walks {
    /// The walks to each outcome that any reaches, by the outcome's id: those from the start; where none of them
    /// ends there, those of the way to a human being, else those of urgent help.
    public var toOutcomes: [WalksToOutcome] {
        var found: [String: WalksToOutcome] = [:]
        for entrance in Entrance.allCases {
            guard let start = map.entrances[entrance] else { continue }
            for walks in map.walksToOutcomes(from: start, of: entrance) where found[walks.outcome] == nil {
                found[walks.outcome] = walks
            }
        }
        return found.values.sorted { $0.outcome < $1.outcome }
    }
}

extension WalkMap {
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

    fileprivate func walksToOutcomes(from start: Int, of entrance: Walks.Entrance) -> [WalksToOutcome] {
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
                example: Walk(steps: steps.reversed(), outcome: outcome), map: self)
        }
    }
}
