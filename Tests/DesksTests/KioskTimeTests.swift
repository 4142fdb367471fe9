import BookingCore
import Dialogue
import Foundation
import SocialServices
import Testing

@Suite("Times at the kiosk")
struct KioskTimeTests {
    @Test("The earliest five times come first, then more, then the first ones again")
    func moreTimes() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 7)
        let console = fixture.visit([
            "home", "nobody", "book", "phone", "more", "other", "phone", "more", "day",
        ])
        #expect(
            console.screen(after: 4) == """
                Ensimmäiset vapaat ajat
                  1  ma 23.11. klo 9.00
                  2  ma 23.11. klo 9.15
                  3  ma 23.11. klo 9.30
                  4  ma 23.11. klo 9.45
                  5  ma 23.11. klo 10.00
                  6  Lisää aikoja
                  7  Valitse päivä
                  8  Vaihda tapaa tai paikkaa
                """)
        #expect(
            console.screen(after: 5) == """
                Lisää vapaita aikoja
                  1  ma 23.11. klo 10.15
                  2  ma 23.11. klo 10.30
                  3  Takaisin ensimmäisiin aikoihin
                  4  Valitse päivä
                  5  Vaihda tapaa tai paikkaa
                """)
        #expect(console.screen(after: 6).hasPrefix("Tavan valinnan jälkeen"))
    }

    @Test("Times can be looked for by day")
    func byDay() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        try fixture.open("aino", "2026-11-25T13:00", count: 1)
        let console = fixture.visit(["home", "nobody", "book", "phone", "day", "2"])
        #expect(
            console.screen(after: 5) == """
                Mikä päivä sopii?
                  1  ma 23.11., vapaita aikoja 2
                  2  ke 25.11., vapaita aikoja 1
                """)
        #expect(console.lastScreen.hasPrefix("Vapaat ajat: ke 25.11.\n  1  ke 25.11. klo 13.00\n"))
    }

    @Test("Any way to meet: equal times are one row, and the way is asked when there is a choice")
    func anyWay() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", [.phone, .remote])
        try fixture.open("veikko", "2026-11-23T09:00", [.office])
        try fixture.open("veikko", "2026-11-23T09:15", [.office])
        let console = fixture.visit(["home", "nobody", "book", "any", "1", "office"])
        #expect(
            console.screen(after: 4).hasPrefix(
                """
                Ensimmäiset vapaat ajat
                  1  ma 23.11. klo 9.00   puhelin, etä, toimisto
                  2  ma 23.11. klo 9.15   toimisto
                """))
        #expect(
            console.screen(after: 5) == """
                Miten haluat tavata työntekijän tähän aikaan?
                  1  Puhelimessa: työntekijä soittaa sinulle
                  2  Etänä: videopuhelu puhelimella tai tietokoneella
                  3  Toimistolla: tulet paikalle
                """)
        #expect(console.lastScreen.contains("Mikä on nimesi, ja"))
    }

    @Test("Offices that have free times are offered, the soonest first, and an example says so")
    func offices() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-24T09:00", [.office])
        try fixture.open("veikko", "2026-11-23T09:00", [.office])
        let console = fixture.visit(["home", "nobody", "book", "office", "any"])
        #expect(
            console.screen(after: 4) == """
                Missä toimistossa?
                  1  Mikä vain toimisto
                  2  Lieksan toimisto, ensimmäinen aika ma 23.11. klo 9.00
                  3  Joensuun toimisto (esimerkki), ensimmäinen aika ti 24.11. klo 9.00
                """)
        #expect(console.lastScreen.contains("  1  ma 23.11. klo 9.00   Lieksa\n  2  ti 24.11. klo 9.00   Joensuu\n"))
    }

    @Test("Where nobody is free that way, another way is offered")
    func nobodyFree() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", [.phone])
        let told = "Näin ei ole nyt vapaita aikoja. Kokeile toista tapaa tai paikkaa."
        for way in ["remote", "office"] {
            let screen = fixture.visit(["home", "nobody", "book", .line(way)]).lastScreen
            #expect(screen.hasPrefix(told + "\n\nTavan valinnan jälkeen"))
        }
    }

    @Test("A time that somebody took meanwhile is told, and the others are offered")
    func takenMeanwhile() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        let console = fixture.visit(["home", "nobody", "book", "phone", .line("2026-11-23T09:00")]) {
            if $0 == 4 { try fixture.takeFirst() }
        }
        #expect(
            console.lastScreen == """
                Joku muu ehti varata tämän ajan. Valitse toinen aika. Kirjoittamasi on tallessa.

                Ensimmäiset vapaat ajat
                  1  ma 23.11. klo 9.15
                  2  Valitse päivä
                  3  Vaihda tapaa tai paikkaa
                """)
    }

    @Test("While somebody types, nobody else can take the time; ten minutes after the last answer anybody can")
    func heldWhileTyping() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        _ = fixture.visit(DeskFixture.untilDetails + ["Maija Meikäläinen", "040 123 4567"]) { answered in
            let states = try fixture.timetable("aino").map(\.state)
            if answered == 5 { #expect(states == [.held]) }
            if answered == 6 {
                fixture.now += 11 * 60
                #expect(try fixture.timetable("aino").map(\.state) == [.free])
            }
            if answered == 7 { #expect(states == [.held]) }
        }
        #expect(try fixture.timetable("aino").map(\.state) == [.free])
    }

    @Test("A time lost while typing keeps everything that was typed")
    func lostWhileTyping() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        let console = fixture.visit(
            DeskFixture.untilDetails + ["Maija Meikäläinen", "040 123 4567", "1", ""]
        ) {
            guard $0 == 6 else { return }
            fixture.now += 11 * 60
            try fixture.takeFirst()
        }
        #expect(console.screen(after: 7).hasPrefix("Joku muu ehti varata tämän ajan."))
        #expect(console.screen(after: 8).contains("Kerro tilanteestasi omin sanoin."))
        #expect(
            console.lastScreen.contains(
                "klo 9.15, puhelin\n  3  Nimi ja syntymävuosi: Maija Meikäläinen\n  4  Puhelin: 040 123 4567")
        )
    }
}
