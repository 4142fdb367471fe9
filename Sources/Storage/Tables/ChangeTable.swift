import BookingCore
import Foundation

/// The log of changes. Lines are added and never changed.
struct ChangeTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "change", "at", "user_id", "user_name", "deed", "booking", "client", "professional", "account", "fields",
        "count", "reason", "undoes")

    /// Adds a line, in the transaction of the deed.
    func insert(_ new: NewChange, now: Date) throws {
        try connection.run(Self.columns.insert, Self.values(new, now))
    }

    /// The same, for those who may read the log's numbers.
    ///
    /// - Returns: the line's number.
    func insertNumbered(_ new: NewChange, now: Date) throws -> Int {
        guard let id = try connection.integer(Self.columns.insert + " RETURNING id", Self.values(new, now)) else {
            throw SQLError.other("a deed was not kept")
        }
        return id
    }

    private static func values(_ new: NewChange, _ now: Date) -> [SQLValue] {
        [
            SQLValue(now), .text(new.doer.id), .text(new.doer.name), SQLValue(new.deed), SQLValue(new.booking),
            SQLValue(new.client), SQLValue(new.professional), SQLValue(new.account),
            .text(new.fields.joined(separator: " ")), .integer(new.count), SQLValue(new.reason), SQLValue(new.undoes),
        ]
    }

    /// Keeps what a correction replaced.
    func insertValues(_ changes: [ClientFieldChange], of client: Int, change: Int) throws {
        try connection.insert(
            into: "client_change (change, field, client, old_value, new_value)",
            changes.map {
                [.integer(change), SQLValue($0.field), .integer(client), SQLValue($0.before), SQLValue($0.after)]
            })
    }

    /// What a correction replaced; empty of one whose client was erased since.
    func values(of change: Int) throws -> [(field: ClientField, before: String?, after: String?)] {
        try connection.rows(
            "SELECT field, old_value, new_value FROM client_change WHERE change = ?1 ORDER BY field",
            [.integer(change)]
        ) { (try $0.next(), $0.next(), $0.next()) }
    }

    /// A line by its number.
    func change(_ id: Int) throws -> Change? { try changes("change.id = ?1", [.integer(id)]).first }

    /// By row id, the booking that a line is about.
    func booking(of id: Int) throws -> Int? {
        let found: Int?? = try connection.first("SELECT booking FROM change WHERE id = ?1", [.integer(id)]) {
            $0.next()
        }
        return found ?? nil
    }

    /// `true` if a deed was undone.
    func isUndone(_ id: Int) throws -> Bool {
        try connection.integer("SELECT 1 FROM change WHERE undoes = ?1", [.integer(id)]) != nil
    }

    /// The lines that a query finds, as they were written.
    func changes(_ query: ChangeQuery) throws -> [Change] {
        var conditions = ["1 = 1"]
        var values: [SQLValue] = []
        func require(_ condition: String, _ value: SQLValue) {
            values.append(value)
            conditions.append(condition.replacing("?", with: "?\(values.count)"))
        }
        if let client = query.client {
            require(
                """
                coalesce(change.client, (SELECT booking.client FROM \(connection.outline) AS booking
                    WHERE booking.id = change.booking)) = ?
                """, .integer(client))
        }
        if let booking = query.booking {
            require("\(Self.reference(connection.outline)) = ?", .text(booking.characters))
        }
        if let doer = query.doer { require("change.user_id = ?", .text(doer)) }
        if let professional = query.professional {
            require(
                """
                coalesce(change.professional, (SELECT slot.professional FROM \(connection.outline) AS booking
                    JOIN slot ON slot.id = booking.slot WHERE booking.id = change.booking)) = ?
                """, .text(professional))
        }
        if let from = query.from { require("change.at >= ?", SQLValue(from)) }
        if let until = query.until { require("change.at < ?", SQLValue(until)) }
        return try changes(conditions.joined(separator: " AND "), values)
    }

    /// Lines about some bookings or a client.
    func changes(ofBookings ids: [Int], client: Int?) throws -> [Change] {
        try changes("(change.booking IN (\(ids.sqlList)) OR change.client = ?1)", [SQLValue(client)])
    }

    /// The reference that the client knows of the booking that a line is about: that of the last one it was moved to.
    private static func reference(_ outline: String) -> String {
        """
        (WITH RECURSIVE place (booking, moved_to) AS (
            SELECT id, moved_to FROM \(outline) AS booking WHERE id = change.booking
            UNION ALL
            SELECT id, booking.moved_to FROM \(outline) AS booking JOIN place ON booking.id = place.moved_to)
         SELECT reference FROM \(outline) AS booking JOIN place ON place.booking = booking.id WHERE place.moved_to IS NULL)
        """
    }

    private func changes(_ condition: String, _ values: [SQLValue]) throws -> [Change] {
        try connection.rows(
            """
            SELECT id, at, user_id, user_name, deed, \(Self.reference(connection.outline)), client, professional, account,
                fields, count, reason, undoes
            FROM change WHERE \(condition) ORDER BY id
            """, values
        ) { row in
            Change(
                id: row.next(), at: row.next(), doer: Doer(id: row.next(), name: row.next()), deed: try row.next(),
                booking: (row.next() as String?).flatMap(BookingReference.init), client: row.next(),
                professional: row.next(), account: row.next(), fields: row.words(), count: row.next(),
                reason: row.next(), undoes: row.next())
        }
    }
}
