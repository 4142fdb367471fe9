import Foundation
import TestSupport
import TestValues
import Testing

@testable import Storage

@Suite("A kiosk on a terminal whose store cannot be used")
struct KioskWithoutStoreTests {
    private let fixture: KioskOutageFixture
    private var store: String { fixture.program.store }

    init() throws { fixture = try KioskOutageFixture() }

    private typealias Sentence = KioskOutageFixture

    /// The conversation is open, nothing is claimed about times, and the staff read one line.
    private func expectOpen(_ told: String, store: String? = nil, shell: String = "") throws -> PseudoTerminal {
        let terminal = try fixture.terminal(store: store, shell: shell)
        terminal.expect(Sentence.closed)
        terminal.expect(Sentence.start)
        fixture.walk(terminal)
        #expect(terminal.statusNow == nil)
        try fixture.expectJournal(["kartoitin: \(told)"])
        return terminal
    }

    /// Ends the visit, with the way out that is always there.
    ///
    /// - Parameter isAsked: `true` if the prompt was seen already.
    private func leave(_ terminal: PseudoTerminal, isAsked: Bool = false) {
        if !isAsked { terminal.expect("> ") }
        TerminalKioskFixture.type([("0", "Leave"), ("1", "When you are ready, press Enter")], on: terminal)
        terminal.send("\r")
        terminal.expect(TerminalKioskFixture.wipe)
    }

    @Test("There is none: told once however many visitors come, and once when it is there")
    func missing() throws {
        let told = "there is no store at \(store); make one with: kartoitin store create --store \(store)"
        let terminal = try expectOpen(told)
        leave(terminal, isAsked: true)
        terminal.expect(Sentence.closed)
        terminal.expect(Sentence.start)
        terminal.expect("> ")
        try fixture.program.makeStore()
        try fixture.program.open("aino", at: "2031-01-13T09:00", "--method", "phone")
        TerminalKioskFixture.type(
            Sentence.toOutcome + [("book", "How do you want to meet"), ("<", "Next available appointment: ")],
            on: terminal)
        try fixture.expectJournal(["kartoitin: \(told)", "kartoitin: the store can be used again"])
    }

    @Test("The file is no store")
    func notAStore() throws {
        try Data("Tämä on kirje.\n".utf8).write(to: URL(filePath: store))
        _ = try expectOpen("the file is no store of kartoitin, or it is damaged; give another one with --store")
    }

    @Test("The store is newer than the program")
    func newer() throws {
        try fixture.program.makeStore()
        try fixture.program.edit(.newerSchema)
        _ = try expectOpen(
            "the store was written by a newer version of kartoitin (schema 99, this one knows \(Schema.version)); "
                + "update the program")
    }

    @Test("The store may not be written", .enabled(if: getuid() == 0))
    func readOnly() throws {
        try fixture.program.makeStore()
        for path in [fixture.program.folder.path, fixture.content.path] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store)
        try Data().write(to: URL(filePath: fixture.program.path("log")))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o666], ofItemAtPath: fixture.program.path("log"))
        fixture.program.environment["HOME"] = "/nonexistent"
        _ = try expectOpen(
            "the store cannot be written; check the owner and the rights of the file and its folder",
            shell:
                "[ -n \"$AGAIN\" ] || AGAIN=1 exec setpriv --reuid=65534 --clear-groups /bin/sh -c 'exec \"$0\" kiosk "
                + "--language en 2>\"$LOG\"' \"$0\";")
    }

    @Test("The disk is full")
    func full() throws {
        try fixture.program.makeStore()
        // No file may grow beyond half a kilobyte: neither the store's log of changes nor the copy of the content.
        _ = try expectOpen("the disk is full; make room and try again, nothing was lost", shell: "ulimit -f 1;")
    }

    @Test(
        "A server that takes the connection and stays silent: the first question at once, all else within two seconds",
        .enabled(if: Stores.serverLibrary != nil))
    func silent() throws {
        let server = try SilentServer()
        let begun = ContinuousClock.now
        let terminal = try fixture.terminal(store: "postgresql://kiosk@127.0.0.1:\(server.port)/kart")
        terminal.expect(Sentence.start)
        // With a wide margin for a busy machine; waiting for the server alone would take five seconds.
        #expect(ContinuousClock.now - begun < .seconds(4))
        terminal.expect("> ")
        TerminalKioskFixture.type([("<", "This is the first question")], on: terminal)
        let asked = ContinuousClock.now
        TerminalKioskFixture.type(Sentence.toOutcome, on: terminal)
        TerminalKioskFixture.type([("book", Sentence.paused)], on: terminal)
        #expect(ContinuousClock.now - asked < .seconds(8))
        let urgent = ContinuousClock.now
        TerminalKioskFixture.type([("!", "call 112 now")], on: terminal)
        #expect(ContinuousClock.now - urgent < .seconds(2))
        let told =
            "kartoitin: the database server does not answer; check that it runs and that this machine reaches it"
        try fixture.expectJournal([told])
        TerminalKioskFixture.type([("1", "What would you like to do?")], on: terminal)
        leave(terminal, isAsked: true)
        let left = ContinuousClock.now
        terminal.expect(Sentence.closed)
        terminal.expect(Sentence.start)
        #expect(ContinuousClock.now - left < .seconds(4))
        try fixture.expectJournal([told])
    }

    @Test("A visit that cannot be started: 112 stands on the screen, and the kiosk comes back by itself")
    func noProgram() throws {
        try fixture.program.makeStore()
        let (copy, aside) = (fixture.program.path("kartoitin"), fixture.program.path("aside"))
        try FileManager.default.copyItem(atPath: KartoitinProgram.path, toPath: copy)
        let terminal = try fixture.terminal(program: copy)
        terminal.expect(Sentence.start)
        try FileManager.default.moveItem(atPath: copy, toPath: aside)
        leave(terminal)
        terminal.expect("Booking is not available just now. This screen opens by itself when it works again.")
        terminal.expect("Emergency number   112")
        let told = "kartoitin: a visit could not be started; trying again"
        try fixture.expectJournal([told])
        try FileManager.default.moveItem(atPath: aside, toPath: copy)
        terminal.expect(Sentence.start)
        leave(terminal)
        terminal.expect(Sentence.start)
        try fixture.expectJournal([told, "kartoitin: visits go well again"])
    }

    @Test("It goes on when a visit is told to end, and ends when it is told so itself")
    func goesOn() throws {
        let terminal = try fixture.terminal()
        terminal.expect(Sentence.start)
        for _ in 0..<3 {
            let visit = try #require(ProcessTable.children(of: terminal.process).first)
            kill(visit, SIGTERM)
            terminal.expect(Sentence.start)
            #expect(terminal.statusNow == nil)
        }
        terminal.signal(SIGTERM)
        #expect(terminal.exitStatus() == 130)
    }
}
