import BookingCore
import CivilTime
import Foundation
import SocialServices

extension SQLBookingStore {
    /// How long lines of the access log are kept, in seconds.
    private static let logKept = AccessEntry.daysKept * CalendarDay.seconds

    func purge(
        meetingsEndedBefore moment: Date, isDryRun: Bool, by reading: AccessContext
    ) throws -> Purge {
        let over = """
            IN (SELECT booking.id FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
                WHERE slot.finish <= ?1)
            """
        let before: [SQLValue] = [.integer(moment.seconds)]
        return try removing(isDryRun) {
            try connection.run(
                connection.sql(of: .purgeBookings), before + [.integer(reading.at.seconds)])
            let descriptions = try removeDescriptions(of: "booking \(over)", before)
            let advices = try remove("advice WHERE booking \(over)", before)
            let messages = try remove("message WHERE booking \(over)", before)
            let drafts = try remove("call_draft WHERE at <= ?1", before)
            let lines = try remove("access_log WHERE at <= ?1", [.integer(reading.at.seconds - Self.logKept)])
            try keep(.purge, of: nil, by: reading, about: nil)
            return Purge(
                descriptions: descriptions, advices: advices, messages: messages, drafts: drafts, logLines: lines)
        }
    }

    func erase(
        _ reference: BookingReference, isDryRun: Bool, by reading: AccessContext
    ) throws -> Purge {
        try removing(isDryRun) {
            try connection.know(nil, [reference.characters])
            let named = try client(of: reference)
            let all = try bookings(ofClientOf: named)
            let list = Self.list(all)
            let coming = try connection.first(
                """
                SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
                WHERE booking.id IN (\(list)) AND status <> 'cancelled' AND finish > ?1
                """, [.integer(reading.at.seconds)]
            ) { $0.integer(0) }
            if let coming, coming > 0 { throw StaffRefusal.stillBooked(coming) }
            let others = try bookings(ofNumberOf: named).count - all.count
            try connection.run(
                """
                UPDATE booking SET purged_at = ?1
                WHERE purged_at IS NULL AND id IN (SELECT booking FROM description WHERE booking IN (\(list)))
                """, [.integer(reading.at.seconds)])
            let descriptions = try removeDescriptions(of: "booking IN (\(list))", [])
            let advices = try remove("advice WHERE booking IN (\(list))", [])
            let messages = try remove("message WHERE booking IN (\(list))", [])
            try eraseRights(ofClientOf: named, now: reading.at)
            try connection.run(
                """
                UPDATE booking SET client_name = ?1, client_phone = ?2, client_email = NULL, interpreter = NULL,
                    sign_language = 0, accessibility = NULL, cancel_reason = NULL, guard_reason = NULL
                WHERE id IN (\(list)) OR part_of IN (\(list))
                """, [.text(Client.erased.name), .text(Client.erased.phone.international)])
            try keep(.erasure, of: reference, by: reading, about: named)
            return Purge(
                descriptions: descriptions, advices: advices, messages: messages, clients: all.count,
                othersOfNumber: others)
        }
    }

    /// A right that nobody is named in any more opens nothing.
    private func eraseRights(ofClientOf booking: Int, now: Date) throws {
        let client = try self.booking(id: booking).client
        for right in try rights(of: client.phone, now: now) where client.isSame(as: right.grant) {
            try connection.run(
                """
                UPDATE booking_right SET client_name = ?2, client_phone = ?3, withdrawn_at = coalesce(withdrawn_at, ?4)
                WHERE code = ?1
                """,
                [
                    .text(right.code.characters), .text(Client.erased.name), .text(Client.erased.phone.international),
                    .integer(now.seconds),
                ])
        }
    }

    private func removeDescriptions(of condition: String, _ values: [SQLValue]) throws -> Int {
        _ = try remove("described_answer WHERE \(condition)", values)
        return try remove("description WHERE \(condition)", values)
    }

    private func remove(_ rows: String, _ values: [SQLValue]) throws -> Int {
        try connection.run("DELETE FROM \(rows)", values)
        return connection.changes
    }

    private func removing(
        _ isDryRun: Bool, _ body: () throws -> Purge
    ) throws -> Purge {
        let purge = try connection.transaction(isDryRun: isDryRun, body)
        if !isDryRun { try connection.forgetRemoved() }
        return purge
    }
}
