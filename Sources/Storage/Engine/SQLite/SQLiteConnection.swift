import CSQLite

/// One open SQLite database file.
final class SQLiteConnection: SQLConnection {
    let handle: OpaquePointer
    private let patience = BusyHandler()
    private var prepared: [String: SQLiteStatement] = [:]

    let dialect = SQLDialect.sqlite
    /// A session with a file is never lost.
    var renewSession: (() throws -> Void)?
    /// For another program to let go of the file.
    var deadline: ContinuousClock.Instant? {
        get { patience.deadline }
        set { patience.deadline = newValue }
    }
    /// The newest `user_version` of the tables that this program writes; nil to write to any.
    var knownVersion: Int?

    /// Opens an existing file for reading and writing.
    init(path: String) throws {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard let handle, code == SQLITE_OK else {
            let error = SQLError(sqlite: code, handle)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        patience.serve(handle)
    }

    deinit {
        prepared.removeAll()
        sqlite3_close_v2(handle)
    }

    /// `true` if the file, or the disk it is on, does not let us write.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    var changes: Int { Int(sqlite3_changes64(handle)) }

    func script(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLError(sqlite: code, handle) }
    }

    /// `secure_delete` leaves what a page that was split once held: the file is written anew, and the log of changes is
    /// emptied into it. The copy that SQLite makes by the way stays in memory.
    func compact() throws {
        try script("VACUUM")
        if try integer("PRAGMA wal_checkpoint(TRUNCATE)") == 1 { throw SQLError.busy }
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
        try rows("PRAGMA integrity_check") { $0.next() as String }.filter { $0 != "ok" }
            + rows("PRAGMA foreign_key_check") { "a row of \($0.next() as String) points to nothing" }
    }

    func tables() throws -> [SQLTable] {
        SQLTable.tables(
            try rows(
                """
                SELECT made.name, part.name, part.type, part.pk
                FROM sqlite_schema AS made, pragma_table_info(made.name) AS part
                WHERE made.type = 'table' AND made.name NOT LIKE 'sqlite%'
                """
            ) { ($0.next(), $0.next(), $0.next(), $0.next()) })
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
                (name: $0.next() as String, sql: $0.next() as String)
            }
            for trigger in triggers { try script("DROP TRIGGER \(trigger.name)") }
            try body()
            for trigger in triggers { try script(trigger.sql) }
        }
    }

    /// The number after the highest one is always the next.
    func continueNumbers(of tables: [SQLTable]) {}

    func begin(_ scope: LockScope) throws {
        try script("BEGIN IMMEDIATE")
        // The tables may have been brought up to date since they were opened: then nothing may be written as it once
        // was.
        guard let knownVersion, let found = try integer("PRAGMA user_version"), found > knownVersion else { return }
        try script("ROLLBACK")
        throw SQLError.newer(found: found, known: knownVersion)
    }

    func end(keeping: Bool) throws { try script(keeping ? "COMMIT" : "ROLLBACK") }

    private func statement(_ sql: String) throws -> SQLiteStatement {
        if let known = prepared[sql], !known.isRunning { return known }
        let statement = try SQLiteStatement(sql, on: handle)
        prepared[sql] = statement
        return statement
    }
}
