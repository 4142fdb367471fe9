import Dialogue
import TestConsole
import Testing

@Suite("Own words at the kiosk's first question")
struct KioskOwnWordsDeskTests {
    private func visit(_ answers: [Reply]) throws -> ScriptedConsole {
        try DeskFixture(understandsOwnWords: true).visit(answers)
    }

    @Test("The first question takes a number or own words, and says so")
    func invitation() throws {
        #expect(
            try visit([]).lastScreen.hasSuffix(
                """
                Mikä hätänä?
                  1  Apua kotiin
                  2  Velat
                  3  Kerron itse
                  4  Vaara
                  5  Toisen asia
                  6  En tiedä
                  7  Minulla on jo aika tai koodi
                Kirjoita numero, tai kerro omin sanoin mistä on kyse.
                """))
    }

    @Test("Own words are answered with what they sound like, and the visitor chooses")
    func suggestion() throws {
        let console = try visit(["vauva valvottaa ja olen väsynyt", "1"])
        #expect(
            console.screen(after: 1) == """
                Tarkoitatko jotain näistä?
                  1  Apua kotiin
                  2  Velat
                  3  En mitään näistä
                """)
        #expect(console.screen(after: 2).hasPrefix("Kysymys 2, viimeinen ennen ehdotusta\nKuka auttaa?"))
    }

    @Test("? says what is done with the words")
    func help() throws {
        #expect(
            try visit(["vauva valvottaa ja olen väsynyt", "?"]).screen(after: 2).hasPrefix(
                """
                Vertasimme sanojasi esimerkkeihin. Se tehdään tällä laitteella, eikä sanojasi
                lähetetä minnekään. Valitse itse, mikä sopii. Jos varaat ajan, kirjoittamasi on
                kuvauksesi alku.
                """))
    }

    @Test("Signs of danger show urgent help first, then what it may be")
    func danger() throws {
        let console = try visit(["naapurilla on kirves", "1", "1"])
        #expect(
            console.screen(after: 1) == """
                On hyvä, että kirjoitit tämän. Et ole yksin.
                Jos olet vaarassa tai joku muu on, soita nyt 112. Pyydä avuksi myös tämän talon
                ihmistä.

                  1  Olen turvassa, jatketaan
                  2  Lisää apua ja neuvoja

                  Hätänumero   112
                """)
        #expect(
            console.screen(after: 2).hasPrefix(
                """
                Jos olet vaarassa tai joku muu on, soita nyt 112. Pyydä avuksi myös tämän talon
                ihmistä.
                Tarkoitatko jotain näistä?
                  1  Hätä nyt: olen vaarassa tai joku muu on
                """))
        #expect(console.screen(after: 3).contains("Mikä hätänä?\n  1  Joku on väkivaltainen\n  2  En tiedä"))
    }

    @Test("Where it only may be danger, one line says whom to ring, above the ordinary suggestions")
    func possible() throws {
        let fixture = try DeskFixture(understandsOwnWords: true)
        // More than eight words, and only the axe sounds like danger.
        let console = fixture.visit(["velat ja laskut, vuokra on maksamatta, rahat ei riitä ja ostin kirveen"])
        #expect(
            console.screen(after: 1) == """
                Jos joku on nyt vaarassa, soita 112. Lisää apua: !
                Tarkoitatko jotain näistä?
                  1  Velat
                  2  Apua kotiin
                  3  En mitään näistä
                """)
    }

    @Test("< leads from the urgent question back to the first one")
    func backFromDanger() throws {
        let console = try visit(["naapurilla on kirves", "1", "1", "<"])
        #expect(console.screen(after: 4).contains("  1  Apua kotiin\n  2  Velat"))
    }

    @Test("None of these, and < too, lead back to the first question")
    func none() throws {
        let console = try visit(["vauva valvottaa ja olen väsynyt", "none"])
        #expect(
            console.screen(after: 2).hasPrefix(
                """
                Valitse siis listasta, tai kerro toisin sanoin. Aiemmat sanasi ovat tallessa.

                Mikä hätänä?
                """))
        #expect(try visit(["vauva valvottaa", "<"]).screen(after: 2).hasPrefix("Mikä hätänä?"))
    }

    @Test("What is not understood is told kindly, and the question stands again", arguments: ["xyzzy qwq", "ж"])
    func notUnderstood(words: String) throws {
        #expect(
            try visit([.line(words)]).screen(after: 1).hasPrefix(
                """
                Emme ymmärtäneet tätä. Kerro vähän enemmän, tai valitse numero listasta.

                Mikä hätänä?
                """))
    }

    @Test("An empty line, a number that is not there and signs are slips, not own words")
    func slips() throws {
        let hint = "Kirjoita numero, tai kerro omin sanoin mistä on kyse."
        #expect(try visit([""]).screen(after: 1) == "Et kirjoittanut mitään. \(hint)")
        #expect(try visit(["9"]).screen(after: 1) == "Vaihtoehtoa 9 ei ole. \(hint)")
        #expect(try visit(["😀"]).screen(after: 1) == "Vaihtoehtoa 😀 ei ole. \(hint)")
        #expect(try visit(["12 34"]).screen(after: 1) == "Vaihtoehtoa 12 ei ole. \(hint)")
    }

    @Test("Words begin the description, those told in several goes together, whatever was chosen")
    func description() throws {
        let fixture = try DeskFixture(understandsOwnWords: true)
        try fixture.open("aino", "2026-11-23T09:00")
        let typed: [Reply] = ["velat ja laskut", "none", "vauva valvottaa ja olen väsynyt", "1"]
        let rest = Array(DeskFixture.booking.dropFirst())
        let console = fixture.visit(typed + rest)
        let asked = try #require(console.screens.first { $0.contains("velat ja laskut\n") })
        #expect(asked.contains("  velat ja laskut\n  vauva valvottaa ja olen väsynyt"))
        let page = try fixture.work(["1"]).lastScreen
        #expect(page.contains("Omin sanoin\n  velat ja laskut\n  vauva valvottaa ja olen väsynyt"))
    }
}
