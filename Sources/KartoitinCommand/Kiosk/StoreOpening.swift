import BookingCore
import CivilTime
import ContentLibrary
import HostSystem
import Storage

/// Opens a store in a thread of its own, so that it is waited for only as long as wanted.
final class StoreOpening {
    /// A try that takes longer is given up for another one.
    private static let longest = Duration.seconds(6)
    /// A try that failed longer ago than this says nothing of now.
    private static let fresh = Duration.milliseconds(100)

    private let start: () -> Errand<any Store>
    private var errand: Errand<any Store>
    private var begun = ContinuousClock.now

    /// Begins at once.
    init(_ path: String, of county: CountyContext) {
        let (clock, reminders) = (county.clock, county.content.county.reminders)
        start = { Errand { try Stores.open(path, clock: clock, reminders: reminders) } }
        errand = start()
    }

    /// The store, given away once; nil if it is not open within so long.
    func store(within limit: Duration) throws -> (any Store)? {
        if begun + Self.longest < .now { begin() }
        do {
            return try errand.take(within: limit / .seconds(1))
        } catch {
            let isFresh = begun + Self.fresh > .now
            begin()
            // As long as the next try goes on, what the last one met is the best that is known.
            guard !isFresh, let store = try errand.take(within: limit / .seconds(1)) else { throw error }
            return store
        }
    }

    private func begin() {
        begun = .now
        errand = start()
    }
}
