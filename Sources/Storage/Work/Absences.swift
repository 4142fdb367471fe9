import BookingCore
import Foundation

extension SQLBookingStore {
    /// 9999-12-31, UTC: later than anybody opens times.
    private static let farFuture = Date(seconds: 253_402_214_400)

    func record(_ absence: Absence, isDryRun: Bool, now: Date) throws -> [Booking] {
        try connection.transaction(isDryRun: isDryRun) {
            try require(professional: absence.professional)
            return try keep(absence, now: now)
        }
    }

    func leave(
        _ professional: String, from date: Date, isDryRun: Bool, now: Date
    ) throws -> [Booking] {
        try connection.transaction(isDryRun: isDryRun) {
            try require(professional: professional)
            try connection.run(
                "UPDATE professional SET left_at = ?2 WHERE id = ?1", [.text(professional), .integer(date.seconds)])
            let rest = Absence(professional: professional, start: date, end: Self.farFuture, reason: "left")
            return try keep(rest, now: now)
        }
    }

    /// Writes an absence in the transaction that is open, and gives the bookings it hits.
    private func keep(_ absence: Absence, now: Date) throws -> [Booking] {
        try connection.run(
            "INSERT INTO absence (professional, start, finish, reason, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            [
                .text(absence.professional), .integer(absence.start.seconds), .integer(absence.end.seconds),
                .text(absence.reason), .integer(now.seconds),
            ])
        // Whoever is typing is told at the end that the time is no longer free, not after the meeting failed.
        try connection.run(
            """
            DELETE FROM hold WHERE token IN (
                SELECT token FROM hold JOIN slot ON slot.id = hold.slot
                WHERE professional = ?1 AND start < ?3 AND finish > ?2)
            """,
            [.text(absence.professional), .integer(absence.start.seconds), .integer(absence.end.seconds)])
        let hit = try bookings(
            hitOf: absence.professional, from: max(absence.start, now), until: absence.end)
        var bookings: [Booking] = []
        for id in hit { bookings.append(try booking(id: id)) }
        return bookings
    }

    func takeBackAbsence(
        of professional: String, from: Date, until: Date, now: Date
    ) throws {
        let isHit = "professional = ?1 AND start < ?3 AND finish > ?2"
        try connection.transaction {
            try require(professional: professional)
            let left = try connection.first(
                "SELECT left_at FROM professional WHERE id = ?1", [.text(professional)]
            ) { $0.optionalInteger(0) }
            let end = min(until.seconds, left.flatMap(\.self) ?? until.seconds)
            let period: [SQLValue] = [.text(professional), .integer(from.seconds), .integer(end)]
            let hit = try connection.first("SELECT count(*) FROM absence WHERE \(isHit)", period) { $0.integer(0) }
            guard from.seconds < end, hit ?? 0 > 0 else { throw StaffRefusal.notAbsent }
            // What is left of an absence behind the period, then what is left before it, then nothing of it.
            try connection.run(
                """
                INSERT INTO absence (professional, start, finish, reason, made_at)
                SELECT professional, ?3, finish, reason, made_at FROM absence WHERE \(isHit) AND finish > ?3
                """, period)
            try connection.run("UPDATE absence SET finish = ?2 WHERE \(isHit) AND start < ?2", period)
            try connection.run("DELETE FROM absence WHERE \(isHit)", period)
        }
    }

    /// Active bookings of a professional that end after `from` and begin before `until`, by row id, in order of time.
    func bookings(hitOf professional: String, from: Date, until: Date) throws -> [Int] {
        try connection.rows(
            """
            SELECT booking.id FROM booking JOIN slot ON slot.id = booking.slot
            WHERE slot.professional = ?1 AND slot.start < ?3 AND slot.finish > ?2 AND booking.status <> 'cancelled'
            ORDER BY slot.start, booking.id
            """, [.text(professional), .integer(from.seconds), .integer(until.seconds)]
        ) { $0.integer(0) }
    }

    func require(professional id: String) throws {
        let known = try connection.first("SELECT 1 FROM professional WHERE id = ?1", [.text(id)]) { $0.integer(0) }
        guard known != nil else { throw StaffRefusal.noSuchProfessional(id) }
    }
}
