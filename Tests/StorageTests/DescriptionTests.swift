import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Situation descriptions")
struct DescriptionTests {
    let place: TemporaryStore
    let reading: AccessContext

    init() throws {
        place = try TemporaryStore()
        reading = AccessContext(userID: "aino", userName: "Aino Esimerkki", purpose: "meeting", at: place.after(50))
        try place.open("aino", at: 60)
    }

    private let description = SituationDescription(
        ownWords: "En jaksa.\nApua!", hope: "Lepoa",
        answers: [
            DescribedAnswer(question: "topic", options: ["family"], asked: "Mistä on kyse?", told: "perhe"),
            DescribedAnswer(
                question: "tasks", options: ["sleep", "care"], asked: "Mikä auttaisi?", told: "uni, hoito"),
            DescribedAnswer(question: "words", options: [], asked: "Kerro lisää", told: "Kaikki on levällään"),
        ], flags: [.soon, .child], outcome: "home-help")

    private var log: [String] {
        get throws {
            let columns = ["at", "user_id", "user_name", "purpose", "data", "booking"].joined(
                separator: " || '|' || ")
            return try place.texts("SELECT \(columns) FROM access_log ORDER BY id")
        }
    }

    @Test("A description is read as it was written, answers in their order")
    func readBack() throws {
        let booking = try place.book(at: 60, description: description)
        #expect(try place.store.readDescription(of: booking.reference, by: reading) == description)
    }

    @Test("An empty description is read as empty")
    func empty() throws {
        let booking = try place.book(at: 60)
        let read = try place.store.readDescription(of: booking.reference, by: reading)
        #expect(read == SituationDescription())
    }

    @Test("A reading writes who, when, why, what and of which booking, and another one within an hour adds nothing")
    func readingIsLogged() throws {
        let booking = try place.book(at: 60, description: description)
        _ = try place.store.readDescription(of: booking.reference, by: reading)
        _ = try place.store.readDescription(of: booking.reference, by: reading)
        let id = try place.number("SELECT id FROM booking")
        let line = "\(place.after(50).seconds)|aino|Aino Esimerkki|meeting|description|\(id)"
        #expect(try log == [line])
        #expect(try place.number("SELECT count(*) FROM access_seen") == 1)
    }

    @Test("Without its line in the access log no description is read")
    func noReadingWithoutLog() throws {
        let booking = try place.book(at: 60, description: description)
        try place.refuseInserts(into: "access_log", saying: "no log")
        #expect(throws: StoreFailure.refused("no log")) {
            try place.store.readDescription(of: booking.reference, by: reading)
        }
    }

    @Test("Where nothing could be read nothing is written to the access log")
    func noLogWithoutReading() throws {
        let booking = try place.book(at: 60)
        try place.edit(.noDescriptions)
        #expect(throws: BookingRefusal.notFound) {
            try place.store.readDescription(of: booking.reference, by: reading)
        }
        #expect(throws: BookingRefusal.notFound) {
            try place.store.readDescription(of: TemporaryStore.draw(), by: reading)
        }
        #expect(try log == [])
    }

    @Test(
        "Where the description cannot be kept there is no booking, and the hold stays",
        arguments: ["description", "described_answer"])
    func noBookingWithoutDescription(table: String) throws {
        let hold = try place.hold(at: 60)
        try place.refuseInserts(into: table)
        #expect(throws: StoreFailure.refused("broken")) {
            try place.store.book(
                hold, try place.request(description: description), now: place.now, drawing: TemporaryStore.draw)
        }
        for table in ["booking", "description", "described_answer"] {
            #expect(try place.number("SELECT count(*) FROM \(table)") == 0)
        }
        #expect(try place.number("SELECT count(*) FROM hold") == 1)
        try place.connection.script("DROP TRIGGER broken\(TestAddress.isServer ? " ON \(table)" : "")")
        _ = try place.store.book(
            hold, try place.request(description: description), now: place.now, drawing: TemporaryStore.draw)
    }

    @Test("No line of the access log can be changed, removed or put in another's place")
    func logStays() throws {
        let booking = try place.book(at: 60)
        _ = try place.store.readDescription(of: booking.reference, by: reading)
        let before = try log
        let attempts = [
            ("UPDATE access_log SET purpose = 'nothing'", "the access log is never changed"),
            ("DELETE FROM access_log", "the access log is never shortened"),
        ]
        // PostgreSQL has no such sentence.
        let replacing = [
            (
                """
                INSERT OR REPLACE INTO access_log (id, at, user_id, user_name, purpose, data, booking)
                SELECT id, at, 'nobody', user_name, purpose, data, booking FROM access_log
                """, "the access log is never changed"
            )
        ]
        for (sql, message) in attempts + (TestAddress.isServer ? [] : replacing) {
            #expect(throws: SQLError.other(message)) { try place.connection.script(sql) }
        }
        #expect(try log == before)
    }
}
