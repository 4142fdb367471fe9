import BookingCore
import CSQLite
import HostSystem

/// A copy of a whole database as it is at one moment, while others read and write it.
final class SQLiteBackup {
    private let handle: OpaquePointer
    private let target: SQLiteConnection

    init(of source: SQLiteConnection, to target: SQLiteConnection) throws {
        guard let handle = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw SQLError(sqlite: sqlite3_extended_errcode(target.handle), target.handle)
        }
        self.handle = handle
        self.target = target
    }

    deinit { sqlite3_backup_finish(handle) }

    /// All pages in one step: it begins anew, and may never end, where others write between two steps.
    func run() throws {
        let code = sqlite3_backup_step(handle, -1)
        guard code == SQLITE_DONE else { throw SQLError(sqlite: code, target.handle) }
    }

    /// Copies a store in a file to a new one, readable by its owner alone.
    ///
    /// - Returns: what is wrong in the copy, one line each; empty for a sound one.
    static func make(of path: String, to file: String) throws -> [String] {
        let (source, version) = try StoreFile.unchanged(path)
        return try PrivateFile.make(file, convertingErrors: StoreFailure.making) { draft in
            let copy = try SQLiteConnection(path: draft)
            try SQLiteBackup(of: source, to: copy).run()
            // The rules are those of the newest tables.
            return try version == Schema.version
                ? StoreCheck(connection: copy).faults() : copy.integrityFaults()
        }
    }
}
