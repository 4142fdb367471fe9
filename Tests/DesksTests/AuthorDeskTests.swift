import Desks
import Dialogue
import TestConsole
import Testing

@Suite("Trying the questions")
struct AuthorDeskTests {
    let fixture: DeskFixture

    init() throws { fixture = try DeskFixture(understandsOwnWords: true) }

    @Test("A whole walk, word for word")
    func walk() {
        let (console, ending) = fixture.author(["home", "1"])
        #expect(ending == .endOfInput)
        #expect(
            console.transcript == """
                ? ohje   < takaisin   0 lopeta

                  why it is asked  Näin löydämme avun.
                  flags            -

                Mikä hätänä?  [topic]
                  1  Apua kotiin  [home]
                  2  Velat  [debts]
                  3  Kerron itse  [wishes]
                  4  Vaara  [danger]
                  5  Toisen asia  [other]
                  6  En tiedä  [unknown]
                Kirjoita numero, tai kerro omin sanoin mistä on kyse.
                > home

                  why it is asked  Näin näemme kiireen.
                  flags            -

                Kuka auttaa?  [helpers]
                  1  Ei kukaan  [nobody]
                  2  Joku joskus  [some]
                  3  En tiedä  [unknown]
                > 1

                Apua kotiin
                  outcome        home-help
                  group          families
                  service        help
                  books          advice (15 minutes; phone, remote, office)
                  ready answers  rest
                  contacts       -
                  flags          soon, child

                Why
                  topic=home  the arrow of home -> helpers
                  helpers=nobody  the arrow of nobody -> home-help

                What next?
                  1  begin again
                > [end of input]
                """)
    }

    @Test("Of several options all that were chosen are told, and which line led on")
    func several() {
        let (console, _) = fixture.author(["debts", "1 2", "<", "none"])
        #expect(
            console.screen(after: 2).contains(
                "Why\n  topic=debts  the arrow of debts -> burdens\n  burdens=rent+loans  then money (no condition)\n"
            ))
        #expect(console.screen(after: 4).contains("  burdens=none  then nothing when burdens none\n"))
    }

    @Test("A question that takes own words takes them, and they are told as typed")
    func wish() {
        let (console, _) = fixture.author(["wishes", "haluan levätä"])
        #expect(console.screen(after: 2).contains("  wish=\"haluan levätä\"  then home-help (no condition)\n"))
    }

    @Test("Own words show every situation with its score and the words that spoke for it")
    func ownWords() {
        let (console, _) = fixture.author(["vauva valvottaa ja olen väsynyt", "1"])
        #expect(
            console.screen(after: 1) == """
                the kiosk offers: home, debts

                What it sounds like, best first
                  1  home  1.0  topic=home  (vauva valvottaa; väsynyt)
                  2  urgent  0.0  asks danger-kind  (olen)
                  3  debts  0.0  topic=debts  (ja)
                """)
        #expect(console.screen(after: 2).contains("Kuka auttaa?  [helpers]"))
    }

    @Test("Signs of danger are told, and < leads back from the urgent question")
    func danger() {
        let (console, _) = fixture.author(["naapurilla on kirves", "urgent", "<"])
        #expect(
            console.screen(after: 1).hasPrefix(
                "signs of danger: the kiosk shows urgent help first; the kiosk offers: urgent"))
        #expect(console.screen(after: 2).contains("[danger-kind]"))
        #expect(console.screen(after: 3).contains("[topic]"))
    }

    @Test("Words that are not understood are told so")
    func notUnderstood() {
        let (console, _) = fixture.author(["xyzzy qwq"])
        #expect(console.screen(after: 1).hasPrefix("the kiosk does not understand this, and asks again"))
    }

    @Test("Bad input says what was wrong and what to type")
    func badInput() {
        let (console, _) = fixture.author(["home", "9", "kissa", "1 2"])
        let hint = "Kirjoita numero väliltä 1–3 ja paina Enter."
        #expect(console.screen(after: 2) == "Vaihtoehtoa 9 ei ole. \(hint)")
        #expect(console.screen(after: 3).hasPrefix("Vaihtoehtoa kissa ei ole. \(hint)"))
        #expect(console.screen(after: 4) == "Tähän voi valita vain yhden. Kirjoita yksi numero.")
    }

    @Test("0 leaves, < leads back from an outcome and from each question, and a walk can begin again")
    func keys() {
        #expect(fixture.author(["0"]).ending == nil)
        #expect(fixture.author([.interrupted]).ending == .interrupted)
        let back = fixture.author(["home", "1", "<", "<", "home", "1", "again"]).console
        #expect(back.screen(after: 3).contains("[helpers]"))
        #expect(back.screen(after: 4).contains("[topic]"))
        #expect(back.screen(after: 7).contains("[topic]"))
    }

    @Test("There is no way back from the first question")
    func noWayBack() {
        let told = "Tämä on ensimmäinen kysymys. Taaksepäin ei pääse. Lopeta kirjoittamalla 0.\n\n"
        #expect(
            fixture.author(["<"]).console.screen(after: 1) == told + """
                  why it is asked  Näin löydämme avun.
                  flags            -

                Mikä hätänä?  [topic]
                  1  Apua kotiin  [home]
                  2  Velat  [debts]
                  3  Kerron itse  [wishes]
                  4  Vaara  [danger]
                  5  Toisen asia  [other]
                  6  En tiedä  [unknown]
                Kirjoita numero, tai kerro omin sanoin mistä on kyse.
                """)
        #expect(fixture.author(["<"], from: "talk").console.screen(after: 1).hasPrefix(told))
    }

    @Test("A walk may begin anywhere, and takes own words at the first question only")
    func from() {
        #expect(
            fixture.author([], from: "talk").console.screen(after: 0).hasSuffix(
                """
                Kenelle haluat puhua?  [talk]
                  1  Perheen työntekijälle  [family]
                  2  En tiedä  [unknown]
                """))
    }
}
