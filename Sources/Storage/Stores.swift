public import BookingCore
public import CivilTime
public import Foundation

/// Where bookings are kept: in a file or, where the program was built for it, in a PostgreSQL database
/// (`postgresql://…`).
public enum Stores {
    /// True of the address of a server, as against a path.
    public static func isServer(_ address: String) -> Bool {
        ["postgresql://", "postgres://"].contains(where: address.hasPrefix)
    }

    /// An address as it may be printed: a server's without its password, a path as it is.
    ///
    /// It hides too much rather than too little: libpq takes passwords that are no proper part of an address.
    public static func shown(_ address: String) -> String {
        guard isServer(address), let scheme = address.range(of: "://") else { return address }
        let rest = address[scheme.upperBound...]
        let (account, place) = rest.lastIndex(of: "@").map { (rest[..<$0], rest[$0...]) } ?? ("", rest)
        let user = account.prefix { $0 != ":" }
        let parts = place.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let options = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !isSecret($0) }
        return address[..<scheme.upperBound] + user + (parts.first ?? "")
            + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    /// True of `password=…` and `sslpassword=…`, in whatever way they are written.
    private static func isSecret(_ option: Substring) -> Bool {
        let name = String(option.prefix { $0 != "=" })
        return name.removingPercentEncoding?.contains("password") ?? true
    }

    /// Makes a new, empty store. Nothing of it is there where it could not be made whole.
    ///
    /// - Parameters:
    ///   - isDemonstration: true for a store of made-up people and times; it stays so.
    ///   - mainUser: who manages accounts in it, with the hash of their password; nil where no hash is known yet.
    public static func create(
        _ address: String, isDemonstration: Bool = false,
        mainUser: (member: StaffMember, passwordHash: String?)? = nil
    ) throws {
        try create(address, isDemonstration: isDemonstration) { connection in
            guard let mainUser else { return }
            try StaffTable(connection: connection).insert(
                mainUser.member, passwordHash: mainUser.passwordHash, now: Date())
        }
    }

    /// - Parameter fill: puts rows into the empty tables, while nothing counts or refuses them yet.
    private static func create(
        _ address: String, isDemonstration: Bool,
        filling fill: ((any SQLConnection) throws -> Void)?
    ) throws {
        try StoreFailure.converting {
            guard isServer(address) else {
                return try StoreFile.create(path: address, isDemonstration: isDemonstration, filling: fill)
            }
            #if PostgreSQL
            try PostgreSQLStore.create(address: address, isDemonstration: isDemonstration, filling: fill)
            #else
            throw StoreFailure.withoutPostgreSQL
            #endif
        }
    }

    /// Opens an existing store that this version of the program understands.
    ///
    /// - Parameters:
    ///   - clock: the county's, by which parts of the day and weeks are told.
    ///   - reminders: when clients are reminded of what is booked or moved through it.
    public static func open(
        _ address: String, clock: WallClock, reminders: [TimeSpan] = Reminders.usual
    ) throws -> any BookingStore {
        try open(StoreFailure.converting { try connection(address) }, clock: clock, reminders: reminders)
    }

    /// The store on a connection that is open already.
    package static func open(
        _ connection: any SQLConnection, clock: WallClock, reminders: [TimeSpan] = Reminders.usual
    ) -> any BookingStore {
        SQLStore(connection, clock: clock, reminders: reminders)
    }

    /// What is wrong in a store, one line each; empty for a sound one.
    public static func check(_ address: String) throws -> [String] {
        try StoreFailure.converting { try StoreCheck(connection: connection(address)).faults() }
    }

    /// Brings a store up to date with this program. Opening a file does that too; a server's store waits for whoever
    /// owns its tables.
    ///
    /// - Returns: the step of the schema that it was at before anything was done here, and the one it is at now.
    public static func migrate(_ address: String) throws -> (from: Int, to: Int) {
        try StoreFailure.converting {
            guard isServer(address) else {
                let done = try StoreFile.migrated(address)
                return (done.from, done.to)
            }
            #if PostgreSQL
            return try PostgreSQLStore.migrate(address: address)
            #else
            throw StoreFailure.withoutPostgreSQL
            #endif
        }
    }

    /// The step of the schema that a store is at; nothing is changed by looking.
    static func version(_ address: String) throws -> Int {
        guard isServer(address) else { return try StoreFile.unchanged(address).version }
        #if PostgreSQL
        return try PostgreSQLStore.unchanged(address: address).version
        #else
        throw StoreFailure.withoutPostgreSQL
        #endif
    }

    package static func connection(_ address: String) throws -> any SQLConnection {
        guard isServer(address) else { return try StoreFile.connection(address) }
        #if PostgreSQL
        return try PostgreSQLStore.connection(address: address)
        #else
        throw StoreFailure.withoutPostgreSQL
        #endif
    }
}

/// What keeps a store, for whoever looks after it.
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

extension Stores {
    /// Looks at a store, and changes nothing.
    ///
    /// - Parameter now: what this machine's clock says.
    public static func condition(_ address: String, now: Date) throws -> StoreInfo {
        try StoreFailure.converting { try found(address, now: now) }
    }

    private static func found(_ address: String, now: Date) throws -> StoreInfo {
        guard isServer(address) else {
            let (connection, schema) = try StoreFile.unchanged(address)
            let version = try connection.text("SELECT sqlite_version()")
            return StoreInfo(engine: "SQLite \(version ?? "")", schema: schema, secondsAhead: nil)
        }
        #if PostgreSQL
        let (connection, schema) = try PostgreSQLStore.unchanged(address: address)
        let found = try connection.first(
            """
            SELECT split_part(current_setting('server_version'), ' ', 1),
                floor(extract(epoch FROM clock_timestamp()))::bigint
            """
        ) { (version: $0.next() as String, clock: $0.next() as Int) }
        return StoreInfo(
            engine: "PostgreSQL \(found?.version ?? "")", schema: schema,
            secondsAhead: found.map { $0.clock - now.seconds })
        #else
        throw StoreFailure.withoutPostgreSQL
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
