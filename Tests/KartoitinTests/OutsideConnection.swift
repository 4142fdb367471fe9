import CSQLite
import Foundation
import TestValues
import Testing

/// Another program that has the store open, and does not check what this one's connections check.
final class OutsideConnection {
    private var handle: OpaquePointer?

    init(store: String) throws {
        try #require(sqlite3_open_v2(store, &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK)
        sqlite3_busy_timeout(handle, 60_000)
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
    }

    /// The first column of each row, as text.
    func column(_ sql: String) throws -> [String] {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
        defer { sqlite3_finalize(statement) }
        var rows: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
        }
        return rows
    }
}

extension CommandFixture {
    /// Damages the store behind the program's back.
    func damage(_ edits: StoreEdit...) throws { for edit in edits { try sql(edit.sql) } }

    /// Writes into the store what would otherwise take long to come about.
    func edit(_ edits: StoreEdit...) throws { for edit in edits { try sql(edit.sql) } }

    /// Changes the store behind the program's back.
    func sql(_ sql: String) throws { try OutsideConnection(store: store).run(sql) }

    /// What stands in the store: the first column of each row.
    func stored(_ sql: String) throws -> [String] { try OutsideConnection(store: store).column(sql) }
}
