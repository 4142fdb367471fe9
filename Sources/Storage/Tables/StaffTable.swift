import BookingCore
import Foundation

extension SQLBookingStore {
    func add(_ member: StaffMember, passwordHash: String?, now: Date) throws {
        try connection.run(
            """
            INSERT INTO staff (id, name, role, password, is_locked, made_at, password_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, CASE WHEN ?4 IS NULL THEN NULL ELSE ?6 END) ON CONFLICT (id) DO NOTHING
            """,
            [
                .text(member.id), .text(member.name), .text(member.role.rawValue), SQLValue(passwordHash),
                .integer(member.isLocked ? 1 : 0), .integer(now.seconds),
            ])
        guard connection.changes == 1 else { throw StaffRefusal.staffExists(member.id) }
    }

    func staff() throws -> [StaffMember] {
        try connection.rows("SELECT id, name, role, is_locked, password IS NOT NULL FROM staff ORDER BY id") {
            row throws in
            StaffMember(
                id: row.text(0), name: row.text(1), role: try row.value(2, StaffRole.self),
                isLocked: row.integer(3) == 1, hasPassword: row.integer(4) == 1)
        }
    }

    func passwordHash(of id: String) throws -> String? {
        try connection.first("SELECT password FROM staff WHERE id = ?1", [.text(id)]) { $0.optionalText(0) } ?? nil
    }

    func setPassword(of id: String, hash: String, now: Date) throws {
        try connection.run(
            "UPDATE staff SET password = ?2, password_at = ?3 WHERE id = ?1",
            [.text(id), .text(hash), .integer(now.seconds)])
        guard connection.changes == 1 else { throw StaffRefusal.noSuchStaff(id) }
    }

    func setLocked(_ isLocked: Bool, _ id: String) throws {
        try connection.run(
            "UPDATE staff SET is_locked = ?2, wrong_passwords = 0 WHERE id = ?1",
            [.text(id), .integer(isLocked ? 1 : 0)])
        guard connection.changes == 1 else { throw StaffRefusal.noSuchStaff(id) }
    }

    func countWrongPassword(of id: String, limit: Int) throws {
        try connection.transaction {
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
                "UPDATE staff SET is_locked = 1 WHERE id = ?1 AND wrong_passwords >= ?2",
                [.text(id), .integer(limit)])
        }
    }

    func forgetWrongPasswords(of id: String) throws {
        try connection.run("UPDATE staff SET wrong_passwords = 0 WHERE id = ?1", [.text(id)])
    }

    // Calls.

    func keepDraft(_ draft: String, of staff: String, now: Date) throws {
        try connection.run(
            """
            INSERT INTO call_draft (staff, text, at) VALUES (?1, ?2, ?3)
            ON CONFLICT (staff) DO UPDATE SET text = ?2, at = ?3
            """, [.text(staff), .text(draft), .integer(now.seconds)])
    }

    func draft(of staff: String) throws -> String? {
        try connection.first("SELECT text FROM call_draft WHERE staff = ?1", [.text(staff)]) { $0.text(0) }
    }

    func dropDraft(of staff: String) throws {
        try connection.run("DELETE FROM call_draft WHERE staff = ?1", [.text(staff)])
    }
}
