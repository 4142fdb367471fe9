public import BookingCore

/// What keeps a store, for its administrator.
public struct StoreInfo: Sendable, Equatable {
    /// For example `SQLite 3.40.1` or `PostgreSQL 15.14`.
    public let engine: String
    /// The step of the schema that the store is at.
    public let schema: Int
    /// How many seconds the server's clock is ahead of this machine's; nil for a file, which has no clock.
    public let secondsAhead: Int?

    /// What is wrong with the server's clock: more than a minute between it and ours. Times are compared with both.
    public var clockTrouble: StoreFailure? {
        secondsAhead.flatMap { abs($0) > 60 ? .clock(seconds: $0) : nil }
    }
}
