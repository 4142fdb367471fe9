import BookingCore

/// A value that SQL takes or gives.
package enum SQLValue: Equatable {
    /// No number, and no text: an engine that has types must know which.
    case noInteger
    case noText
    case integer(Int)
    case text(String)

    init(_ number: Int?) { self = number.map(SQLValue.integer) ?? .noInteger }

    init(_ text: String?) { self = text.map(SQLValue.text) ?? .noText }
}

/// One row of a result, by column from 0.
package protocol SQLRow {
    func integer(_ column: Int) -> Int
    func text(_ column: Int) -> String
    func optionalText(_ column: Int) -> String?
    func optionalInteger(_ column: Int) -> Int?
}

/// An open connection to a database. Values are always bound, never pasted into the SQL.
package protocol SQLConnection: AnyObject {
    /// Runs one statement and gives its rows to `row` until that returns false.
    func run(
        _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool
    ) throws

    /// The same for what may give far more rows than are wanted: only those that `row` asks for are fetched.
    func scan(
        _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool
    ) throws

    /// Begins a transaction, with the right to write: what it claims stays as it reads it until it ends.
    func begin(_ claim: LockScope) throws

    /// Ends the transaction: all of it stays, or nothing.
    func end(keeping: Bool) throws

    /// What the engine itself finds wrong with what it keeps, one line each. Looking over every row takes as long as
    /// it takes: no limit of time holds on this connection from now on.
    func integrityFaults() throws -> [String]

    /// Every table of the store with its columns.
    func tables() throws -> [SQLTable]

    /// Adds many rows in the fastest way that the engine has; each holds a value for every column of the table.
    func insert(_ rows: [[SQLValue]], into table: SQLTable) throws

    /// After rows came with their numbers: the next row of each of these tables gets a number that none has.
    func continueNumbers(of tables: [SQLTable]) throws

    /// Says what a client has typed: their number, where they gave it, and references or codes. A database that shows a
    /// kiosk nobody's bookings shows it the client's. In a transaction it adds to what is known, until that ends;
    /// outside it takes the place of what was known.
    func know(_ phone: String?, _ codes: [String]) throws

    /// What the SQL calls the bookings where it asks nothing of their clients: whoever may not see a booking may count
    /// it.
    var outline: String { get }

    /// How the SQL goes through a door to what whoever asks may not see.
    func sql(of door: DefinerFunction) -> String

    /// How many rows the last insert, update or delete changed.
    var changes: Int { get }

    /// Leaves no trace of removed rows in the files of the database.
    func forgetRemoved() throws

    /// Runs statements that take no values, for example a migration.
    func script(_ sql: String) throws
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
        _ sql: String, _ values: [SQLValue] = [], _ make: (any SQLRow) throws -> Value
    ) throws -> [Value] {
        var all: [Value] = []
        try run(sql, values) { row in
            all.append(try make(row))
            return true
        }
        return all
    }

    /// The first row, if there is one.
    func first<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (any SQLRow) throws -> Value
    ) throws -> Value? {
        var first: Value?
        try run(sql, values) { row in
            first = try make(row)
            return false
        }
        return first
    }

    /// All of `body` or, when it throws, nothing of it. The right to write is taken at the beginning, so that
    /// what `body` reads stays true until it ends.
    ///
    /// - Parameters:
    ///   - claim: what nobody else may change meanwhile.
    ///   - isKept: false of a value after which nothing of `body` is to stay either.
    func transaction<Value>(
        claiming claim: LockScope = .store, keepingIf isKept: (Value) -> Bool = { _ in true },
        _ body: () throws -> Value
    ) throws -> Value {
        try begin(claim)
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

    /// The same, of which nothing stays where it is only to be seen what would come of it.
    func transaction<Value>(
        isDryRun: Bool, _ body: () throws -> Value
    ) throws -> Value {
        try transaction(keepingIf: { _ in !isDryRun }, body)
    }
}

/// A table as the database itself describes it.
package struct SQLTable: Equatable {
    struct Column: Equatable {
        let name: String
        /// Else it is text; there are no other types.
        let isNumber: Bool
    }

    let name: String
    /// In the order of their names: two engines may have them in different orders.
    var columns: [Column]
    /// The columns of its primary key.
    let key: [String]

    /// From rows of a table's name, a column's name, its type and its place in the primary key (0 outside of it).
    static func tables(_ rows: [(table: String, column: String, type: String, key: Int)]) -> [SQLTable] {
        let numbers = ["INTEGER", "bigint"]
        return Dictionary(grouping: rows, by: \.table).map { name, columns in
            SQLTable(
                name: name,
                columns: columns.map { Column(name: $0.column, isNumber: numbers.contains($0.type)) }
                    .sorted { $0.name < $1.name },
                key: columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.column))
        }.sorted { $0.name < $1.name }
    }

    /// In the order of `columns`.
    var names: String { columns.map(\.name).joined(separator: ", ") }

    /// Reads every row.
    var select: String { "SELECT \(names) FROM \(name)" }

    /// Reads every row, in the same order each time.
    var selectInOrder: String { select + (key.isEmpty ? "" : " ORDER BY \(key.joined(separator: ", "))") }

    /// The values of a row of `select`.
    func values(_ row: any SQLRow) -> [SQLValue] {
        columns.enumerated().map { index, column in
            column.isNumber ? SQLValue(row.optionalInteger(index)) : SQLValue(row.optionalText(index))
        }
    }
}
