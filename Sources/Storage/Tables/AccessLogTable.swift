import BookingCore
import Foundation

/// The table of the access log. Lines are added and never changed.
struct AccessLogTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "access_log", "at", "user_id", "user_name", "purpose", "data", "provider", "is_refused", "booking")

    /// Adds a line, also in a transaction that is open.
    ///
    /// - Parameter booking: by row id.
    func insert(_ entry: AccessEntry, about booking: Int?) throws {
        try connection.run(
            Self.columns.insert,
            [
                SQLValue(entry.at), .text(entry.userID), .text(entry.userName), .text(entry.purpose),
                .text(entry.data), .text(entry.provider), SQLValue(entry.isRefused), SQLValue(booking),
            ])
    }

    /// Adds what was looked at, in the transaction that is open: a line of its own, or to the line of the same look the
    /// clients whom it did not show yet.
    ///
    /// - Parameters:
    ///   - booking: by row id, if it is one.
    ///   - clients: by row id.
    func insert(_ look: AccessLook, about booking: Int?, clients: [Int]) throws {
        let entry = look.entry
        let same = try connection.integer(
            connection.sql(of: .recentLook),
            [
                .text(entry.userID), .text(look.scope), .text(entry.purpose), .text(look.identity ?? ""),
                .integer(entry.at.seconds - AccessLook.sameWithin), SQLValue(entry.at),
            ])
        // No line has the number 0.
        var line = same ?? 0
        if line == 0 {
            try insert(entry, about: booking, look)
            line = try connection.integer(connection.sql(of: .newestLook), [.text(entry.userID)]) ?? 0
        }
        for client in Set(clients).sorted() {
            try connection.run(
                "INSERT INTO access_seen (access, client, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                [.integer(line), .integer(client), SQLValue(entry.at)])
        }
    }

    private func insert(_ entry: AccessEntry, about booking: Int?, _ look: AccessLook) throws {
        try connection.run(
            Columns(
                "access_log", "at", "user_id", "user_name", "purpose", "data", "provider", "is_refused", "booking",
                "scope", "identity"
            ).insert,
            [
                SQLValue(entry.at), .text(entry.userID), .text(entry.userName), .text(entry.purpose),
                .text(entry.data), .text(entry.provider), SQLValue(entry.isRefused), SQLValue(booking),
                .text(look.scope), SQLValue(look.identity),
            ])
    }

    /// Lines about some bookings, and those of looks that showed a client.
    func entries(ofBookings ids: [Int], client: Int?) throws -> [AccessEntry] {
        let looks = "id IN (SELECT access FROM access_seen WHERE client = ?1)"
        return try entries("(booking IN (\(ids.sqlList)) OR \(looks))", [SQLValue(client)])
    }

    /// Adds the line of a reading in the transaction that reads.
    func insert(
        _ data: AccessKind, of reference: BookingReference?, by context: AccessContext, about booking: Int?
    ) throws {
        try insert(
            AccessEntry(
                at: context.at, userID: context.userID, userName: context.userName, purpose: context.purpose,
                data: data.rawValue, provider: context.provider, booking: reference, isRefused: false),
            about: booking)
    }

    func entries(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry] {
        try entries("user_id = ?1 AND at >= ?2 AND at < ?3", [.text(id), SQLValue(from), SQLValue(until)])
    }

    /// A line about a booking that was moved since has the reference that the client knows.
    private func entries(_ condition: String, _ values: [SQLValue]) throws -> [AccessEntry] {
        let outline = connection.outline
        return try connection.rows(
            """
            SELECT at, user_id, user_name, purpose, data, provider,
                (WITH RECURSIVE place (booking, moved_to) AS (
                    SELECT id, moved_to FROM \(outline) AS booking WHERE id = access_log.booking
                    UNION ALL
                    SELECT id, booking.moved_to FROM \(outline) AS booking JOIN place ON booking.id = place.moved_to)
                 SELECT reference FROM \(outline) AS booking JOIN place ON place.booking = booking.id WHERE place.moved_to IS NULL),
                is_refused, scope
            FROM access_log WHERE \(condition) ORDER BY id
            """, values
        ) { row in
            AccessEntry(
                at: row.next(), userID: row.next(), userName: row.next(), purpose: row.next(), data: row.next(),
                provider: row.next(), booking: (row.next() as String?).flatMap(BookingReference.init),
                isRefused: row.next(), scope: row.next())
        }
    }
}
