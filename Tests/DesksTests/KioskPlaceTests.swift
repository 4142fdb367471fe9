import BookingCore
import Desks
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

/// The house of the office of Joensuu has a way to its room and a line of its own.
@Suite("A kiosk that knows where it stands")
struct KioskPlaceTests {
    private let fixture: DeskFixture
    private let joensuu: Municipality
    private static let toOffices: [Reply] = ["home", "nobody", "book", "office"]

    init() throws {
        fixture = try DeskFixture()
        joensuu = try #require(Municipality(rawValue: "167"))
        fixture.place = KioskPlace(municipality: joensuu, office: "joensuu")
        try fixture.open("veikko", "2026-11-23T09:00", [.office])
    }

    @Test("Its own office is not asked for; the others can be seen, its own first")
    func ownOffice() throws {
        try fixture.open("aino", "2026-11-24T09:00", [.office])
        let console = fixture.visit(Self.toOffices + ["offices", "422", "offices", "<"])
        #expect(
            console.screen(after: 4) == """
                Lähin, tässä talossa: Joensuun toimisto (esimerkki)
                Ensimmäiset vapaat ajat
                  1  ti 24.11. klo 9.00
                  2  Valitse päivä
                  3  Näytä muut toimistot
                  4  Vaihda tapaa tai paikkaa
                """)
        #expect(
            console.screen(after: 5) == """
                Missä toimistossa?
                  1  Lähin, tässä talossa: Joensuun toimisto (esimerkki), ensimmäinen aika ti
                     24.11. klo 9.00
                  2  Lieksan toimisto, ensimmäinen aika ma 23.11. klo 9.00
                  3  Mikä vain toimisto
                """)
        let others = """
            Lieksan toimisto
            Ensimmäiset vapaat ajat
              1  ma 23.11. klo 9.00
              2  Valitse päivä
              3  Näytä muut toimistot
              4  Vaihda tapaa tai paikkaa
            """
        #expect(console.screen(after: 6) == others)
        #expect(console.lastScreen == others)
    }

    @Test("Where its own office has no time this is said, and the others are shown")
    func nothingHere() {
        #expect(
            fixture.visit(Self.toOffices).lastScreen == """
                Täällä ei ole nyt vapaita aikoja: Joensuun toimisto (esimerkki). Näytämme muut
                toimistot.

                Missä toimistossa?
                  1  Lieksan toimisto, ensimmäinen aika ma 23.11. klo 9.00
                  2  Mikä vain toimisto
                """)
    }

    @Test("Of equal times its own office comes first, though another has a smaller code")
    func equalTimes() throws {
        fixture.place = KioskPlace(municipality: try #require(Municipality(rawValue: "422")), office: "lieksa")
        try fixture.open("aino", "2026-11-23T09:00", [.office])
        let console = fixture.visit(["home", "nobody", "book", "any", "1"])
        #expect(
            console.lastScreen == """
                Missä toimistossa?
                  1  Lähin, tässä talossa: Lieksan toimisto
                  2  Joensuun toimisto (esimerkki)
                """)
        let offices = fixture.visit(Self.toOffices + ["offices", "any"])
        #expect(offices.lastScreen.contains("  1  ma 23.11. klo 9.00   Lieksa\n"))
    }

    @Test("The confirmation of a meeting in this house says the way to its room")
    func wayToRoom() throws {
        try fixture.open("aino", "2026-11-24T09:00", [.office])
        let rest: [Reply] = ["Maija", "0401234567", "", "ok"]
        let here = fixture.visit(Self.toOffices + ["1"] + rest).lastScreen
        #expect(
            here.contains(
                """
                  Tule toimistolle: Joensuun toimisto (esimerkki).
                  Tapaaminen on tässä talossa. Huone 3 on toisessa kerroksessa.
                """), "\(here)")
        let there = fixture.visit(Self.toOffices + ["1", "1"] + rest).lastScreen
        #expect(
            there.contains(
                """
                  Tule toimistolle: Lieksan toimisto, Koekatu 2, Lieksa, huone 4.
                  Soita ovikelloa.
                  Paikka on esteetön.
                """) && !there.contains("tässä talossa"), "\(there)")
    }

    @Test("A house without a way written down says only that the meeting is there")
    func withoutWay() throws {
        fixture.place = KioskPlace(municipality: try #require(Municipality(rawValue: "422")), office: "lieksa")
        let here = fixture.visit(Self.toOffices + ["1", "Maija", "0401234567", "", "ok"]).lastScreen
        #expect(here.contains("  Tapaaminen on tässä talossa.\n"))
    }

    @Test("The line of the house stands on the first screen, in each language, and not again")
    func notice() {
        let first = fixture.visit([], language: nil).screen(after: 0)
        #expect(first.contains("Kysy apua aulasta.\n") && first.contains("Ask for help in the lobby.\n"))
        let visit = fixture.visit(["fi"], language: nil)
        #expect(!visit.screen(after: 1).contains("aulasta"))
        let onlyFinnish = fixture.visit([]).screen(after: 0)
        #expect(onlyFinnish.contains("\nKysy apua aulasta.\n") && !onlyFinnish.contains("lobby"))
    }

    @Test("In no office's house the office of the municipality comes first, and nothing is said of a house")
    func municipalityAlone() throws {
        fixture.place = KioskPlace(municipality: joensuu)
        try fixture.open("aino", "2026-11-24T09:00", [.office])
        let console = fixture.visit(Self.toOffices + ["1", "Maija", "0401234567", "", "ok"])
        #expect(console.screen(after: 0).contains("Mikä hätänä?") && !console.screen(after: 0).contains("aulasta"))
        #expect(console.screen(after: 4).hasPrefix("Joensuun toimisto (esimerkki)\nEnsimmäiset vapaat ajat\n"))
        #expect(!console.lastScreen.contains("tässä talossa"))
    }
}
