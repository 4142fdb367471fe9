public import BookingCore
public import CivilTime
public import Foundation

/// Where bookings are kept: in a file or, where the program was built for it, in a PostgreSQL database
/// (`postgresql://…`).
public enum Stores {
    /// `true` if it is the address of a server, `false` of a path.
    public static func isServer(_ address: String) -> Bool { StoreAddress.isServer(address) }

    /// An address as it may be printed: a server's without its password, a path as it is.
    public static func shown(_ address: String) -> String { StoreAddress.shown(address) }

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
    ) throws -> any Store {
        try open(StoreFailure.converting { try connection(address) }, clock: clock, reminders: reminders)
    }

    /// The store on a connection that is open already.
    package static func open(
        _ connection: any SQLConnection, clock: WallClock, reminders: [TimeSpan] = Reminders.usual
    ) -> any Store {
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

    /// Copies a store in a file to a new one, readable by its owner alone, while others go on writing. A store of an older
    /// version is copied as it is.
    ///
    /// - Parameter file: gets its name when the copy is whole; a file that is there stays as it is.
    /// - Returns: what is wrong in the copy, one line each; empty for a sound one.
    public static func backUp(_ path: String, to file: String) throws -> [String] {
        try StoreFailure.converting { try SQLiteBackup.make(of: path, to: file) }
    }

    /// Moves a county: makes a new store that holds every row of another one, on whichever engine.
    ///
    /// The new store is there when it is whole and was compared with the old one, and not before. On a server what was
    /// cut goes on where it stopped when it is started again; a file begins anew. Meanwhile nobody can write to the
    /// old store, so that no booking is left behind in it; it is not changed.
    ///
    /// - Returns: how many rows there are.
    /// - Throws: `StoreFailure` where the old store has faults or waits for `migrate`, or where the new one is there.
    public static func copy(
        _ address: String, to target: String, progress: @escaping (CopyProgress) -> Void
    ) throws -> Int {
        try StoreFailure.converting { try copyAll(address, to: target, progress: progress) }
    }

    private static func copyAll(
        _ address: String, to target: String, progress: @escaping (CopyProgress) -> Void
    ) throws -> Int {
        let found = try version(address)
        guard found == Schema.version else {
            throw StoreFailure.older(path: shown(address), found: found, known: Schema.version)
        }
        let source = try connection(address)
        let faults = try StoreCheck(connection: source).faults()
        guard faults.isEmpty else { throw StoreFailure.faulty(path: shown(address), faults: faults.count) }
        let isDemonstration = try source.integer("SELECT is_demonstration FROM store") == 1
        guard isServer(target) else {
            return try StoreCopy.copy(source, toFile: target, isDemonstration: isDemonstration, progress: progress)
        }
        #if PostgreSQL
        return try StoreCopy.copy(
            source, toServer: target, isDemonstration: isDemonstration, progress: progress)
        #else
        throw StoreFailure.withoutPostgreSQL
        #endif
    }

    /// Looks at the server of a store, and changes nothing. The store need not be there, and the login may have no
    /// rights.
    public static func server(_ address: String) throws -> ServerDiagnosis {
        #if PostgreSQL
        try StoreFailure.converting { try ServerInspection.diagnosis(address: address) }
        #else
        throw StoreFailure.withoutPostgreSQL
        #endif
    }

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
