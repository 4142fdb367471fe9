import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    private static let waits = "sent_at IS NULL AND withdrawn_at IS NULL AND dead_at IS NULL"

    func messages(dueUntil moment: Date) throws -> [Message] {
        let rows = try connection.rows(
            """
            \(Self.messages) WHERE sent_at IS NULL AND withdrawn_at IS NULL AND (due <= ?1 OR dead_at IS NOT NULL)
            ORDER BY due, id
            """, [.integer(moment.seconds)], MessageRow.init)
        var messages: [Message] = []
        for row in rows { messages.append(try message(row)) }
        return messages
    }

    /// All messages of a booking by row id, in the order in which they were written.
    func messages(of booking: Int) throws -> [Message] {
        let rows = try connection.rows(
            "\(Self.messages) WHERE booking = ?1 ORDER BY id", [.integer(booking)], MessageRow.init)
        var messages: [Message] = []
        for row in rows { messages.append(try message(row)) }
        return messages
    }

    func takeMessage(
        by channels: Set<Message.Channel>, now: Date, until lease: Date
    ) throws -> Message? {
        try connection.transaction {
            let row = try connection.first(
                """
                \(Self.messages) WHERE \(Self.waits) AND due <= ?1
                    AND ((channel = 'sms' AND ?2 = 1) OR (channel = 'email' AND ?3 = 1))
                ORDER BY due, id LIMIT 1
                """,
                [
                    .integer(now.seconds), .integer(channels.contains(.sms) ? 1 : 0),
                    .integer(channels.contains(.email) ? 1 : 0),
                ], MessageRow.init)
            guard let row else { return nil }
            // Due again when the lease is over: a sender that was killed needs nobody to clean up.
            try connection.run(
                "UPDATE message SET due = ?1 WHERE key = ?2", [.integer(lease.seconds), .text(row.key)])
            return try message(row)
        }
    }

    func markSent(_ key: String, now: Date) throws {
        try connection.run(
            "UPDATE message SET sent_at = ?1, failure = NULL WHERE key = ?2 AND sent_at IS NULL",
            [.integer(now.seconds), .text(key)])
    }

    func markFailed(_ key: String, _ failure: String, now: Date, next: Date?) throws {
        try connection.run(
            """
            UPDATE message SET attempts = attempts + 1, failure = ?1, due = COALESCE(?2, due), dead_at = ?3
            WHERE key = ?4 AND sent_at IS NULL
            """,
            [
                .text(failure), SQLValue(next?.seconds),
                SQLValue(next == nil ? now.seconds : nil), .text(key),
            ])
    }

    func reviveMessages(now: Date) throws -> Int {
        try connection.run(
            """
            UPDATE message SET dead_at = NULL, attempts = 0, due = ?1
            WHERE dead_at IS NOT NULL AND sent_at IS NULL AND withdrawn_at IS NULL AND (kind = 'by-hand' OR ?1 < (
                SELECT start FROM booking JOIN slot ON slot.id = booking.slot WHERE booking.id = message.booking))
            """, [.integer(now.seconds)])
        return connection.changes
    }

    private static let messages = """
        SELECT key, kind, channel, recipient, language, text, due, attempts, failure, dead_at, booking FROM message
        """

    private func message(_ row: MessageRow) throws -> Message {
        let booking = try connection.first(Self.bookings + " WHERE booking.id = ?1", [.integer(row.booking)]) {
            row throws in try Self.booking(row)
        }
        guard let booking else { throw BookingRefusal.notFound }
        return Message(
            key: row.key, kind: row.kind, channel: row.channel, recipient: row.recipient, language: row.language,
            text: row.text, due: row.due, attempts: row.attempts, failure: row.failure, deadAt: row.deadAt,
            booking: booking)
    }
}

/// A message as its table holds it.
private struct MessageRow {
    let key: String
    let kind: Message.Kind
    let channel: Message.Channel
    let recipient: String
    let language: Language
    let text: String?
    let due: Date
    let attempts: Int
    let failure: String?
    let deadAt: Date?
    let booking: Int

    init(_ row: any SQLRow) throws {
        key = row.text(0)
        kind = try row.value(1, Message.Kind.self)
        channel = try row.value(2, Message.Channel.self)
        recipient = row.text(3)
        language = try row.value(4, Language.self)
        text = row.optionalText(5)
        due = Date(seconds: row.integer(6))
        attempts = row.integer(7)
        failure = row.optionalText(8)
        deadAt = row.optionalText(9) == nil ? nil : Date(seconds: row.integer(9))
        booking = row.integer(10)
    }
}
