import BookingCore
import Foundation
import SocialServices
import Storage

/// Durable bookings per second, beside raw one-row durable commits of the same SQLite on the same disk.
enum BookingBenchmark {
    private static let rounds = 400

    static func run(in folder: URL) throws {
        let county = try BigCounty(
            path: folder.appendingPathComponent("booking.sqlite").path, professionals: 300, days: 2, timesADay: 24)
        let raw = try rawStore(path: folder.appendingPathComponent("raw.sqlite").path)
        var booking = Figures()
        var commit = Figures()
        var generator = SystemRandomNumberGenerator()
        // Turn by turn: a disk that is busy for a while is busy for both.
        for round in 0..<rounds {
            let slot = SlotChoice(
                task: .families, start: BigCounty.start.addingTimeInterval(Double(round % 20) * 900), method: .phone)
            try booking.measure {
                _ = try county.store.book(slot, request(round), now: BigCounty.start.addingTimeInterval(-60)) {
                    BookingReference.random(using: &generator)
                }
            }
            try commit.measure {
                try raw.script("INSERT INTO raw (text) VALUES ('one row of a hundred characters or so')")
            }
        }
        booking.print("booking with its description, durable")
        commit.print("raw one-row commit, durable")
        let ratio = commit.sum / booking.sum
        print("bookings per second: \((Double(rounds) / booking.sum * 1000).rounded(to: 0)), ", terminator: "")
        print("\(ratio.rounded(to: 2)) of the raw commits' rate; aim: at least 0.25")
    }

    private static func rawStore(path: String) throws -> SQLiteConnection {
        try Stores.create(path)
        let connection = try SQLiteConnection(path: path)
        try connection.script("PRAGMA synchronous = FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, text TEXT)")
        return connection
    }

    /// Each client has a phone of their own: nobody has hundreds of bookings.
    private static func request(_ round: Int) throws -> BookingRequest {
        BookingRequest(
            method: .phone, service: "home-help",
            client: Client(
                name: "Testi Testinen", phone: try PhoneNumber(typed: "040 \(1_234_000 + round)"), language: .finnish),
            needs: SpecialNeeds(meetingLanguage: .finnish),
            description: SituationDescription(ownWords: String(repeating: "kuvaus ", count: 60)), maker: .client)
    }
}
