#if PostgreSQL
import CPostgreSQL
import Glibc

/// One connection to a PostgreSQL server through libpq.
final class PostgreSQLConnection: SQLConnection {
    /// Waiting for a lock and for a statement ends after this. Nothing is compiled: a search could give millions of rows,
    /// for which the server would compile 7 ms long, and gives the first few.
    private static let settings = """
        SET client_min_messages = warning; SET jit = off; SET lock_timeout = '5s'; SET statement_timeout = '20s';
        SET idle_in_transaction_session_timeout = '30s'; SET search_path = %, public
        """

    /// For example `libpq 15.14`.
    static var library: String { "libpq \(PQlibVersion() / 10_000).\(PQlibVersion() % 10_000)" }

    let dialect = SQLDialect.postgreSQL
    let handle: OpaquePointer
    private let address: String
    private let schema: String
    private var prepared: [Statement: String] = [:]
    private(set) var isInTransaction = false
    var renewSession: (() throws -> Void)?
    private(set) var changes = 0
    /// How long an answer may take; nil while a statement may take as long as it needs.
    var patience: Duration? = PostgreSQLLink.patience
    /// For an answer, or for a new session.
    var deadline: ContinuousClock.Instant?
    /// `false` if the session itself holds something that another one would not have.
    var isReplaceable = true
    /// The newest version of the tables that this program writes, and the SQL that asks for theirs; nil to write to
    /// any.
    var knownVersion: (number: Int, sql: String)?

    /// The same SQL with values of other kinds is another statement to the server.
    private struct Statement: Hashable {
        let sql: String
        let types: [Oid]
    }

    /// - Parameters:
    ///   - address: a connection URI (`postgresql://…`); TLS and all else as libpq's own options say.
    ///   - schema: in which the tables are.
    init(address: String, schema: String = "kartoitin") throws {
        let begun = ContinuousClock.now
        guard let handle = PostgreSQLLink.open(address) else { throw SQLError.other("libpq has no memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            PQfinish(handle)
            throw PostgreSQLLink.failure(since: begun, address)
        }
        self.handle = handle
        self.address = address
        self.schema = schema
        try set()
    }

    deinit { PQfinish(handle) }

    private func set() throws {
        patience = PostgreSQLLink.patience
        try execute(Self.settings.replacing("%", with: "\"\(schema)\""))
    }

    /// After the server went away: a new session, once, where no transaction is lost by it.
    private func comeBack() throws {
        if isInTransaction { return }
        PostgreSQLLink.listen(on: handle)
        if PQstatus(handle) == CONNECTION_OK { return }
        guard isReplaceable else { throw SQLError.unreachable }
        prepared = [:]
        let begun = ContinuousClock.now
        PostgreSQLLink.reset(handle, before: deadline)
        guard PQstatus(handle) == CONNECTION_OK else {
            if let deadline, deadline <= .now { throw SQLError.unreachable }
            throw PostgreSQLLink.failure(since: begun, address)
        }
        try set()
        try renewSession?()
    }

    /// The server's own vacuum takes the rows away that no session can see any more.
    func compact() {}

    func begin(_ scope: LockScope) throws {
        try comeBack()
        do {
            // In one message: each statement after it sees what the sessions wrote that it waited for.
            let question = knownVersion.map { "; " + $0.sql } ?? ""
            let opened = try answer {
                PQsendQuery(handle, "BEGIN; SELECT \(locks(scope).joined(separator: ", "))" + question)
            }
            // The tables may have been brought up to date since they were opened: then nothing may be written as it
            // once was.
            if let knownVersion, opened.number > knownVersion.number {
                throw SQLError.newer(found: opened.number, known: knownVersion.number)
            }
        } catch {
            // A session that waited in vain must not stay in a transaction that is lost.
            try? execute("ROLLBACK")
            throw error
        }
        isInTransaction = true
    }

    /// The numbers are the schema's own. Resources come in one order, so that no two sessions wait for each other.
    private func locks(_ scope: LockScope) -> [String] {
        let store = "hashtext('\(schema)')"
        guard case .only(let resources) = scope else { return ["pg_advisory_xact_lock(\(store))"] }
        return ["pg_advisory_xact_lock_shared(\(store))"]
            + resources.sorted { ($0.kind, $0.key) < ($1.kind, $1.key) }.map {
                "pg_advisory_xact_lock(\(store) # \($0.kind), \($0.key))"
            }
    }

    func end(keeping: Bool) throws {
        isInTransaction = false
        try execute(keeping ? "COMMIT" : "ROLLBACK")
    }

    func script(_ sql: String) throws {
        try comeBack()
        try execute(sql)
    }

    /// What is asked from now on may take as long as it takes: neither the server nor this end cuts it.
    func beginLongWork() throws {
        try script("SET statement_timeout = 0")
        patience = nil
    }

    private func execute(_ sql: String) throws {
        _ = try answer { PQsendQuery(handle, sql) }
    }

    private func answer(_ send: () -> Int32) throws -> PostgreSQLResult {
        let left = [patience, deadline.map { max(.zero, $0 - .now) }].compactMap(\.self).min()
        let result = PostgreSQLLink.answer(on: handle, within: left, send)
        guard result.isDone else { throw error(of: result) }
        return result
    }

    func run(
        _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool
    ) throws {
        try comeBack()
        let result = try result(of: sql, values)
        changes = result.changes
        for number in 0..<result.count {
            if try !row(PostgreSQLRow(result: result, number: Int32(number))) { return }
        }
    }

    /// Through a cursor: what is not asked for is not fetched.
    func scan(
        _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Bool
    ) throws {
        let isOwn = !isInTransaction
        if isOwn { try script("BEGIN READ ONLY") }
        defer { if isOwn { try? execute("COMMIT") } }
        let declaration = PostgreSQLText.translated("DECLARE rows NO SCROLL CURSOR FOR " + sql)
        _ = try answer {
            Self.with(values) {
                PQsendQueryParams(
                    handle, declaration, Int32(values.count), values.map(\.type), $0, nil, nil, 0)
            }
        }
        defer { if !isOwn { try? execute("CLOSE rows") } }
        while true {
            let chunk = try answer { PQsendQuery(handle, "FETCH 100 FROM rows") }
            for number in 0..<chunk.count {
                if try !row(PostgreSQLRow(result: chunk, number: Int32(number))) { return }
            }
            if chunk.count < 100 { return }
        }
    }

    private func result(of sql: String, _ values: [SQLValue]) throws -> PostgreSQLResult {
        let name = try name(of: Statement(sql: sql, types: values.map(\.type)))
        return try answer {
            Self.with(values) { PQsendQueryPrepared(handle, name, Int32(values.count), $0, nil, nil, 0) }
        }
    }

    private func name(of statement: Statement) throws -> String {
        if let known = prepared[statement] { return known }
        let name = "s\(prepared.count)"
        let sql = PostgreSQLText.translated(statement.sql)
        _ = try answer { PQsendPrepare(handle, name, sql, Int32(statement.types.count), statement.types) }
        prepared[statement] = name
        return name
    }

    /// The values as C strings, which live as long as `body` runs.
    private static func with(
        _ values: [SQLValue], _ body: ([UnsafePointer<CChar>?]) -> Int32
    ) -> Int32 {
        let texts = values.map { value in value.text.map { strdup($0) } ?? nil }
        defer { for text in texts { free(text) } }
        return body(texts.map { $0.map { UnsafePointer($0) } })
    }

    /// What went wrong, without any value that was bound.
    func error(of result: PostgreSQLResult) -> SQLError {
        if PQstatus(handle) != CONNECTION_OK {
            isInTransaction = false
            return .unreachable
        }
        return switch result.state {
        case "23505": .constraint(name: result.constraint)
        case "40001", "40P01", "55P03", "57014": .busy
        case "25006": .readOnly
        case "42501": .notAllowed
        case "53100": .full
        case "53300", "57P01", "57P02", "57P03": .unreachable
        // Class 22 is about a value, and names it.
        case let state where state.hasPrefix("22"): .other("PostgreSQL code \(state)")
        default: .other(result.message)
        }
    }
}

extension SQLValue {
    /// The server's number of the type.
    fileprivate var type: Oid {
        switch self {
        case .integer, .noInteger: 20
        case .text, .noText: 25
        }
    }

    /// As the server reads it.
    var text: String? {
        switch self {
        case .noInteger, .noText: nil
        case .integer(let number): String(number)
        case .text(let text): PostgreSQLText.keepable(text)
        }
    }
}
#endif
