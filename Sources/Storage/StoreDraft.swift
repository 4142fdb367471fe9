import BookingCore

/// A new store while rows are put into it; nobody can open it before it is whole.
protocol StoreDraft {
    var connection: any SQLConnection { get }

    /// Tables beside the store's.
    var ownTables: Set<String> { get }

    /// How much of each table is there from a try that was cut: its first rows, in the order of its key.
    func written() throws -> [String: TableSum]

    /// Adds rows of a table, and with them keeps that it holds so much now: both or neither.
    func write(_ rows: [[SQLValue]], to table: SQLTable, making sum: TableSum) throws

    /// Removes all that was written.
    func startOver() throws

    /// Makes what was left out because rows come faster without it.
    ///
    /// - Parameter told: is called after each index or rule.
    func complete(_ told: (_ table: String, _ piece: String) -> Void) throws
}

/// A file has another name until it is whole, and its one transaction is lost with a program that is killed.
struct FileDraft: StoreDraft {
    let connection: any SQLConnection
    let ownTables: Set<String> = []

    func written() -> [String: TableSum] { [:] }

    func write(_ rows: [[SQLValue]], to table: SQLTable, making sum: TableSum) throws {
        try connection.insert(rows, into: table)
    }

    // Nothing of it is kept, and nothing was left out.
    func startOver() {}
    func complete(_ told: (_ table: String, _ piece: String) -> Void) {}
}
