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
        let fixture = try DeskFixture(rules: rules)
        try fixture.open("aino", "2026-11-21T11:45", count: 2)
        try fixture.open("aino", "2026-11-25T10:00", count: 2)
        let console = fixture.visit(["home", "nobody", "book", "phone", "day", "1"])
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
        let fixture = try DeskFixture(rules: rules)
        try fixture.open("aino", "2026-11-23T09:00")
        let confirmation = fixture.visit(DeskFixture.booking).lastScreen.split(separator: "\n").joined(separator: " ")
        #expect(confirmation.contains("Voit perua tai siirtää sen viimeistään su 22.11. klo 9.00."))
        let line = try #require(confirmation.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/))
        let find: [Reply] = ["my-booking", .line(String(line.output)), "040 123 4567"]
        #expect(fixture.visit(find).lastScreen.contains("Peru tämä aika"))
        // Asked in time, answered too late.
        let late = fixture.visit(find + ["cancel", "yes"]) { if $0 == 4 { fixture.now += 24 * 3600 } }
        let told = """
            Tätä aikaa ei voi enää perua tällä laitteella. Se onnistui vielä su 22.11. klo 9.00.
            Jos et pääse, kerro siitä tämän talon neuvonnassa.
            """
        #expect(unwrapped(late.lastScreen).contains(unwrapped(told)))
        let found = fixture.visit(find).lastScreen
        #expect(unwrapped(found).contains(unwrapped(told)))
        #expect(!found.contains("Peru tämä aika"))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
    }

    @Test("A number with too many bookings is told how many, and another number gets the time that is held")
    func tooMany() throws {
        let fixture = try DeskFixture(rules: rules)
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        _ = fixture.visit(DeskFixture.booking)
        let console = fixture.visit(DeskFixture.booking + ["phone", "050 765 4321", "ok"])
        let told = """
            Tällä puhelinnumerolla on jo varattuja aikoja: 1. Uutta aikaa ei voi varata, ennen kuin käytät tai perut niistä \
            yhden. Näin perut: aloita alusta ja valitse Minulla on jo aika tai koodi. Jos tarvitset apua aiemmin, \
            kirjoita +.
            """
        let screen = unwrapped(console.screen(after: DeskFixture.booking.count))
        #expect(screen.hasPrefix(unwrapped(told)))
        #expect(screen.contains("Tarkista tietosi."))
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked, .booked])
    }

    @Test("A visitor who types for long keeps a time whose notice has passed meanwhile")
    func slowly() throws {
        let fixture = try DeskFixture(rules: rules)
        try fixture.open("aino", "2026-11-21T12:00")
        let console = fixture.visit(DeskFixture.booking) { if $0 > 5 { fixture.now += 5 * 60 } }
        #expect(console.lastScreen.contains("Aikasi on varattu."))
    }

    @Test("Where no time can be cancelled any more from the beginning, the confirmation says so")
    func alreadyTooLate() throws {
        let fixture = try DeskFixture(rules: rules)
        try fixture.open("aino", "2026-11-21T15:00")
        let screen = unwrapped(fixture.visit(DeskFixture.booking).lastScreen)
        #expect(screen.contains("Jos et pääse, kerro siitä tämän talon neuvonnassa."))
        #expect(!screen.contains("Voit katsoa, siirtää tai perua"))
    }

    /// Without the breaks of lines.
}
