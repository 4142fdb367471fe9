import BookingCore
import Foundation
import HostSystem

/// A store as a file: made and opened.
enum StoreFile {
    /// Makes a new store with the folders above it. Both are readable by their owner alone.
    ///
    /// A store that is killed while it is made is not there: the file gets its name only when it is whole.
    ///
    /// - Parameters:
    ///   - isDemonstration: true for a store of made-up people and times; it stays so.
    ///   - fill: puts rows into the empty tables, while nothing counts, refuses or compares them yet.
    static func create(
        path: String, isDemonstration: Bool = false,
        filling fill: ((any SQLConnection) throws -> Void)? = nil
    ) throws {
        try PrivateFile.make(path, convertingErrors: StoreFailure.making) {
            draft throws in
            let connection = try SQLiteConnection(path: draft)
            // Set before the first page is written: stays with the file.
            try connection.script("PRAGMA application_id = \(Schema.applicationID)")
            try migrate(connection)
            try connection.run(
                "INSERT INTO store (id, is_demonstration) VALUES (1, ?1)", [.integer(isDemonstration ? 1 : 0)])
            if let fill {
                try connection.withoutTriggers { try fill(connection) }
            }
            try connection.script("PRAGMA journal_mode = WAL")
        }
    }

    /// An existing store that this version of the program understands.
    static func connection(_ path: String) throws -> SQLiteConnection {
        try migrated(path).connection
    }

    /// The same, and what was done to bring it up to date: the steps of the schema before and after.
    static func migrated(
        _ path: String
    ) throws -> (connection: SQLiteConnection, from: Int, to: Int) {
        let (connection, found) = try unchanged(path)
        if connection.isReadOnly { throw StoreFailure.readOnly }
        // Up to 8 MB of pages: those of a county's coming weeks do not fit into the usual 2. What is removed is
        // overwritten, and nothing of a client is written to another place than the store. The log of changes grows to
        // 16 MB before it is worked in: a booking changes many pages, and many who book change the same ones.
        try connection.script(
            """
            PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000
            """)
        // A step may make a table anew that others refer to.
        let before = found < Schema.version ? try migrate(connection) : found
        try connection.script("PRAGMA foreign_keys = ON")
        return (connection, before, Schema.version)
    }

    /// An existing store as it is, and the step of the schema that it is at.
    static func unchanged(
        _ path: String
    ) throws -> (connection: SQLiteConnection, version: Int) {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreFailure.missing(path: path) }
        let connection = try SQLiteConnection(path: path)
        let id = try connection.integer("PRAGMA application_id")
        guard id == Schema.applicationID else { throw StoreFailure.notAStore }
        let found = try connection.integer("PRAGMA user_version") ?? 0
        guard found <= Schema.version else { throw StoreFailure.newer(found: found, known: Schema.version) }
        connection.knownVersion = Schema.version
        return (connection, found)
    }

    /// - Returns: the step that the store was at. Another program may have been first.
    @discardableResult
    private static func migrate(_ connection: SQLiteConnection) throws -> Int {
        try connection.transaction {
            let found = try connection.integer("PRAGMA user_version") ?? 0
            for migration in Schema.steps where migration.number > found {
                try connection.script(migration.sqlite)
                try migration.completion(connection)
                try connection.script("PRAGMA user_version = \(migration.number)")
            }
            let isDangling = try connection.first("PRAGMA foreign_key_check", []) { $0.next() as String } != nil
            if isDangling { throw SQLError.other("rows refer to rows that are not there") }
            return found
        }
    }
}

extension StoreFailure {
    /// What a database file that could not be made means for its store.
    static func making(_ error: PrivateFile.MakingError) -> StoreFailure {
        switch error {
        case .exists(let path): .alreadyThere(path: path)
        case .folderNotMade(let folder): .other("the folder \(folder) cannot be made")
        case .folderNotWritable(let folder): .other("nothing can be written to the folder \(folder)")
        case .notNamed(let path): .other("\(path) cannot be made")
        }
    }
}
