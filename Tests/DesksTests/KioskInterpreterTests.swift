import BookingCore
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

/// The clock stands at Saturday 21.11.2026 10.00. With an interpreter a meeting takes 30 minutes instead of 15, and is
/// booked two days before.
@Suite("A meeting with an interpreter")
struct KioskInterpreterTests {
    private let fixture: DeskFixture

    init() throws { fixture = try DeskFixture(rules: ["interpreter-length 30min", "interpreter-notice 2d"]) }

    private static let arranging: [Reply] = ["home", "nobody", "book", "language", "other", "somali"]
    private static let toTimes = arranging + ["phone"]
    private static let rest: [Reply] = ["Maija", "0401234567", "", "ok"]

    @Test(
        "The screen of the arrangements says that the time is longer, that it is free, who orders it, and from when on"
    )
    func told() throws {
        let told = """
            Tulkin kanssa tarvitaan enemmän aikaa. Siksi aikasi on 30 minuuttia. Työntekijä
            tilaa tulkin. Sinä et maksa siitä mitään. Tulkin tilaaminen vie hetken.
            Ensimmäiset ajat ovat aikaisintaan ma 23.11.
            """
        let screen = fixture.visit(Self.arranging).lastScreen
        #expect(screen.hasPrefix(told + "\n\nTavan valinnan jälkeen näet ajat."), "\(screen)")
        #expect(fixture.visit(["home", "nobody", "book", "language", "sign"]).lastScreen.hasPrefix(told))
        let without = try DeskFixture().visit(Self.arranging).lastScreen
        #expect(without.hasPrefix("Työntekijä tilaa tulkin. Sinä et maksa siitä mitään.\n\n"))
    }

    @Test("Only times are listed that are long enough and not too soon; the confirmation says what was promised")
    func longTime() throws {
        try fixture.open("aino", "2026-11-23T09:00", count: 8)
        try fixture.open("veikko", "2026-11-23T14:00")
        let console = fixture.visit(Self.toTimes + ["1"] + Self.rest)
        #expect(
            console.screen(after: 7) == """
                Ajat tulkin kanssa, 30 minuuttia
                Ensimmäiset vapaat ajat
                  1  ma 23.11. klo 10.00
                  2  ma 23.11. klo 10.15
                  3  ma 23.11. klo 10.30
                  4  Valitse päivä
                  5  Vaihda tapaa tai paikkaa
                """)
        let summary = try #require(console.screens.first { $0.contains("Saako Testialue") })
        #expect(unwrapped(summary).contains("klo 10.00, puhelin, 30 minuuttia 3 Nimi"), "\(summary)")
        let told = unwrapped(console.lastScreen)
        #expect(told.contains("maanantaina 23. marraskuuta 2026 klo 10.00, 30 minuuttia"))
        #expect(told.contains("Työntekijä tilaa tulkin tähän aikaan. Sinä et maksa siitä mitään."))
        let states = try fixture.timetable("aino").map(\.state)
        #expect(states == Array(repeating: .free, count: 4) + [.booked, .booked, .free, .free])
        let agenda = try fixture.work(["23.11."]).lastScreen
        #expect(agenda.contains("  1  10.00–10.30  puhelin · Maija · "), "\(agenda)")
    }

    @Test("Where no interpreter can come to any time, an ordinary one is booked, and it is said what is done then")
    func noneFits() throws {
        try fixture.open("aino", "2026-11-21T12:00")
        let console = fixture.visit(Self.toTimes + ["1"] + Self.rest)
        #expect(
            console.screen(after: 7) == """
                Nyt ei ole vapaita aikoja, joihin tulkki ehtii. Voit varata tavallisen ajan, 15
                minuuttia. Työntekijä näkee, että tarvitset tulkin, ja ottaa sinuun yhteyttä.

                Ensimmäiset vapaat ajat
                  1  la 21.11. klo 12.00
                  2  Valitse päivä
                  3  Vaihda tapaa tai paikkaa
                """)
        #expect(
            unwrapped(console.lastScreen).contains(
                "Tämä on tavallinen aika, 15 minuuttia. Työntekijä ottaa sinuun yhteyttä ennen sitä ja sopii tulkista."
            ))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
    }

    @Test("Where nothing at all is free, that is said, and nothing of interpreters")
    func nothingFree() throws {
        try fixture.open("aino", "2026-11-23T12:00", [.remote])
        #expect(fixture.visit(Self.toTimes).lastScreen.hasPrefix("Näin ei ole nyt vapaita aikoja."))
    }

    @Test("An interpreter who is asked for in the summary needs another time, and one who is not needed any more too")
    func changed() throws {
        try fixture.open("aino", "2026-11-21T12:00")
        try fixture.open("aino", "2026-11-24T12:00", count: 2)
        let details: [Reply] = ["Maija", "0401234567", ""]
        let ordinary: [Reply] = ["home", "nobody", "book", "phone", "1"]
        // Who goes back to the ordinary time is told once more why it does not do.
        let kept = fixture.visit(ordinary + details + ["language", "language", "sign", "", "<", "ok"]).lastScreen
        #expect(kept.hasPrefix("Tulkin kanssa tarvitaan enemmän aikaa."), "\(kept)")
        #expect(kept.contains("\n\nAjat tulkin kanssa, 30 minuuttia\nEnsimmäiset vapaat ajat\n"))
        let added = fixture.visit(ordinary + details + ["language", "language", "sign", "", "1", "ok"])
        #expect(unwrapped(added.lastScreen).contains("klo 12.00, 30 minuuttia"))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .booked, .booked])
        let removed = fixture.visit(Self.toTimes + ["1"] + details + ["language", "language", "fi", "", "1", "ok"])
        #expect(unwrapped(removed.lastScreen).contains("klo 12.00, 15 minuuttia"))
    }

    @Test("In another language the visit goes on with the long time that is held")
    func otherLanguage() throws {
        try fixture.open("aino", "2026-11-24T12:00", count: 2)
        let console = fixture.visit(Self.toTimes + ["1", "Maija", "english", "0401234567", "", "ok"])
        #expect(unwrapped(console.lastScreen).contains("12:00, 30 minutes"), "\(console.lastScreen)")
        #expect(console.lastScreen.contains("The adviser orders an interpreter for this appointment."))
    }

    @Test("Moving it takes as long a time and frees both of the old ones")
    func moved() throws {
        try fixture.open("aino", "2026-11-24T12:00", count: 2)
        try fixture.open("aino", "2026-11-25T12:00", count: 3)
        let confirmation = fixture.visit(Self.toTimes + ["1"] + Self.rest).lastScreen
        let code = try #require(confirmation.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/)).output
        let console = fixture.visit(
            ["my-booking", .line(String(code)), "0401234567", "move", "phone", "2", "yes"])
        #expect(
            console.screen(after: 5).hasPrefix(
                """
                Ajat tulkin kanssa, 30 minuuttia
                Ensimmäiset vapaat ajat
                  1  ke 25.11. klo 12.00
                  2  ke 25.11. klo 12.15
                """), "\(console.screen(after: 5))")
        #expect(unwrapped(console.lastScreen).contains("klo 12.15, 30 minuuttia"))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free, .free, .booked, .booked])
    }

    @Test("On the phone the interpreter is asked for after the time: another one is offered, and what to say aloud")
    func phone() throws {
        try fixture.open("aino", "2026-11-23T09:00", count: 8)
        let console = try fixture.phone([
            "kotipalv", "1", "nobody", "1", "Maija Meikäläinen 040 123 4567", "interpreter", "somali", "1",
            "En jaksa.",
            "", "yes", "", "0",
        ])
        #expect(
            console.screen(after: 7) == """
                Sano: ”Tulkin kanssa tarvitaan enemmän aikaa. Siksi aikasi on 30 minuuttia.
                Työntekijä tilaa tulkin. Sinä et maksa siitä mitään. Tulkin tilaaminen vie
                hetken. Ensimmäiset ajat ovat aikaisintaan ma 23.11.”

                Ajat tulkin kanssa, 30 minuuttia
                Ensimmäiset vapaat ajat
                  1  ma 23.11. klo 10.00   puhelin
                  2  ma 23.11. klo 10.15   puhelin
                  3  ma 23.11. klo 10.30   puhelin
                  4  Valitse päivä
                  5  Vaihda tapaa tai paikkaa
                """)
        #expect(
            console.screen(after: 10).hasPrefix(
                "  maanantaina 23. marraskuuta 2026 klo 10.00, puhelin, 30 minuuttia\n"))
        let told = unwrapped(console.screen(after: 11))
        #expect(told.contains("klo 10.00, 30 minuuttia"))
        #expect(told.contains("Sano: ”Työntekijä tilaa tulkin tähän aikaan. Sinä et maksa siitä mitään.”"))
    }
}
