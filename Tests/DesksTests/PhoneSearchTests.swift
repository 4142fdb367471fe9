import BookingCore
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

@Suite("The phone service's search")
struct PhoneSearchTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture(understandsOwnWords: true)
        try fixture.open("aino", "2026-11-23T09:00", count: 2, [.phone, .remote])
        try fixture.open("veikko", "2026-11-23T13:00", [.office])
    }

    @Test("It begins with one line, and shows the next free times of what is found at once")
    func firstScreen() throws {
        let console = try fixture.phone(["kotipalv"])
        #expect(
            console.screen(after: 0) == """
                Testialue · Puhelinpalvelu · Soile Esimerkki
                ? ohje   ! hätä   < takaisin   / kieli   0 päätä puhelu

                Haku: soittajan sanat, palvelu, tunnus, puhelinnumero, varaustunnus tai koko
                nimi
                """)
        #expect(
            console.screen(after: 1).hasPrefix(
                """
                  1  Apua kotiin lapsiperheelle
                     vapaa ma 23.11. klo 9.00 puhelin, etä · ma 23.11. klo 13.00 toimisto
                """))
        #expect(console.screen(after: 1).hasSuffix("Valitse numero tai hae uudelleen."))
    }

    @Test(
        "Words, the beginning of a service, an id, dots left out and capitals all lead there",
        arguments: [
            ("kotipalv", "Kuka auttaa?"), ("KOTIPALVELU", "Kuka auttaa?"), ("helpers", "Kuka auttaa?"),
            ("help", "Kuka auttaa?"), ("home-help", "Kuka auttaa?"), ("vauva valvottaa enkä jaksa", "Kuka auttaa?"),
            ("velat", "Mikä painaa?"), ("burdens", "Mikä painaa?"),
        ])
    func ways(typed: String, question: String) throws {
        let console = try fixture.phone([.line(typed), "1"])
        #expect(console.transcript.contains("Sano: ”\(question)”"), "\(console.transcript)")
    }

    @Test("Signs of danger show urgent help before anything else, and offer no times beside it")
    func danger() throws {
        let screen = try fixture.phone(["mies hakkaa"]).lastScreen
        let number = try #require(screen.range(of: "112"))
        let first = try #require(screen.range(of: "  1  Hätä nyt: olen vaarassa tai joku muu on"))
        #expect(number.lowerBound < first.lowerBound)
        #expect(!screen[first.upperBound...].hasPrefix("\n     vapaa"))
    }

    @Test("A word that is found nowhere says so, and the line stands again")
    func nothing() throws {
        let console = try fixture.phone(["xyzzy", "", "   ", "99", "kotipalv"])
        #expect(
            console.screen(after: 1)
                == "Tällä ei löytynyt mitään. Kokeile toista sanaa, palvelun nimeä tai kysymyksen\ntunnusta.")
        #expect(console.lastScreen.contains("Apua kotiin lapsiperheelle"))
    }

    @Test("A number that is not there and a phone number with a slip are told")
    func numbers() throws {
        let console = try fixture.phone(["kotipalv", "9", "0401", "040 123 4567"])
        #expect(console.screen(after: 2) == "Vaihtoehtoa 9 ei ole. Valitse numero tai hae uudelleen.")
        #expect(console.screen(after: 3) == "Numero on liian lyhyt. Tarkista, puuttuuko siitä jotain.")
        #expect(console.lastScreen.hasPrefix("Numerolla 040 123 4567 ei ole tulevia aikoja."))
    }

    @Test("Ten thousand characters, control bytes and bytes that are no text are told, and nothing is lost")
    func badInput() throws {
        let long = Reply.line(String(repeating: "kotipalv ", count: 1111))
        let console = try fixture.phone([long, "2", .notUTF8, "\u{1B}[2Jkotipalv\u{7}", "kotipalv"])
        #expect(console.screen(after: 1).hasPrefix("Kirjoitit 9999 merkkiä. Talteen mahtuu 8000."))
        #expect(console.screen(after: 3) == "Emme saaneet tekstistä selvää. Kirjoita se uudelleen näppäimistöllä.")
        #expect(!console.transcript.contains("\u{1B}"))
        #expect(console.lastScreen.hasPrefix("  1  Apua kotiin lapsiperheelle"))
    }

    @Test("A sentence of the caller's begins the description and is not asked again")
    func ownWordsKept() throws {
        let answers: [Reply] = ["vauva valvottaa enkä jaksa", "1", "nobody", "1", "Maija 040 123 4567", "none"]
        #expect(try fixture.phone(answers).lastScreen.contains("  vauva valvottaa enkä jaksa\n"))
        // A service's name is nothing that a caller said.
        let named = ["Apua kotiin lapsiperheelle"] + answers.dropFirst()
        #expect(!(try fixture.phone(["drop"] + named).lastScreen.contains("lapsiperheelle")))
    }

    @Test("Tab completes services and question ids, and what a client says is remembered nowhere")
    func completion() throws {
        let console = try fixture.phone(DeskFixture.call)
        #expect(console.requests[0].completions.contains("Apua kotiin lapsiperheelle"))
        #expect(console.requests[0].completions.contains("helpers"))
        #expect(!console.requests.contains { $0.remembers })
    }

    @Test("One key changes the language of the questions, and the same one stands again")
    func language() throws {
        let console = try fixture.phone(["helpers", "/", "some"])
        #expect(console.screen(after: 2).hasPrefix("Language: English\n\nSay: “Kuka auttaa?”"))
        #expect(console.lastScreen.hasPrefix("Help at home"))
    }
}
