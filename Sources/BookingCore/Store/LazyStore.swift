/// A store that is opened when it is first needed, and tried again when it is needed after that failed.
///
/// Keeps in mind whether it answers, so that what does not need it can go on meanwhile.
public final class LazyStore {
    /// How long to wait for the store to open.
    public static let patience = Duration.seconds(2)

    private let open: (_ limit: Duration) throws -> (any Store)?
    private let notice: (StoreFailure?) -> Void
    private var opened: (any Store)?
    /// How the store answered last; nil before that is known.
    private var last: (trouble: StoreFailure?, at: ContinuousClock.Instant)?
    /// What is taken for true until it is known.
    private let isThoughtClosed: Bool

    private struct StillOpening: Error {}

    /// A store that is open.
    public init(_ store: any Store) {
        open = { _ in store }
        notice = { _ in }
        isThoughtClosed = false
    }

    /// - Parameters:
    ///   - isThoughtClosed: `true` if it did not answer when it was last needed, before this program began.
    ///   - open: gives the store, or nil if it is not open within so long; throws what keeps it from being opened.
    ///   - notice: is told when it is first known whether the store answers, and when that changes.
    public init(
        isThoughtClosed: Bool, opening open: @escaping (_ limit: Duration) throws -> (any Store)?,
        noticing notice: @escaping (StoreFailure?) -> Void
    ) {
        self.isThoughtClosed = isThoughtClosed
        self.open = open
        self.notice = notice
    }

    /// Whether nothing can be booked, as far as it is known.
    var isClosed: Bool { last.map { $0.trouble != nil } ?? isThoughtClosed }

    /// `true` of a store that failed a moment ago: it need not be asked again for something of no weight.
    private var hasJustFailed: Bool { last.map { $0.trouble != nil && $0.at + .seconds(1) > .now } ?? false }

    /// The store; nil if it is not open within so long.
    private func store(within limit: Duration) throws -> (any Store)? {
        if opened == nil { opened = try open(limit) }
        return opened
    }

    /// The store.
    ///
    /// - Throws: `unreachable` if it is not open within the usual time.
    func store() throws -> any Store {
        guard let store = try store(within: Self.patience) else { throw StoreFailure.unreachable }
        return store
    }

    /// Asks the store, and remembers whether it answered.
    ///
    /// - Parameter limit: of the waiting until it is open, and again of that for its answer; nil for as long as the store
    ///   itself waits.
    func ask<Value>(within limit: Duration?, _ question: (any Store) throws -> Value) throws -> Value {
        do {
            let patience = min(limit ?? Self.patience, Self.patience)
            guard let store = try store(within: patience) else {
                // In a hurry that is no trouble yet.
                if patience == Self.patience { remember(.unreachable) }
                throw StillOpening()
            }
            let value =
                if let limit {
                    try store.hurry(within: limit) { try question(store) }
                } else {
                    try question(store)
                }
            remember(nil)
            return value
        } catch is StillOpening {
            throw StoreFailure.unreachable
        } catch let failure as StoreFailure {
            // One that is open and only cannot do this is not away.
            if opened == nil || failure.isOfWhole { remember(failure) }
            throw failure
        } catch {
            // Whatever it refuses, it answers.
            remember(nil)
            throw error
        }
    }

    /// What keeps the store from answering; nil if it answers within so long.
    func trouble(within limit: Duration) -> StoreFailure? {
        let isNew = opened == nil
        do {
            // One that was opened just now has answered.
            try ask(within: limit) { if !isNew { _ = try $0.isDemonstration() } }
            return nil
        } catch {
            return error as? StoreFailure
        }
    }

    /// Whether nothing can be booked, as far as that is known within so long. A store that is only slow to open is not
    /// closed, unless it was before; and one that answered last is not asked.
    func isKnownClosed(within limit: Duration) -> Bool {
        if last == nil || isClosed, !hasJustFailed { _ = trouble(within: limit) }
        return isClosed
    }

    private func remember(_ trouble: StoreFailure?) {
        let hasChanged = last.map { $0.trouble != trouble } ?? true
        last = (trouble, .now)
        if hasChanged { notice(trouble) }
    }
}
