import TestConsole
import Testing

@testable import Dialogue

@Suite("A scripted conversation")
struct ScriptedConsoleTests {
    @Test("is recorded as it would look")
    func transcript() {
        let console = ScriptedConsole(answers: ["2", .timedOut, "\u{1B}x", ""], columns: 20)
        console.show([.paragraph("Kuka kotona auttaa sinua?"), .option(number: 2, "Puoliso")])
        #expect(console.ask(LineRequest()) == "2")
        #expect(console.ask(LineRequest(prompt: "Nimi: ")) == .timedOut)
        #expect(console.ask(LineRequest(prompt: "Nimi: ")) == "\u{1B}x")
        console.show([.blank, .paragraph("Kiitos.")])
        #expect(console.ask(LineRequest()) == "")
        let expected = """
            Kuka kotona auttaa
            sinua?
              2  Puoliso
            > 2
            Nimi: [timed out]
            Nimi: ␛x

            Kiitos.
            >
            """
        #expect(console.transcript == expected)
        #expect(console.screens == ["Kuka kotona auttaa\nsinua?\n  2  Puoliso", "", "", "\nKiitos."])
    }

    @Test("tells what was shown after the last answer")
    func lastScreen() {
        let console = ScriptedConsole(answers: ["1"])
        #expect(console.ask(LineRequest()) == "1")
        console.show([.paragraph("Näkemiin")])
        #expect(console.screens == ["", "Näkemiin"])
    }

    @Test("rests without taking time, until an ending of the script comes")
    func rest() {
        let console = ScriptedConsole(answers: ["1", .interrupted])
        #expect(console.rest(seconds: 5) == .timedOut)
        #expect(console.ask(LineRequest()) == "1")
        #expect(console.rest(seconds: 6) == .interrupted)
        #expect(console.rest(seconds: 7) == .endOfInput)
        #expect(console.rests == [5, 6, 7])
    }

    @Test("ends once, and counts what is asked past the end")
    func pastEnd() {
        let console = ScriptedConsole(answers: [Reply]())
        #expect(console.ask(LineRequest()) == .endOfInput)
        #expect(console.askedPastEnd == 0)
        #expect(console.ask(LineRequest()) == .endOfInput)
        #expect(console.askedPastEnd == 1)
    }

    @Test("holds an answer to the limit, as a real console does")
    func limit() {
        let console = ScriptedConsole(answers: ["abc"])
        #expect(console.ask(LineRequest(longest: 2)) == .tooLong(typed: "abc"))
    }

    @Test("remembers what can still be read after a wipe")
    func wipe() {
        let console = ScriptedConsole(answers: ["salaisuus"])
        _ = console.ask(LineRequest())
        console.wipe()
        console.show([.paragraph("Tervetuloa")])
        #expect(console.textSinceWipe == "Tervetuloa")
        #expect(console.transcript == "> salaisuus\n[wiped]\nTervetuloa")
    }

    @Test("keeps the requests, with what was offered for editing")
    func requests() {
        let console = ScriptedConsole(answers: ["a"])
        _ = console.ask(LineRequest(prefilled: "vanha"))
        #expect(console.requests == [LineRequest(prefilled: "vanha")])
    }

    @Test("before a time-out shows the warning that nobody answered")
    func timedOut() {
        let console = ScriptedConsole(answers: ["1", .timedOut])
        var events: [ConsoleEvent] = []
        console.observer = { events.append($0) }
        let request = LineRequest(idle: IdleTimeout(warnAfter: 60, endAfter: 30, warning: "Vielä siellä?"))
        #expect(console.ask(request) == "1")
        #expect(console.ask(request) == .timedOut)
        #expect(console.transcript == "> 1\n>\nVielä siellä?\n> [timed out]")
        #expect(events == [.typingBegan, .warningShown("Vielä siellä?")])
    }
}
