import BookingCore
import CSQLite
import Glibc

/// One open SQLite database file.
final class SQLiteConnection: SQLConnection {
    let handle: OpaquePointer
    private let patience = BusyHandler()
    private var prepared: [String: SQLiteStatement] = [:]

    /// Opens an existing file for reading and writing.
    init(path: String) throws {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard let handle, code == SQLITE_OK else {
            let trouble = Self.trouble(code, handle)
            sqlite3_close_v2(handle)
            throw trouble
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        patience.serve(handle)
    }

    deinit {
        prepared.removeAll()
        sqlite3_close_v2(handle)
    }

    /// True where the file, or the disk it is on, does not let us write.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    var changes: Int { Int(sqlite3_changes64(handle)) }

    func script(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw Self.trouble(code, handle) }
    }

    /// `secure_delete` leaves what a page that was split once held: the file is written anew, and the log of changes is
    /// emptied into it. The copy that SQLite makes by the way stays in memory.
    func forgetRemoved() throws {
        do {
            try script("VACUUM")
            let isBusy = try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) } == 1
            if isBusy { throw StoreFailure.locked }
        } catch StoreFailure.locked {
            throw StoreFailure.tracesLeft
        }
    }

    func run(
        _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool
    ) throws {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {
            if try !row(statement) { break }
        }
    }

    func scan(
        _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool
    ) throws {
        try run(sql, values, row: row)
    }

    func integrityFaults() throws -> [String] {
        try rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
            + rows("PRAGMA foreign_key_check") { "a row of \($0.text(0)) points to nothing" }
    }

    func tables() throws -> [SQLTable] {
        SQLTable.tables(
            try rows(
                """
                SELECT made.name, part.name, part.type, part.pk
                FROM sqlite_schema AS made, pragma_table_info(made.name) AS part
                WHERE made.type = 'table' AND made.name NOT LIKE 'sqlite%'
                """
            ) { ($0.text(0), $0.text(1), $0.text(2), $0.integer(3)) })
    }

    func insert(_ rows: [[SQLValue]], into table: SQLTable) throws {
        // Values of one statement; SQLite takes eight times as many.
        let atOnce = max(1, 4_000 / max(1, table.columns.count))
        for start in stride(from: 0, to: rows.count, by: atOnce) {
            let some = rows[start..<min(start + atOnce, rows.count)]
            try insert(into: "\(table.name) (\(table.names))", Array(some))
        }
    }

    /// Rows come as they are: nothing counts or refuses them meanwhile.
    func withoutTriggers(_ body: () throws -> Void) throws {
        try transaction {
            let triggers = try rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
                (name: $0.text(0), sql: $0.text(1))
            }
            for trigger in triggers { try script("DROP TRIGGER \(trigger.name)") }
            try body()
            for trigger in triggers { try script(trigger.sql) }
        }
    }

    /// The number after the highest one is always the next.
    func continueNumbers(of tables: [SQLTable]) {}

    // Whoever may open the file sees all of it.

    func know(_ phone: String?, _ codes: [String]) {}

    var outline: String { "booking" }

    func sql(of door: DefinerFunction) -> String { door.sql }

    func begin(_ claim: LockScope) throws {
        try script("BEGIN IMMEDIATE")
        // The store may have been brought up to date since it was opened: then nothing may be written as it once was.
        let found = try first("PRAGMA user_version") { $0.integer(0) } ?? 0
        guard found > Schema.version else { return }
        try script("ROLLBACK")
        throw StoreFailure.newer(found: found, known: Schema.version)
    }

    func end(keeping: Bool) throws { try script(keeping ? "COMMIT" : "ROLLBACK") }

    private func statement(_ sql: String) throws -> SQLiteStatement {
        if let known = prepared[sql], !known.isRunning { return known }
        let statement = try SQLiteStatement(sql, on: handle)
        prepared[sql] = statement
        return statement
    }

    /// What went wrong, without any value that was bound.
    static func trouble(_ code: Int32, _ handle: OpaquePointer?) -> StoreFailure {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .locked
        case SQLITE_READONLY, SQLITE_PERM: .readOnly
        case SQLITE_CANTOPEN where isRefused(handle): .readOnly
        case SQLITE_FULL: .full
        case SQLITE_IOERR where isOutOfRoom(code, handle): .full
        case SQLITE_NOTADB, SQLITE_CORRUPT: .notAStore
        case SQLITE_CANTOPEN: .other("the file cannot be opened")
        default: .other(handle.map { String(cString: sqlite3_errmsg($0)) } ?? "SQLite code \(code)")
        }
    }

    /// The rights of the file or its folder say no.
    private static func isRefused(_ handle: OpaquePointer?) -> Bool {
        [EACCES, EPERM].contains(sqlite3_system_errno(handle))
    }

    /// SQLite calls only ENOSPC "full". A quota and a limit of the file's size are the same to us, and it has
    /// no word at all for a shared memory file that could not grow.
    private static func isOutOfRoom(_ code: Int32, _ handle: OpaquePointer?) -> Bool {
        switch code {
        case kartoitin_io_error_shared_memory_size: true
        case kartoitin_io_error_write: [EFBIG, EDQUOT].contains(sqlite3_system_errno(handle))
        default: false
        }
    }
}
