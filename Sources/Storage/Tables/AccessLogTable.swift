import BookingCore
import Foundation

extension SQLBookingStore {
    func log(_ entry: AccessEntry) throws {
        // A try stands there also when there is no such booking.
        let booking = try entry.booking.flatMap { reference in
            try connection.first(
                "SELECT coalesce(part_of, id) FROM \(connection.outline) AS booking WHERE reference = ?1",
                [.text(reference.characters)]
            ) { $0.integer(0) }
        }
        try keep(entry, about: booking)
    }

    /// Adds a line, also in a transaction that is open.
    ///
    /// - Parameter booking: by row id.
    func keep(_ entry: AccessEntry, about booking: Int?) throws {
        try connection.run(
            """
            INSERT INTO access_log (at, user_id, user_name, purpose, data, provider, booking, is_refused)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .integer(entry.at.seconds), .text(entry.userID), .text(entry.userName), .text(entry.purpose),
                .text(entry.data), .text(entry.provider), SQLValue(booking), .integer(entry.isRefused ? 1 : 0),
            ])
    }

    /// Adds the line of a reading in the transaction that reads.
    func keep(
        _ data: AccessKind, of reference: BookingReference?, by reading: AccessContext, about booking: Int?
    ) throws {
        try keep(
            AccessEntry(
                at: reading.at, userID: reading.userID, userName: reading.userName, purpose: reading.purpose,
                data: data.rawValue, provider: reading.provider, booking: reference, isRefused: false),
            about: booking)
    }

    func accessLog(ofClientOf reference: BookingReference) throws -> [AccessEntry] {
        try connection.know(nil, [reference.characters])
        let bookings = try bookings(ofClientOf: try client(of: reference))
        return try accessLog("booking IN (\(Self.list(bookings)))", [])
    }

    func accessLog(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry] {
        try accessLog(
            "user_id = ?1 AND at >= ?2 AND at < ?3",
            [.text(id), .integer(from.seconds), .integer(until.seconds)])
    }

    /// Whatever was moved since has the reference that the client knows.
    private func accessLog(_ condition: String, _ values: [SQLValue]) throws -> [AccessEntry] {
        let outline = connection.outline
        return try connection.rows(
            """
            SELECT at, user_id, user_name, purpose, data, provider, is_refused,
                (WITH RECURSIVE place (booking, moved_to) AS (
                    SELECT id, moved_to FROM \(outline) AS booking WHERE id = access_log.booking
                    UNION ALL
                    SELECT id, booking.moved_to FROM \(outline) AS booking JOIN place ON booking.id = place.moved_to)
                 SELECT reference FROM \(outline) AS booking JOIN place ON place.booking = booking.id WHERE place.moved_to IS NULL)
            FROM access_log WHERE \(condition) ORDER BY id
            """, values
        ) {
            AccessEntry(
                at: Date(seconds: $0.integer(0)), userID: $0.text(1), userName: $0.text(2), purpose: $0.text(3),
                data: $0.text(4), provider: $0.text(5), booking: $0.optionalText(7).flatMap(BookingReference.init),
                isRefused: $0.integer(6) == 1)
        }
    }
}
