#if PostgreSQL
import BookingCore
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

    let handle: OpaquePointer
    private let address: String
    private let schema: String
    private var prepared: [Statement: String] = [:]
    private(set) var isInTransaction = false
    /// What a client has typed, for a session that must be begun anew.
    var known: (phone: String?, codes: [String]) = (nil, [])
    /// False of a login that sees every booking; nil before it was asked for.
    var isRestricted: Bool?
    private(set) var changes = 0
    /// How long an answer may take; nil while a statement may take as long as it needs.
    var patience: Duration? = PostgreSQLLink.patience
    /// False where the session itself holds something that another one would not have.
    var isReplaceable = true
    /// The newest step of the schema that this program writes; nil while there may be no store yet.
    var knownVersion: Int?

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
        guard let handle = PostgreSQLLink.open(address) else { throw StoreFailure.other("libpq has no memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            PQfinish(handle)
            throw PostgreSQLLink.trouble(since: begun, address)
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
        guard isReplaceable else { throw StoreFailure.unreachable }
        prepared = [:]
        let begun = ContinuousClock.now
        PQreset(handle)
        guard PQstatus(handle) == CONNECTION_OK else {
            throw PostgreSQLLink.trouble(since: begun, address)
        }
        try set()
        if isRestricted == true { try tell(known.phone, known.codes) }
    }

    /// The server's own vacuum takes the rows away that nobody can see any more.
    func forgetRemoved() {}

    func begin(_ claim: LockScope) throws {
        try comeBack()
        do {
            // In one message: each statement after it sees what those wrote for whom it waited.
            let opened = try answer {
                PQsendQuery(
                    handle,
                    "BEGIN; SELECT \(locks(claim).joined(separator: ", "))"
                        + (knownVersion == nil ? "" : "; SELECT version FROM store"))
            }
            try refuseNewer(than: opened)
        } catch {
            // Whoever waited in vain must not stay in a transaction that is lost.
            try? execute("ROLLBACK")
            throw error
        }
        isInTransaction = true
    }

    /// The numbers are the schema's own. Things come in one order, so that no two wait for each other.
    private func locks(_ claim: LockScope) -> [String] {
        let store = "hashtext('\(schema)')"
        guard case .only(let things) = claim else { return ["pg_advisory_xact_lock(\(store))"] }
        return ["pg_advisory_xact_lock_shared(\(store))"]
            + things.map(\.numbers).sorted { $0 < $1 }.map {
                "pg_advisory_xact_lock(\(store) # \($0.kind), \($0.key))"
            }
    }

    /// The store may have been brought up to date since it was opened: then nothing may be written as it once was.
    private func refuseNewer(than opened: PostgreSQLResult) throws {
        guard let knownVersion, opened.number > knownVersion else { return }
        throw StoreFailure.newer(found: opened.number, known: knownVersion)
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
        let result = PostgreSQLLink.answer(on: handle, within: patience, send)
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
    func error(of result: PostgreSQLResult) -> any Error {
        if PQstatus(handle) != CONNECTION_OK {
            isInTransaction = false
            return StoreFailure.unreachable
        }
        switch result.state {
        case "23505": return BookingRefusal.noLongerFree
        case "40001", "40P01", "55P03", "57014": return StoreFailure.locked
        case "25006": return StoreFailure.readOnly
        case "42501": return StoreFailure.notAllowed
        case "53100": return StoreFailure.full
        case "53300", "57P01", "57P02", "57P03": return StoreFailure.unreachable
        // Class 22 is about a value, and names it.
        case let state where state.hasPrefix("22"): return StoreFailure.other("PostgreSQL code \(state)")
        default: return StoreFailure.other(result.message)
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
