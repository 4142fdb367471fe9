/// The kind of SQL that an engine takes.
package enum SQLDialect: Sendable {
    case sqlite
    case postgreSQL
}

/// An open connection to a database. Values are always bound, never pasted into the SQL.
///
/// What goes wrong in the engine is thrown as `SQLError`; what a `row` closure throws passes through.
package protocol SQLConnection: AnyObject {
    var dialect: SQLDialect { get }

    /// Runs one statement and gives its rows to `row` until that returns false.
    func run(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool) throws

    /// Runs a query that may give far more rows than are wanted: only those that `row` asks for are fetched.
    func scan(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool) throws

    /// Begins a transaction, with the right to write: what it locks stays as it reads it until it ends.
    func begin(_ scope: LockScope) throws

    /// Ends the transaction: all of it stays, or nothing.
    func end(keeping: Bool) throws

    /// `true` between `begin` and `end`.
    var isInTransaction: Bool { get }

    /// Sets up a session that took the place of one that was lost; nil if there is nothing to set up.
    var renewSession: (() throws -> Void)? { get set }

    /// When waiting for the server or for another session ends; nil for as long as the engine usually waits.
    var deadline: ContinuousClock.Instant? { get set }

    /// How many rows the last insert, update or delete changed.
    var changes: Int { get }

    /// Runs statements that take no values, for example a migration.
    func script(_ sql: String) throws

    /// Overwrites removed rows in the files of the database.
    ///
    /// - Throws: `SQLError.busy` if another session reads old pages.
    func compact() throws

    /// What the engine itself finds wrong with what it keeps, one line each. Looking over every row takes as long as
    /// it takes: no limit of time holds on this connection from now on.
    func integrityFaults() throws -> [String]

    /// Every table with its columns.
    func tables() throws -> [SQLTable]

    /// Adds many rows in the fastest way that the engine has; each holds a value for every column of the table.
    func insert(_ rows: [[SQLValue]], into table: SQLTable) throws

    /// Makes each of these tables number its next row after the highest number there is.
    func continueNumbers(of tables: [SQLTable]) throws
}

extension SQLConnection {
    func run(_ sql: String, _ values: [SQLValue] = []) throws {
        try run(sql, values) { _ in true }
    }

    /// Adds a few rows at once, none or more.
    ///
    /// - Parameter columns: the table, with the columns in brackets.
    func insert(into columns: String, _ rows: [[SQLValue]]) throws {
        guard let first = rows.first else { return }
        let places = rows.indices.map { row in
            "(" + first.indices.map { "?\(row * first.count + $0 + 1)" }.joined(separator: ", ") + ")"
        }
        try run("INSERT INTO \(columns) VALUES \(places.joined(separator: ", "))", rows.flatMap(\.self))
    }

    /// All rows, each made into a value.
    func rows<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (inout RowCursor) throws -> Value
    ) throws -> [Value] {
        var all: [Value] = []
        try run(sql, values) { row in
            var cursor = RowCursor(row)
            all.append(try make(&cursor))
            return true
        }
        return all
    }

    /// The first row made into a value; nil if there is none.
    func first<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (inout RowCursor) throws -> Value
    ) throws -> Value? {
        var first: Value?
        try run(sql, values) { row in
            var cursor = RowCursor(row)
            first = try make(&cursor)
            return false
        }
        return first
    }

    /// The number in the first column of the first row, 0 if it is null there; nil if there is no row.
    func integer(_ sql: String, _ values: [SQLValue] = []) throws -> Int? { try first(sql, values) { $0.next() } }

    /// The text in the first column of the first row; nil if it is null or there is no row.
    func text(_ sql: String, _ values: [SQLValue] = []) throws -> String? {
        let found: String?? = try first(sql, values) { $0.next() }
        return found ?? nil
    }

    /// All of `body` or, if it throws, nothing of it. The right to write is taken at the beginning, so that
    /// what `body` reads stays true until it ends.
    ///
    /// - Parameters:
    ///   - scope: what no other session may change meanwhile.
    ///   - isKept: `false` for a value after which nothing of `body` is to stay either.
    func transaction<Value>(
        locking scope: LockScope = .store, keepingIf isKept: (Value) -> Bool = { _ in true },
        _ body: () throws -> Value
    ) throws -> Value {
        try begin(scope)
        do {
            let value = try body()
            try end(keeping: isKept(value))
            return value
        } catch {
            // After a full disk SQLite has rolled back by itself; the first error is the one to tell.
            try? end(keeping: false)
            throw error
        }
    }

    /// All of `body`, of which nothing stays in a dry run.
    func transaction<Value>(isDryRun: Bool, _ body: () throws -> Value) throws -> Value {
        try transaction(keepingIf: { _ in !isDryRun }, body)
    }
}
