import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func grant(
        _ grant: RightGrant, now: Date, drawing draw: () -> RightCode
    ) throws -> BookingRight {
        try connection.transaction {
            try requireThere(grant.grantee, now: now)
            var code = draw()
            while try id(of: code) != nil { code = draw() }
            try connection.run(
                """
                INSERT INTO booking_right (code, appointment_type, team, client_name, client_phone, uses, expires,
                    granted_by, granted_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                [
                    .text(code.characters), .text(grant.appointmentType), SQLValue(grant.grantee.team),
                    .text(grant.clientName), .text(grant.clientPhone.international), .integer(grant.uses),
                    .integer(grant.expires.seconds), .text(grant.grantedBy), .integer(now.seconds),
                ])
            for (position, worker) in grant.grantee.workers.enumerated() {
                try connection.run(
                    """
                    INSERT INTO right_worker (booking_right, position, professional)
                    VALUES ((SELECT id FROM booking_right WHERE code = ?1), ?2, ?3)
                    """, [.text(code.characters), .integer(position), .text(worker)])
            }
            guard let right = try right(code, now: now) else {
                throw StoreFailure.other("the new right is not there")
            }
            return right
        }
    }

    private func requireThere(_ grantee: RightGrant.Grantee, now: Date) throws {
        let isThere = "(left_at IS NULL OR left_at > ?2)"
        let asked = grantee.team.map { [("team = ?1", $0)] } ?? grantee.workers.map { ("id = ?1", $0) }
        for (condition, name) in asked {
            let there = try connection.first(
                "SELECT 1 FROM professional WHERE \(condition) AND \(isThere)", [.text(name), .integer(now.seconds)]
            ) { $0.integer(0) }
            guard there != nil else { throw StaffRefusal.noSuchProfessional(name) }
        }
    }

    func right(_ code: RightCode, now: Date) throws -> BookingRight? {
        try rights("code = ?2", .text(code.characters), now: now).first
    }

    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws -> BookingRight? {
        try connection.know(phone.international, [code.characters])
        guard let found = try right(code, now: now), found.grant.clientPhone == phone else { return nil }
        return found
    }

    func rights(of phone: PhoneNumber?, now: Date) throws -> [BookingRight] {
        try rights("(?2 IS NULL OR client_phone = ?2)", SQLValue(phone?.international), now: now)
    }

    func withdraw(_ code: RightCode, now: Date) throws -> BookingRight {
        try connection.transaction {
            guard let found = try right(code, now: now) else { throw RightRefusal.unknown }
            guard found.withdrawnAt == nil else { throw RightRefusal.withdrawn }
            try connection.run(
                "UPDATE booking_right SET withdrawn_at = ?2 WHERE code = ?1",
                [.text(code.characters), .integer(now.seconds)])
            guard let withdrawn = try right(code, now: now) else { throw RightRefusal.unknown }
            return withdrawn
        }
    }

    /// What a leave opens now. Throws the trouble of a right that opens nothing.
    func opening(of leave: BookingAuthority, now: Date) throws -> SlotFilter {
        switch leave {
        case .open: return SlotFilter()
        case .staff(let workers): return SlotFilter(isByRight: true, workers: workers)
        case .right(let code):
            guard let right = try right(code, now: now), let id = try id(of: code) else { throw RightRefusal.unknown }
            return try opening(of: right, id, isMove: false, now: now)
        case .moving(let reference):
            let code = try connection.first(
                """
                SELECT code FROM booking_right WHERE id = (SELECT booking_right FROM booking WHERE reference = ?1)
                """, [.text(reference.characters)]
            ) { RightCode(typed: $0.text(0)) }
            guard let code = code.flatMap(\.self) else { return SlotFilter() }
            guard let right = try right(code, now: now), let id = try id(of: code) else { throw RightRefusal.unknown }
            return try opening(of: right, id, isMove: true, now: now)
        }
    }

    private func opening(
        of right: BookingRight, _ id: Int, isMove: Bool, now: Date
    ) throws -> SlotFilter {
        if let trouble = right.trouble(at: now, isMove: isMove) { throw trouble }
        return SlotFilter(
            isByRight: true, workers: right.grant.grantee.workers, team: right.grant.grantee.team,
            appointmentType: right.grant.appointmentType, right: id)
    }

    /// Throws what is against using a right for this client, in the transaction that books. A wrong phone number and an
    /// unknown code get the same answer: nobody can try out codes.
    func check(_ id: Int, of client: Client, now: Date) throws {
        guard let right = try rights("booking_right.id = ?2", .integer(id), now: now).first,
            right.grant.clientPhone == client.phone
        else { throw RightRefusal.unknown }
        if let trouble = right.trouble(at: now) { throw trouble }
    }

    private func id(of code: RightCode) throws -> Int? {
        try connection.first("SELECT id FROM booking_right WHERE code = ?1", [.text(code.characters)]) {
            $0.integer(0)
        }
    }

    /// `?1` is the present moment; the condition may use `value` as `?2`.
    private func rights(
        _ condition: String, _ value: SQLValue, now: Date
    ) throws -> [BookingRight] {
        // Whom a right names is there: every worker or, of a team, anybody.
        let rows = try connection.rows(
            """
            SELECT code, appointment_type, team, client_name, client_phone, uses, expires, granted_by, granted_at,
                withdrawn_at,
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
            """, [.integer(now.seconds), value], Self.right)
        return rows
    }

    private static func right(_ row: any SQLRow) throws -> BookingRight {
        guard let code = RightCode(typed: row.text(0)), let phone = try? PhoneNumber(typed: row.text(4)) else {
            throw StoreFailure.other("a booking right holds no code or phone number")
        }
        let workers = row.text(11).split(separator: " ").map(String.init)
        return BookingRight(
            code: code,
            grant: RightGrant(
                appointmentType: row.text(1), grantee: row.optionalText(2).map { .team($0) } ?? .workers(workers),
                clientName: row.text(3), clientPhone: phone, uses: row.integer(5),
                expires: Date(seconds: row.integer(6)), grantedBy: row.text(7)),
            grantedAt: Date(seconds: row.integer(8)), used: row.integer(10),
            withdrawnAt: row.optionalInteger(9).map { Date(seconds: $0) },
            lacksWorker: row.integer(12) == 1)
    }
}
