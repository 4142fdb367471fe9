import BookingCore

/// How many seats of one time may have been taken at each moment: never fewer than really were.
struct Occupancy {
    /// In order of time, each with the number from then on.
    private var steps: [(at: UInt64, count: Int)] = [(0, 0)]

    init(_ attempts: [Attempt], _ cancelled: [BookingReference: Attempt]) {
        var changes: [(at: UInt64, by: Int)] = []
        for attempt in attempts where attempt.kind != .cancel && attempt.result != .refused {
            changes.append((attempt.began, 1))
            // What ended otherwise may have left its seat taken.
            guard attempt.result == .done else { continue }
            if attempt.kind == .holdAndLetGo { changes.append((attempt.ended, -1)) }
            if let end = attempt.reference.flatMap({ cancelled[$0] }) { changes.append((end.ended, -1)) }
        }
        var count = 0
        for change in changes.sorted(by: { ($0.at, -$0.by) < ($1.at, -$1.by) }) {
            count += change.by
            steps.append((change.at, count))
        }
    }

    /// The most at any moment of a span.
    func most(from: UInt64, until: UInt64) -> Int {
        var (low, high) = (0, steps.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if steps[middle].at <= from { low = middle } else { high = middle }
        }
        return steps[low...].prefix { $0.at <= until }.map(\.count).max() ?? 0
    }
}
