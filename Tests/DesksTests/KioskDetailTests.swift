import BookingCore
import Dialogue
import Foundation
import Testing

@Suite("The details of a booking")
struct KioskDetailTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
    }

    private func after(_ answers: Reply...) -> String { fixture.visit(DeskFixture.untilDetails + answers).lastScreen }

    @Test(
        "A phone number that cannot be called is told why",
        arguments: [
            ("", "Numero puuttuu. Tarvitsemme sen, jotta tavoitamme sinut. Esimerkiksi 040 123\n4567."),
            ("040 abc", "Numerossa on muutakin kuin numeroita. Kirjoita se näin: 040 123 4567."),
            (
                "401234567",
                "Alku puuttuu. Kirjoita numero alusta asti, esimerkiksi 040 123 4567 tai +46 70\n123 4567."
            ),
            ("0401", "Numero on liian lyhyt. Tarkista, puuttuuko siitä jotain."),
            ("0401234567890123", "Numero on liian pitkä. Tarkista, onko siinä jotain liikaa."),
        ])
    func phone(typed: String, told: String) {
        #expect(after("Maija", .line(typed)) == told)
    }

    @Test("A name needs letters", arguments: ["", "123", "?!"])
    func name(typed: String) {
        #expect(after(.line(typed)) == "Kirjoita nimi kirjaimilla, esimerkiksi etunimi ja sukunimi.")
    }

    @Test("An e-mail address that lacks something is told how to write it; an empty line gives none")
    func email() {
        #expect(
            after("Maija", "0401234567", "maija@")
                == "Osoitteesta puuttuu jotain. Kirjoita se näin: nimi@esimerkki.fi. Tai paina\nEnter.")
        #expect(after("Maija", "0401234567", "").hasPrefix("Millä kielellä haluat puhua?"))
    }

    @Test("< goes from a detail to the one before it, and from the first to the times")
    func back() {
        #expect(after("Maija", "<") == "Mikä on nimesi?\nNyt: Maija. Jos se on oikein, paina Enter.")
        #expect(after("<").hasPrefix("Miten haluat tavata työntekijän?"))
    }

    @Test("An interpreter, a sign language interpreter and an arrangement are asked for once each")
    func needs() throws {
        let console = fixture.visit(
            DeskFixture.untilDetails + [
                "Maija", "0401234567", "", "fi", "1 2 3", "", "somali", "tulen pyörätuolilla", "", "",
            ])
        #expect(console.screen(after: 10) == "Mille kielelle tarvitset tulkin?")
        #expect(console.screen(after: 11) == "Mille kielelle tarvitset tulkin?")
        #expect(
            console.screen(after: 12)
                == "Mitä järjestelyä tarvitset? Esimerkiksi: tulen pyörätuolilla, kuulen huonosti.")
        #expect(
            console.lastScreen.contains(
                "  7  Tarpeet: Tulkin: somali, Viittomakielen tulkin, tulen pyörätuolilla\n"))
    }

    @Test("A description may have many lines, and < takes the last one back")
    func lines() {
        let screen = after("Maija", "0401234567", "", "fi", "none", "yksi", "kaksi", "<")
        #expect(screen == "  yksi\nJatka, tai lopeta painamalla Enter. Merkki < poistaa viimeisen rivin.")
    }

    @Test("A description that is too long is told its limit, and its beginning can be kept")
    func tooLong() {
        let long = String(repeating: "sana ", count: 20_000)
        let details: [Reply] = ["Maija", "0401234567", "", "fi", "none", "alku", .line(long)]
        #expect(
            fixture.visit(DeskFixture.untilDetails + details).lastScreen == """
                Kirjoitit 100005 merkkiä. Talteen mahtuu 8000. Tekstisi on vielä tallessa. Jos
                otat siitä alun, se päättyy sanoihin ”sana sana sana sana”.
                  1  Ota tekstin alku
                  2  Kirjoita uudelleen lyhyemmin
                """)
        let kept = fixture.visit(DeskFixture.untilDetails + details + ["1", "", "ok", "yes"])
        #expect(kept.lastScreen.contains("Aikasi on varattu."))
        let again = fixture.visit(["home", "nobody", "book", "phone", "1"] + details + ["2", "lyhyesti", "", ""])
        #expect(again.lastScreen.contains("Omin sanoin (8 merkkiä): lyhyesti"))
    }

    @Test("Each line of the summary can be changed, and what was written is shown first")
    func change() {
        let upToSummary =
            DeskFixture.untilDetails + ["Maija", "0401234567", "m@e.fi", "fi", "none", "rivi", "", "toive"]
        let console = fixture.visit(
            upToSummary + [
                "name", "Maija Meikäläinen", "email", "-", "description", "toinen", "", "hope", "", "phone", "",
            ])
        #expect(
            console.screen(after: 14) == "Mikä on nimesi?\nNyt: Maija. Jos se on oikein, paina Enter.")
        #expect(
            console.screen(after: 16) == """
                Sähköpostiosoitteesi? Jos et halua antaa sitä, paina Enter.
                Nyt: m@e.fi. Jos se on oikein, paina Enter. Merkki - poistaa sen.
                """)
        #expect(
            console.lastScreen == """
                Kirjoita rivin numero, jos haluat muuttaa sitä.
                Tarkista tietosi
                  1  Kaikki on oikein, jatka
                  2  Aika: maanantaina 23. marraskuuta 2026 klo 9.00, puhelin
                  3  Nimi: Maija Meikäläinen
                  4  Puhelin: 040 123 4567
                  5  Sähköposti: –
                  6  Kieli: Suomi
                  7  Tarpeet: –
                  8  Omin sanoin (11 merkkiä): rivi toinen
                  9  Toive: toive
                """)
    }

    @Test("The time can be changed from the summary; the old one is free again")
    func changeTime() throws {
        let console = fixture.visit(DeskFixture.booking.dropLast(2) + ["time", "phone", "2", "ok", "yes"])
        #expect(console.lastScreen.contains("maanantaina 23. marraskuuta 2026 klo 9.15, 15 minuuttia"))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .booked])
    }

    @Test("Going back from choosing another time keeps the one that was held")
    func keepTime() throws {
        let console = fixture.visit(DeskFixture.booking.dropLast(2) + ["time", "phone", "<", "<", "ok", "yes"])
        #expect(console.lastScreen.contains("maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia"))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked, .free])
    }

    @Test("What was typed is still there after a way round by a human being")
    func detour() throws {
        let console = fixture.visit(
            DeskFixture.untilDetails + ["Maija", "040 123 4567", "+", "family", "book", "phone", "1"])
        #expect(console.lastScreen.hasSuffix("Sähköpostiosoitteesi? Jos et halua antaa sitä, paina Enter."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free])
    }

    @Test("Without consent nothing is kept")
    func noConsent() throws {
        let console = fixture.visit(DeskFixture.booking.dropLast() + ["no"])
        #expect(
            console.lastScreen.hasPrefix(
                "Hyvä on. Mitään ei ole tallennettu. Voit muuttaa tietoja tai lopettaa.\n\nKirjoita rivin numero"))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free])
    }

    @Test("Who asks for somebody else is told whose name is meant")
    func forSomebodyElse() {
        #expect(
            fixture.visit(["other", "book", "phone", "1"]).lastScreen.hasSuffix(
                "Mikä on nimesi? Kirjoita oma nimesi, vaikka asia koskee toista ihmistä."))
    }
}
