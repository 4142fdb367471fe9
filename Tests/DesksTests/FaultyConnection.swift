import Storage

/// A connection to a real database that fails, when it is told to, what is asked of it next: a transaction as a whole,
/// or a statement outside of one.
final class FaultyConnection: SQLConnection {
    private let connection: any SQLConnection
    /// What the next transactions and statements fail with, first one first.
    var failures: [SQLError] = []
    /// How many of these failures come only after all was done, so that nothing but the answer is lost. A transaction
    /// that keeps nothing has no answer to lose.
    var lostAnswers = 0
    /// `true` if statements outside of a transaction, as most reading is, pass.
    var sparesStatements = false
    /// Called before each transaction and each statement that may fail.
    var beforeEach: () -> Void = {}

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// Throws the next failure if it comes then.
    private func fail(afterwards: Bool) throws {
        guard !failures.isEmpty, (lostAnswers > 0) == afterwards else { return }
        if afterwards { lostAnswers -= 1 }
        throw failures.removeFirst()
    }

    private func attempt<Value>(_ statement: () throws -> Value) throws -> Value {
        if isInTransaction || sparesStatements { return try statement() }
        beforeEach()
        try fail(afterwards: false)
        let value = try statement()
        try fail(afterwards: true)
        return value
    }

    func begin(_ scope: LockScope) throws {
        beforeEach()
        try fail(afterwards: false)
        try connection.begin(scope)
    }

    func end(keeping: Bool) throws {
        try connection.end(keeping: keeping)
        if keeping { try fail(afterwards: true) }
    }

    func run(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool) throws {
        try attempt { try connection.run(sql, values, row: row) }
    }

    func scan(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool) throws {
        try attempt { try connection.scan(sql, values, row: row) }
    }

    func script(_ sql: String) throws { try attempt { try connection.script(sql) } }

    func compact() throws { try attempt { try connection.compact() } }

    func integrityFaults() throws -> [String] { try attempt { try connection.integrityFaults() } }

    func tables() throws -> [SQLTable] { try attempt { try connection.tables() } }

    func insert(_ rows: [[SQLValue]], into table: SQLTable) throws {
        try attempt { try connection.insert(rows, into: table) }
    }

    func continueNumbers(of tables: [SQLTable]) throws { try attempt { try connection.continueNumbers(of: tables) } }

    var dialect: SQLDialect { connection.dialect }
    var isInTransaction: Bool { connection.isInTransaction }
    var changes: Int { connection.changes }

    var deadline: ContinuousClock.Instant? {
        get { connection.deadline }
        set { connection.deadline = newValue }
    }

    var renewSession: (() throws -> Void)? {
        get { connection.renewSession }
        set { connection.renewSession = newValue }
    }
}
