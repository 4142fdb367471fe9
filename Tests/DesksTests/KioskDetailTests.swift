import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import SocialServices
import Storage
import TestConsole
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
            ("", "Numero puuttuu. Tarvitsemme sen, jotta tavoitamme sinut. Esimerkiksi 040 123 4567."),
            ("040 abc", "Numerossa on muutakin kuin numeroita. Kirjoita se näin: 040 123 4567."),
            (
                "401234567",
                "Alku puuttuu. Kirjoita numero alusta asti, esimerkiksi 040 123 4567 tai +46 70 123 4567."
            ),
            ("0401", "Numero on liian lyhyt. Tarkista, puuttuuko siitä jotain."),
            ("0401234567890123", "Numero on liian pitkä. Tarkista, onko siinä jotain liikaa."),
        ])
    func phone(typed: String, told: String) {
        let none = "Jos sinulla ei ole puhelinta, kirjoita: ei ole."
        #expect(after("Maija", .line(typed)).replacing("\n", with: " ") == "\(told) \(none)")
    }

    @Test("A name needs letters", arguments: ["", "123", "?!"])
    func name(typed: String) {
        #expect(after(.line(typed)) == "Kirjoita nimi kirjaimilla, esimerkiksi etunimi ja sukunimi.")
    }

    @Test("An e-mail address is asked for a remote meeting alone; what lacks something is told how to write it")
    func email() throws {
        try fixture.open("veikko", "2026-11-23T09:00", [.remote])
        let remote: [Reply] = ["home", "nobody", "book", "remote", "1", "Maija", "0401234567"]
        #expect(
            fixture.visit(remote + ["maija@"]).lastScreen
                == "Osoitteesta puuttuu jotain. Kirjoita se näin: nimi@esimerkki.fi. Tai paina\nEnter.")
        #expect(fixture.visit(remote + [""]).lastScreen.hasPrefix("Kerro tilanteestasi omin sanoin."))
        #expect(after("Maija", "0401234567").hasPrefix("Kerro tilanteestasi omin sanoin."))
    }

    @Test("< goes from a detail to the one before it, and from the first to the times")
    func back() {
        #expect(after("Maija", "<").hasSuffix("varaustunnus katoaa.\nNyt: Maija. Jos se on oikein, paina Enter."))
        #expect(after("<").hasPrefix("Ensimmäiset vapaat ajat"))
    }

    private func arrange(_ answers: Reply...) -> ScriptedConsole {
        fixture.visit(["home", "nobody", "book"] + answers)
    }

    @Test("How to meet, the language, what is arranged and the messages are one screen, before any time")
    func arrangements() {
        #expect(
            arrange().lastScreen == """
                Puhut 15 minuuttia.

                Tavan valinnan jälkeen näet ajat. Jos haluat muuttaa kielen, tarpeet tai
                viestit, valitse se ensin.
                Miten haluat tavata työntekijän?
                  1  Puhelimessa: työntekijä soittaa sinulle
                  2  Etänä: videopuhelu puhelimella tai tietokoneella
                  3  Toimistolla: tulet paikalle
                  4  Mikä vain, mahdollisimman pian
                  5  Kieli: Suomi
                  6  Tarpeet: ei tarvitse
                  7  Viestit: saa lähettää vahvistuksen ja muistutuksen
                """)
        for way in ["puhelin", "phone", "puhelimessa", "haluan puhelimessa"] {
            let times = arrange(.line(way)).lastScreen
            #expect(times.hasPrefix("Ensimmäiset vapaat ajat\n  1  ma 23.11. klo 9.00\n"), "\(way): \(times)")
        }
        for asItStands: Reply in ["", "joo", "any"] {
            #expect(arrange(asItStands).lastScreen.hasPrefix("Ensimmäiset vapaat ajat\n  1  ma 23.11. klo 9.00   "))
        }
    }

    @Test(
        "An interpreter, a sign language, an arrangement and the wish for messages reach the summary and the confirmation"
    )
    func needs() throws {
        let console = arrange(
            "language", "other", "", "somali", "needs", "tulen pyörätuolilla", "messages", "neutral", "phone",
            "1",
            "Maija", "0401234567", "", "ok")
        #expect(console.screen(after: 5) == "Mille kielelle tarvitset tulkin?")
        let summary = try #require(console.screens.first { $0.contains("Saako Testialue") })
        #expect(summary.contains("  6  Kieli: somali, tulkin kanssa\n"))
        #expect(summary.contains("  7  Tarpeet: tulen pyörätuolilla\n"))
        #expect(summary.contains("  8  Viestit: vain kellonaika, ei kerrota mistä on kyse\n"))
        #expect(
            console.lastScreen.contains("Työntekijä tietää ja järjestää: Tulkki: somali, tulen pyörätuolilla."),
            "\(console.lastScreen)")
        let page = try fixture.work(["1"]).lastScreen
        #expect(page.contains("! VAIN NEUTRAALIT VIESTIT: joku muu voi nähdä puhelimen"))
        #expect(arrange("language", "sign").lastScreen.contains("Kieli: Viittomakieli, tulkin kanssa"))
    }

    @Test("Who wants no messages gets none, and is told so; a landline gets none either")
    func messages() throws {
        let none = arrange("messages", "none", "phone", "1", "Maija", "0401234567", "", "ok")
        #expect(none.lastScreen.contains("Emme lähetä sinulle viestejä. Kirjoita aika muistiin."))
        let landline = arrange("phone", "1", "Maija", "013 123 456", "", "ok")
        #expect(landline.lastScreen.contains("Tähän numeroon emme voi lähettää tekstiviestejä."))
        #expect(try fixture.store.messages(dueUntil: .distantFuture).isEmpty)
    }

    @Test("A description may have many lines, and < takes the last one back")
    func lines() {
        let screen = after("Maija", "0401234567", "yksi", "kaksi", "<")
        #expect(screen == "  yksi\nJatka, tai lopeta painamalla Enter. Merkki < poistaa viimeisen rivin.")
    }

    @Test("A description that is too long is told its limit, and its beginning can be kept")
    func tooLong() {
        let long = String(repeating: "sana ", count: 20_000)
        let details: [Reply] = ["Maija", "0401234567", "alku", .line(long)]
        #expect(
            fixture.visit(DeskFixture.untilDetails + details).lastScreen == """
                Kirjoitit 100005 merkkiä. Talteen mahtuu 8000. Tekstisi on vielä tallessa. Jos
                otat siitä alun, se päättyy sanoihin ”sana sana sana sana”.
                  1  Ota tekstin alku
                  2  Kirjoita uudelleen lyhyemmin
                """)
        let kept = fixture.visit(DeskFixture.untilDetails + details + ["1", "ok"])
        #expect(kept.lastScreen.contains("Aikasi on varattu."))
        let again = fixture.visit(DeskFixture.untilDetails + details + ["2", "lyhyesti", ""])
        #expect(again.lastScreen.contains("Omin sanoin (8 merkkiä): lyhyesti"))
    }

    @Test("Each line of the summary can be changed, and what was written is shown first")
    func change() {
        let upToSummary = DeskFixture.untilDetails + ["Maija", "0401234567", "rivi", ""]
        let console = fixture.visit(
            upToSummary + [
                "name", "Maija Meikäläinen", "email", "m@e.fi", "email", "-", "description", "toinen", "", "hope",
                "toive", "phone", "",
            ])
        #expect(
            console.screen(after: 10) == """
                Mikä on nimesi, ja minä vuonna olet syntynyt? Esimerkiksi Maija Meikäläinen
                1980. Vuoden voit jättää pois. Sillä löydät aikasi, jos varaustunnus katoaa.
                Nyt: Maija. Jos se on oikein, paina Enter.
                """)
        #expect(
            console.screen(after: 14) == """
                Sähköpostiosoitteesi? Käytämme sitä vain viesteihin ajastasi ja etätapaamisen
                linkkiin. Jos et halua antaa sitä, paina Enter.
                Nyt: m@e.fi. Jos se on oikein, paina Enter. Merkki - poistaa sen.
                """)
        #expect(
            console.lastScreen == """
                Tarkista tietosi. Kirjoita rivin numero, jos haluat muuttaa sitä.
                Saako Testialue tallentaa nämä tiedot ja näyttää ne työntekijälle, jonka tapaat?
                  1  Kyllä, kaikki on oikein. Tallentakaa tiedot ja varatkaa aika
                  2  Aika: maanantaina 23. marraskuuta 2026 klo 9.00, puhelin
                  3  Nimi ja syntymävuosi: Maija Meikäläinen
                  4  Puhelin: 040 123 4567
                  5  Sähköposti: –
                  6  Kieli: Suomi
                  7  Tarpeet: –
                  8  Viestit: saa lähettää vahvistuksen ja muistutuksen
                  9  Omin sanoin (11 merkkiä): rivi toinen
                 10  Toive: toive
                 11  En halua tallentaa näitä
                """)
    }

    @Test("The time can be changed from the summary; the old one is free again")
    func changeTime() throws {
        let console = fixture.visit(DeskFixture.booking.dropLast() + ["time", "2", "ok"])
        #expect(console.lastScreen.contains("maanantaina 23. marraskuuta 2026 klo 9.15, 15 minuuttia"))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .booked])
    }

    @Test("Going back from choosing another time keeps the one that was held")
    func keepTime() throws {
        let console = fixture.visit(DeskFixture.booking.dropLast() + ["time", "<", "ok"])
        #expect(console.lastScreen.contains("maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia"))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked, .free])
    }

    @Test("What was typed is still there after a way round by a human being")
    func detour() throws {
        let console = fixture.visit(
            DeskFixture.untilDetails + ["Maija", "040 123 4567", "+", "family", "book", "phone", "1"])
        #expect(console.lastScreen.contains("Kerro tilanteestasi omin sanoin."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free])
    }

    @Test("Without consent nothing is kept")
    func noConsent() throws {
        let console = fixture.visit(DeskFixture.booking.dropLast() + ["no"])
        #expect(
            console.lastScreen.hasPrefix(
                "Hyvä on. Mitään ei ole tallennettu. Voit muuttaa tietoja tai lopettaa.\n\nTarkista tietosi."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free])
    }

    @Test("Who asks for somebody else is told whose name is meant")
    func forSomebodyElse() {
        #expect(
            fixture.visit(["other", "book", "phone", "1"]).lastScreen.hasSuffix(
                "jos varaustunnus katoaa.\nKirjoita oma nimesi, vaikka asia koskee toista ihmistä."))
    }
}
