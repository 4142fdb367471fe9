import BookingCore
import Foundation

extension SQLBookingStore {
    func log(_ entry: AccessEntry) throws(BookingError) {
        let booking = try entry.booking.map { reference throws(BookingError) in try client(of: reference) }
        try keep(entry, about: booking)
    }

    /// Adds a line, also in a transaction that is open.
    ///
    /// - Parameter booking: by row id.
    func keep(_ entry: AccessEntry, about booking: Int?) throws(BookingError) {
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

    func accessLog(ofClientOf reference: BookingReference) throws(BookingError) -> [AccessEntry] {
        // Of a client who was erased only the booking itself says whose line it is.
        try accessLog(
            """
            booking IN (SELECT other.id FROM booking JOIN booking other ON other.id = booking.id
                OR (other.client_phone = booking.client_phone AND booking.client_phone <> ?2) WHERE booking.id = ?1)
            """, [.integer(try client(of: reference)), .text(Client.erased.phone)])
    }

    func accessLog(ofUser id: String, from: Date, until: Date) throws(BookingError) -> [AccessEntry] {
        try accessLog(
            "user_id = ?1 AND at >= ?2 AND at < ?3",
            [.text(id), .integer(from.seconds), .integer(until.seconds)])
    }

    private func accessLog(_ condition: String, _ values: [SQLValue]) throws(BookingError) -> [AccessEntry] {
        try connection.rows(
            """
            SELECT at, user_id, user_name, purpose, data, provider, is_refused,
                (SELECT reference FROM booking WHERE booking.id = access_log.booking)
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
