import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("An office, as far as its county has told of it")
struct OfficeTests {
    private let folder: ContentFolder

    init() throws { folder = try ContentFolder() }

    /// Makes the office of the sound content a real one, with all that can be told. Nothing of it is a fact.
    private func tellAll() throws {
        try folder.replace(
            "  example yes                   # 7\n",
            with: """
                  address Test Street 1, 80100 Joensuu
                  accessible yes
                  number 013 000 0000
                    source the test
                    checked 2026-11-20

                """, in: "county.txt")
        try folder.replace(
            "  name  Town hall\n",
            with: """
                  name  Town hall
                  building  building B
                  floor  2nd floor
                  room  room 214
                  enter  Ring the bell at the blue door.
                  hours  Mon to Fri 9–15

                """, in: "words/en/county.txt")
        for (phrase, text) in [
            ("confirmed-office", "Come to the office: {place}."), ("office-accessible", "Step-free."),
            ("office-not-accessible", "Not step-free."), ("office-hours", "Open: {hours}"),
            ("office-number", "Number: {phone}"),
        ] {
            let words =
                text.contains("{") ? "The words \(try #require(text.firstMatch(of: /\{.*\}/)).output)" : "The words"
            try folder.replace("\n\(phrase) \(words)\n", with: "\n\(phrase) \(text)\n", in: "words/en/desk.txt")
        }
        try folder.expectFaults("")
    }

    private func booking(_ method: ContactMethod) throws -> Booking {
        let slot = Slot(
            professional: "aino", start: Date(timeIntervalSince1970: 1_796_108_400), minutes: 15,
            appointmentType: "advice-money", task: .workingAge, methods: [method],
            municipality: try #require(Municipality(rawValue: "167")))
        let client = Client(
            name: "Maija Meikäläinen", phone: try PhoneNumber(typed: "040 123 4567"), language: .english)
        return Booking(
            reference: try #require(BookingReference(typed: "K7PF-3M2R")), slot: slot,
            professionalName: "Aino Esimerkki", status: .booked, method: method, service: nil, client: client,
            needs: SpecialNeeds(meetingLanguage: .english), createdAt: slot.start)
    }

    @Test("A client is told the address as far as to the room, then how to get in")
    func all() throws {
        try tellAll()
        let content = try ContentReader.read(folder: folder.path)
        let words = content.words(in: .english)
        let booking = try booking(.office)
        #expect(
            words.meeting(of: booking, in: content.county)
                == "Come to the office: Town hall, Test Street 1, 80100 Joensuu, building B, 2nd floor, room 214.")
        #expect(
            words.arrival(at: booking, in: content.county) == [
                "Ring the bell at the blue door.", "Step-free.", "Open: Mon to Fri 9–15", "Number: 013 000 0000",
            ])
        #expect(words.arrival(at: try self.booking(.phone), in: content.county) == [])
    }

    @Test("A message tells it too, before what to bring, and an SMS as much of it as there is room for")
    func message() throws {
        try tellAll()
        let content = try ContentReader.read(folder: folder.path)
        let clock = try #require(WallClock(timeZone: "Europe/Helsinki"))
        func body(_ channel: Message.Channel) throws -> [String] {
            let message = Message(
                key: "key", kind: .confirmation, channel: channel, recipient: "x", language: .english, text: nil,
                due: Date(timeIntervalSince1970: 0), attempts: 0, failure: nil, deadAt: nil,
                booking: try booking(.office))
            return MessageText(of: message, content: content, wallClock: clock).body.components(separatedBy: "\n")
        }
        let told = try body(.email)
        #expect(told[1].hasSuffix("building B, 2nd floor, room 214."))
        #expect(
            told[2..<6] == [
                "Ring the bell at the blue door.", "Step-free.", "Open: Mon to Fri 9–15", "Number: 013 000 0000",
            ])
        #expect(told.last?.hasPrefix("The words") == true)
        let sent = try body(.sms)
        #expect(SMSLength(of: sent.joined(separator: "\n")).parts <= SMSLength.mostParts)
    }

    @Test("What is not known is not told, and an example stays an example")
    func nothing() throws {
        let content = try ContentReader.read(folder: folder.path)
        let booking = try booking(.office)
        #expect(content.words(in: .english).arrival(at: booking, in: content.county) == [])
        // Both phrases, of the meeting and of an example, have words before the place.
        #expect(
            content.words(in: .english).meeting(of: booking, in: content.county) == "The words The words Town hall")
    }

    @Test("A place that cannot be reached by wheelchair is told as that")
    func notAccessible() throws {
        try tellAll()
        try folder.replace("  accessible yes\n", with: "  accessible no\n", in: "county.txt")
        let content = try ContentReader.read(folder: folder.path)
        #expect(
            content.words(in: .english).arrival(at: try booking(.office), in: content.county)[1] == "Not step-free.")
    }

    @Test("Its faults are told by line, its number as every other number")
    func faults() throws {
        try tellAll()
        try folder.replace("accessible yes", with: "accessible partly", in: "county.txt")
        try folder.replace("number 013 000 0000", with: "number 013 (desk)", in: "county.txt")
        try folder.replace("    source the test\n", with: "\n", in: "county.txt")
        try folder.replace("address Test Street 1, 80100 Joensuu", with: "address", in: "county.txt")
        try folder.expectFaults(
            """
            county.txt:7: "address" is empty
            county.txt:8: "accessible" must be yes or no
            county.txt:9: "number 013 (desk)" has no "source"
            county.txt:9: "number" takes digits and spaces only, for example 116 117; say all else in words/, \
            with "hours" or "tell"
            """)
    }

    @Test("A number of an office that nobody compared for a year is remarked on")
    func oldNumber() throws {
        try tellAll()
        try folder.replace("checked 2026-11-20", with: "checked 2025-01", in: "county.txt")
        #expect(
            try folder.remarks()
                == "note: county.txt:11: the number 013 000 0000 was last compared with its source in 2025-01, "
                + "more than a year ago")
    }
}
