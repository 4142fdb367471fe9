import BookingCore
import Dialogue
import Testing

@Suite("The professional's reading")
struct ProfessionalDeskTests {
    @Test("Who, when and how come first, then needs, own words, hope, answers, and what the client was told")
    func page() throws {
        let lobby = try Lobby(isDemonstration: true)
        try lobby.open("aino", "2026-11-23T09:00")
        _ = lobby.visit(
            Lobby.untilDetails + [
                "Maija Meikäläinen", "040 123 4567", "maija@esimerkki.fi", "en", "1 2 3", "somali",
                "tulen pyörätuolilla",
                "En jaksa enää.", "Vauva valvottaa.", "", "Että joku tulisi.", "ok", "yes",
            ])
        let console = try lobby.read(["1", "", "0"], as: "aino")
        #expect(
            console.screen(after: 0) == """
                Aino Esimerkki

                Kirjoita numero, niin näet tilanteen. Lopeta kirjoittamalla 0.
                Tänään: 0   Tulossa: 1
                  1  ma 23.11. klo 9.00 · puhelin · Maija Meikäläinen · Apua kotiin
                     lapsiperheelle
                """)
        #expect(
            console.screen(after: 1) == """
                ma 23.11. klo 9.00–9.15 · Maija Meikäläinen
                Soita 040 123 4567
                Apua kotiin lapsiperheelle · Varaustunnus KPYF-FRVJ
                Yhteys: 040 123 4567, maija@esimerkki.fi
                ! TULKKI: somali
                ! VIITTOMAKIELEN TULKKI
                ! JÄRJESTELY: tulen pyörätuolilla
                ! Asiointikieli: English
                ! KIIRE: apua tarvitaan pian
                ! ASIA KOSKEE LASTA

                Omin sanoin
                  En jaksa enää.
                  Vauva valvottaa.
                Toivoo
                  Että joku tulisi.

                Vastaukset: Apua kotiin › kukaan ei auta
                Hänelle on kerrottu: Hakemus

                Paina Enter, niin palaat luetteloon.
                """)
        #expect(console.lastScreen == "Työpäivän jatkoa.")
    }

    @Test("Bookings of today are counted apart from coming ones")
    func today() throws {
        let lobby = try Lobby(isDemonstration: true)
        try lobby.open("aino", "2026-11-21T12:00")
        try lobby.open("aino", "2026-11-23T09:00")
        try lobby.takeFirst()
        try lobby.takeFirst()
        #expect(try lobby.read([], as: "aino").screen(after: 0).contains("Tänään: 1   Tulossa: 1"))
    }

    @Test("A professional without bookings is told so")
    func nothing() throws {
        let console = try Lobby(isDemonstration: true).read(["aino", ""])
        #expect(
            console.screen(after: 0) == """
                Kuka olet? (Testialue, esittely)
                  1  Aino Esimerkki, lapsiperheiden palvelut
                  2  Veikko Esimerkki, lapsiperheiden palvelut
                """)
        #expect(
            console.screen(after: 1)
                == "Aino Esimerkki\n\nSinulla ei ole varattuja aikoja.\n\nJatka painamalla Enter.")
    }

    @Test("An unknown professional is refused")
    func unknown() throws {
        #expect(throws: BookingError.noSuchProfessional("nobody")) {
            try Lobby(isDemonstration: true).read([], as: "nobody")
        }
    }

    @Test("What a client wrote cannot take over the professional's screen")
    func hostile() throws {
        let lobby = try Lobby(isDemonstration: true)
        try lobby.open("aino", "2026-11-23T09:00")
        _ = lobby.visit(
            Lobby.untilDetails + [
                "Maija \u{1B}]0;x\u{7}", "040 123 4567", "", "fi", "none", "\u{9B}31m\u{202E}lopuksi\r", "", "", "ok",
                "yes",
            ])
        let screens = try lobby.read(["1"], as: "aino").transcript
        #expect(screens.contains("Maija ␛]0;x␇"))
        #expect(screens.unicodeScalars.allSatisfy { $0 == "\n" || !($0.properties.generalCategory == .control) })
        #expect(!screens.unicodeScalars.contains("\u{202E}"))
    }
}
