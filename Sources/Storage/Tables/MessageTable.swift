import BookingCore
import Foundation
import SocialServices

/// A message as its table holds it.
struct StoredMessage {
    let key: String
    /// By row id.
    let booking: Int
    let kind: Message.Kind
    let channel: Message.Channel
    let recipient: String
    let language: Language
    let text: String?
    let due: Date
    var attempts = 0
    var failure: String?
    var deadAt: Date?
    /// Another person at the meeting whom it is to, by row id; nil for the client.
    var party: Int?

    /// - Parameter booking: the one it is about, as it is now.
    func message(about booking: Booking) -> Message {
        Message(
            key: key, kind: kind, channel: channel, recipient: recipient, language: language, text: text, due: due,
            attempts: attempts, failure: failure, deadAt: deadAt, booking: booking)
    }
}

/// The table of what clients are to be told.
struct MessageTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "message", "key", "booking", "kind", "channel", "recipient", "language", "text", "due", "party")

    private static let select = """
        SELECT key, booking, kind, channel, recipient, language, text, due, attempts, failure, dead_at, party FROM message
        """

    private static func message(_ row: inout RowCursor) throws -> StoredMessage {
        try StoredMessage(
            key: row.next(), booking: row.next(), kind: row.next(), channel: row.next(), recipient: row.next(),
            language: row.next(), text: row.next(), due: row.next(), attempts: row.next(), failure: row.next(),
            deadAt: row.next(), party: row.next())
    }

    func insert(_ messages: [StoredMessage]) throws {
        try connection.insert(
            into: Self.columns.target,
            messages.map {
                [
                    .text($0.key), .integer($0.booking), SQLValue($0.kind), SQLValue($0.channel), .text($0.recipient),
                    SQLValue($0.language), SQLValue($0.text), SQLValue($0.due), SQLValue($0.party),
                ]
            })
    }

    /// Those that wait until a moment at the longest, and those that were given up, in order of when they are due.
    func messages(dueUntil moment: Date) throws -> [StoredMessage] {
        try connection.rows(
            """
            \(Self.select) WHERE sent_at IS NULL AND withdrawn_at IS NULL AND (due <= ?1 OR dead_at IS NOT NULL)
            ORDER BY due, id
            """, [SQLValue(moment)], Self.message)
    }

    /// All messages of a booking, in the order in which they were written.
    func messages(of booking: Int) throws -> [StoredMessage] {
        try connection.rows("\(Self.select) WHERE booking = ?1 ORDER BY id", [.integer(booking)], Self.message)
    }

    /// The first that is due.
    func next(by channels: Set<Message.Channel>, now: Date) throws -> StoredMessage? {
        try connection.first(
            """
            \(Self.select) WHERE sent_at IS NULL AND withdrawn_at IS NULL AND dead_at IS NULL AND due <= ?1
                AND ((channel = 'sms' AND ?2 = 1) OR (channel = 'email' AND ?3 = 1))
            ORDER BY due, id LIMIT 1
            """, [SQLValue(now), SQLValue(channels.contains(.sms)), SQLValue(channels.contains(.email))], Self.message
        )
    }

    func setDue(_ key: String, at moment: Date) throws {
        try connection.run("UPDATE message SET due = ?1 WHERE key = ?2", [SQLValue(moment), .text(key)])
    }

    func setSent(_ key: String, now: Date) throws {
        try connection.run(
            "UPDATE message SET sent_at = ?1, failure = NULL WHERE key = ?2 AND sent_at IS NULL",
            [SQLValue(now), .text(key)])
    }

    func setFailed(_ key: String, _ failure: String, now: Date, next: Date?) throws {
        try connection.run(
            """
            UPDATE message SET attempts = attempts + 1, failure = ?1, due = COALESCE(?2, due), dead_at = ?3
            WHERE key = ?4 AND sent_at IS NULL
            """, [.text(failure), SQLValue(next?.seconds), SQLValue(next == nil ? now.seconds : nil), .text(key)])
    }

    /// - Returns: how many that were given up wait again.
    func revive(now: Date) throws -> Int {
        try connection.run(
            """
            UPDATE message SET dead_at = NULL, attempts = 0, due = ?1
            WHERE dead_at IS NOT NULL AND sent_at IS NULL AND withdrawn_at IS NULL AND (kind = 'by-hand' OR ?1 < (
                SELECT start FROM booking JOIN slot ON slot.id = booking.slot WHERE booking.id = message.booking))
            """, [SQLValue(now)])
        return connection.changes
    }

    /// Withdraws what waits of a booking. What was written by hand stays: only its writer can tell whether it still
    /// holds.
    func withdraw(of booking: Int, now: Date) throws {
        try connection.run(
            """
            UPDATE message SET withdrawn_at = ?1
            WHERE booking = ?2 AND sent_at IS NULL AND withdrawn_at IS NULL AND kind <> 'by-hand'
            """, [SQLValue(now), .integer(booking)])
    }

    func withdraw(ofParty party: Int, now: Date) throws {
        try connection.run(
            "UPDATE message SET withdrawn_at = ?1 WHERE party = ?2 AND sent_at IS NULL AND withdrawn_at IS NULL",
            [SQLValue(now), .integer(party)])
    }

    /// What waits of a booking, that was not written by hand.
    private static let waits = "booking = ?1 AND sent_at IS NULL AND withdrawn_at IS NULL AND kind <> 'by-hand'"

    func countUnsent(of booking: Int) throws -> Int {
        try connection.integer("SELECT count(id) FROM message WHERE \(Self.waits)", [.integer(booking)]) ?? 0
    }

    func hasUnsent(_ kind: Message.Kind, of booking: Int) throws -> Bool {
        let found = try connection.integer(
            "SELECT count(id) FROM message WHERE \(Self.waits) AND kind = ?2", [.integer(booking), SQLValue(kind)])
        return found != 0
    }

    /// `true` if a message of this kind about a booking has left.
    func hasSent(_ kind: Message.Kind, of booking: Int) throws -> Bool {
        let found = try connection.integer(
            "SELECT count(id) FROM message WHERE booking = ?1 AND kind = ?2 AND sent_at IS NOT NULL",
            [.integer(booking), SQLValue(kind)])
        return found != 0
    }

    /// Sends what was written by hand for a booking, and has not left, to where its client is reached now.
    func redirect(of booking: Int, _ channel: Message.Channel, to recipient: String) throws {
        try connection.run(
            """
            UPDATE message SET recipient = ?3
            WHERE booking = ?1 AND channel = ?2 AND party IS NULL AND kind = 'by-hand' AND sent_at IS NULL
                AND withdrawn_at IS NULL
            """, [.integer(booking), SQLValue(channel), .text(recipient)])
    }

    /// - Parameter condition: on the column `booking`.
    /// - Returns: how many were removed.
    func remove(where condition: String, _ values: [SQLValue]) throws -> Int {
        try connection.run("DELETE FROM message WHERE \(condition)", values)
        return connection.changes
    }
}
