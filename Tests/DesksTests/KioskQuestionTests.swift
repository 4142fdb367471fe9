import Dialogue
import Testing

@Suite("Questions at the kiosk")
struct KioskQuestionTests {
    @Test("? says why it is asked, and which keys there are")
    func help() throws {
        #expect(
            try DeskFixture().visit(["?"]).screen(after: 1) == """
                Näin löydämme avun.
                ? ohje  ! hätä  < takaisin  << alusta  + ihminen  * toista  0 lopeta
                """)
    }

    @Test("! shows urgent help, and the question stands again")
    func urgent() throws {
        let console = try DeskFixture().visit(["home", "!", "1"])
        #expect(
            console.screen(after: 2) == """
                Jos olet vaarassa tai joku muu on, soita nyt 112. Pyydä avuksi myös tämän talon
                ihmistä.

                  1  Olen turvassa, jatketaan
                  2  Lisää apua ja neuvoja

                  Hätänumero   112
                """)
        #expect(console.screen(after: 3) == console.screen(after: 1))
    }

    @Test("A key may also be written as a word", arguments: ["hätä", "HÄTÄ", " hätä "])
    func keyAsWord(word: String) throws {
        #expect(try DeskFixture().visit([.line(word)]).screen(after: 1).hasPrefix("Jos olet vaarassa"))
    }

    @Test("< goes one question back, and at the first one says that there is nothing before it")
    func back() throws {
        let console = try DeskFixture().visit(["home", "<", "<"])
        #expect(console.screen(after: 2).hasPrefix("Mikä hätänä?"))
        #expect(
            console.screen(after: 3).hasPrefix(
                "Tämä on ensimmäinen kysymys. Taaksepäin ei pääse. Lopeta kirjoittamalla 0.\n\nMikä hätänä?"))
    }

    @Test("<< starts over when the visitor is sure, and goes on when not")
    func restart() throws {
        let unsure = try DeskFixture().visit(["home", "<<", "2"])
        #expect(
            unsure.screen(after: 2) == """
                Haluatko aloittaa alusta? Kirjoittamasi poistetaan.
                  1  Aloita alusta
                  2  Jatka
                """)
        #expect(unsure.screen(after: 3) == unsure.screen(after: 1))
        #expect(try DeskFixture().visit(["home", "<<", "1"]).screen(after: 3).hasPrefix("Mikä hätänä?"))
    }

    @Test("+ leads to a human being from any question, and < back to where it was pressed")
    func human() throws {
        let console = try DeskFixture().visit(["home", "+", "<"])
        #expect(console.screen(after: 2).contains("Kenelle haluat puhua?\n  1  Perheen työntekijälle\n  2  En tiedä"))
        #expect(console.screen(after: 3) == console.screen(after: 1))
    }

    @Test("What was answered before + still leads the list of answers")
    func answersBeforeHuman() throws {
        let console = try DeskFixture().visit(["home", "+", "family"])
        #expect(console.lastScreen.contains("koska kerroit: Apua kotiin · Perheen työntekijälle"))
    }

    @Test("0 leaves when the visitor is sure, and nothing is kept")
    func leave() throws {
        let console = try DeskFixture().visit(["home", "0", "1", ""])
        #expect(
            console.screen(after: 2) == """
                Haluatko lopettaa? Tietojasi ei tallenneta.
                  1  Lopeta
                  2  Jatka
                """)
        #expect(
            console.screen(after: 3) == """
                Kiitos käynnistä. Vastauksistasi ei jäänyt mitään talteen.

                Kun olet valmis, paina Enter. Silloin tyhjennämme näytön.
                """)
        #expect(
            try DeskFixture().visit(["home", "0", "2"]).screen(after: 3).hasPrefix(
                "Kysymys 2, viimeinen ennen ehdotusta\nKuka auttaa?"))
    }

    @Test(
        "An option is chosen by number, by number with a full stop, and by id", arguments: ["1", "1.", "home", " 1 "])
    func choosing(typed: String) throws {
        #expect(try DeskFixture().visit([.line(typed)]).lastScreen.contains("Kuka auttaa?"))
    }

    @Test(
        "What chooses nothing is answered with why and what to type",
        arguments: [
            ("", "Et kirjoittanut mitään. Kirjoita numero väliltä 1–7 ja paina Enter."),
            ("   ", "Et kirjoittanut mitään. Kirjoita numero väliltä 1–7 ja paina Enter."),
            ("8", "Vaihtoehtoa 8 ei ole. Kirjoita numero väliltä 1–7 ja paina Enter."),
            ("-1", "Vaihtoehtoa -1 ei ole. Kirjoita numero väliltä 1–7 ja paina Enter."),
            (
                "99999999999999999999",
                "Vaihtoehtoa 99999999999999999999 ei ole. Kirjoita numero väliltä 1–7 ja paina\nEnter."
            ),
            ("xy", "Vaihtoehtoa xy ei ole. Kirjoita numero väliltä 1–7 ja paina Enter."),
            ("1 2", "Tähän voi valita vain yhden. Kirjoita yksi numero."),
            ("\u{1B}[2J", "Vaihtoehtoa ␛[2J ei ole. Kirjoita numero väliltä 1–7 ja paina Enter."),
        ])
    func faults(typed: String, told: String) throws {
        #expect(try DeskFixture().visit([.line(typed)]).lastScreen == told)
    }

    @Test("Bytes that are no text are asked for again")
    func notUTF8() throws {
        #expect(
            try DeskFixture().visit([.notUTF8]).lastScreen
                == "Emme saaneet tekstistä selvää. Kirjoita se uudelleen näppäimistöllä.")
    }

    @Test("A long answer to a menu is told its limit")
    func tooLong() throws {
        #expect(
            try DeskFixture().visit([.line(String(repeating: "a", count: 100_000))]).lastScreen
                == "Kirjoitit 100000 merkkiä. Tähän mahtuu 500. Kirjoita sama lyhyemmin.")
    }

    @Test("A question with several options takes them by number, and none goes with no other")
    func several() throws {
        let console = try DeskFixture().visit(["debts", "1 3", "1,2"])
        #expect(
            console.screen(after: 1) == """
                Kysymys 2, viimeinen ennen ehdotusta
                Mikä painaa?
                  1  Vuokra
                  2  Lainat
                  3  Ei mikään
                  4  En tiedä
                Valitse kaikki sopivat. Kirjoita numerot väliltä 1–4, esimerkiksi 1 3.
                """)
        #expect(console.screen(after: 2) == "”Ei mikään” ei sovi yhteen muiden kanssa. Valitse joko se tai muita.")
        #expect(console.screen(after: 3).contains("koska kerroit: Velat · Vuokra, Lainat"))
    }

    @Test("A question for own words takes them, or a number")
    func ownWords() throws {
        let console = try DeskFixture().visit(["wishes", "lepoa 1 yö"])
        #expect(
            console.screen(after: 1) == """
                Kysymys 2, viimeinen ennen ehdotusta
                Mitä toivot?
                  1  En tiedä
                Kirjoita omin sanoin, tai numero väliltä 1–1.
                """)
        #expect(console.lastScreen.contains("koska kerroit: Kerron itse · lepoa 1 yö"))
        #expect(try DeskFixture().visit(["wishes", "1"]).lastScreen.contains("koska kerroit: Kerron itse\n"))
    }
}
