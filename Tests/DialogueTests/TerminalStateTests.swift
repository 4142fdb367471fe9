import TestSupport
import Testing

@Suite("After a child was killed", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct TerminalStateTests {
    @Test("the terminal is as it was, wiped, and ready for the next one")
    func restored() throws {
        let terminal = try EchoProgram.start(["--supervise", "1"])
        #expect(!terminal.isAsBefore)
        terminal.send("die\rleft over")
        terminal.expect("\u{1B}[?2004l\u{1B}[?25h\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J")
        terminal.expect("child ended by signal 9")
        #expect(terminal.exitStatus() == 0)
        #expect(terminal.isAsBefore)
    }

    @Test("a dumb terminal gets lines and no codes")
    func dumb() throws {
        let terminal = try EchoProgram.start(["--supervise", "1"], environment: ["TERM": "dumb"])
        terminal.send("die\r")
        terminal.expect(String(repeating: "\r\n", count: 100))
        #expect(terminal.exitStatus() == 0)
        #expect(!terminal.output.contains("\u{1B}"))
    }

    @Test("where standard input is no terminal there is nothing to restore")
    func pipe() throws {
        let terminal = try PseudoTerminal("/bin/sh", ["-c", "echo die | \(EchoProgram.path) --supervise 1"])
        terminal.expect("child ended by signal 9")
        #expect(!terminal.output.contains("\u{1B}"))
    }
}
