import Foundation
import TestSupport
import Testing

@testable import Dialogue

@Suite("A conversation on a terminal", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct ReadlineConsoleTests {
    @Test("ä, ö and å are typed, and Backspace takes a whole letter")
    func letters() throws {
        let terminal = try EchoProgram.start()
        terminal.send("äöå\r")
        terminal.expect(#"got [\u{00E4}\u{00F6}\u{00E5}]"#)
        terminal.send("xä\u{7F}ö\u{8}y\r")
        terminal.expect("got [xy]")
    }

    @Test("the cursor moves and letters are deleted in the middle")
    func editing() throws {
        let terminal = try EchoProgram.start()
        terminal.send("äbc\u{1B}[D\u{1B}[D\u{1B}[3~X\u{1B}[HY\u{1B}OFZ\u{1B}[D\u{1B}[C\r")
        terminal.expect(#"got [Y\u{00E4}XcZ]"#)
        terminal.send("\u{7F}\u{1B}[3~\u{1B}[Da\r")
        terminal.expect("got [a]")
    }

    @Test("Ctrl-D, Ctrl-S and the arrows up and down do nothing")
    func otherKeys() throws {
        let terminal = try EchoProgram.start()
        terminal.send("before\r")
        terminal.expect("got [before]")
        terminal.send("a\u{4}\u{13}\u{1B}[A\u{1B}[B\u{12}b\r")
        terminal.expect("got [ab]")
        terminal.send("\u{4}\r")
        terminal.expect("got []")
    }

    @Test("the test's own terminal does signal a program that lets it")
    func signalsWouldCome() throws {
        let terminal = try PseudoTerminal("/bin/sleep", ["60"])
        terminal.send("\u{3}")
        #expect(terminal.exitStatus() == 128 + SIGINT)
    }

    @Test("keys between two prompts neither signal nor echo")
    func betweenPrompts() throws {
        let terminal = try EchoProgram.start()
        terminal.send("wait\r")
        terminal.expect("wait")
        terminal.send("\u{3}\u{1C}zzz\r")
        terminal.expect("got [zzz]")
        #expect(!terminal.output.contains("^C"))
    }

    @Test("Escape alone is forgotten, and what follows is typed")
    func loneEscape() throws {
        let terminal = try EchoProgram.start()
        terminal.send("\u{1B}")
        terminal.collect(seconds: 1.5)
        terminal.send("1\r")
        terminal.expect("got [1]")
    }

    @Test("an invalid byte is told and not repaired")
    func invalid() throws {
        let terminal = try EchoProgram.start()
        terminal.send([0x61, 0xE4, 0x0D])
        terminal.expect("not UTF-8")
        terminal.send([0x61, 0xE4, 0x62, 0x7F, 0x7F, 0x0D])
        terminal.expect("got [a]")
    }

    @Test("a prefilled answer can be edited, and cannot act on the screen")
    func prefilled() throws {
        let terminal = try EchoProgram.start(["--prefilled", "vanhä\n\u{9B}2J"])
        terminal.expect("vanhä ")
        terminal.send("\u{7F}\u{7F}\u{7F}\u{1B}[HX\r")
        terminal.expect(#"got [Xvanh\u{00E4} ]"#)
        #expect(!terminal.output.unicodeScalars.contains("\u{9B}"))
    }

    @Test("the prompt is readline's to draw, its style without columns")
    func prompt() throws {
        let terminal = try EchoProgram.start(["--prompt", "Nimi: "])
        terminal.expect("\u{1B}[2mNimi: \u{1B}[0m")
        terminal.send("Maija\r")
        terminal.expect("got [Maija]")
    }

    @Test("too long an answer is given back whole")
    func tooLong() throws {
        let terminal = try EchoProgram.start(["--longest", "3"])
        terminal.send("abc\rabcd\r")
        terminal.expect("got [abc]")
        terminal.expect("too long [abcd]")
    }
}
