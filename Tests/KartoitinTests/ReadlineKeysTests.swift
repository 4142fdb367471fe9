import Foundation
import TestSupport
import Testing

/// One row of the table that the terminal was built from.
struct ReadlineRow: CustomTestStringConvertible, Sendable {
    /// The key or setting, and what stock readline does with it.
    let testDescription: String
    /// What is typed at the kiosk's first question.
    let keys: String
    /// What the kiosk says of it: the line as it was understood.
    let told: String
    /// What never appears.
    let never: [String]
    var environment: [String: String] = [:]

    init(
        _ description: String, _ keys: String, told: String, never: [String] = [],
        environment: [String: String] = [:]
    ) {
        testDescription = description
        self.keys = keys
        self.told = told
        self.never = never
        self.environment = environment
    }

    static let all = [
        ReadlineRow(
            "Tab, Tab Tab: lists files", "J\t\t\t./\t\t\r", told: "There is no option J./.",
            never: ["Package.swift", "Sources", "store.sqlite", "J.//"]),
        ReadlineRow(
            "~ro then M-&: the home folder", "~ro\u{1B}&\u{1B}*\u{1B}~\r", told: "There is no option ~ro.",
            never: ["/root"]),
        ReadlineRow(
            "C-u, then C-y at the next prompt: the last person's text",
            "secret\u{15}\u{17}\u{B}x\r\u{19}\u{1B}y\u{1F}\u{1B}[A\u{10}nw\r", told: "There is no option nw."),
        ReadlineRow(
            "C-v ESC: a raw ESC", "a\u{16}\u{1B}\u{7}b\u{16}\u{7}\r", told: "There is no option ab.",
            never: ["\u{7}", "^[", "^G"]),
        ReadlineRow(
            "a pasted ESC: raw, too", "\u{1B}[200~a\u{1B}[2J\u{7}b\u{1B}[201~\r",
            told: "There is no option a␛[2J␇b.", never: ["\u{7}", "\u{1B}[2J"]),
        ReadlineRow(
            "pasting two lines: a newline in the answer", "\u{1B}[200~1\r2\r\n\u{1B}[201~\r",
            told: "You can choose only one here.", never: ["Who needs"]),
        ReadlineRow(
            "M-9 M-9 … x: a flood", String(repeating: "\u{1B}9", count: 9) + "x\r", told: "There is no option x.",
            never: ["xx"]),
        ReadlineRow(
            "C-\\: the backtracer", "a\u{1C}b\u{1C}\u{1C}\r", told: "There is no option ab.",
            never: ["^\\", "rash", "interact"]),
        ReadlineRow(
            "C-z, C-c: suspended, killed", "a\u{1A}\u{3}b\u{3}\u{1A}\r", told: "There is no option ab.",
            never: ["^C", "^Z"]),
        ReadlineRow(
            "locale C: ä and ö are lost", "ä€\u{7F}å\r", told: "There is no option äå.",
            environment: ["LC_ALL": "C", "LANG": "C"]),
    ]
}

@Suite("What readline could do, and the kiosk does not")
struct ReadlineKeysTests {
    private let fixture: TerminalKioskFixture

    init() throws { fixture = try TerminalKioskFixture() }

    @Test("A key or setting", arguments: ReadlineRow.all)
    func row(_ row: ReadlineRow) throws {
        let terminal = try fixture.kiosk([], row.environment)
        terminal.send(row.keys)
        terminal.expect(row.told)
        for text in row.never { #expect(!terminal.output.contains(text), "\(text.debugDescription)") }
        terminal.expect("> ")
        terminal.send("1\r")
        terminal.expect("Who needs the help?")
        #expect(terminal.statusNow == nil)
        #expect(ForeignBytes.found(in: terminal.outputBytes) == [])
    }

    @Test("stdin is a pipe: neither the prompt nor what was typed is echoed")
    func pipe() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "printf 'h\\303\\244\\n1\\n' | \"$0\" kiosk --language en", KartoitinProgram.path],
            environment: fixture.environment())
        terminal.expect("There is no option hä.")
        terminal.expect("Who needs the help?")
        #expect(terminal.exitStatus() == 0)
        #expect(terminal.output.components(separatedBy: "hä").count == 2)
        // The content has no such sign, and on a pipe nothing is wiped or styled.
        #expect(!terminal.output.contains("\n> ") && !terminal.output.contains("\u{1B}"))
    }

    @Test(
        "Keys between two visits neither end the kiosk nor reach the next visitor", arguments: [true, false])
    func betweenVisits(_ isFirstGone: Bool) throws {
        let terminal = try fixture.kiosk()
        for keys in ["\u{3}\u{1C}\u{1A}\u{4}", "secret", "1\r", "\u{1B}[200~secret\u{3}"] {
            let visit = try #require(ProcessTable.children(of: terminal.process).first)
            terminal.send("0\r")
            terminal.expect("Do you want to leave?")
            terminal.send("1\r")
            terminal.expect("We then clear the screen.")
            terminal.expect("> ")
            terminal.send("\r")
            terminal.expect(TerminalKioskFixture.wipe)
            while isFirstGone, ProcessTable.children(of: terminal.process).contains(visit) { usleep(1000) }
            terminal.send(keys)
            terminal.expect(TerminalKioskFixture.start)
            terminal.expect("> ")
            terminal.send("x\r")
            terminal.expect("There is no option x.")
            terminal.expect("> ")
        }
        #expect(!terminal.output.contains("secret") && !terminal.output.contains("Who needs"))
        #expect(terminal.statusNow == nil)
    }

    @Test("A hang-up between two visits ends the kiosk as one in a visit does")
    func hangUpBetweenVisits() throws {
        let terminal = try fixture.kiosk()
        let visit = try #require(ProcessTable.children(of: terminal.process).first)
        kill(visit, SIGKILL)
        terminal.expect(TerminalKioskFixture.wipe)
        terminal.hangUp()
        #expect(terminal.exitStatus() == 0)
    }
}
