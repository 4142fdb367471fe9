public import BookingCore
public import Foundation

/// What keeps a store, for whoever looks after it.
public struct StoreCondition: Sendable, Equatable {
    /// For example `SQLite 3.40.1` or `PostgreSQL 15.14`.
    public let engine: String
    /// The step of the schema that the store is at.
    public let schema: Int
    /// How many seconds the server's clock is ahead of this machine's; nil for a file, which has no clock.
    public let secondsAhead: Int?

    /// What is wrong with the server's clock: more than a minute between it and ours. Times are compared with both.
    public var clockTrouble: StoreTrouble? {
        secondsAhead.flatMap { abs($0) > 60 ? .clock(seconds: $0) : nil }
    }
}

extension Stores {
    /// Looks at a store, and changes nothing.
    ///
    /// - Parameter now: what this machine's clock says.
    public static func condition(_ address: String, now: Date) throws(BookingError) -> StoreCondition {
        guard isServer(address) else {
            let (connection, schema) = try StoreFile.unchanged(address)
            let version = try connection.first("SELECT sqlite_version()") { $0.text(0) }
            return StoreCondition(engine: "SQLite \(version ?? "")", schema: schema, secondsAhead: nil)
        }
        #if PostgreSQL
            let (connection, schema) = try PostgreSQLStore.unchanged(address: address)
            let found = try connection.first(
                """
                SELECT split_part(current_setting('server_version'), ' ', 1),
                    floor(extract(epoch FROM clock_timestamp()))::bigint
                """
            ) { (version: $0.text(0), clock: $0.integer(1)) }
            return StoreCondition(
                engine: "PostgreSQL \(found?.version ?? "")", schema: schema,
                secondsAhead: found.map { $0.clock - now.seconds })
        #else
            throw .store(.withoutPostgreSQL)
        #endif
    }

    /// The version of the library for PostgreSQL; nil where the program was built without it.
    public static var serverLibrary: String? {
        #if PostgreSQL
            PostgreSQLConnection.library
        #else
            nil
        #endif
    }
}
