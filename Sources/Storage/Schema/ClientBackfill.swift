import BookingCore
import Foundation
import SocialServices

/// Makes the clients of bookings that were made before there were any: part of step 7, frozen with it.
struct ClientBackfill {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    private struct Row {
        let booking: Int
        let values: [SQLValue]
        let name: String
        /// What makes two bookings one client's: the number and the name; nil of a client without a number.
        let matchKey: String?
        /// The same, or the hash of the word that a moved booking took along.
        let key: String?
    }

    /// Rows that are written at once.
    private static let batch = 200

    func run() throws {
        var known: [String: Int] = [:]
        var next = (try connection.integer("SELECT max(id) FROM client") ?? 0) + 1
        var clients: [[SQLValue]] = []
        var words: [[SQLValue]] = []
        var links: [(booking: Int, client: Int)] = []
        for row in try rows() {
            if let client = row.key.flatMap({ known[$0] }) {
                links.append((row.booking, client))
                continue
            }
            clients.append([.integer(next), SQLValue(row.matchKey)] + row.values)
            words += NameKey.indexed(row.name).map {
                [.text($0), .integer(next), .text(String($0.reversed()))]
            }
            links.append((row.booking, next))
            if let key = row.key { known[key] = next }
            next += 1
        }
        for start in stride(from: 0, to: clients.count, by: Self.batch) {
            try connection.insert(
                into: """
                    client (id, match_key, name, phone, birth_year, email, language, meeting_language, interpreter,
                        sign_language, accessibility, messages, made_at)
                    """, Array(clients[start..<min(start + Self.batch, clients.count)]))
        }
        for start in stride(from: 0, to: words.count, by: Self.batch) {
            try connection.insert(
                into: "client_word (word, client, reversed)",
                Array(words[start..<min(start + Self.batch, words.count)]))
        }
        for start in stride(from: 0, to: links.count, by: Self.batch) {
            let part = links[start..<min(start + Self.batch, links.count)]
            let cases = part.map { "WHEN \($0.booking) THEN \($0.client)" }.joined(separator: " ")
            try connection.run(
                "UPDATE booking SET client = CASE id \(cases) END WHERE id IN (\(part.map(\.booking).sqlList))")
        }
        try connection.run(
            """
            UPDATE booking SET client = (SELECT main.client FROM booking AS main WHERE main.id = booking.part_of)
            WHERE part_of IS NOT NULL
            """)
        if connection.dialect == .postgreSQL {
            try connection.run("SELECT setval(pg_get_serial_sequence('client', 'id'), ?1, false)", [.integer(next)])
        }
    }

    /// The bookings of known clients, the newest first: what a client told last is what holds.
    private func rows() throws -> [Row] {
        try connection.rows(
            """
            SELECT id, client_name, client_phone, birth_year, client_email, client_language, meeting_language,
                interpreter, sign_language, accessibility, messages, made_at, word_hash
            FROM booking WHERE part_of IS NULL AND client IS NULL AND client_phone <> ?1 ORDER BY id DESC
            """, [.text(Client.erased.phone.international)]
        ) { row in
            let booking: Int = row.next()
            let (name, phone): (String, String) = (row.next(), row.next())
            let birthYear: Int? = row.next()
            let (email, language, meetingLanguage): (String?, String, String) = (row.next(), row.next(), row.next())
            let (interpreter, signLanguage, accessibility): (String?, Int, String?) = (
                row.next(), row.next(), row.next()
            )
            let (messages, madeAt): (String, Int) = (row.next(), row.next())
            let hash: String? = row.next()
            let matchKey = phone.isEmpty ? nil : "\(phone) \(Client.nameKey(of: name))"
            return Row(
                booking: booking,
                values: [
                    .text(name), .text(phone), SQLValue(birthYear), SQLValue(email), .text(language),
                    .text(meetingLanguage), SQLValue(interpreter), .integer(signLanguage), SQLValue(accessibility),
                    .text(messages), .integer(madeAt),
                ], name: name, matchKey: matchKey, key: matchKey ?? hash)
        }
    }
}
