import Foundation
import TestSupport
import Testing

@Suite("A visit that somebody walks away from, or that is killed")
struct LeftAloneTests {
    private let fixture: TerminalKioskFixture

    init() throws { fixture = try TerminalKioskFixture() }

    @Test("Silence is warned of, a key gives more time, then the visit ends, gives its time back and is wiped")
    func idle() throws {
        let terminal = try fixture.kiosk(["--idle-warning", "4", "--idle-end", "4"])
        TerminalKioskFixture.type(TerminalKioskFixture.walk, on: terminal)
        terminal.send("Ma")
        #expect(try fixture.program.freeStarts().isEmpty)
        terminal.expect("Are you still there?")
        terminal.send("i")
        // The same visit asks again: the key gave more time, and the line is as it was.
        terminal.expect("Mai")
        terminal.expect("Are you still there?")
        #expect(!terminal.output.contains(TerminalKioskFixture.wipe))
        terminal.expect(TerminalKioskFixture.wipe)
        terminal.expect(TerminalKioskFixture.start)
        #expect(!terminal.unexpected.contains("Mai"))
        #expect(try fixture.program.freeStarts() == ["2031-01-13T09:00:00+02:00"])
        terminal.expect("> ")
        terminal.send("1\r")
        terminal.expect("Who needs the help?")
    }

    @Test("After kill -9 of a visit the terminal is wiped and the next visitor begins")
    func killed() throws {
        let terminal = try fixture.kiosk()
        TerminalKioskFixture.type(TerminalKioskFixture.walk, on: terminal)
        terminal.send("Salainen")
        terminal.expect("Salainen")
        let visit = try #require(ProcessTable.children(of: terminal.process).first)
        kill(visit, SIGKILL)
        terminal.expect("\u{1B}[?2004l\u{1B}[?25h\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J")
        terminal.expect(TerminalKioskFixture.start)
        terminal.expect("> ")
        terminal.send("1\r")
        terminal.expect("Who needs the help?")
        #expect(!terminal.unexpected.contains("Salainen"))
        #expect(terminal.statusNow == nil)
    }
}
