import CSQLite
import Foundation
import TestValues
import Testing

/// Another program that has the store open, and does not check what this one's connections check.
protocol OutsideConnection {
    func run(_ sql: String) throws

    /// The first column of each row, as text; nothing for NULL.
    func column(_ sql: String) throws -> [String]
}

/// The SQLite library.
final class OutsideFile: OutsideConnection {
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

/// `psql`, which comes with a server.
struct OutsideServer: OutsideConnection {
    let address: String

    func run(_ sql: String) throws { _ = try output(of: sql) }

    func column(_ sql: String) throws -> [String] {
        try output(of: sql).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            String($0.prefix { $0 != "|" })
        }
    }

    private func output(of sql: String) throws -> String {
        let ended = try KartoitinProgram.start(
            ["-qAtX", "-v", "ON_ERROR_STOP=1", "-c", sql, address], at: "/usr/bin/psql",
            in: FileManager.default.temporaryDirectory,
            environment: ["PGOPTIONS": "-c search_path=kartoitin,public", "PATH": "/usr/bin:/bin"], input: Data()
        ).wait()
        try #require(ended.code == 0, "\(ended.error)")
        return ended.output
    }
}

extension CommandFixture {
    private var outside: any OutsideConnection {
        get throws {
            store.hasPrefix("postgresql:") ? OutsideServer(address: store) : try OutsideFile(store: store)
        }
    }

    /// Damages the store behind the program's back.
    func damage(_ edits: StoreEdit...) throws { for edit in edits { try sql(edit.sql) } }

    /// Writes into the store what would otherwise take long to come about.
    func edit(_ edits: StoreEdit...) throws { for edit in edits { try sql(edit.sql) } }

    /// Changes the store behind the program's back.
    func sql(_ sql: String) throws { try outside.run(sql) }

    /// What stands in the store: the first column of each row.
    func stored(_ sql: String) throws -> [String] { try outside.column(sql) }
}
