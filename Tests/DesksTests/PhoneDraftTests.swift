import BookingCore
import CivilTime
import Dialogue
import Foundation
import SocialServices
import Testing

@Suite("A call that a crash cut short")
struct PhoneDraftTests {
    private let lobby: Lobby

    init() throws {
        lobby = try Lobby()
        try lobby.open("aino", "2026-11-23T09:00", count: 2)
    }

    @Test("Wherever it was cut, taken up it goes on there and ends in the same booking", arguments: 2..<8)
    func takenUp(inputs: Int) throws {
        let answers = Lobby.call
        _ = try lobby.phone(Array(answers.prefix(inputs)))
        // The time that was held is held for this call still.
        let console = try lobby.phone(["take"] + answers.dropFirst(inputs))
        let phone = try PhoneNumber(typed: "040 123 4567")
        let booking = try #require(try lobby.store.bookings(ofPhone: phone, from: lobby.now).first)
        #expect(console.screen(after: 0).contains("Edellinen puhelu jäi kesken: "))
        #expect(lobby.wallClock.iso8601(booking.slot.start).hasPrefix("2026-11-23T09:00"))
        let reading = AccessContext(userID: "aino", userName: "Aino", purpose: "meeting", at: lobby.now)
        let description = try lobby.store.readDescription(of: booking.reference, by: reading)
        #expect(description.ownWords == "En jaksa.")
        #expect(description.answers.map(\.told) == ["kukaan ei auta"])
        #expect(try lobby.keptDraft == nil)
    }

    @Test("It says whose call it was, and may be removed")
    func dropped() throws {
        _ = try lobby.phone(Array(Lobby.call.prefix(7)))
        let console = try lobby.phone(["drop", "0"])
        #expect(
            console.screen(after: 0).hasSuffix(
                """
                Edellinen puhelu jäi kesken: Maija Meikäläinen · 040 123 4567 · Kuka auttaa? ·
                kotipalv
                  1  Jatka siitä
                  2  Poista se
                """))
        #expect(try lobby.keptDraft == nil)
        #expect(console.lastScreen.hasSuffix("Työpäivän jatkoa."))
    }

    @Test("Each line of the description is kept as it is typed")
    func lines() throws {
        _ = try lobby.phone(Lobby.untilConsent.dropLast() + ["Toinen rivi."])
        let console = try lobby.phone(["take"])
        #expect(console.lastScreen.contains("  En jaksa.\n  Toinen rivi.\n"))
    }

    @Test("The time that somebody else has by now is told")
    func timeLost() throws {
        _ = try lobby.phone(Array(Lobby.call.prefix(6)))
        lobby.now += 11 * 60
        try lobby.takeFirst()
        let console = try lobby.phone(["take"])
        #expect(console.lastScreen.hasPrefix("Joku muu ehti varata tämän ajan."))
    }

    @Test("A desk without a call keeps nothing, and a draft that cannot be read is no call")
    func nothing() throws {
        _ = try lobby.phone(["xyzzy"])
        #expect(try lobby.keptDraft == nil)
        try lobby.store.keepDraft("{", of: StaffRole.phoneService.rawValue, now: lobby.now)
        #expect(try lobby.phone(["0"]).screen(after: 0).hasSuffix("puhelinnumero tai varaustunnus"))
    }
}
