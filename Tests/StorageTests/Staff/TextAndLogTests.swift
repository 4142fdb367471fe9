import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("No way to a description's text without a line of the log")
struct TextAndLogTests {
    private let place: TemporaryStore
    private let booking: Booking
    private let reading: AccessContext

    init() throws {
        place = try TemporaryStore()
        try place.open("aino", at: 60)
        let description = SituationDescription(
            ownWords: "Salaisuus", hope: "Toive",
            answers: [DescribedAnswer(question: "a", options: [], asked: "Mitä?", told: "Vastaus")])
        booking = try place.book(at: 60, description: description)
        reading = AccessContext(
            userID: "aino", userName: "Aino", purpose: "meeting", at: place.now, provider: "Esimerkkialue")
        try place.store.record(Advice(text: "Neuvo"), of: booking.reference, by: "aino", now: place.now)
    }

    /// Every method of the store that gives a text, tried: true where a text came.
    private func ways(after seconds: Double = 0) -> [String: () throws -> Bool] {
        let (store, booking) = (place.store, booking)
        let reading = AccessContext(
            userID: "aino", userName: "Aino", purpose: "meeting", at: reading.at.addingTimeInterval(seconds),
            provider: "Esimerkkialue")
        return [
            "readDescription(of:by:)": {
                try store.readDescription(of: booking.reference, by: reading).ownWords == "Salaisuus"
            },
            "advice(of:by:)": { try store.advice(of: booking.reference, by: reading)?.text == "Neuvo" },
            "clientData(of:with:by:)": {
                let data = try store.clientData(of: booking.reference, with: ["aino"], by: reading)
                return data.records.first?.description?.ownWords == "Salaisuus"
            },
        ]
    }

    @Test("The store has no other method that gives a text")
    func noOther() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/BookingCore/Store")
        let texts = [
            "\(SituationDescription.self)", "\(Advice.self)", "\(ClientData.self)", "\(ClientRecord.self)",
            "\(DescribedAnswer.self)",
        ]
        // Counted, not named: a method that gets another name gets it in `ways` by the compiler.
        var found: Set<Substring> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for method in source.split(separator: "    func ").dropFirst() {
                guard let arrow = method.range(of: "->", options: .backwards) else { continue }
                // What it gives stands on the line of the last arrow; drawing closures have arrows of their own.
                let given = method[arrow.upperBound...].prefix { $0 != "\n" }
                if texts.contains(where: given.contains) { found.insert(method[..<arrow.lowerBound]) }
            }
        }
        #expect(found.count == ways().count, "\(found)")
    }

    @Test("Each of them writes its line; without the line no text comes, and without the text no line stays")
    func together() throws {
        let names = ["readDescription(of:by:)": "description", "advice(of:by:)": "advice"]
        for (count, (name, read)) in ways().enumerated() {
            #expect(try read(), "\(name)")
            let lines = try place.texts("SELECT user_id || data || purpose || provider FROM access_log ORDER BY id")
            #expect(lines.count == count + 1, "\(name)")
            #expect(lines.last == "aino\(names[name] ?? "all")meetingEsimerkkialue", "\(name)")
        }
        let before = try place.number("SELECT count(*) FROM access_log")
        try place.refuseInserts(into: "access_log", saying: "no log")
        // Another look at the same is a line of its own when an hour is over.
        for (name, read) in ways(after: 3601) {
            #expect(throws: StoreFailure.refused("no log"), "\(name)") { try read() }
        }
        try place.connection.script("DROP TRIGGER broken\(TestAddress.isServer ? " ON access_log" : "")")
        // A disk that is full when the reading is over takes the line and the text with it.
        try place.connection.script("DROP TABLE described_answer; ALTER TABLE advice DROP COLUMN shared")
        for (name, read) in ways(after: 3601) { #expect(throws: StoreFailure.self, "\(name)") { try read() } }
        #expect(try place.number("SELECT count(*) FROM access_log") == before)
    }

    @Test("What other methods give of a booking holds nothing of its description")
    func bookings() throws {
        let found = try [
            place.store.booking(booking.reference),
            place.store.bookings(of: "aino", from: place.now).first,
            place.store.messages(dueUntil: place.after(99)).first?.booking,
        ]
        for booking in found {
            let shown = String(reflecting: try #require(booking))
            for text in ["Salaisuus", "Toive", "Vastaus", "Neuvo"] { #expect(!shown.contains(text)) }
        }
    }
}
