import BookingCore
import Dialogue
import Foundation
import TestConsole
import Testing

@Suite("A whole visit at the kiosk")
struct KioskConversationTests {
    @Test("From the first question to the reference, as the visitor sees it")
    func wholeBooking() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 3)
        let console = fixture.visit([
            "home", "nobody", "book", "phone", "1", "Maija Meikäläinen", "040 123 4567", "En jaksa.", "Auttakaa.",
            "",
            "ok", "", "valmis", "0000", "4567", "",
        ])
        let visit = console.transcript.split(separator: "[wiped]")[0].trimmingCharacters(in: .newlines)
        #expect(
            visit == """
                Testialue · Kartoitin

                Autamme löytämään sinulle oikean avun. Voit varata ajan lyhyeen neuvontaan.
                Tietojasi käsittelee Testialue, Testien hyvinvointialue. Niitä käytetään vain
                sinun asiasi hoitamiseen.
                Vastaat nimettömänä. Nimeä kysytään vasta, jos varaat ajan. Jos et varaa aikaa,
                mitään ei jää talteen.

                Kirjoita numero ja paina Enter.   ? ohje   ! apua heti   < takaisin

                Mikä hätänä?
                  1  Apua kotiin
                  2  Velat
                  3  Kerron itse
                  4  Vaara
                  5  Toisen asia
                  6  En tiedä
                  7  Minulla on jo aika tai koodi
                > home

                Kysymys 2, viimeinen ennen ehdotusta
                Kuka auttaa?
                  1  Ei kukaan
                  2  Joku joskus
                  3  En tiedä
                > nobody

                Sinulle voisi sopia: Apua kotiin
                Ehdotamme tätä, koska kerroit: Apua kotiin · kukaan ei auta

                Työntekijä kertoo, mitä apua on.

                Ensimmäinen vapaa aika: ma 23.11. klo 9.00

                Mitä haluat tehdä?
                  1  Varaa neuvonta-aika
                  2  Lue: Lepoa
                  3  Muuta vastauksia
                  4  Tämä ei sovi minulle. Haluan puhua ihmiselle.
                  5  Lopeta
                > book

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
                > phone

                Ensimmäiset vapaat ajat
                  1  ma 23.11. klo 9.00
                  2  ma 23.11. klo 9.15
                  3  ma 23.11. klo 9.30
                  4  Valitse päivä
                  5  Vaihda tapaa tai paikkaa
                > 1

                Pidämme ajan sinulle 10 minuuttia. Se riittää hyvin tietojen kirjoittamiseen.

                Mikä on nimesi, ja minä vuonna olet syntynyt? Esimerkiksi Maija Meikäläinen
                1980. Vuoden voit jättää pois. Sillä löydät aikasi, jos varaustunnus katoaa.
                > Maija Meikäläinen

                Mistä numerosta tavoitamme sinut? Jos sinulla ei ole puhelinta, kirjoita: ei
                ole.
                > 040 123 4567

                Kerro tilanteestasi omin sanoin. Sen lukee työntekijä, jonka tapaat, tai hänen
                sijaisensa.
                  – Mitä on tapahtunut?
                Kirjoita niin monta riviä kuin haluat. Lopeta painamalla Enter tyhjällä rivillä.
                Voit myös jättää tämän tyhjäksi.
                > En jaksa.
                > Auttakaa.
                >

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
                  9  Omin sanoin (19 merkkiä): En jaksa. Auttakaa.
                 10  Toive: –
                 11  En halua tallentaa näitä
                > ok

                Ota mukaan tai esille
                  – Hakemus

                Näin valmistaudut
                  – Mieti, mikä auttaisi.

                Aikasi on varattu.
                  maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia
                  Työntekijä soittaa sinulle numeroon 040 123 4567.
                Saat nyt vahvistuksen tekstiviestillä numeroon 040 123 4567.
                Voit katsoa, siirtää tai perua ajan tällä laitteella. Siihen riittävät
                varaustunnus ja puhelinnumero.

                  Varaustunnus: KPYF-FRVJ   Kirjoita se muistiin tai ota kuva.

                Mitä haluat tehdä?
                  1  Tunnus on tallessa. Tyhjennä näyttö
                  2  Minulla on toinenkin asia
                >

                Et kirjoittanut mitään. Kirjoita numero väliltä 1–2 ja paina Enter.
                > valmis
                """)
        let cleared = console.transcript.split(separator: "[wiped]")[1].trimmingCharacters(in: .newlines)
        #expect(
            cleared == """
                Näyttö on tyhjä. Jäikö tunnus sinulta näkemättä? Kirjoita puhelinnumerosi neljä
                viimeistä numeroa, niin näytämme sen vielä kerran. Muuten paina Enter.
                > 0000

                Numerot eivät ole samat kuin puhelinnumerosi lopussa.
                > 4567

                Aikasi on varattu.
                  maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia
                  Työntekijä soittaa sinulle numeroon 040 123 4567.
                Saat nyt vahvistuksen tekstiviestillä numeroon 040 123 4567.
                Voit katsoa, siirtää tai perua ajan tällä laitteella. Siihen riittävät
                varaustunnus ja puhelinnumero.

                  Varaustunnus: KPYF-FRVJ   Kirjoita se muistiin tai ota kuva.

                Kun olet valmis, paina Enter. Silloin tyhjennämme näytön.
                >
                """)
    }

    @Test("The language is chosen first, and each language asks in its own words")
    func languages() throws {
        let console = try DeskFixture().visit(["en"], language: nil)
        #expect(
            console.screen(after: 0) == """
                Testialue · Kartoitin

                Valitse kieli: kirjoita numero ja paina Enter.
                Choose a language: type a number and press Enter.

                Kieli · Language
                  1  Suomi
                  2  English
                """)
        #expect(console.screen(after: 1).hasPrefix("Test county · Kartoitin\n\nWe help you find the right help."))
        #expect(console.screen(after: 1).contains("\nWhat is wrong?\n  1  Help at home\n"))
    }

    @Test("Who handles the data is told before anything is asked")
    func privacyFirst() throws {
        let first = try DeskFixture().visit([]).screen(after: 0)
        let told = try #require(first.range(of: "Tietojasi käsittelee Testialue, Testien hyvinvointialue."))
        let asked = try #require(first.range(of: "Mikä hätänä?"))
        #expect(told.upperBound < asked.lowerBound)
    }

    @Test("A demonstration says so on the first screen, another store does not")
    func demonstration() throws {
        let notice = "Tämä on esittely. Ajat ja työntekijät eivät ole oikeita."
        #expect(try DeskFixture(isDemonstration: true).visit([]).screen(after: 0).contains(notice))
        #expect(try !DeskFixture().visit([]).screen(after: 0).contains(notice))
    }

    @Test("After the visit the screen is wiped, and the next visitor begins at the start")
    func wipedForTheNext() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.booking + ["1", "", "home"])
        let rest = console.transcript.split(separator: "[wiped]").dropFirst(2).joined()
        #expect(!rest.contains("Maija") && !rest.contains("040 123"))
        #expect(rest.contains("Mikä hätänä?"))
        #expect(console.textSinceWipe.isEmpty)
    }

    @Test("Every ending wipes the screen and books nothing", arguments: [Reply.endOfInput, .interrupted, .timedOut])
    func endings(ending: Reply) throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.untilDetails + ["Maija Meikäläinen", ending])
        #expect(console.askedPastEnd == 0)
        #expect(console.textSinceWipe.isEmpty)
        let row = try #require(try fixture.timetable("aino").first)
        #expect(row.state == .free)
    }

    @Test("At 40 columns no line is longer, and no word is split")
    func narrow() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.booking + ["1"], columns: 40)
        #expect(console.transcript.split(separator: "\n").allSatisfy { $0.count <= 40 })
        #expect(console.transcript.contains("Autamme löytämään sinulle oikean avun.\nVoit varata ajan"))
    }
}
