import BookingCore
import Desks
import Dialogue
import SocialServices
import TestConsole
import Testing

@Suite("Whose matter it is: words, one question more, and what the professional sees")
struct WhoseMatterTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture(asksWho: true)
        try fixture.open("aino", "2026-11-23T09:00", count: 3)
    }

    private func until(_ who: Reply) -> [Reply] { ["home", who, "some", "book", "phone", "1"] }

    /// A visit up to the summary; after it `ok`.
    private func visit(_ who: Reply, _ more: Reply...) -> ScriptedConsole {
        fixture.visit(until(who) + ["Maija Meikäläinen"] + more + ["040 123 4567", "", "ok"])
    }

    private func page() throws -> String { try fixture.work(["1"]).lastScreen }

    @Test(
        "The same question, outcome and preparation are read about me, my child and another",
        arguments: [
            ("me", "Kuka auttaa?", "Sinulle voisi sopia: Apua kotiin", "mitä apua on.", "  – Hakemus\n"),
            (
                "my-child", "Kuka auttaa?", "Lapsellesi ja teille voisi sopia: Apua kotiin", "mitä apua lapsi saa.",
                "  – Lapsen hakemus\n"
            ),
            (
                "close", "Kuka auttaa häntä?", "Hänelle voisi sopia: Apua kotiin", "mitä apua hän saa.",
                "  – Hänen hakemuksensa\n"
            ),
        ])
    func forms(who: String, asked: String, title: String, told: String, bring: String) throws {
        let answer: [Reply] = who == "me" ? [] : who == "close" ? ["1"] : [""]
        let console = fixture.visit(
            until(.line(who)) + ["Maija Meikäläinen"] + answer + ["040 123 4567", "", "ok"])
        #expect(console.screen(after: 2).contains("\n\(asked)\n"))
        #expect(console.screen(after: 3).hasPrefix(title))
        #expect(console.screen(after: 3).contains("\n\nTyöntekijä kertoo, \(told)\n"))
        #expect(console.lastScreen.contains(bring))
        #expect(try page().contains("Hänelle on kerrottu: \(bring.dropFirst(4).dropLast())"))
    }

    @Test("For another adult the outcome says that they should want it, and what is told without them")
    func together() {
        let screen = fixture.visit(["home", "close", "some"]).lastScreen
        #expect(
            screen.contains(
                """
                Kysy häneltä, haluaako hän tämän. Hän voi tulla mukaan. Jos hän ei tule, saat
                yleisiä neuvoja. Hänen omista asioistaan emme voi kertoa ilman hänen lupaansa.
                """))
        #expect(visit("close", "1").lastScreen.contains("Näin valmistaudut\n  – Kerro hänelle ajasta."))
        for who in ["me", "my-child"] as [Reply] {
            #expect(!fixture.visit(["home", who, "some"]).lastScreen.contains("Hän voi tulla mukaan"))
        }
    }

    @Test("One line tells whether another adult agrees, and who they are")
    func agreement() throws {
        let console = visit("close", "1 äiti, 82 v")
        #expect(
            console.screen(after: 7) == """
                Numeron perään voit kirjoittaa hänen nimensä tai ikänsä, esimerkiksi: 1 äiti, 82
                v.
                Tietääkö hän, että varaat ajan?
                  1  Tietää ja haluaa sitä
                  2  Tietää, mutta epäröi
                  3  Ei tiedä vielä
                  4  Ei pysty itse sanomaan
                """)
        #expect(console.screen(after: 10).contains("  4  Kenen asia: äiti, 82 v · Tietää ja haluaa sitä\n"))
        let page = try page()
        #expect(
            page.hasPrefix(
                """
                ma 23.11. klo 9.00–9.15 · Maija Meikäläinen
                KYSYY TOISEN PUOLESTA: läheisen asia · äiti, 82 v · tietää ja haluaa sitä
                Soita 040 123 4567
                """))
        // What was told stands above, not among the answers.
        #expect(page.contains("Vastaukset: Apua kotiin › läheisen asia › Joku joskus → Apua kotiin"))
        #expect(!page.contains("ASIA KOSKEE LASTA"))
        #expect(!page.contains("MÄÄRÄAIKA"))
    }

    @Test(
        "A number, a word or a plain yes or no answers it; two numbers do not",
        arguments: [
            ("3", "ei tiedä vielä"), ("epäröi", "tietää, mutta epäröi"), ("kyllä", "tietää ja haluaa sitä"),
            ("ei", "ei tiedä vielä"), ("2. Kalle", "Kalle · tietää, mutta epäröi"),
        ])
    func answers(typed: String, shown: String) throws {
        #expect(visit("close", .line(typed)).lastScreen.contains("Aikasi on varattu."))
        #expect(try page().contains("\nKYSYY TOISEN PUOLESTA: läheisen asia · \(shown)\n"))
        #expect(
            fixture.visit(until("close") + ["Maija Meikäläinen", "1 ja 2"]).lastScreen
                == "Tähän voi valita vain yhden. Kirjoita yksi numero.")
    }

    @Test("Of a child of one's own a name or an age is asked, which may be left out")
    func child() throws {
        #expect(
            visit("my-child", "Aino, 7 v").screen(after: 7)
                == "Mikä on lapsen etunimi tai ikä? Jos et halua kertoa, paina Enter.")
        #expect(try page().contains("\nOMAN ALLE 18-VUOTIAAN LAPSEN ASIA: Aino, 7 v\n"))
        #expect(try page().contains("\n! ASIA KOSKEE LASTA\n"))
    }

    @Test("A child without a name is still a child's matter, in one line")
    func unnamedChild() throws {
        _ = visit("my-child", "")
        #expect(try page().contains("\nOMAN ALLE 18-VUOTIAAN LAPSEN ASIA\nSoita"))
    }

    @Test("In one's own matter nothing of this is asked or shown")
    func own() throws {
        #expect(visit("me").lastScreen.contains("Aikasi on varattu."))
        #expect(try page().hasPrefix("ma 23.11. klo 9.00–9.15 · Maija Meikäläinen\nSoita"))
    }

    @Test("What was told of one person is not kept of another after the answers were changed")
    func changedMind() throws {
        let console = fixture.visit(
            until("close") + [
                "Maija Meikäläinen", "1 äiti", "<", "<", "<", "<", "<", "change", "who", "my-child", "book", "",
            ])
        #expect(!console.lastScreen.contains("äiti"))
    }

    @Test("Another matter asks anew whose it is")
    func anotherMatter() {
        let console = fixture.visit(
            until("close") + ["Maija Meikäläinen", "1 äiti", "040 123 4567", "", "ok", "other"]
                + until("close"))
        #expect(console.lastScreen.contains("Tietääkö hän, että varaat ajan?"))
    }

    @Test("The answer survives a change of the language")
    func language() throws {
        let console = fixture.visit(
            until("close") + ["Maija Meikäläinen", "1 äiti", "english", "040 123 4567", "", "ok"])
        #expect(console.transcript.contains("Who it is about: äiti · They know and want it"))
    }

    @Test("The phone service asks the same aloud, and a call that is taken up again knows it")
    func phone() throws {
        let call: [Reply] = ["topic", "1", "home", "close", "some", "1", "Maija Meikäläinen 040 123 4567"]
        let asked = try fixture.phone(call)
        #expect(asked.lastScreen.contains("Sano: ”Tietääkö hän, että varaat ajan?”"))
        #expect(asked.screen(after: 5).contains("Sano: ”Kysy häneltä, haluaako hän tämän."))
        let again = try fixture.phone(["take", "2 isä, 79 v"])
        #expect(again.lastScreen.contains("Tarvitsetko tapaamiseen"))
        let console = try fixture.phone(["take", "none", "", "yes", "", "0"])
        #expect(console.transcript.contains("isä, 79 v · Tietää, mutta epäröi"))
        #expect(try page().contains("\nKYSYY TOISEN PUOLESTA: läheisen asia · isä, 79 v · tietää, mutta epäröi\n"))
    }

    @Test("The paper for the client register says it in a field of its own")
    func paper() throws {
        _ = visit("close", "1 äiti, 82 v")
        let booking = try #require(try fixture.store.bookings(of: "aino", from: fixture.now).first)
        let session = fixture.session("aino")
        let document = try DescriptionDocument.reading(
            booking, purpose: "test", session: session, tools: fixture.tools, language: .finnish
        ).text
        #expect(
            document.contains(
                "\n\nKenen asia\n  KYSYY TOISEN PUOLESTA: läheisen asia · äiti, 82 v · tietää ja haluaa sitä\n"))
        #expect(!document.contains("Tietääkö hän"))
    }
}
