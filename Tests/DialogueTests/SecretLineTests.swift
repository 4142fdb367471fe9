import Dialogue
import Foundation
import TestConsole
import TestSupport
import Testing

@Suite("A line that is never shown", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct SecretLineTests {
    private static let password = "Kärpänen-77-zebra"

    private func start(_ arguments: [String] = [], environment: [String: String] = ["TERM": "xterm"]) throws
        -> PseudoTerminal
    {
        try EchoProgram.start(["--keys", "staff", "--secret", "once"] + arguments, environment: environment)
    }

    private static func told(_ text: String) -> String {
        "secret sum \(text.utf8.reduce(0) { $0 &* 31 &+ Int($1) })"
    }

    @Test(
        "Nothing of it appears, typed key by key: no letter, no star, not how long it is",
        arguments: [["TERM": "xterm"], ["TERM": "xterm", "ACCESSIBLE": "1"], ["TERM": "dumb"], [:]])
    func typed(_ environment: [String: String]) throws {
        let terminal = try start(environment: environment)
        let before = terminal.output
        for letter in Self.password {
            terminal.send(String(letter))
            terminal.collect(seconds: 0.03)
        }
        #expect(terminal.output == before)
        terminal.send("\r")
        terminal.expect(Self.told(Self.password))
        let between = terminal.output.dropFirst(before.count)
        #expect(!between.contains("*") && !between.contains("K") && !between.contains("zebra"))
    }

    @Test("A paste is not shown either, and the newline after what was copied is no part of it")
    func pasted() throws {
        let terminal = try start()
        terminal.send("\u{1B}[200~\(Self.password)\r\n\u{1B}[201~")
        terminal.collect(seconds: 0.3)
        #expect(!terminal.output.contains("zebra"))
        terminal.send("\r")
        terminal.expect(Self.told(Self.password))
    }

    @Test("Backspace takes a letter, Ctrl-U and Ctrl-C all of it; the arrows, Tab and pasting back do nothing")
    func keys() throws {
        let terminal = try start(["--complete", "Joensuu,Juuka", "--remembers", "1", "--secret", "always"])
        terminal.send("xä\u{7F}\u{7F}\u{7F}\u{7F}abcö\u{7F}d\r")
        terminal.expect(Self.told("abcd"))
        terminal.send("wrong\u{15}wrong\u{3}J\t\u{1B}[D\u{1B}[D\u{1B}[A\u{10}\u{19}\u{17}\u{B}\u{1}uu\r")
        terminal.expect(Self.told("Juu"))
        #expect(!terminal.output.contains("Joensuu") && !terminal.output.contains("wrong"))
    }

    @Test("An offered text is not offered here, and the line does not come back")
    func nothingKept() throws {
        let terminal = try start(["--prefilled", "etukäteen", "--remembers", "1"])
        terminal.send("\(Self.password)\r")
        terminal.expect(Self.told(Self.password))
        terminal.expect("etukäteen")
        terminal.send("\u{15}\u{1B}[A\u{1B}[A\u{10}x\r")
        terminal.expect("got [x]")
        #expect(!terminal.output.contains("zebra"))
    }

    @Test("Ctrl-C on an empty line ends, the terminal given back")
    func interrupted() throws {
        let terminal = try start()
        terminal.send("half\u{3}\u{3}")
        #expect(terminal.exitStatus() == 11)
        #expect(terminal.isAsBefore)
        #expect(!terminal.output.contains("half"))
    }

    @Test("The warning of an idle clock and a new size of the window show nothing of it")
    func warned() throws {
        let terminal = try start(["--idle", "0.6,20"])
        terminal.send("half")
        terminal.expect("Anybody there?")
        terminal.resize(columns: 40)
        terminal.collect(seconds: 0.5)
        terminal.send("way\r")
        terminal.expect(Self.told("halfway"))
        #expect(!terminal.output.contains("half"))
    }

    @Test("A secret that nobody finished leaves nothing on the terminal", arguments: [SIGTERM, SIGINT])
    func stopped(_ number: Int32) throws {
        let terminal = try start()
        terminal.send(Self.password)
        terminal.collect(seconds: 0.3)
        terminal.signal(number)
        #expect(terminal.exitStatus() == 11)
        #expect(terminal.isAsBefore)
        #expect(!terminal.output.contains("zebra"))
    }

    @Test("The bytes of a secret that are not UTF-8 are told as such, and one beyond all bounds as too long")
    func strange() throws {
        let terminal = try start(["--secret", "always"])
        terminal.type([0x61, 0xFF, 0xFE, 0x0D])
        terminal.expect("not UTF-8")
        terminal.send(String(repeating: "x", count: 10_000) + "\r")
        terminal.expect("too long 4096 characters")
    }

    @Test("On a pipe it is read like any line; a script of answers shows none of it")
    func withoutTerminal() {
        let console = ScriptedConsole(answers: ["hiljainen"])
        #expect(console.ask(LineRequest(prompt: "Salasana: ", isSecret: true)) == "hiljainen")
        #expect(console.ask(LineRequest(isSecret: true)) == .endOfInput)
        #expect(console.transcript == "Salasana:\n> [end of input]")
    }
}
