import BookingCore
import CivilTime
import Foundation
import SocialServices

/// Removes what need not be kept any more, and what a client may have removed.
struct Retention {
    let connection: any SQLConnection
    let visible: VisibleClient
    let bookings: BookingTable
    let descriptions: DescriptionTable
    let advice: AdviceTable
    let messages: MessageTable
    let rights: RightTable
    let clients: ClientTable
    let changes: ChangeTable
    let log: AccessLogTable

    /// How long lines of the access log are kept, in seconds.
    private static let logKept = AccessEntry.daysKept * CalendarDay.seconds

    func purge(
        meetingsEndedBefore moment: Date, clientsBefore forgotten: Date?, isDryRun: Bool, by context: AccessContext
    ) throws -> Purge {
        let over = """
            booking IN (SELECT booking.id FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
                WHERE slot.finish <= ?1)
            """
        let before = [SQLValue(moment)]
        return try removing(isDryRun) {
            try connection.run(connection.sql(of: .purgeBookings), before + [SQLValue(context.at)])
            try clients.purgeNeeds(meetingsEndedBefore: moment)
            let persons = try forgotten.map { try forget(clientsBefore: $0, now: context.at) } ?? 0
            let purge = Purge(
                descriptions: try descriptions.remove(where: over, before),
                advices: try advice.remove(where: over, before),
                messages: try messages.remove(where: over, before),
                drafts: try remove("call_draft WHERE at <= ?1", before),
                logLines: try removeLog(before: context.at.seconds - Self.logKept), persons: persons)
            try changes.insert(NewChange(.purged, by: Doer(context)), now: context.at)
            try log.insert(.purge, of: nil, by: context, about: nil)
            return purge
        }
    }

    func erase(_ reference: BookingReference, isDryRun: Bool, by context: AccessContext) throws -> Purge {
        try removing(isDryRun) {
            try visible.set(nil, [reference.characters])
            let named = try bookings.mainID(of: reference)
            let all = try bookings.ids(ofClientOf: named)
            let list = all.sqlList
            let coming = try connection.integer(
                """
                SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
                WHERE booking.id IN (\(list)) AND status <> 'cancelled' AND finish > ?1
                """, [SQLValue(context.at)])
            if let coming, coming > 0 { throw StaffRefusal.stillBooked(coming) }
            let others = try bookings.countOthers(ofNumberOf: named)
            let client = try clients.id(ofBooking: named)
            try connection.run(
                """
                UPDATE booking SET purged_at = ?1
                WHERE purged_at IS NULL AND id IN (SELECT booking FROM description WHERE booking IN (\(list)))
                """, [SQLValue(context.at)])
            let purge = Purge(
                descriptions: try descriptions.remove(where: "booking IN (\(list))", []),
                advices: try advice.remove(where: "booking IN (\(list))", []),
                messages: try messages.remove(where: "booking IN (\(list))", []), clients: all.count,
                othersOfNumber: others)
            try eraseRights(of: try bookings.booking(id: named).client, now: context.at)
            try connection.run(
                """
                UPDATE booking SET client_name = ?1, client_phone = ?2, client_email = NULL, interpreter = NULL,
                    sign_language = 0, accessibility = NULL, cancel_reason = NULL, guard_reason = NULL,
                    birth_year = NULL, name_key = NULL, word_salt = NULL, word_hash = NULL, on_behalf = NULL,
                    on_behalf_born = NULL, note = NULL, note_by = NULL, client = NULL
                WHERE id IN (\(list)) OR part_of IN (\(list))
                """, [.text(Client.erased.name), .text(Client.erased.phone.international)])
            if let client { try clients.erase(try clients.records(of: client), now: context.at) }
            var change = NewChange(.erased, by: Doer(context))
            (change.booking, change.client, change.count) = (named, client, all.count)
            try changes.insert(change, now: context.at)
            try log.insert(.erasure, of: reference, by: context, about: named)
            return purge
        }
    }

    /// Removes the names and numbers of clients whose last meeting ended before a moment.
    ///
    /// - Returns: how many those are.
    private func forget(clientsBefore moment: Date, now: Date) throws -> Int {
        let ids = try clients.forgettable(before: moment)
        if ids.isEmpty { return 0 }
        try clients.erase(ids, now: now)
        try connection.run(connection.sql(of: .forgetBookings), [])
        try connection.run(connection.sql(of: .forgetParties), [SQLValue(now)])
        try connection.run(connection.sql(of: .forgetRights), [SQLValue(moment)])
        return ids.count
    }

    private func removeLog(before seconds: Int) throws -> Int {
        let before = [SQLValue.integer(seconds)]
        _ = try remove("access_seen WHERE access IN (SELECT id FROM access_log WHERE at <= ?1)", before)
        _ = try remove("client_change WHERE change IN (SELECT id FROM change WHERE at <= ?1)", before)
        let deeds = try remove("change WHERE at <= ?1", before)
        return try remove("access_log WHERE at <= ?1", before) + deeds
    }

    private func eraseRights(of client: Client, now: Date) throws {
        guard let phone = client.phone else { return }
        for right in try rights.rights(of: phone, now: now) where client.isSame(as: right.grant) {
            try rights.erase(right.code, now: now)
        }
    }

    private func remove(_ rows: String, _ values: [SQLValue]) throws -> Int {
        try connection.run("DELETE FROM \(rows)", values)
        return connection.changes
    }

    private func removing(_ isDryRun: Bool, _ body: () throws -> Purge) throws -> Purge {
        let purge = try connection.transaction(isDryRun: isDryRun, body)
        if !isDryRun { try removeTraces() }
        return purge
    }

    /// Leaves no trace of removed rows in the store's files.
    ///
    /// - Throws: `tracesLeft` if another program reads old pages.
    private func removeTraces() throws {
        do {
            try connection.compact()
        } catch SQLError.busy {
            throw StoreFailure.tracesLeft
        }
    }
}
