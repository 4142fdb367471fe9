import ContentLibrary
import Desks
import Dialogue
import Foundation
import TestConsole
import Testing

@Suite("A kiosk whose content was never whole")
struct RestingKioskTests {
    private let fixture: DeskFixture

    init() throws { fixture = try DeskFixture() }

    private static let finnish = """
        Ajanvaraus on juuri nyt tauolla. Tämä näyttö aukeaa itsestään, kun varaus taas
        toimii. Voit odottaa tässä tai tulla myöhemmin uudelleen.
          Hätänumero   112
            Kun on vaara.
        """
    private static let screen = """
        Testialue · Kartoitin

        \(finnish)

        Booking is not available just now. This screen opens by itself when it works
        again. You can wait here or come back later.
          Hätänumero   112
            Kun on vaara.
        """

    private var content: URL { fixture.folder.appending(path: "Content") }

    /// What a console shows while so many tries find nothing.
    private func open(
        tries: Int, on console: ScriptedConsole
    ) -> RestingKiosk.Waited<String> {
        var left = tries
        return RestingKiosk(console: console, pause: 4).open(
            saying: { ContentRemains(folder: content.path) },
            {
                left -= 1
                return left < 0 ? "the content" : nil
            })
    }

    @Test("It says so in every language, once, tries again, and opens by itself")
    func comesBack() throws {
        let console = ScriptedConsole(answers: ["1"])
        guard case .open("the content") = open(tries: 20, on: console) else { throw CocoaError(.featureUnsupported) }
        #expect(console.transcript == "[wiped]\n\(Self.screen)\n[wiped]")
        #expect(console.rests == Array(repeating: 4, count: 20))
    }

    @Test("Where letters are large the number alone is told, so that all languages fit")
    func narrow() throws {
        let console = ScriptedConsole(answers: ["1"], columns: 40)
        _ = open(tries: 1, on: console)
        #expect(
            console.transcript == """
                [wiped]
                Testialue · Kartoitin

                Ajanvaraus on juuri nyt tauolla. Tämä
                näyttö aukeaa itsestään, kun varaus taas
                toimii. Voit odottaa tässä tai tulla
                myöhemmin uudelleen.
                  Hätänumero   112

                Booking is not available just now. This
                screen opens by itself when it works
                again. You can wait here or come back
                later.
                  Hätänumero   112
                [wiped]
                """)
    }

    @Test("Nothing is shown where it opens at once")
    func atOnce() throws {
        let console = ScriptedConsole(answers: ["1"])
        guard case .open = open(tries: 0, on: console) else { throw CocoaError(.featureUnsupported) }
        #expect(console.transcript == "")
    }

    @Test("It ends when it is told to, and when the terminal has gone", arguments: [Reply.interrupted, .endOfInput])
    func ends(reply: Reply) throws {
        let console = ScriptedConsole(answers: [reply])
        guard case .ended(let ending) = open(tries: 2, on: console) else { throw CocoaError(.featureUnsupported) }
        #expect(ending == (reply == .interrupted ? .interrupted : .endOfInput))
    }

    /// The screen for what is left of the content.
    private func rest() -> String {
        let console = ScriptedConsole(answers: ["1"])
        console.show(RestingKiosk.screen(ContentRemains(folder: content.path), columns: 80))
        return console.transcript
    }

    @Test("A language that cannot be read is left out, and a number that cannot be read is 112 all the same")
    func partly() throws {
        try FileManager.default.removeItem(at: content.appending(path: "words/en/desk.txt"))
        try FileManager.default.removeItem(at: content.appending(path: "tree/start.txt"))
        #expect(rest() == "Testialue · Kartoitin\n\n\(Self.finnish)")
        try Data().write(to: content.appending(path: "county.txt"))
        #expect(rest().hasSuffix("tulla myöhemmin uudelleen.\n  112"))
    }

    @Test("Where nothing can be read the number stands alone")
    func nothing() throws {
        try FileManager.default.removeItem(at: content)
        #expect(rest() == "  112")
    }
}
