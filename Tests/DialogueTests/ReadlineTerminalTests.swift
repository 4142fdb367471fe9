import CReadline
import Foundation
import TestSupport
import Testing

@testable import Dialogue

@Suite("A terminal and its life", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct ReadlineTerminalTests {
    @Test("a hang-up ends the input")
    func hangUp() throws {
        let terminal = try EchoProgram.start()
        terminal.send("half")
        terminal.expect("half")
        terminal.hangUp()
        #expect(terminal.exitStatus() == 10)
    }

    @Test("a signal to stop is a reply, and the terminal is given back", arguments: [SIGINT, SIGTERM])
    func stopped(_ number: Int32) throws {
        let terminal = try EchoProgram.start()
        terminal.send("half")
        terminal.expect("half")
        terminal.signal(number)
        #expect(terminal.exitStatus() == 11)
        #expect(terminal.isAsBefore)
    }

    @Test("a rest takes its time, and what is typed meanwhile is dropped")
    func rest() throws {
        let terminal = try EchoProgram.start()
        let begun = ContinuousClock.now
        terminal.send("rest\r")
        terminal.expect("resting")
        terminal.send("half\rof\u{1B}[")
        terminal.expect("timedOut")
        #expect(ContinuousClock.now - begun >= .seconds(1))
        terminal.expect("> ")
        terminal.send("whole\r")
        terminal.expect("got [whole]")
    }

    @Test("a rest ends at once by a signal and by a hang-up")
    func restEnds() throws {
        let stopped = try EchoProgram.start()
        stopped.send("rest\r")
        stopped.expect("resting")
        stopped.signal(SIGTERM)
        stopped.expect("interrupted", within: 0.9)
        let gone = try EchoProgram.start()
        gone.send("rest\r")
        gone.expect("resting")
        gone.hangUp()
        #expect(gone.exitStatus(within: 0.9) == 10)
    }

    @Test("the terminal is as it was after the program")
    func restored() throws {
        let terminal = try EchoProgram.start()
        #expect(!terminal.isAsBefore)
        terminal.send("quit\r")
        #expect(terminal.exitStatus() == 0)
        #expect(terminal.isAsBefore)
        #expect(terminal.output.hasSuffix("\u{1B}[?2004l"))
    }

    @Test("columns follow the window, also while somebody types")
    func resize() throws {
        let terminal = try EchoProgram.start(columns: 60)
        terminal.send("columns\r")
        terminal.expect("columns 60")
        terminal.send("colu")
        terminal.expect("colu")
        terminal.resize(columns: 100)
        terminal.collect(seconds: 0.6)
        terminal.send("mns\r")
        terminal.expect("columns 100")
    }

    @Test("no window is too small to type in", arguments: [1, 2, 3, 9, 10, 11])
    func tiny(columns: Int) throws {
        let terminal = try EchoProgram.start()
        terminal.send("hello ä")
        terminal.resize(rows: 1, columns: columns)
        terminal.collect(seconds: 0.6)
        terminal.send(" 中 \u{1B}[H\u{1B}[F\u{7F}x")
        terminal.resize(columns: 200)
        terminal.collect(seconds: 0.6)
        terminal.send("\r")
        terminal.expect(#"got [hello \u{00E4} \u{4E2D}x]"#)
    }

    @Test("100 kB come whole, pasted or typed", arguments: [true, false])
    func long(isPasted: Bool) throws {
        let terminal = try EchoProgram.start(["--longest", "200000"], columns: 80)
        let text = String(repeating: "abcdefg ä", count: 10_000)
        let sum = text.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
        terminal.send(isPasted ? "\u{1B}[200~\(text)\u{1B}[201~\r" : text + "\r")
        terminal.expect("got 90000 characters, sum \(sum)", within: 60)
    }

    @Test("a wipe clears the screen and its scrollback, and drops what was typed ahead")
    func wipe() throws {
        let terminal = try EchoProgram.start()
        terminal.send("wipe\rahead")
        terminal.expect("\u{1B}[H\u{1B}[2J\u{1B}[3J")
        terminal.collect(seconds: 0.3)
        terminal.send("x\r")
        terminal.expect("got [x]")
    }

    @Test("a dumb terminal gets no codes at all", arguments: [["TERM": "dumb"], [:]])
    func dumb(_ environment: [String: String]) throws {
        let terminal = try EchoProgram.start(environment: environment)
        terminal.send("wipe\r")
        terminal.expect(String(repeating: "\r\n", count: 100))
        terminal.send("ä\r")
        terminal.expect(#"got [\u{00E4}]"#)
        terminal.send("quit\r")
        #expect(terminal.exitStatus() == 0)
        #expect(!terminal.output.contains("\u{1B}"))
    }

    @Test(
        "colour shows only where it is welcome",
        arguments: [
            (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": ""], true),
            (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "xterm", "ACCESSIBLE": "1"], false),
        ])
    func colour(_ environment: [String: String], _ isExpected: Bool) throws {
        let terminal = try EchoProgram.start(environment: environment)
        #expect(terminal.output.contains("\u{1B}[1mnow\u{1B}[0m") == isExpected)
    }

    @Test("a locale without UTF-8 is refused, the terminal untouched")
    func locale() throws {
        let terminal = try PseudoTerminal(EchoProgram.path, ["--locale", "C"])
        terminal.expect("the locale's character set is ANSI_X3.4-1968, not UTF-8")
        #expect(terminal.exitStatus() == 20)
        #expect(terminal.isAsBefore)
    }

    @Test("the surroundings' locale and inputrc do not matter")
    func surroundings() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data("\"x\": \"macro\"\nset editing-mode vi\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let terminal = try EchoProgram.start(
            environment: ["TERM": "xterm", "LC_ALL": "C", "LANG": "C", "INPUTRC": file.path])
        terminal.send("xä\r")
        terminal.expect(#"got [x\u{00E4}]"#)
    }

    @Test("a second console is refused while one is open")
    func another() throws {
        let terminal = try EchoProgram.start()
        terminal.send("another\r")
        terminal.expect("refused: another console is open on this terminal")
        terminal.send("ä\r")
        terminal.expect(#"got [\u{00E4}]"#)
    }
}
