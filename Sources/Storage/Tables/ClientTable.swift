import BookingCore
import Foundation
import SocialServices

/// The table of clients, and the words of their names.
struct ClientTable {
    let connection: any SQLConnection

    /// The record of a client who books: the one there is, or a new one.
    ///
    /// A client who is known keeps what is known of them: a visitor who types a name and a number changes nothing.
    ///
    /// - Returns: the row id; of records that were joined, the one that stands for all.
    func match(_ client: Client, _ needs: SpecialNeeds, now: Date) throws -> Int {
        let words = NameKey.indexed(client.name)
        var values: [SQLValue] = [SQLValue(client.matchKey)]
        values += Self.values(client, needs)
        values.append(SQLValue(now))
        if connection.dialect == .postgreSQL { values.append(.text(words.joined(separator: " "))) }
        guard let id = try connection.integer(connection.sql(of: .matchClient), values) else {
            throw SQLError.other("a client was not kept")
        }
        if connection.dialect == .sqlite { try addWords(words, of: id) }
        return id
    }

    private static func values(_ client: Client, _ needs: SpecialNeeds) -> [SQLValue] {
        [
            .text(client.name), .text(client.phone?.international ?? BookingRow.noPhone), SQLValue(client.birthYear),
            SQLValue(client.email?.address), SQLValue(client.language), SQLValue(needs.meetingLanguage),
            SQLValue(needs.interpreter), SQLValue(needs.signLanguage), SQLValue(needs.accessibility),
            SQLValue(client.messages),
        ]
    }

    private func addWords(_ words: [String], of id: Int) throws {
        for word in words {
            try connection.run(
                "INSERT INTO client_word (word, client, reversed) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                [.text(word), .integer(id), .text(String(word.reversed()))])
        }
    }

    // Reading.

    private static let select = """
        SELECT id, name, phone, birth_year, email, language, meeting_language, interpreter, sign_language, accessibility,
            messages, is_protected, version, purged_at IS NOT NULL, made_at FROM client
        """

    private static func client(_ row: inout RowCursor) throws -> KnownClient {
        let id: Int = row.next()
        let (name, number): (String, String) = (row.next(), row.next())
        let birthYear: Int? = row.next()
        let email: String? = row.next()
        let (language, meetingLanguage): (Language, Language) = try (row.next(), row.next())
        let (interpreter, signLanguage, accessibility): (String?, Bool, String?) = (
            row.next(), row.next(), row.next()
        )
        let messages: MessageWish = try row.next()
        return KnownClient(
            id: id,
            client: Client(
                name: name, phone: try? PhoneNumber(typed: number), birthYear: birthYear,
                email: email.flatMap { EmailAddress(typed: $0) }, language: language, messages: messages),
            needs: SpecialNeeds(
                meetingLanguage: meetingLanguage, interpreter: interpreter, signLanguage: signLanguage,
                accessibility: accessibility),
            isProtected: row.next(), version: row.next(), isErased: row.next(), madeAt: row.next())
    }

    /// A client by id; of one that was joined to another, that one. Nil if there is none.
    func client(id: Int) throws -> KnownClient? {
        try connection.first(
            "\(Self.select) WHERE id = (SELECT coalesce(same_as, id) FROM client WHERE id = ?1)", [.integer(id)],
            Self.client)
    }

    /// Clients by id, in this order.
    func clients(ids: [Int]) throws -> [KnownClient] { try ids.compactMap { try client(id: $0) } }

    /// Those with a phone number, by id.
    func ids(ofPhone phone: PhoneNumber) throws -> [Int] {
        try connection.rows(
            "SELECT DISTINCT coalesce(same_as, id) FROM client WHERE phone = ?1 AND purged_at IS NULL ORDER BY 1",
            [.text(phone.international)]
        ) { $0.next() }
    }

    /// The client whom a right was granted to, by id; nil if none is known.
    func id(of grant: RightGrant) throws -> Int? {
        let client = Client(name: grant.clientName, phone: grant.clientPhone, language: .finnish)
        return try connection.integer(
            "SELECT coalesce(same_as, id) FROM client WHERE match_key = ?1", [SQLValue(client.matchKey)])
    }

    /// The client of a booking, by id; nil of an erased one.
    func id(ofBooking booking: Int) throws -> Int? {
        let found: Int?? = try connection.first("SELECT client FROM booking WHERE id = ?1", [.integer(booking)]) {
            $0.next()
        }
        return found ?? nil
    }

    /// The same, for those who may not see the booking.
    func id(ofSeenBooking booking: Int) throws -> Int? {
        let found: Int?? = try connection.first(
            "SELECT client FROM \(connection.outline) AS booking WHERE id = ?1", [.integer(booking)]
        ) { $0.next() }
        return found ?? nil
    }

    // Searching.

    /// Clients whose names have all of these words, each with one wrong letter at the most; at most so many, by id.
    func ids(named name: NameKey, limit: Int) throws -> [Int] {
        if name.words.isEmpty { return [] }
        var values: [SQLValue] = []
        var clients: [String] = []
        for word in name.words {
            let near = try words(near: word)
            if near.isEmpty { return [] }
            let places = near.indices.map { "?\(values.count + $0 + 1)" }.joined(separator: ", ")
            clients.append("SELECT client FROM client_word WHERE word IN (\(places))")
            values += near.map(SQLValue.text)
        }
        // Each client is looked up by itself: for a join PostgreSQL would read them all. Who was erased has no words.
        return try connection.rows(
            """
            SELECT DISTINCT coalesce((SELECT same_as FROM client WHERE id = found.client), found.client)
            FROM (\(clients.joined(separator: " INTERSECT "))) AS found ORDER BY 1 LIMIT \(limit)
            """, values
        ) { $0.next() }
    }

    /// The words of names that are a word but for one letter.
    private func words(near word: String) throws -> [String] {
        if let all = NameKey.misspellings(of: word) { return try known(all.sorted()) }
        guard let halves = NameKey.halves(of: word) else {
            return try distinct("word", from: word, before: word + "\u{1}")
        }
        let beginnings = try distinct("word", from: halves.beginning, before: Self.after(halves.beginning))
        let endings = try distinct("reversed", from: halves.ending, before: Self.after(halves.ending))
        return Set(beginnings).union(endings.map { String($0.reversed()) }).filter { NameKey.isNear(word, $0) }
            .sorted()
    }

    /// Those of some words that a name has.
    private func known(_ words: [String]) throws -> [String] {
        let values = words.indices.map { "(?\($0 + 1))" }.joined(separator: ", ")
        return try connection.rows(
            """
            WITH wanted (value) AS (VALUES \(values))
            SELECT value FROM wanted WHERE EXISTS (SELECT 1 FROM client_word WHERE word = value) ORDER BY 1
            """, words.map(SQLValue.text)
        ) { $0.next() }
    }

    /// What comes after everything that begins with a text.
    private static func after(_ beginning: String) -> String { beginning + "\u{10FFFF}" }

    /// The different values of an indexed column in a range, each found by one look: a name that thousands have costs no
    /// more than one that nobody else has.
    private func distinct(_ column: String, from first: String, before end: String) throws -> [String] {
        try connection.rows(
            """
            WITH RECURSIVE found (value) AS (
                SELECT min(\(column)) FROM client_word WHERE \(column) >= ?1 AND \(column) < ?2
                UNION ALL
                SELECT (SELECT min(\(column)) FROM client_word WHERE \(column) > found.value AND \(column) < ?2)
                FROM found WHERE found.value IS NOT NULL)
            SELECT value FROM found WHERE value IS NOT NULL
            """, [.text(first), .text(end)]
        ) { $0.next() }
    }

    // Changing, each in the transaction that is open.

    /// Writes a corrected client over the one there is.
    ///
    /// - Parameter version: what it was at when the correction was made.
    /// - Returns: `false` if another correction came first.
    func write(_ corrected: KnownClient, over version: Int) throws -> Bool {
        let client = corrected.client
        // Another record may have the number and the name already: then the two are not one by themselves.
        let taken = try connection.integer(
            "SELECT count(*) FROM client WHERE match_key = ?1 AND id <> ?2",
            [SQLValue(client.matchKey), .integer(corrected.id)])
        let key = taken == 0 ? client.matchKey : nil
        try connection.run(
            """
            UPDATE client SET match_key = ?3, name = ?4, phone = ?5, birth_year = ?6, email = ?7, language = ?8,
                meeting_language = ?9, interpreter = ?10, sign_language = ?11, accessibility = ?12, messages = ?13,
                is_protected = ?14, version = version + 1
            WHERE id = ?1 AND version = ?2
            """,
            [.integer(corrected.id), .integer(version), SQLValue(key)] + Self.values(client, corrected.needs)
                + [SQLValue(corrected.isProtected)])
        guard connection.changes == 1 else { return false }
        try connection.run("DELETE FROM client_word WHERE client = ?1", [.integer(corrected.id)])
        try addWords(NameKey.indexed(client.name), of: corrected.id)
        return true
    }

    /// Makes one record stand for another too, with all that is of that one.
    func join(_ other: Int, to id: Int) throws {
        try connection.run(
            "UPDATE client SET same_as = ?2 WHERE id = ?1 OR same_as = ?1", [.integer(other), .integer(id)])
        try connection.run("UPDATE booking SET client = ?2 WHERE client = ?1", [.integer(other), .integer(id)])
        try connection.run("UPDATE party SET client = ?2 WHERE client = ?1", [.integer(other), .integer(id)])
    }

    /// A client's records: the one that stands for all, and those that were joined to it.
    func records(of id: Int) throws -> [Int] {
        try connection.rows("SELECT id FROM client WHERE id = ?1 OR same_as = ?1 ORDER BY id", [.integer(id)]) {
            $0.next()
        }
    }

    // Others at a meeting.

    /// - Returns: the row id.
    func insertParty(
        _ person: Client, _ client: Int, _ code: BookingReference, to booking: Int, now: Date
    ) throws -> Int {
        let id = try connection.integer(
            """
            INSERT INTO party (booking, client, reference, name, phone, language, messages, made_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id
            """,
            [
                .integer(booking), .integer(client), .text(code.characters), .text(person.name),
                .text(person.phone?.international ?? BookingRow.noPhone), SQLValue(person.language),
                SQLValue(person.messages), SQLValue(now),
            ])
        guard let id else { throw SQLError.other("another person was not kept") }
        return id
    }

    func removeParty(_ id: Int, now: Date) throws {
        try connection.run("UPDATE party SET removed_at = ?2 WHERE id = ?1", [.integer(id), SQLValue(now)])
    }

    /// Those who come to a meeting beside its client, in the order in which they were added.
    func parties(of booking: Int) throws -> [(id: Int, client: Int, party: MeetingParty)] {
        try connection.rows(
            """
            SELECT id, client, reference, name, phone, language, messages FROM party
            WHERE booking = ?1 AND removed_at IS NULL ORDER BY id
            """, [.integer(booking)], Self.party)
    }

    /// Another person at a meeting by row id, also one who was taken off.
    func party(id: Int) throws -> MeetingParty? {
        try connection.first(
            "SELECT id, client, reference, name, phone, language, messages FROM party WHERE id = ?1", [.integer(id)],
            Self.party
        )?.party
    }

    private static func party(_ row: inout RowCursor) throws -> (id: Int, client: Int, party: MeetingParty) {
        let (id, client): (Int, Int) = (row.next(), row.next())
        guard let code = BookingReference(typed: row.next()) else {
            throw SQLError.other("another person at a meeting has no code")
        }
        let (name, number): (String, String) = (row.next(), row.next())
        return (
            id, client,
            MeetingParty(
                code: code,
                client: Client(
                    name: name, phone: try? PhoneNumber(typed: number), language: try row.next(),
                    messages: try row.next()))
        )
    }

    /// Writes a corrected client to the meetings that they come to beside another.
    func writeParties(_ corrected: KnownClient) throws {
        let client = corrected.client
        try connection.run(
            """
            UPDATE party SET name = ?2, phone = ?3, language = ?4, messages = ?5
            WHERE client = ?1 AND removed_at IS NULL
            """,
            [
                .integer(corrected.id), .text(client.name), .text(client.phone?.international ?? BookingRow.noPhone),
                SQLValue(client.language), SQLValue(client.messages),
            ])
    }

    // Removing, each in the transaction that is open.

    /// In SQL, that no meeting of a client ends after a moment (`?1`).
    private var isOver: String {
        """
        NOT EXISTS (SELECT 1 FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE booking.client = coalesce(client.same_as, client.id) AND slot.finish > ?1)
        AND NOT EXISTS (SELECT 1 FROM party JOIN \(connection.outline) AS booking ON booking.id = party.booking
            JOIN slot ON slot.id = booking.slot
            WHERE party.client = coalesce(client.same_as, client.id) AND slot.finish > ?1)
        """
    }

    /// Takes from clients whose meetings are all over what those needed, and what corrections replaced.
    func purgeNeeds(meetingsEndedBefore moment: Date) throws {
        let before = [SQLValue(moment)]
        try connection.run(
            """
            DELETE FROM client_change WHERE client IN (SELECT id FROM client WHERE \(isOver))
                AND change IN (SELECT id FROM change WHERE at <= ?1)
            """, before)
        try connection.run(
            """
            UPDATE client SET interpreter = NULL, accessibility = NULL
            WHERE (interpreter IS NOT NULL OR accessibility IS NOT NULL) AND \(isOver)
            """, before)
    }

    /// Clients of whom nothing was made or met since a moment, by id.
    func forgettable(before moment: Date) throws -> [Int] {
        try connection.rows(
            "SELECT id FROM client WHERE purged_at IS NULL AND made_at <= ?1 AND \(isOver) ORDER BY id",
            [SQLValue(moment)]
        ) { $0.next() }
    }

    /// Takes away what tells who clients are; the rows stay, for the logs.
    func erase(_ ids: [Int], now: Date) throws {
        let all = "(\(ids.sqlList))"
        try connection.run("DELETE FROM client_change WHERE client IN \(all)")
        try connection.run("DELETE FROM client_word WHERE client IN \(all)")
        try connection.run(
            """
            UPDATE client SET match_key = NULL, name = ?1, phone = ?2, birth_year = NULL, email = NULL,
                interpreter = NULL, sign_language = 0, accessibility = NULL, is_protected = 0, purged_at = ?3
            WHERE id IN \(all)
            """, [.text(Client.erased.name), .text(BookingRow.noPhone), SQLValue(now)])
    }
}
