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
        try connection.rows("SELECT id, name, role, is_locked, password IS NOT NULL FROM staff ORDER BY id") { row in
            try StaffMember(
                id: row.next(), name: row.next(), role: row.next(), isLocked: row.next(), hasPassword: row.next())
        }
    }

    func passwordHash(of id: String) throws -> String? {
        try connection.text("SELECT password FROM staff WHERE id = ?1", [.text(id)])
    }

    /// - Throws: `noSuchStaff`.
    func setPassword(of id: String, hash: String, now: Date) throws {
        try connection.run(
            "UPDATE staff SET password = ?2, password_at = ?3 WHERE id = ?1", [.text(id), .text(hash), SQLValue(now)])
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
