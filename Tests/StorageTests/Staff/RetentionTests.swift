import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Retention")
struct RetentionTests {
    private let place: TemporaryStore
    private let reading: AccessContext
    /// In every text that somebody wrote.
    private let marker = "MERKKISANA"

    init() throws {
        place = try TemporaryStore()
        reading = AccessContext(userID: "paa", userName: "Pertti", purpose: "purge", at: place.after(10_000))
        try place.add("aino")
    }

    private var client: Client {
        get throws {
            Client(name: "Maija Meikäläinen", phone: try PhoneNumber(typed: "040 123 4567"), language: .finnish)
        }
    }

    /// A booking with everything that can be written about one.
    @discardableResult
    private func write(at minutes: Int, name: String = "Maija Meikäläinen") throws -> Booking {
        try place.store.open([place.slot("aino", at: minutes)])
        let description = SituationDescription(
            ownWords: "\(marker) omin sanoin " + String(repeating: "pitkä ", count: minutes % 97),
            hope: "\(marker) toive",
            answers: (0..<3).map {
                DescribedAnswer(question: "q\($0)", options: [], asked: "Mitä?", told: "\(marker) vastaus")
            }, flags: [.child], outcome: "families")
        var request = try place.request(name: name, description: description)
        request.needs = SpecialNeeds(
            meetingLanguage: .finnish, interpreter: "\(marker) kieli", signLanguage: true,
            accessibility: "\(marker) tarve")
        let booking = try place.store.book(
            place.choice(at: minutes), request, now: place.now, drawing: TemporaryStore.draw)
        try place.store.record(
            Advice(text: "\(marker) neuvo", stored: "\(marker) talteen", shared: "\(marker) jakoon"),
            of: booking.reference, by: "aino", now: place.now)
        try place.store.write("\(marker) viesti", to: booking.reference, now: place.now)
        try place.store.setGuard("\(marker) uhka", for: booking.reference)
        return booking
    }

    private func purge(before minutes: Int, isDryRun: Bool = false) throws -> Purge {
        try place.store.purge(
            meetingsEndedBefore: place.after(minutes), clientsBefore: nil, isDryRun: isDryRun, by: reading)
    }

    private var reports: [String] {
        get throws {
            let (from, until) = (place.now - 1, place.after(20_000))
            return [
                "\(try place.store.statistics.bookingsMade(from: from, until: until))",
                "\(try place.store.statistics.waits(from: from, until: until))",
                "\(try place.store.statistics.meetings(from: from, until: until))",
                "\(try place.store.statistics.journeys(from: calendarDay("2026-01-01"), to: calendarDay("2027-12-31")))",
            ]
        }
    }

    /// How often the marker stands in the bytes of the store's files.
    private func traces(of text: String) throws -> Int {
        let files = ["", "-wal", "-journal"].map { place.path + $0 }
        return try files.filter(FileManager.default.fileExists).map { path in
            var data = try Data(contentsOf: URL(filePath: path))[...]
            var count = 0
            while let found = data.range(of: Data(text.utf8)) {
                count += 1
                data = data[found.upperBound...]
            }
            return count
        }.reduce(0, +)
    }

    @Test("A purge removes what was written about meetings that are over, and counts stay as they were")
    func purge() throws {
        let old = try write(at: 60)
        let coming = try write(at: 9000)
        try place.store.record(.noShow, of: old.reference)
        try place.store.count([JourneyEvent(.began)], in: .finnish, on: calendarDay("2026-12-01"))
        try place.store.add(
            StaffMember(id: "puhelin", name: "Paula", role: .phoneService), passwordHash: nil, now: place.now)
        try place.store.keepDraft(marker, of: "puhelin", now: place.now)
        let before = try reports
        let rehearsed = try purge(before: 75, isDryRun: true)
        // Of each booking: the confirmation, the message by hand and a reminder or two.
        let messages = try place.number(
            "SELECT count(*) FROM message WHERE booking = (SELECT id FROM booking WHERE reference = '\(old.reference.characters)')"
        )
        #expect(rehearsed == Purge(descriptions: 1, advices: 1, messages: messages, drafts: 1))
        #expect(try place.number("SELECT count(*) FROM description") == 2)
        #expect(try place.number("SELECT count(*) FROM access_log") == 0)
        #expect(try purge(before: 74) == Purge(drafts: 1))
        #expect(try purge(before: 75) == Purge(descriptions: 1, advices: 1, messages: messages))
        #expect(try purge(before: 75) == Purge())
        #expect(try reports == before)
        #expect(try place.faults() == [])
        let (store, reading) = (place.store, reading)
        #expect(throws: BookingRefusal.notFound) { try store.readDescription(of: old.reference, by: reading) }
        #expect(try store.advice(of: old.reference, by: reading) == nil)
        let kept = try #require(try store.booking(old.reference))
        #expect(kept.client == (try client))
        #expect(kept.attendance == .noShow)
        #expect(kept.guardReason == nil)
        #expect(kept.needs == SpecialNeeds(meetingLanguage: .finnish, signLanguage: true))
        let other = try store.readDescription(of: coming.reference, by: reading)
        #expect(other.hope == "\(marker) toive")
        #expect(try #require(try store.booking(coming.reference)).guardReason == "\(marker) uhka")
    }

    @Test("Cancelled and moved bookings are purged as others are")
    func cancelledAndMoved() throws {
        let cancelled = try write(at: 60)
        _ = try place.store.cancel(
            cancelled.reference, as: Cancellation(by: .client, reason: marker), now: place.now)
        let moved = try write(at: 90)
        try place.store.open([place.slot("aino", at: 120)])
        _ = try place.store.move(
            moved.reference, to: place.choice(at: 120), as: Cancellation(by: .client, reason: marker), now: place.now,
            drawing: TemporaryStore.draw)
        let before = try reports
        #expect(try purge(before: 75).descriptions == 1)
        #expect(try purge(before: 135).descriptions == 1)
        #expect(try reports == before)
        #expect(try traces(of: marker) == 0)
        #expect(try place.faults() == [])
    }

    @Test(
        "What was purged is nowhere in the bytes of the store's files, however its pages were split before",
        .enabled(if: !TestAddress.isServer))
    func bytes() throws {
        for minutes in 0..<120 { try write(at: 60 + minutes * 15) }
        // Rows of many lengths come and go: old copies stay in the pages unless somebody sees to it.
        try place.connection.script("UPDATE description SET own_words = own_words || own_words WHERE booking % 3 = 0")
        #expect(try traces(of: marker) > 1000)
        let purge = try purge(before: 9000)
        #expect(purge.descriptions == 120)
        #expect(try traces(of: marker) == 0)
        #expect(try place.faults() == [])
    }

    @Test(
        "While another program reads old pages the removal is told to have left traces, and the next purge clears them",
        .enabled(if: !TestAddress.isServer)
    )
    func readerInTheWay() throws {
        try write(at: 60)
        let reader = try SQLiteConnection(path: place.path)
        try reader.script("BEGIN; SELECT count(*) FROM description")
        let impatient = try SQLiteConnection(path: place.path)
        try impatient.script("PRAGMA busy_timeout = 50; PRAGMA foreign_keys = ON")
        let (store, moment, reading) = (try SQLStore(impatient), place.after(75), reading)
        #expect(throws: StoreFailure.tracesLeft) {
            try store.purge(meetingsEndedBefore: moment, clientsBefore: nil, isDryRun: false, by: reading)
        }
        try reader.script("COMMIT; BEGIN IMMEDIATE")
        #expect(throws: SQLError.busy) { try impatient.compact() }
        try reader.script("COMMIT")
        #expect(try purge(before: 75) == Purge())
        #expect(try traces(of: marker) == 0)
    }

    @Test("A client's data holds all that is kept with each of their bookings, and each showing is logged")
    func clientData() throws {
        let first = try write(at: 60)
        let second = try write(at: 90, name: "maija  meikäläinen")
        try write(at: 120, name: "Matti Meikäläinen")
        let right = try place.grant()
        let data = try place.store.clientData(of: first.reference, with: ["aino"], by: reading)
        #expect(data.records.map(\.booking.reference) == [first.reference, second.reference])
        #expect(data.rights == [right])
        #expect(data.others == 0)
        for record in data.records {
            #expect(record.description?.ownWords.hasPrefix("\(marker) omin sanoin") == true)
            #expect(record.description?.answers.count == 3)
            #expect(
                record.advice
                    == Advice(text: "\(marker) neuvo", stored: "\(marker) talteen", shared: "\(marker) jakoon"))
            #expect(record.messages.contains { $0.text == "\(marker) viesti" })
            #expect(record.booking.guardReason == "\(marker) uhka")
        }
        #expect(try place.texts("SELECT data FROM access_log") == ["all", "all"])
        // With colleagues' bookings nothing is told but how many there are.
        let none = try place.store.clientData(of: first.reference, with: ["eero"], by: reading)
        #expect(none.records == [])
        #expect(none.others == 2)
        #expect(try place.number("SELECT count(*) FROM access_log") == 2)
    }

    @Test("Erasing takes the name, the number and every text; the log and the counts stay")
    func erase() throws {
        let first = try write(at: 60)
        let second = try write(at: 90)
        let sons = try write(at: 120, name: "Matti Meikäläinen")
        let right = try place.grant()
        _ = try place.store.readDescription(of: first.reference, by: reading)
        let before = try reports
        let (store, reading) = (place.store, reading)
        let rehearsed = try store.erase(first.reference, isDryRun: true, by: reading)
        #expect(try place.number("SELECT count(*) FROM description") == 3)
        let erased = try store.erase(first.reference, isDryRun: false, by: reading)
        #expect(erased == rehearsed)
        #expect((erased.descriptions, erased.advices, erased.clients, erased.othersOfNumber) == (2, 2, 2, 1))
        for reference in [first.reference, second.reference] {
            let booking = try #require(try store.booking(reference))
            #expect(booking.client == Client(name: "–", phone: .nobodys, language: .finnish))
            #expect(booking.needs == SpecialNeeds(meetingLanguage: .finnish))
            #expect(booking.guardReason == nil)
            #expect(throws: BookingRefusal.notFound) { try store.readDescription(of: reference, by: reading) }
        }
        // The right stands there as a count and opens nothing.
        let kept = try #require(try store.right(right.code, now: place.now))
        #expect(kept.grant.clientName == "–")
        #expect(kept.trouble(at: place.now) == .withdrawn)
        #expect(try reports == before)
        #expect(try place.faults() == [])
        let log = try store.accessLog(ofClientOf: first.reference)
        #expect(log.map(\.data) == ["description", "erasure"])
        // Two who were erased are not one client.
        #expect(try store.accessLog(ofClientOf: second.reference) == [])
        #expect(try store.readDescription(of: sons.reference, by: reading).hope == "\(marker) toive")
        _ = try store.erase(sons.reference, isDryRun: false, by: reading)
        #expect(try traces(of: marker) == 0)
        #expect(try traces(of: "Meikäläinen") == 0)
        #expect(try traces(of: "358401234567") == 0)
    }

    @Test("Coming bookings stand in the way of erasing, and nothing is done")
    func stillBooked() throws {
        let over = try write(at: 60)
        let coming = try write(at: 20_000)
        let (store, reading) = (place.store, reading)
        for isDryRun in [true, false] {
            #expect(throws: StaffRefusal.stillBooked(1)) {
                try store.erase(over.reference, isDryRun: isDryRun, by: reading)
            }
        }
        #expect(try place.number("SELECT count(*) FROM description") == 2)
        _ = try store.cancel(coming.reference, now: place.now)
        _ = try store.erase(over.reference, isDryRun: false, by: reading)
        #expect(try place.number("SELECT count(*) FROM description") == 0)
    }

    @Test("A purge that the store cannot finish removes nothing", arguments: ["advice", "message", "description"])
    func broken(table: String) throws {
        try write(at: 60)
        try place.refuse("DELETE", of: table)
        #expect(throws: StoreFailure.refused("broken")) { try purge(before: 75) }
        for table in ["advice", "message", "description", "described_answer"] {
            #expect(try place.number("SELECT count(*) FROM \(table)") > 0)
        }
    }
}
