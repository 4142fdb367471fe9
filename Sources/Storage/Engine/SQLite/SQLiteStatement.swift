import CSQLite

/// One prepared statement, kept for the next time its SQL is run.
final class SQLiteStatement: SQLRow {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private(set) var isRunning = false

    init(_ sql: String, on database: OpaquePointer) throws {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard let handle, code == SQLITE_OK else {
            throw SQLError(sqlite: code, database)
        }
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    /// Binds the values to `?1`, `?2` and so on.
    func bind(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() {
            let code =
                switch value {
                case .noInteger, .noText: sqlite3_bind_null(handle, Int32(index + 1))
                case .integer(let number): sqlite3_bind_int64(handle, Int32(index + 1), Int64(number))
                case .text(let text): bind(text, at: Int32(index + 1))
                }
            guard code == SQLITE_OK else { throw SQLError(sqlite: code, database) }
        }
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            // An empty string has no address; SQLite would take that for NULL.
            guard let base = bytes.baseAddress else { return kartoitin_bind_text(handle, index, "", 0) }
            return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                kartoitin_bind_text(handle, index, $0, Int32(bytes.count))
            }
        }
    }

    /// Runs to the next row.
    ///
    /// - Returns: `false` at the end.
    func step() throws -> Bool {
        isRunning = true
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw SQLError(sqlite: code, database)
        }
    }

    func reset() {
        isRunning = false
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

    func text(_ column: Int) -> String { optionalText(column) ?? "" }

    func optionalInteger(_ column: Int) -> Int? {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL ? nil : integer(column)
    }

    func optionalText(_ column: Int) -> String? {
        guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}
