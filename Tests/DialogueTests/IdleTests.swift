import TestSupport
import Testing

@testable import Dialogue

@Suite("Nobody at the keys", .enabled(if: EchoProgram.isBuilt, "the program Echo is not built"))
struct IdleTests {
    private static let warning = "Anybody there?"

    private func start(_ idle: String, _ arguments: String...) throws -> PseudoTerminal {
        try EchoProgram.start(["--idle", idle] + arguments)
    }

    @Test("a warning, the line as it was below it, and then the end, which is no answer")
    func end() throws {
        let terminal = try start("1,1", "--complete", "x")
        terminal.send("hätä")
        terminal.expect("hätä", within: 1)
        terminal.expect("\r\n\u{1B}[1;31m\(Self.warning)\u{1B}[0m\r\n> hätä")
        #expect(terminal.exitStatus() == 12)
        #expect(terminal.isAsBefore)
        #expect(!terminal.output.contains("got"))
    }

    @Test("each key starts the time again")
    func keys() throws {
        let terminal = try start("3,60")
        for _ in 1...4 {
            terminal.collect(seconds: 1)
            terminal.send("a")
        }
        #expect(!terminal.output.contains(Self.warning))
        terminal.expect(Self.warning)
    }

    @Test("a key after the warning gives the full time again, and is not lost")
    func moreTime() throws {
        let terminal = try start("1,3")
        terminal.send("ab\u{1B}[D")
        terminal.expect(Self.warning)
        terminal.collect(seconds: 1)
        terminal.send("X")
        terminal.expect(Self.warning)
        terminal.collect(seconds: 1)
        terminal.send("\r")
        terminal.expect("got [aXb]")
    }

    @Test("what only answers the warning is no answer to the question", arguments: ["\r", " ", "\n"])
    func swallowed(_ key: String) throws {
        let terminal = try start("1.2,60")
        terminal.expect(Self.warning)
        terminal.send(key)
        terminal.collect(seconds: 0.5)
        #expect(!terminal.output.contains("got"))
        terminal.send("1\r")
        terminal.expect("got [1]")
        terminal.expect(Self.warning)
        terminal.send(key)
        terminal.collect(seconds: 0.3)
        terminal.send(" \r")
        terminal.expect("got [ ]")
    }

    @Test("a text that was only offered is not accepted by answering the warning")
    func prefilled() throws {
        let terminal = try start("1.2,60", "--prefilled", "vanha")
        terminal.expect(Self.warning)
        terminal.send("\r")
        terminal.collect(seconds: 0.3)
        #expect(!terminal.output.contains("got"))
        terminal.send("!\r")
        terminal.expect("got [vanha!]")
    }

    @Test("an unknown key also answers, and only one key does")
    func unknownKey() throws {
        let terminal = try start("1.2,60")
        terminal.expect(Self.warning)
        terminal.send("\t")
        terminal.collect(seconds: 0.3)
        terminal.send("\r")
        terminal.expect("got []")
    }

    @Test("a pipe has no clock")
    func pipe() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "(sleep 1; echo a) | \(EchoProgram.path) --idle 0.1,0.1"])
        terminal.expect("got [a]")
        #expect(terminal.exitStatus() == 10)
    }

    @Test("who listens learns of the first key and of the warning")
    func events() throws {
        let terminal = try start("1.2,60")
        terminal.expect(Self.warning)
        terminal.send("events\r")
        terminal.expect("events [")
        terminal.expect("warningShown(\(Self.warning))")
        terminal.expect("typingBegan]")
    }
}

@Suite("The time without a key")
struct IdleClockTests {
    private let start = ContinuousClock.now

    private func clock(_ rule: IdleTimeout? = IdleTimeout(warnAfter: 60, endAfter: 30, warning: "?")) -> IdleTimer {
        IdleTimer(rule, since: start)
    }

    // Outside `#expect`, which cannot change what it looks at.
    private func due(_ clock: inout IdleTimer, _ seconds: Double) -> IdleTimer.Due {
        clock.due(at: start + .seconds(seconds))
    }

    private func pressed(_ clock: inout IdleTimer, _ seconds: Double) -> Bool {
        clock.keyPressed(at: start + .seconds(seconds))
    }

    @Test("warns once, and ends counting from the warning")
    func warnsAndEnds() {
        var clock = clock()
        #expect(due(&clock, 59) == .nothing)
        #expect(due(&clock, 61) == .warning)
        #expect(due(&clock, 90) == .nothing)
        #expect(due(&clock, 91) == .end)
    }

    @Test("a key gives the full time, and answers the warning if there was one")
    func key() {
        var clock = clock()
        #expect(!pressed(&clock, 50))
        #expect(due(&clock, 109) == .nothing)
        #expect(due(&clock, 110) == .warning)
        #expect(pressed(&clock, 139))
        #expect(!pressed(&clock, 140))
        #expect(due(&clock, 199) == .nothing)
        #expect(due(&clock, 200) == .warning)
    }

    @Test("without a rule the time never comes")
    func none() {
        var clock = clock(nil)
        #expect(due(&clock, 1e9) == .nothing)
    }
}
