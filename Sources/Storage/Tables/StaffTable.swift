import BookingCore
import Foundation

/// The table of accounts. Passwords come and go as hashes alone.
struct StaffTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "staff", "id", "name", "role", "is_locked", "password", "made_at", "password_at")

    /// - Throws: `staffExists` if the id is taken.
    func insert(_ member: StaffMember, passwordHash: String?, now: Date) throws {
        try connection.run(
            "\(Self.columns.insert) ON CONFLICT (id) DO NOTHING",
            [
                .text(member.id), .text(member.name), SQLValue(member.role), SQLValue(member.isLocked),
                SQLValue(passwordHash), SQLValue(now), SQLValue(passwordHash == nil ? nil : now.seconds),
            ])
        guard connection.changes == 1 else { throw StaffRefusal.staffExists(member.id) }
    }

    /// In order of id.
    func all() throws -> [StaffMember] {
        let others = try connection.rows("SELECT staff, role FROM staff_role ORDER BY role") {
            ($0.next() as String, try $0.next() as StaffRole)
        }
        return try connection.rows(
            """
            SELECT id, name, role, is_locked, password IS NOT NULL, reset_by, reset_at, reset_reason FROM staff ORDER BY id
            """
        ) { row in
            var member = try StaffMember(
                id: row.next(), name: row.next(), role: row.next(), isLocked: row.next(), hasPassword: row.next())
            member.otherRoles = others.filter { $0.0 == member.id }.map(\.1)
            let (by, at, reason): (String?, Date, String?) = (row.next(), row.next(), row.next())
            if let by, let reason { member.reset = PasswordReset(by: by, at: at, reason: reason) }
            return member
        }
    }

    /// - Parameter roles: the main one first.
    /// - Throws: `noSuchStaff`.
    func setRoles(_ roles: [StaffRole], of id: String) throws {
        guard let main = roles.first else { return }
        try connection.run("UPDATE staff SET role = ?2 WHERE id = ?1", [.text(id), SQLValue(main)])
        guard connection.changes == 1 else { throw StaffRefusal.noSuchStaff(id) }
        try connection.run("DELETE FROM staff_role WHERE staff = ?1", [.text(id)])
        for role in roles.dropFirst() {
            try connection.run("INSERT INTO staff_role (staff, role) VALUES (?1, ?2)", [.text(id), SQLValue(role)])
        }
    }

    func passwordHash(of id: String) throws -> String? {
        try connection.text("SELECT password FROM staff WHERE id = ?1", [.text(id)])
    }

    /// - Parameter reset: who gave it, if it is for once.
    /// - Throws: `noSuchStaff`.
    func setPassword(of id: String, hash: String, reset: PasswordReset? = nil, now: Date) throws {
        try connection.run(
            """
            UPDATE staff SET password = ?2, password_at = ?3, reset_by = ?4, reset_at = ?5, reset_reason = ?6
            WHERE id = ?1
            """,
            [
                .text(id), .text(hash), SQLValue(now), SQLValue(reset?.by), SQLValue(reset?.at.seconds),
                SQLValue(reset?.reason),
            ])
        guard connection.changes == 1 else { throw StaffRefusal.noSuchStaff(id) }
    }

    /// - Throws: `noSuchStaff`.
    func setLocked(_ isLocked: Bool, _ id: String) throws {
        try connection.run(
            "UPDATE staff SET is_locked = ?2, wrong_passwords = 0 WHERE id = ?1", [.text(id), SQLValue(isLocked)])
        guard connection.changes == 1 else { throw StaffRefusal.noSuchStaff(id) }
    }

    /// Counts a failed try, in the transaction that is open; the `limit`-th in a row locks the account.
    func countWrongPassword(of id: String, limit: Int) throws {
        // For an unknown id some other row is written, and given back: the time until a write is on the disk would
        // tell who has an account. (A row that stays the same is not written at all.)
        try connection.run(
            """
            UPDATE staff SET wrong_passwords = wrong_passwords + 1
            WHERE id = coalesce((SELECT id FROM staff WHERE id = ?1), (SELECT min(id) FROM staff))
            """, [.text(id)])
        try connection.run(
            """
            UPDATE staff SET wrong_passwords = wrong_passwords - 1
            WHERE id = (SELECT min(id) FROM staff) AND NOT EXISTS (SELECT 1 FROM staff WHERE id = ?1)
            """, [.text(id)])
        try connection.run(
            "UPDATE staff SET is_locked = 1 WHERE id = ?1 AND wrong_passwords >= ?2", [.text(id), .integer(limit)])
    }

    func resetWrongPasswords(of id: String) throws {
        try connection.run("UPDATE staff SET wrong_passwords = 0 WHERE id = ?1", [.text(id)])
    }
}

/// The table of what is typed during a call, one row for each of the staff.
struct CallDraftTable {
    let connection: any SQLConnection

    private static let columns = Columns("call_draft", "staff", "text", "at")

    func write(_ draft: String, of staff: String, now: Date) throws {
        try connection.run(Self.columns.upsert, [.text(staff), .text(draft), SQLValue(now)])
    }

    func draft(of staff: String) throws -> String? {
        try connection.text("SELECT text FROM call_draft WHERE staff = ?1", [.text(staff)])
    }

    func remove(of staff: String) throws {
        try connection.run("DELETE FROM call_draft WHERE staff = ?1", [.text(staff)])
    }
}
