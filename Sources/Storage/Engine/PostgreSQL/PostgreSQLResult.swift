#if PostgreSQL
import CPostgreSQL

/// What the server answered.
final class PostgreSQLResult {
    private let handle: OpaquePointer?

    init(_ handle: OpaquePointer?) { self.handle = handle }

    deinit { PQclear(handle) }

    var isDone: Bool {
        let status = PQresultStatus(handle)
        return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
    }

    /// `true` if the server waits for rows (`COPY … FROM STDIN`).
    var takesRows: Bool { PQresultStatus(handle) == PGRES_COPY_IN }

    /// How many rows there are.
    var count: Int { Int(PQntuples(handle)) }

    /// The number in the first column of the first row, 0 if there is none.
    var number: Int { count > 0 ? text(0, 0).flatMap { Int($0) } ?? 0 : 0 }

    /// How many rows were changed.
    var changes: Int { PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// The five characters that SQL gives an error; empty if there is none.
    var state: String { field(kartoitin_error_state) }

    var message: String { field(kartoitin_error_message) }

    /// The name of the constraint that refused; empty if none did.
    var constraint: String { field(kartoitin_error_constraint) }

    private func field(_ code: Int32) -> String {
        PQresultErrorField(handle, code).map { String(cString: $0) } ?? ""
    }

    func text(_ row: Int32, _ column: Int32) -> String? {
        guard PQgetisnull(handle, row, column) == 0, let bytes = PQgetvalue(handle, row, column) else {
            return nil
        }
        return String(cString: bytes)
    }
}

/// One row of an answer; everything comes as text.
struct PostgreSQLRow: SQLRow {
    let result: PostgreSQLResult
    let number: Int32

    func optionalText(_ column: Int) -> String? { result.text(number, Int32(column)) }

    func text(_ column: Int) -> String { optionalText(column) ?? "" }

    func optionalInteger(_ column: Int) -> Int? {
        optionalText(column).map { $0 == "t" ? 1 : Int($0) ?? 0 }
    }

    func integer(_ column: Int) -> Int { optionalInteger(column) ?? 0 }
}
#endif
