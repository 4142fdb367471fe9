import BookingCore
import Foundation
import SocialServices

/// A seat of a slot, by the slot's row id; seats count from 1.
struct Seat: Hashable {
    let slot: Int
    let number: Int
}

/// What a client is to be promised: one seat or, of a work pair, one of each worker at the same time; of a long meeting
/// also those that follow, one after another.
struct SeatAllocation {
    /// The first is that of the booking itself, the others are its parts. Never empty.
    let seats: [Seat]
    let start: Date
    /// From the first seat's beginning to the end of the last one.
    let minutes: Int
    /// The first seat's, by id.
    let appointmentType: String
    /// The booking right that opened it, by row id.
    let right: Int?
    /// `false` if no hold is kept of any of the seats, not even one that has expired.
    var isHeld = true
    /// The token of the hold that kept them; nil if they were not held.
    var token: String?
}

/// The table of seats that are kept while a client types.
struct HoldTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "hold", "slot", "seat", "token", "position", "expires", "made_at", "booking_right")

    func insert(_ found: SeatAllocation, token: String, now: Date, until expires: Date) throws {
        for (position, seat) in found.seats.enumerated() {
            try connection.run(
                Self.columns.insert,
                [
                    .integer(seat.slot), .integer(seat.number), .text(token), .integer(position), SQLValue(expires),
                    SQLValue(now), SQLValue(found.right),
                ])
        }
    }

    /// - Returns: `false` if there is no such hold.
    func extend(_ token: String, until expires: Date) throws -> Bool {
        try connection.run("UPDATE hold SET expires = ?1 WHERE token = ?2", [SQLValue(expires), .text(token)])
        return connection.changes > 0
    }

    func remove(_ token: String) throws {
        try connection.run("DELETE FROM hold WHERE token = ?1", [.text(token)])
    }

    /// Removes the hold of a seat that is given to a client: its own, or one that had expired. Also its seat of the
    /// other worker of a pair.
    func remove(of seat: Seat) throws {
        try connection.run(
            "DELETE FROM hold WHERE token = (SELECT token FROM hold WHERE slot = ?1 AND seat = ?2)",
            [.integer(seat.slot), .integer(seat.number)])
    }

    /// Removes what is left of holds of a slot that ran out.
    func removeExpired(of slot: Int, now: Date) throws {
        try connection.run(
            "DELETE FROM hold WHERE token IN (SELECT token FROM hold WHERE slot = ?1 AND expires <= ?2)",
            [.integer(slot), SQLValue(now)])
    }

    /// Removes the holds within an absence: a client who is typing is told at the end that the time is no longer free,
    /// not after the meeting failed.
    func remove(within absence: Absence) throws {
        try connection.run(
            """
            DELETE FROM hold WHERE token IN (
                SELECT token FROM hold JOIN slot ON slot.id = hold.slot
                WHERE professional = ?1 AND start < ?3 AND finish > ?2)
            """,
            [.text(absence.professional), SQLValue(absence.start), SQLValue(absence.end)])
    }

    /// What a hold keeps, and when it was made.
    ///
    /// - Throws: `noLongerFree` if another client has taken it over, or the meeting has begun meanwhile.
    func seats(_ hold: Hold, _ method: ContactMethod, now: Date) throws -> (found: SeatAllocation, createdAt: Date) {
        let held = try connection.rows(
            """
            SELECT hold.slot, hold.seat, hold.made_at, hold.booking_right, appointment_type
            FROM hold JOIN slot ON slot.id = hold.slot
            WHERE token = ?1 AND start >= ?2 AND 0 <> methods & ?3 ORDER BY position
            """,
            [.text(hold.token), SQLValue(now), .integer(method.bit)]
        ) { row in
            (
                seat: Seat(slot: row.next(), number: row.next()), createdAt: row.next() as Date,
                right: row.next() as Int?, type: row.next() as String
            )
        }
        guard let first = held.first else { throw BookingRefusal.noLongerFree }
        let kept = try connection.integer("SELECT count(*) FROM hold WHERE token = ?1", [.text(hold.token)])
        guard kept == held.count else { throw BookingRefusal.noLongerFree }
        let found = SeatAllocation(
            seats: held.map(\.seat), start: hold.start, minutes: hold.minutes, appointmentType: first.type,
            right: first.right, token: hold.token)
        return (found, first.createdAt)
    }
}
