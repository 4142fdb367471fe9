public import BookingCore
import Foundation

/// A store as a file: made, opened and checked.
public enum StoreFile {
    /// Makes a new store with the folders above it. Both are readable by their owner alone.
    ///
    /// A store that is killed while it is made is not there: the file gets its name only when it is whole.
    ///
    /// - Parameters:
    ///   - isDemonstration: true for a store of made-up people and times; it stays so.
    ///   - mainUser: who manages accounts in it, with the hash of their password; nil where no hash is known yet.
    public static func create(
        path: String, isDemonstration: Bool = false, mainUser: (member: StaffMember, passwordHash: String?)? = nil
    ) throws(BookingError) {
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
        try fill(draft, isDemonstration, mainUser)
        // link() refuses where another program was faster, which rename() would not.
        guard link(draft, path) == 0 else {
            throw .store(errno == EEXIST ? .alreadyThere(path: path) : .other("\(path) cannot be made"))
        }
    }

    /// Opens an existing store that this version of the program understands.
    ///
    /// - Parameter reminders: when clients are reminded of what is booked or moved through it.
    public static func open(
        path: String, reminders: [ReminderTime] = ReminderTime.usual
    ) throws(BookingError) -> any BookingStore {
        try SQLBookingStore(connection(path), reminders: reminders)
    }

    /// What is wrong in a store, one line each; empty for a sound one.
    public static func check(path: String) throws(BookingError) -> [String] {
        try StoreCheck(connection: connection(path)).faults()
    }

    static func connection(_ path: String) throws(BookingError) -> SQLiteConnection {
        guard FileManager.default.fileExists(atPath: path) else { throw .store(.missing(path: path)) }
        let connection = try SQLiteConnection(path: path)
        let id = try connection.first("PRAGMA application_id") { $0.integer(0) }
        guard id == Schema.applicationID else { throw .store(.notAStore) }
        let found = try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
        guard found <= Schema.version else { throw .store(.newer(found: found, known: Schema.version)) }
        if connection.isReadOnly { throw .store(.readOnly) }
        // Up to 8 MB of pages: those of a county's coming weeks do not fit into the usual 2. What is removed is
        // overwritten, and nothing of a client is written to another place than the store.
        try connection.script(
            """
            PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY
            """)
        if found < Schema.version { try migrate(connection) }
        return connection
    }

    private static func fill(
        _ path: String, _ isDemonstration: Bool, _ mainUser: (member: StaffMember, passwordHash: String?)?
    ) throws(BookingError) {
        let connection = try SQLiteConnection(path: path)
        // Set before the first page is written: stays with the file.
        try connection.script("PRAGMA application_id = \(Schema.applicationID)")
        try migrate(connection)
        try connection.run(
            "INSERT INTO store (id, is_demonstration) VALUES (1, ?1)", [.integer(isDemonstration ? 1 : 0)])
        if let mainUser {
            try SQLBookingStore(connection, reminders: []).add(
                mainUser.member, passwordHash: mainUser.passwordHash, now: Date())
        }
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
