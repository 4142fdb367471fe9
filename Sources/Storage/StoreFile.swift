import BookingCore
import Foundation

/// A store as a file: made and opened.
enum StoreFile {
    /// Makes a new store with the folders above it. Both are readable by their owner alone.
    ///
    /// A store that is killed while it is made is not there: the file gets its name only when it is whole.
    ///
    /// - Parameter isDemonstration: true for a store of made-up people and times; it stays so.
    static func create(path: String, isDemonstration: Bool = false) throws(BookingError) {
        guard !FileManager.default.fileExists(atPath: path) else { throw .store(.alreadyThere(path: path)) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let draft = "\(path).\(getpid()).new"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .store(.other("the folder \(folder) cannot be made"))
        }
        defer { removeDraft(draft) }
        guard
            FileManager.default.createFile(
                atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw .store(.other("nothing can be written to the folder \(folder)")) }
        try fill(draft, isDemonstration)
        // link() refuses where another program was faster, which rename() would not.
        guard link(draft, path) == 0 else {
            throw .store(errno == EEXIST ? .alreadyThere(path: path) : .other("\(path) cannot be made"))
        }
    }

    /// An existing store that this version of the program understands.
    static func connection(_ path: String) throws(BookingError) -> SQLiteConnection {
        guard FileManager.default.fileExists(atPath: path) else { throw .store(.missing(path: path)) }
        let connection = try SQLiteConnection(path: path)
        let id = try connection.first("PRAGMA application_id") { $0.integer(0) }
        guard id == Schema.applicationID else { throw .store(.notAStore) }
        let found = try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
        guard found <= Schema.version else { throw .store(.newer(found: found, known: Schema.version)) }
        if connection.isReadOnly { throw .store(.readOnly) }
        // Up to 8 MB of pages: those of a county's coming weeks do not fit into the usual 2.
        try connection.script("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000")
        if found < Schema.version { try migrate(connection) }
        return connection
    }

    private static func fill(_ path: String, _ isDemonstration: Bool) throws(BookingError) {
        let connection = try SQLiteConnection(path: path)
        // Set before the first page is written: stays with the file.
        try connection.script("PRAGMA application_id = \(Schema.applicationID)")
        try migrate(connection)
        try connection.run(
            "INSERT INTO store (id, is_demonstration) VALUES (1, ?1)", [.integer(isDemonstration ? 1 : 0)])
        try connection.script("PRAGMA journal_mode = WAL")
    }

    private static func migrate(_ connection: SQLiteConnection) throws(BookingError) {
        try connection.transaction { () throws(BookingError) in
            let found = try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
            for migration in Schema.migrations where migration.number > found {
                try connection.script(migration.sql)
                try connection.script("PRAGMA user_version = \(migration.number)")
            }
        }
    }

    private static func removeDraft(_ draft: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: draft + suffix)
        }
    }
}
