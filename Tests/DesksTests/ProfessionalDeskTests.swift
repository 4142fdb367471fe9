import BookingCore
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

@Suite("The professional's reading")
struct ProfessionalDeskTests {
    @Test("Who, when and how come first, then needs, flags and deadline, own words, hope, answers, what was told")
    func page() throws {
        let fixture = try DeskFixture(isDemonstration: true)
        try fixture.open("aino", "2026-11-23T09:00")
        _ = fixture.visit(
            [
                "home", "nobody", "book", "language", "en", "language", "other", "somali", "needs",
                "tulen pyörätuolilla",
                "phone", "1", "Maija Meikäläinen", "040 123 4567", "En jaksa enää.", "Vauva valvottaa.", "",
                "email", "maija@esimerkki.fi", "hope", "Että joku tulisi.", "ok",
            ])
        let console = try fixture.read(["1", "", "0"], as: "aino")
        #expect(
            console.screen(after: 0) == """
                ? ohje   < takaisin   0 lopeta
                la 21.11. · tänään · Aino Esimerkki · varattu 0, vapaa 0
                  Ei avattuja aikoja.
                Seuraavaksi
                  1  ma 23.11. klo 9.00  puhelin · Maija Meikäläinen · Apua kotiin
                     lapsiperheelle · !\u{A0}tulkki, järjestely
                + seuraava päivä   - edellinen päivä   v viikko   a avaa aikoja   m viikkomalli
                x poissaolo   l luovuta varauksia
                """)
        #expect(
            console.screen(after: 1) == """
                ma 23.11. klo 9.00–9.15 · Maija Meikäläinen
                Soita 040 123 4567
                Apua kotiin lapsiperheelle · Varaustunnus KPYF-FRVJ
                Yhteys: 040 123 4567, maija@esimerkki.fi
                ! TULKKI: somali
                ! JÄRJESTELY: tulen pyörätuolilla
                ! Asiointikieli: English
                ! KIIRE: apua tarvitaan pian
                ! ASIA KOSKEE LASTA
                ! MÄÄRÄAIKA, jos lapsi tarvitsee erityistä tukea. Arviointi aloitettava
                  viimeistään ti 1.12., valmis 3 kuukaudessa (SHL 36 §, yhteys la 21.11.)

                Omin sanoin
                  En jaksa enää.
                  Vauva valvottaa.
                Toivoo
                  Että joku tulisi.

                Vastaukset: Apua kotiin › kukaan ei auta → Apua kotiin

                Enter lue lisää (1 riviä)   k kirjaa neuvo   o oikeus jatkoaikaan   s siirrä
                p peru   v viesti   j järjestä vartija   u tulosta tai tallenna
                """)
        #expect(
            console.screen(after: 2) == """
                Hänelle on kerrottu: Hakemus

                k kirjaa neuvo   o oikeus jatkoaikaan   s siirrä   p peru   v viesti
                j järjestä vartija   u tulosta tai tallenna   Enter takaisin
                """)
        #expect(console.lastScreen == "Työpäivän jatkoa.")
    }

    @Test("The day shows booked, free, absent and other times, with signs of what must be arranged")
    func day() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-21T12:00", count: 4)
        try fixture.open("aino", "2026-11-21T14:00", count: 2)
        let needs = SpecialNeeds(meetingLanguage: .finnish, interpreter: "somali")
        try fixture.book("2026-11-21T12:15", needs: needs)
        let console = try fixture.work([
            "a", "other", "", "15-16", "tiimikokous", "yes", "x", "21.11. 14", "21.11. 15", "sairas", "yes", "v", "<",
        ])
        #expect(
            console.screen(after: 11) == """
                Poissaolo on kirjattu. Aikoja ei voi enää varata.

                ? ohje   < takaisin   0 lopeta
                la 21.11. · tänään · Aino Esimerkki · varattu 1, vapaa 3
                     12.00–12.15  vapaa
                  1  12.15  puhelin · Maija Meikäläinen · Apua kotiin lapsiperheelle · !\u{A0}tulkki
                     12.30–13.00  vapaa (2)
                     14.00–14.30  poissa (2)
                     15.00–16.00  tiimikokous
                + seuraava päivä   - edellinen päivä   v viikko   a avaa aikoja   m viikkomalli
                x poissaolo   l luovuta varauksia
                """)
        #expect(
            console.screen(after: 12) == """
                ma 16.11.–su 22.11. · Aino Esimerkki
                 la 21.11. · varattu 1, vapaa 3 · poissa
                  1  12.15  puhelin · Maija Meikäläinen · Apua kotiin lapsiperheelle · !\u{A0}tulkki
                + seuraava viikko   - edellinen viikko   t tänään
                """)
    }

    @Test("Days and weeks are gone through by signs, a typed day or a booking code")
    func ways() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-24T09:00")
        let booking = try fixture.book("2026-11-24T09:00")
        let console = try fixture.work([
            "+", "-", "-", "24.11.", "2026-11-25", "v", "+", "-", "1", "",
            .line(booking.reference.grouped.lowercased()), "",
            "AAAA-AAAA", "0",
        ])
        let headings = console.screens.map { screen in
            screen.split(separator: "\n").first { $0.contains(" · ") }.map(String.init) ?? ""
        }
        #expect(headings[1].hasPrefix("su 22.11. · Aino"))
        #expect(headings[2].hasPrefix("la 21.11. · tänään"))
        #expect(headings[3].hasPrefix("pe 20.11."))
        #expect(headings[4].hasPrefix("ti 24.11."))
        #expect(headings[5].hasPrefix("ke 25.11."))
        #expect(headings[6].hasPrefix("ma 23.11.–su 29.11."))
        #expect(headings[7].hasPrefix("ma 30.11.–su 6.12."))
        #expect(headings[11].hasPrefix("ti 24.11. klo 9.00–9.15 · Maija"))
        #expect(
            console.screen(after: 13).hasPrefix(
                "Tällaista varausta ei ole, tai se on kollegan eikä avoin sinulle. Yritys jäi\nlokiin."))
    }

    @Test("An act's name is one though it looks like a booking code")
    func template() throws {
        #expect(try DeskFixture().work(["template"]).lastScreen.hasPrefix("Missä tiedostossa viikkomalli on?"))
    }

    @Test("Two keys and Enter open the description of the next meeting")
    func fewKeys() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-21T10:15")
        try fixture.book("2026-11-21T10:15", words: "Apua.")
        #expect(try fixture.work(["1"]).lastScreen.contains("Omin sanoin\n  Apua."))
    }

    @Test("What the client wrote in another language is named with it; what staff wrote down for a caller is not")
    func languageOfOwnWords() throws {
        let fixture = try DeskFixture()
        let agent = AccessContext(userID: "pekka", userName: "Pekka", purpose: "call", at: fixture.now)
        var titles: [String] = []
        for (time, language, consent, title) in [
            ("2026-11-21T10:15", Language.english, Consent.onScreen, "Omin sanoin (English)\n  Help."),
            ("2026-11-21T10:30", .english, .saidAloud(by: agent), "Omin sanoin\n  Help."),
            ("2026-11-21T10:45", .finnish, .onScreen, "Omin sanoin\n  Help."),
        ] {
            try fixture.open("aino", time)
            try fixture.book(time, words: "Help.", language: language, consent: consent)
            titles.append(title)
        }
        for (row, title) in titles.enumerated() {
            #expect(try fixture.work([.line("\(row + 1)")]).lastScreen.contains(title))
        }
    }

    @Test("A description of 400 words has what matters on the first screen, and the rest by Enter")
    func longDescription() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let needs = SpecialNeeds(
            meetingLanguage: .english, interpreter: "somali", signLanguage: true, accessibility: "pyörätuoli")
        let words = (1...400).map { "sana\($0)" }.joined(separator: " ")
        try fixture.book(
            "2026-11-23T09:00", words: words, hope: "Lepoa.", flags: Set(SituationFlag.allCases), needs: needs)
        let console = try fixture.work(["1", "", "", "", "0"])
        let screen = console.screen(after: 1)
        // With the prompt it is 24 lines.
        #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count <= 22)
        #expect(
            screen.hasPrefix(
                """
                ma 23.11. klo 9.00–9.15 · Maija Meikäläinen
                KYSYY TOISEN PUOLESTA: ei kerrottu, tietääkö hän
                Soita 040 123 4567
                Apua kotiin lapsiperheelle · Varaustunnus \(try firstReference(of: fixture))
                ! TULKKI: somali
                ! VIITTOMAKIELEN TULKKI
                ! JÄRJESTELY: pyörätuoli
                ! Asiointikieli: English
                ! KIIRE: apua tarvitaan pian
                ! ASIA KOSKEE LASTA
                ! 75 VUOTTA TÄYTTÄNYT
                ! VAMMA TAI PITKÄ SAIRAUS
                ! MÄÄRÄAIKA saattaa koskea. Arviointi aloitettava viimeistään ti 1.12. (SHL 36
                  §: yli 75 v tai ylin hoitotuki; yhteys la 21.11.)

                Omin sanoin
                  sana1 sana2
                """))
        #expect(screen.contains("\nEnter lue lisää ("))
        let read = console.screens[1...].prefix(4).joined(separator: " ")
        for number in 1...400 { #expect(read.contains("sana\(number)")) }
        #expect(read.contains("Toivoo\n  Lepoa."))
        #expect(console.screens[1...].prefix(4).allSatisfy { $0.split(separator: "\n").count <= 24 })
    }

    private func firstReference(of fixture: DeskFixture) throws -> String {
        try #require(try fixture.store.bookings(of: "aino", from: fixture.now).first).reference.grouped
    }

    @Test("On a pipe a description comes whole, and 40 columns are enough")
    func pipeAndNarrow() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        try fixture.book("2026-11-23T09:00", words: (1...400).map { "sana\($0)" }.joined(separator: " "))
        #expect(try fixture.work(["1"], isInteractive: false).screen(after: 1).contains("sana400"))
        let narrow = try fixture.work(["1", "", "<"], columns: 40)
        #expect(narrow.transcript.split(separator: "\n").allSatisfy { $0.count <= 40 })
        #expect(narrow.screen(after: 1).contains("sana1 "))
    }

    @Test("The deadline counts from the first contact, also of a moved booking")
    func movedDeadline() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        let booking = try fixture.book("2026-11-23T09:00", flags: [.over75])
        fixture.now += 86_400
        _ = try fixture.work([.line(booking.reference.grouped), "s", "1", "yes", "0"])
        let page = try fixture.work([.line(booking.reference.grouped)]).screen(after: 1)
        #expect(page.hasPrefix("ma 23.11. klo 9.15–9.30"))
        #expect(page.contains("ti 1.12. (SHL 36\n  §: yli 75 v tai ylin hoitotuki; yhteys la 21.11.)"))
    }

    @Test("A client whom no flag concerns has no deadline")
    func noDeadline() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        try fixture.book("2026-11-23T09:00", flags: [.soon, .forSomeoneElse])
        #expect(!(try fixture.work(["1"]).transcript.contains("MÄÄRÄAIKA")))
    }

    @Test("A demonstration asks which professional; one without times is told so")
    func nothing() throws {
        let console = try DeskFixture(isDemonstration: true).read(["aino", "<", "<"])
        #expect(
            console.screen(after: 0) == """
                Kuka olet? (Testialue, esittely)
                  1  Aino Esimerkki, lapsiperheiden palvelut
                  2  Veikko Esimerkki, lapsiperheiden palvelut
                """)
        #expect(console.screen(after: 1).contains("\n  Ei avattuja aikoja.\n"))
        #expect(console.screen(after: 2) == console.screen(after: 0))
        #expect(console.lastScreen == "Työpäivän jatkoa.")
    }

    @Test("Nobody sits down without a password where the store is no demonstration")
    func real() throws {
        #expect(throws: StaffRefusal.signInFailed) { try DeskFixture().read([], as: "aino") }
    }

    @Test("An unknown professional is refused")
    func unknown() throws {
        #expect(throws: StaffRefusal.noSuchProfessional("nobody")) {
            try DeskFixture(isDemonstration: true).read([], as: "nobody")
        }
        #expect(throws: StaffRefusal.noSuchProfessional("nobody")) { try DeskFixture().work([], as: "nobody") }
    }

    @Test(
        "Another role does not sit at the professional's desk, and the try is logged", arguments: StaffRole.allCases)
    func roles(role: StaffRole) throws {
        if role == .professional { return }
        let fixture = try DeskFixture()
        #expect(throws: StaffRefusal.notPermitted(.recordMeeting, role)) { try fixture.work([], role: role) }
        let log = try fixture.store.accessLog(ofUser: "aino", from: .distantPast, until: .distantFuture)
        #expect(log.map(\.isRefused) == [true])
    }

    @Test("What a client wrote cannot take over the professional's screen")
    func hostile() throws {
        let fixture = try DeskFixture(isDemonstration: true)
        try fixture.open("aino", "2026-11-23T09:00")
        _ = fixture.visit(
            DeskFixture.untilDetails + [
                "Maija \u{1B}]0;x\u{7}", "040 123 4567", "\u{9B}31m\u{202E}lopuksi\r", "", "ok",
            ])
        let screens = try fixture.read(["1", "u", "-"], as: "aino").transcript
        #expect(screens.contains("Maija ␛]0;x␇"))
        #expect(screens.unicodeScalars.allSatisfy { $0 == "\n" || !($0.properties.generalCategory == .control) })
        #expect(!screens.unicodeScalars.contains("\u{202E}"))
    }
}
