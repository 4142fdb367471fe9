import BookingCore
import Foundation
import SocialServices

/// The table of booking rights, with that of the workers whom they name.
struct RightTable {
    let connection: any SQLConnection
    let visible: VisibleClient

    /// A right with its row id.
    typealias Row = (id: Int, right: BookingRight)

    private static let columns = Columns(
        "booking_right", "code", "appointment_type", "team", "client_name", "client_phone", "uses", "expires",
        "granted_by", "granted_at")
    private static let workerColumns = Columns("right_worker", "booking_right", "position", "professional")

    /// Adds a right in the transaction that is open.
    func insert(_ grant: RightGrant, _ code: RightCode, now: Date) throws {
        try connection.run(
            Self.columns.insert,
            [
                .text(code.characters), .text(grant.appointmentType), SQLValue(grant.grantee.team),
                .text(grant.clientName), .text(grant.clientPhone.international), .integer(grant.uses),
                SQLValue(grant.expires), .text(grant.grantedBy), SQLValue(now),
            ])
        for (position, worker) in grant.grantee.workers.enumerated() {
            try connection.run(
                """
                INSERT INTO \(Self.workerColumns.target)
                VALUES ((SELECT id FROM booking_right WHERE code = ?1), ?2, ?3)
                """, [.text(code.characters), .integer(position), .text(worker)])
        }
    }

    func id(of code: RightCode) throws -> Int? {
        try connection.integer("SELECT id FROM booking_right WHERE code = ?1", [.text(code.characters)])
    }

    func right(_ code: RightCode, now: Date) throws -> Row? {
        try rights("code = ?2", .text(code.characters), now: now).first
    }

    func right(id: Int, now: Date) throws -> Row? {
        try rights("booking_right.id = ?2", .integer(id), now: now).first
    }

    /// A client's own right; nil also if it is another number's.
    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws -> BookingRight? {
        try visible.set(phone.international, [code.characters])
        guard let found = try right(code, now: now), found.right.grant.clientPhone == phone else { return nil }
        return found.right
    }

    /// All of a phone number, the newest first; those of every number if it is nil.
    func rights(of phone: PhoneNumber?, now: Date) throws -> [BookingRight] {
        try rights("(?2 IS NULL OR client_phone = ?2)", SQLValue(phone?.international), now: now).map(\.right)
    }

    /// The right that opened a booking's time.
    func code(ofRightOf reference: BookingReference) throws -> RightCode? {
        let code = try connection.text(
            "SELECT code FROM booking_right WHERE id = (SELECT booking_right FROM booking WHERE reference = ?1)",
            [.text(reference.characters)])
        return code.flatMap { RightCode(typed: $0) }
    }

    func setWithdrawn(_ code: RightCode, now: Date) throws {
        try connection.run(
            "UPDATE booking_right SET withdrawn_at = ?2 WHERE code = ?1", [.text(code.characters), SQLValue(now)])
    }

    /// Puts the client of a right right.
    func write(_ code: RightCode, name: String, phone: PhoneNumber) throws {
        try connection.run(
            "UPDATE booking_right SET client_name = ?2, client_phone = ?3 WHERE code = ?1",
            [.text(code.characters), .text(name), .text(phone.international)])
    }

    /// Takes the client's name and number out of a right, and withdraws it: a right without a client opens nothing.
    func erase(_ code: RightCode, now: Date) throws {
        try connection.run(
            """
            UPDATE booking_right SET client_name = ?2, client_phone = ?3, withdrawn_at = coalesce(withdrawn_at, ?4)
            WHERE code = ?1
            """,
            [
                .text(code.characters), .text(Client.erased.name), .text(Client.erased.phone.international),
                SQLValue(now),
            ])
    }

    /// - Parameter condition: may use `value` as `?2`; `?1` is the present moment.
    private func rights(_ condition: String, _ value: SQLValue, now: Date) throws -> [Row] {
        // Those whom a right names are there: every worker or, of a team, at least one.
        try connection.rows(
            """
            SELECT booking_right.id, \(Self.columns.selected), withdrawn_at,
                (SELECT count(*) FROM \(connection.outline) AS booking
                 WHERE booking.booking_right = booking_right.id AND status <> 'cancelled' AND part_of IS NULL),
                (SELECT group_concat(professional, ' ') FROM
                     (SELECT professional FROM right_worker
                      WHERE right_worker.booking_right = booking_right.id ORDER BY position) AS named),
                CASE WHEN team IS NULL THEN EXISTS (
                    SELECT 1 FROM right_worker JOIN professional ON professional.id = right_worker.professional
                    WHERE right_worker.booking_right = booking_right.id AND left_at <= ?1)
                ELSE NOT EXISTS (SELECT 1 FROM professional WHERE professional.team = booking_right.team
                                 AND (left_at IS NULL OR left_at > ?1)) END
            FROM booking_right WHERE \(condition) ORDER BY granted_at DESC, booking_right.id DESC
            """, [SQLValue(now), value], Self.right)
    }

    private static func right(_ row: inout RowCursor) throws -> Row {
        let id: Int = row.next()
        let code = RightCode(typed: row.next())
        let (type, team, name): (String, String?, String) = (row.next(), row.next(), row.next())
        let phone = try? PhoneNumber(typed: row.next())
        guard let code, let phone else { throw SQLError.other("a booking right holds no code or phone number") }
        let (uses, expires, grantedBy): (Int, Date, String) = (row.next(), row.next(), row.next())
        let (grantedAt, withdrawnAt, used): (Date, Date?, Int) = (row.next(), row.next(), row.next())
        let workers = row.words()
        let grant = RightGrant(
            appointmentType: type, grantee: team.map { .team($0) } ?? .workers(workers), clientName: name,
            clientPhone: phone, uses: uses, expires: expires, grantedBy: grantedBy)
        return (
            id,
            BookingRight(
                code: code, grant: grant, grantedAt: grantedAt, used: used, withdrawnAt: withdrawnAt,
                lacksWorker: row.next())
        )
    }
}
