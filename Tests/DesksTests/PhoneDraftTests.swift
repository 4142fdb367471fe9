import BookingCore
import CivilTime
import Dialogue
import Foundation
import SocialServices
import Testing

@Suite("A call that a crash cut short")
struct PhoneDraftTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
    }

    @Test("Wherever it was cut, taken up it goes on there and ends in the same booking", arguments: 2..<8)
    func takenUp(inputs: Int) throws {
        let answers = DeskFixture.call
        _ = try fixture.phone(Array(answers.prefix(inputs)))
        // The time that was held is held for this call still.
        let console = try fixture.phone(["take"] + answers.dropFirst(inputs))
        let phone = try PhoneNumber(typed: "040 123 4567")
        let booking = try #require(try fixture.store.bookings(ofPhone: phone, from: fixture.now).first)
        #expect(console.screen(after: 0).contains("Edellinen puhelu jäi kesken: "))
        #expect(fixture.wallClock.iso8601(booking.slot.start).hasPrefix("2026-11-23T09:00"))
        let reading = AccessContext(userID: "aino", userName: "Aino", purpose: "meeting", at: fixture.now)
        let description = try fixture.store.readDescription(of: booking.reference, by: reading)
        #expect(description.ownWords == "En jaksa.")
        #expect(description.answers.map(\.told) == ["kukaan ei auta"])
        #expect(try fixture.keptDraft == nil)
    }

    @Test("It says whose call it was, and may be removed")
    func dropped() throws {
        _ = try fixture.phone(Array(DeskFixture.call.prefix(7)))
        let console = try fixture.phone(["drop", "0"])
        #expect(
            console.screen(after: 0).hasSuffix(
                """
                Edellinen puhelu jäi kesken: Maija Meikäläinen · 040 123 4567 · Kuka auttaa? ·
                kotipalv
                  1  Jatka siitä
                  2  Poista se
                """))
        #expect(try fixture.keptDraft == nil)
        #expect(console.lastScreen.hasSuffix("Työpäivän jatkoa."))
    }

    @Test("Each line of the description is kept as it is typed")
    func lines() throws {
        _ = try fixture.phone(DeskFixture.untilConsent.dropLast() + ["Toinen rivi."])
        let console = try fixture.phone(["take"])
        #expect(console.lastScreen.contains("  En jaksa.\n  Toinen rivi.\n"))
    }

    @Test("The time that somebody else has by now is told")
    func timeLost() throws {
        _ = try fixture.phone(Array(DeskFixture.call.prefix(6)))
        fixture.now += 11 * 60
        try fixture.takeFirst()
        let console = try fixture.phone(["take"])
        #expect(console.lastScreen.hasPrefix("Joku muu ehti varata tämän ajan."))
    }

    @Test("A desk without a call keeps nothing, and a draft that cannot be read is no call")
    func nothing() throws {
        _ = try fixture.phone(["xyzzy"])
        #expect(try fixture.keptDraft == nil)
        try fixture.store.keepDraft("{", of: StaffRole.phoneService.rawValue, now: fixture.now)
        #expect(try fixture.phone(["0"]).screen(after: 0).hasSuffix("tai koko\nnimi"))
    }
}
