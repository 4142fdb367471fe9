import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    /// How long lines of the access log are kept (DOMAIN: act 703/2023), in seconds.
    private static let logKept = 4383 * 86_400

    func purge(
        meetingsEndedBefore moment: Date, isRehearsal: Bool, now: Date
    ) throws(BookingError) -> Purge {
        let over = """
            IN (SELECT booking.id FROM booking JOIN slot ON slot.id = booking.slot WHERE slot.finish <= ?1)
            """
        let before: [SQLValue] = [.integer(moment.seconds)]
        return try transaction(isRehearsal) { () throws(BookingError) in
            let descriptions = try removeDescriptions(of: "booking \(over)", before, now: now)
            let advices = try remove("advice WHERE booking \(over)", before)
            let messages = try remove("message WHERE booking \(over)", before)
            let drafts = try remove("call_draft WHERE at <= ?1", before)
            let lines = try remove("access_log WHERE at <= ?1", [.integer(now.seconds - Self.logKept)])
            return Purge(
                descriptions: descriptions, advices: advices, messages: messages, drafts: drafts, logLines: lines)
        }
    }

    func clientData(
        of reference: BookingReference, by reading: Reading
    ) throws(BookingError) -> [ClientRecord] {
        try connection.transaction { () throws(BookingError) in
            var records: [ClientRecord] = []
            for id in try bookings(ofClientOf: try client(of: reference)) {
                let booking = try booking(id: id)
                try keep(
                    AccessEntry(
                        at: reading.at, userID: reading.userID, userName: reading.userName,
                        purpose: reading.purpose, data: "all", provider: reading.provider,
                        booking: booking.reference, isRefused: false), about: id)
                let isKept =
                    try connection.first(
                        "SELECT 1 FROM description WHERE booking = ?1", [.integer(id)]
                    ) { $0.integer(0) } != nil
                records.append(
                    ClientRecord(
                        booking: booking, description: isKept ? try description(id) : nil,
                        advice: try advice(of: booking.reference)))
            }
            return records
        }
    }

    func erase(
        _ reference: BookingReference, isRehearsal: Bool, now: Date
    ) throws(BookingError) -> Purge {
        try transaction(isRehearsal) { () throws(BookingError) in
            let all = try bookings(ofClientOf: try client(of: reference))
            let list = all.map(String.init).joined(separator: ", ")
            let coming = try connection.first(
                """
                SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
                WHERE booking.id IN (\(list)) AND status <> 'cancelled' AND finish > ?1
                """, [.integer(now.seconds)]
            ) { $0.integer(0) }
            if let coming, coming > 0 { throw .stillBooked(coming) }
            let descriptions = try removeDescriptions(of: "booking IN (\(list))", [], now: now)
            let advices = try remove("advice WHERE booking IN (\(list))", [])
            let messages = try remove("message WHERE booking IN (\(list))", [])
            try connection.run(
                """
                UPDATE booking_right SET client_name = ?1, client_phone = ?2 WHERE client_phone IN
                    (SELECT client_phone FROM booking WHERE id IN (\(list)))
                """, [.text(Client.erased.name), .text(Client.erased.phone)])
            try connection.run(
                """
                UPDATE booking SET client_name = ?1, client_phone = ?2, client_email = NULL, interpreter = NULL,
                    sign_language = 0, accessibility = NULL, cancel_reason = NULL, guard_reason = NULL
                WHERE id IN (\(list)) OR part_of IN (\(list))
                """, [.text(Client.erased.name), .text(Client.erased.phone)])
            return Purge(
                descriptions: descriptions, advices: advices, messages: messages, clients: connection.changes)
        }
    }

    /// All bookings of the phone number of one, by row id, in order of time.
    private func bookings(ofClientOf booking: Int) throws(BookingError) -> [Int] {
        try connection.rows(
            """
            SELECT other.id FROM booking JOIN booking other ON other.id = booking.id
                OR (other.client_phone = booking.client_phone AND booking.client_phone <> ?2)
            JOIN slot ON slot.id = other.slot
            WHERE booking.id = ?1 AND other.part_of IS NULL ORDER BY slot.start, other.id
            """, [.integer(booking), .text(Client.erased.phone)]
        ) { $0.integer(0) }
    }

    private func removeDescriptions(
        of condition: String, _ values: [SQLValue], now: Date
    ) throws(BookingError) -> Int {
        try connection.run(
            """
            UPDATE booking SET purged_at = \(now.seconds)
            WHERE purged_at IS NULL AND id IN (SELECT booking FROM description WHERE \(condition))
            """, values)
        _ = try remove("described_answer WHERE \(condition)", values)
        return try remove("description WHERE \(condition)", values)
    }

    private func remove(_ rows: String, _ values: [SQLValue]) throws(BookingError) -> Int {
        try connection.run("DELETE FROM \(rows)", values)
        return connection.changes
    }

    private func transaction(
        _ isRehearsal: Bool, _ body: () throws(BookingError) -> Purge
    ) throws(BookingError) -> Purge {
        let isKept = { (_: Purge) in !isRehearsal }
        return try connection.transaction(keepingIf: isKept, body)
    }
}
