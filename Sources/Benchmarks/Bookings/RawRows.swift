import Foundation
import Storage

/// Commits through the same C library that promise nothing and look for nothing: what the engine itself can do.
struct RawRows {
    static let table = "CREATE TABLE raw (number bigint PRIMARY KEY, text text NOT NULL)"
    /// A client's, 420 letters.
    static let words = String(repeating: "kuvaus ", count: 60)

    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// So many rows of 200 letters in a table without anything.
    func bare(_ number: Int, count: Int) throws {
        try commit {
            for row in 0..<count {
                try run(
                    "INSERT INTO raw (number, text) VALUES (?1, ?2)",
                    [.integer(number * count + row), .text(String(Self.words.prefix(200)))])
            }
        }
    }

    /// The rows of a booking, in the store's own tables with their indexes; the slot counts it.
    func likeABooking(_ number: Int) throws {
        let booking = Int32.max - Int32(number)
        try commit {
            try run(
                """
                INSERT INTO booking (id, reference, slot, status, method, service, client_name, client_phone,
                    client_language, meeting_language, sign_language, maker, made_at)
                VALUES (?1, ?2, ?3, 'booked', 'phone', 'home-help', 'Testi Testinen', ?4, 'fi', 'fi', 0, 'client', 1)
                """,
                [
                    .integer(Int(booking)), .text(String(UUID().uuidString.prefix(8))), .integer(slot(number)),
                    .text("+358\(number)"),
                ])
            try run(
                "INSERT INTO description (booking, own_words, hope, flags) VALUES (?1, ?2, '', '')",
                [.integer(Int(booking)), .text(Self.words)])
            for due in 0..<BookingBenchmark.messages {
                try run(
                    """
                    INSERT INTO message (key, booking, kind, channel, recipient, language, due)
                    VALUES (?1, ?2, 'reminder', 'sms', ?3, 'fi', ?4)
                    """,
                    [
                        .text(UUID().uuidString), .integer(Int(booking)), .text("+358\(number)"),
                        .integer(due + number),
                    ])
            }
        }
    }

    /// One of the second half of each professional's days: those that nobody books.
    private func slot(_ number: Int) -> Int {
        let half = BookingBenchmark.days * BookingBenchmark.timesADay
        return number / half * 2 * half + half + number % half + 1
    }

    private func run(_ sql: String, _ values: [SQLValue]) throws {
        try connection.run(sql, values) { _ in true }
    }

    private func commit(_ body: () throws -> Void) throws {
        try connection.begin(.only([]))
        try body()
        try connection.end(keeping: true)
    }
}
