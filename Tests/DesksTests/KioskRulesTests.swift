import BookingCore
import Dialogue
import Foundation
import SocialServices
import Testing

/// The clock stands at Saturday 21.11.2026 10.00.
@Suite("The rules of booking at the kiosk")
struct KioskRulesTests {
    private let rules = ["notice 2h", "ahead 4d", "change-until 24h", "open-per-phone 1"]

    @Test("Times outside the notice and the furthest date are not offered, not on the way there either")
    func offered() throws {
        let lobby = try Lobby(rules: rules)
        try lobby.open("aino", "2026-11-21T11:45", count: 2)
        try lobby.open("aino", "2026-11-25T10:00", count: 2)
        let console = lobby.visit(["home", "nobody", "book", "phone", "day", "1"])
        #expect(console.screen(after: 2).contains("Ensimmäinen vapaa aika: la 21.11. klo 12.00"))
        #expect(
            console.screen(after: 4).hasPrefix(
                """
                Ensimmäiset vapaat ajat
                  1  la 21.11. klo 12.00
                  2  ke 25.11. klo 10.00
                  3  Valitse päivä
                """))
        #expect(console.screen(after: 5).contains("  2  ke 25.11., vapaita aikoja 1"))
    }

    @Test("The confirmation says until when the time can be cancelled, and afterwards it cannot")
    func cancelling() throws {
        let lobby = try Lobby(rules: rules)
        try lobby.open("aino", "2026-11-23T09:00")
        let confirmation = lobby.visit(Lobby.booking).lastScreen.split(separator: "\n").joined(separator: " ")
        #expect(confirmation.contains("Voit perua tai siirtää sen viimeistään su 22.11. klo 9.00."))
        let line = try #require(confirmation.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/))
        let find: [Reply] = ["my-booking", .line(String(line.output)), "040 123 4567"]
        #expect(lobby.visit(find).lastScreen.contains("Peru tämä aika"))
        // Asked in time, answered too late.
        let late = lobby.visit(find + ["cancel", "yes"]) { if $0 == 4 { lobby.now += 24 * 3600 } }
        let told = """
            Tämän ajan pystyi perumaan tällä laitteella viimeistään su 22.11. klo 9.00. Jos et
            pääse tulemaan, kerro siitä meille puhelimella.
            """
        #expect(unwrapped(late.lastScreen).contains(unwrapped(told)))
        let found = lobby.visit(find).lastScreen
        #expect(unwrapped(found).contains(unwrapped(told)))
        #expect(!found.contains("Peru tämä aika"))
        #expect(try lobby.timetable("aino").map(\.state) == [.booked])
    }

    @Test("A number with too many bookings is told how many, and another number gets the time that is held")
    func tooMany() throws {
        let lobby = try Lobby(rules: rules)
        try lobby.open("aino", "2026-11-23T09:00", count: 2)
        _ = lobby.visit(Lobby.booking)
        let console = lobby.visit(Lobby.booking + ["phone", "050 765 4321", "ok", "yes"])
        let told = """
            Tällä puhelinnumerolla on jo varattuja aikoja: 1. Enempää samanlaisia aikoja ei voi olla yhtä aikaa. \
            Voit perua niistä yhden: aloita alusta ja valitse Minulla on jo aika tai koodi. \
            Jos tarvitset apua aiemmin, valitse ihminen.
            """
        let screen = unwrapped(console.screen(after: Lobby.booking.count))
        #expect(screen.hasPrefix(unwrapped(told)))
        #expect(screen.contains("Tarkista tietosi"))
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(try lobby.timetable("aino").map(\.state) == [.booked, .booked])
    }

    @Test("A visitor who types for long keeps a time whose notice has passed meanwhile")
    func slowly() throws {
        let lobby = try Lobby(rules: rules)
        try lobby.open("aino", "2026-11-21T12:00")
        let console = lobby.visit(Lobby.booking) { if $0 > 5 { lobby.now += 5 * 60 } }
        #expect(console.lastScreen.contains("Aikasi on varattu."))
    }

    @Test("Where no time can be cancelled any more from the beginning, the confirmation says so")
    func alreadyTooLate() throws {
        let lobby = try Lobby(rules: rules)
        try lobby.open("aino", "2026-11-21T15:00")
        let screen = unwrapped(lobby.visit(Lobby.booking).lastScreen)
        #expect(screen.contains("Jos et pääse tulemaan, kerro siitä meille puhelimella."))
        #expect(!screen.contains("Voit katsoa, siirtää tai perua"))
    }

    /// Without the breaks of lines.
    private func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
