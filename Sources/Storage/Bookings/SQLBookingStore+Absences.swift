import BookingCore
import Foundation

extension SQLBookingStore {
    func record(_ absence: Absence, isRehearsal: Bool, now: Date) throws(BookingError) -> [Booking] {
        let isKept = { (_: [Booking]) in !isRehearsal }
        return try connection.transaction(keepingIf: isKept) { () throws(BookingError) in
            try require(professional: absence.professional)
            try connection.run(
                "INSERT INTO absence (professional, start, finish, reason, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                [
                    .text(absence.professional), .integer(absence.start.seconds), .integer(absence.end.seconds),
                    .text(absence.reason), .integer(now.seconds),
                ])
            // Whoever is typing is told at the end that the time is no longer free, not after the meeting failed.
            try connection.run(
                """
                DELETE FROM hold WHERE slot IN
                    (SELECT id FROM slot WHERE professional = ?1 AND start < ?3 AND finish > ?2)
                """,
                [.text(absence.professional), .integer(absence.start.seconds), .integer(absence.end.seconds)])
            let hit = try bookings(
                hitOf: absence.professional, from: max(absence.start, now), until: absence.end)
            var bookings: [Booking] = []
            for id in hit { bookings.append(try booking(id: id)) }
            return bookings
        }
    }

    /// Active bookings of a professional that end after `from` and begin before `until`, by row id, in order of time.
    func bookings(hitOf professional: String, from: Date, until: Date) throws(BookingError) -> [Int] {
        try connection.rows(
            """
            SELECT booking.id FROM booking JOIN slot ON slot.id = booking.slot
            WHERE slot.professional = ?1 AND slot.start < ?3 AND slot.finish > ?2 AND booking.status <> 'cancelled'
            ORDER BY slot.start, booking.id
            """, [.text(professional), .integer(from.seconds), .integer(until.seconds)]
        ) { $0.integer(0) }
    }

    func require(professional id: String) throws(BookingError) {
        let known = try connection.first("SELECT 1 FROM professional WHERE id = ?1", [.text(id)]) { $0.integer(0) }
        guard known != nil else { throw .noSuchProfessional(id) }
    }
}
