import Foundation
import TestSupport
import Testing

/// With ACCESSIBLE=1 a whole visit is plain lines from top to bottom, as a screen reader says them.
@Suite("A screen reader's run")
struct ScreenReaderTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.open("aino", at: "2031-01-13T09:00", "--method", "phone")
    }

    /// What is typed, and the end of what is said before the next line is waited for.
    private static let visit = [
        ("family", "6  En tiedä"), ("me", "10  En tiedä"), ("parenting", "7  En tiedä"), ("limits", "Enter: lisää"),
        ("", "Lopeta"),
        ("book", "muistutuksen"), ("puhelin", "Vaihda tapaa tai paikkaa"), ("1", "katoaa."),
        ("Åke Mäkiö", "kirjoita: ei\r\nole."), ("040 123 4567", "tyhjäksi."),
        ("Riidat väsyttävät.", "Riidat väsyttävät."), ("", "tallentaa näitä"), ("ok", "toinenkin asia"),
    ]

    @Test("The whole conversation is linear, complete and without decoration")
    func transcript() throws {
        let environment = fixture.environment.merging(["TERM": "xterm", "ACCESSIBLE": "1"]) { $1 }
        let terminal = try PseudoTerminal(
            KartoitinProgram.path, ["kiosk", "--one-visit", "--language", "fi"], environment: environment, rows: 24,
            columns: 80)
        terminal.expect("Minulla on jo aika tai koodi")
        for (line, said) in Self.visit {
            terminal.expect("> ")
            terminal.send(line + "\r")
            terminal.expect(said)
        }
        terminal.expect("> ")
        // Our own codes around the conversation: bracketed paste on. Nothing else is in it.
        let heard = terminal.output.replacing("\u{1B}[?2004h", with: "").replacing("\r\n", with: "\n")
        let scalars = heard.unicodeScalars
        #expect(
            scalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control },
            "\(heard.debugDescription)")
        let reference = try #require(heard.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/)).output
        let lines = heard.replacing(reference, with: "K7PF-3M2R").split(
            separator: "\n", omittingEmptySubsequences: false)
        let anyReference = lines.map { $0 == "> " ? ">" : $0 }.joined(separator: "\n")
        #expect(
            anyReference == """

                Siun sote · Kartoitin

                Autamme löytämään sinulle oikean avun. Voit varata ajan lyhyeen neuvontaan.
                Tietojasi käsittelee Siun sote, Pohjois-Karjalan hyvinvointialue. Niitä
                käytetään vain sinun asiasi hoitamiseen.
                Vastaat nimettömänä. Nimeä kysytään vasta, jos varaat ajan. Jos et varaa aikaa,
                mitään ei jää talteen.

                Kirjoita numero ja paina Enter.   ? ohje   ! apua heti   < takaisin

                Mitä asiasi koskee?
                  1  Perhe ja alle 18-vuotiaat lapset
                  2  Ero, elatus, lapsen tapaaminen tai vanhemmuus
                  3  Raha, velat, asuminen tai tuet
                  4  Oma jaksaminen: mieliala, päihteet, väkivalta, yksinäisyys
                  5  Vammaisuus tai pitkä sairaus
                  6  Olen huolissani lapsesta tai nuoresta
                  7  Olen alle 18-vuotias
                  8  Muu asia: terveys, iäkäs ihminen, Kela, työ, päivähoito, rikos
                  9  En tiedä
                 10  Minulla on jo aika tai koodi
                Kirjoita numero, tai kerro omin sanoin mistä on kyse.
                > family

                Kysymys 2, yhteensä noin 8
                Kenen asia tämä on?
                  1  Minun tai perheeni asia
                  2  Alle 18-vuotiaan lapseni
                  3  Aikuisen lapseni tai muun läheisen
                  4  Jonkun muun, esimerkiksi naapurin
                  5  Asiakkaan: otan yhteyttä työni puolesta
                  6  En tiedä
                > me

                Kysymys 3, yhteensä noin 8
                Mikä perheen arjessa on nyt vaikeinta?
                  1  En jaksa, tarvitsen apua kotiin
                  2  Kasvatus, riidat tai lapsen paha olo
                  3  Koulu, kaverit tai nuoren elämä
                  4  Raskaus tai vauva
                  5  Perheessä tapahtui jotain äkillistä
                  6  Joku kotona pelottaa tai on väkivaltainen
                  7  Lapsella on vamma tai pitkä sairaus
                  8  Minulla on jo päätös tai oma työntekijä
                  9  Tukiperhe, adoptio, toisen lapsi, läheisen hoito
                 10  En tiedä
                > parenting

                Kysymys 4, yhteensä noin 6
                Mikä lapsen kanssa huolettaa eniten?
                  1  Raivarit tai jatkuvat riidat
                  2  Rajat, ruutuaika tai nukkuminen
                  3  Lapsi on surullinen, ahdistunut tai vetäytyy
                  4  Pelkään, että suutun lapselle liikaa
                  5  Keskittyminen, adhd tai autismi
                  6  Lapsi tai nuori lyö tai uhkaa minua
                  7  En tiedä
                > limits

                Sinulle voisi sopia: Tukea arkeen lapsen kanssa
                Ehdotamme tätä, koska kerroit: perhe ja lapset · oma tai perheen asia ·
                kasvatus, lapsen paha olo · rajat tai nukkuminen

                Jokainen vanhempi on joskus neuvoton. Voit kertoa työntekijälle, mikä kotona on
                vaikeaa. Mietitte yhdessä, mikä voisi auttaa juuri teitä. Hän kertoo myös, mitä
                tukea voit saada.

                Jos pelkäät suuttuvasi liikaa, varmista ensin, että lapsi on turvassa. Mene
                sitten toiseen huoneeseen. Jos joku on vaarassa, soita 112.

                Kasvatus- ja perheneuvonta auttaa, kun lapsen käytös tai tunteet huolettavat.
                Lapsi voi myös itse soittaa lasten ja nuorten puhelimeen.

                Enter: lisää
                >

                Sinulle voisi sopia: Tukea arkeen lapsen kanssa

                Täältä saat apua
                  MLL:n Lasten ja nuorten puhelin   116 111   Joka päivä, illalla kello 24 asti
                    Lapsi tai nuori voi soittaa ja jutella aikuisen kanssa. Puhelu on ilmainen
                    eikä näy laskussa.
                  Kasvatus- ja perheneuvonta
                    Auttaa lapsen kasvussa ja perheen pulmissa. Kysy numero tämän talon
                    neuvonnasta.
                    Lisää tietoa: www.siunsote.fi

                Ensimmäinen vapaa aika: ma 13.1. klo 9.00

                Mitä haluat tehdä?
                  1  Varaa neuvonta-aika
                  2  Lue: Mikä auttaa riitoihin ja raivareihin
                  3  Muuta vastauksia
                  4  Tämä ei sovi minulle. Haluan puhua ihmiselle.
                  5  Lopeta
                > book

                Puhut 15 minuuttia työntekijän kanssa, joka tuntee lapsiperheiden asiat. Hän
                lukee etukäteen sen, mitä kirjoitit. Neuvonta on ilmaista.

                Lopuksi sovitte, mitä tapahtuu seuraavaksi.

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
                > puhelin

                Ensimmäiset vapaat ajat
                  1  ma 13.1. klo 9.00
                  2  Valitse päivä
                  3  Vaihda tapaa tai paikkaa
                > 1

                Pidämme ajan sinulle 10 minuuttia. Se riittää hyvin tietojen kirjoittamiseen.

                Mikä on nimesi, ja minä vuonna olet syntynyt? Esimerkiksi Maija Meikäläinen
                1980. Vuoden voit jättää pois. Sillä löydät aikasi, jos varaustunnus katoaa.
                > Åke Mäkiö

                Mistä numerosta tavoitamme sinut? Jos sinulla ei ole puhelinta, kirjoita: ei
                ole.
                > 040 123 4567

                Kerro tilanteestasi omin sanoin. Sen lukee työntekijä, jonka tapaat, tai hänen
                sijaisensa.
                  – Mitä kotona tapahtuu, kun on vaikeaa?
                  – Mitä olet jo kokeillut, ja mikä on auttanut edes vähän?
                  – Minkä toivoisit olevan toisin?
                  – Missä kunnassa asut? Jos olet jo asiakas, kuka on työntekijäsi?
                  – Milloin ja mihin numeroon on turvallista soittaa? Kuka saa tietää asiasta?
                Kirjoita niin monta riviä kuin haluat. Lopeta painamalla Enter tyhjällä rivillä.
                Voit myös jättää tämän tyhjäksi.
                > Riidat väsyttävät.
                >

                Tarkista tietosi. Kirjoita rivin numero, jos haluat muuttaa sitä.
                Saako Siun sote tallentaa nämä tiedot ja näyttää ne työntekijälle, jonka tapaat?
                  1  Kyllä, kaikki on oikein. Tallentakaa tiedot ja varatkaa aika
                  2  Aika: maanantaina 13. tammikuuta 2031 klo 9.00, puhelin
                  3  Nimi ja syntymävuosi: Åke Mäkiö
                  4  Puhelin: 040 123 4567
                  5  Sähköposti: –
                  6  Kieli: Suomi
                  7  Tarpeet: –
                  8  Viestit: saa lähettää vahvistuksen ja muistutuksen
                  9  Omin sanoin (18 merkkiä): Riidat väsyttävät.
                 10  Toive: –
                 11  En halua tallentaa näitä
                > ok

                Ota mukaan tai esille
                  – Kirjeet koulusta tai päiväkodista, jos asia koskee niitä

                Näin valmistaudut
                  – Mieti, mikä on nyt vaikeinta ja mikä auttaisi edes vähän.
                  – Sinun ei tarvitse valmistautua.

                Aikasi on varattu.
                  maanantaina 13. tammikuuta 2031 klo 9.00, 15 minuuttia
                  Työntekijä soittaa sinulle numeroon 040 123 4567.
                Saat nyt vahvistuksen tekstiviestillä numeroon 040 123 4567. Muistutus tulee: su
                12.1. klo 9.00, ma 13.1. klo 7.00.
                Voit katsoa, siirtää tai perua ajan tällä laitteella. Siihen riittävät
                varaustunnus ja puhelinnumero.

                  Varaustunnus: K7PF-3M2R   Kirjoita se muistiin tai ota kuva.

                Mitä haluat tehdä?
                  1  Tunnus on tallessa. Tyhjennä näyttö
                  2  Minulla on toinenkin asia
                >
                """)
        terminal.send("valmis\r")
        terminal.expect("\u{1B}[3J")
        terminal.expect("> ")
        terminal.send("\r")
        terminal.expect("\u{1B}[3J")
        #expect(terminal.exitStatus() == 0)
    }
}
