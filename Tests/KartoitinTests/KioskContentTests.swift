import Foundation
import TestSupport
import Testing

@Suite("A kiosk on a terminal while its content is edited")
struct KioskContentTests {
    private let fixture: KioskOutageFixture

    init() throws {
        fixture = try KioskOutageFixture()
        try fixture.program.makeStore()
    }

    private typealias Sentence = KioskOutageFixture

    private static let file = "words/en/families.txt"
    private static let line = "  why  This shows the adviser how soon help is needed.\n"

    /// Where the line stands, from 1 on.
    private func number() throws -> Int { try Self.number(in: fixture) }

    private func nextVisit(_ terminal: PseudoTerminal) {
        terminal.expect("> ")
        leave(terminal)
    }

    @Test("A fault closes nothing: the last whole content stays in force, and the staff read file and line, once")
    func brokenAndMended() throws {
        let number = try number()
        let terminal = try fixture.terminal()
        terminal.expect(Sentence.start)
        try fixture.edit(Self.file, Self.line, with: "  why\n")
        try fixture.edit("words/en/start.txt", "What brings you here today?", with: "Why are you here?")
        for _ in 0..<2 {
            nextVisit(terminal)
            #expect(!terminal.output.contains("Why are you here?"))
        }
        let told = [
            "kartoitin: the content has faults (1); the kiosk goes on with the last content that was whole; see: "
                + "kartoitin content check",
            "\(Self.file):\(number): \"why\" is empty",
        ]
        try fixture.expectJournal(told)
        // Another program with the same content, and a kiosk that starts while it is broken, go on too.
        let other = try fixture.terminal(log: "other")
        other.expect(Sentence.start)
        try fixture.edit(Self.file, "  why\n", with: Self.line)
        nextVisit(terminal)
        #expect(terminal.output.contains("Why are you here?"))
        try fixture.expectJournal(told + ["kartoitin: the content is whole again"])
        let kept = try FileManager.default.subpathsOfDirectory(
            atPath: fixture.program.path(".local/state/kartoitin/content"))
        #expect(kept.contains { $0.hasSuffix("current") })
    }

    @Test("A content that is put in force comes with the next visit; a visit that goes on keeps to the one before")
    func putInForce() throws {
        let fixture = try KioskOutageFixture(languages: ["fi", "en"])
        try fixture.program.makeStore()
        let draft = fixture.program.folder.appending(path: "Draft")
        let (old, new) = (["Who needs the help?", "Kenen asia tämä on?"], ["Who is it?", "Kuka se on?"])
        try FileManager.default.copyItem(at: fixture.content, to: draft)
        for (language, texts) in zip(["en", "fi"], zip(old, new)) {
            try fixture.edit("words/\(language)/start.txt", "ask  \(texts.0)", with: "ask  \(texts.1)", of: draft)
        }
        let terminal = try fixture.terminal()
        terminal.expect(Sentence.start)
        for (command, before, after) in [(draft.path, old, new), ("--back", new, old)] {
            terminal.expect("> ")
            try fixture.program.prepare(["content", "use", command, "--quiet"])
            // Each language is that of the content with which the visit began.
            TerminalKioskFixture.type(
                [("family", before[0]), ("suomi", before[1]), ("english", before[0])], on: terminal)
            leave(terminal)
            terminal.expect("> ")
            TerminalKioskFixture.type([("family", after[0])], on: terminal)
            leave(terminal)
        }
        #expect(try fixture.journal() == [])
    }

    /// Ends a visit in the middle, and comes to the first question of the next.
    private func leave(_ terminal: PseudoTerminal) {
        TerminalKioskFixture.type([("0", "Leave")], on: terminal)
        terminal.send("1\r")
        terminal.expect("When you are ready, press Enter")
        terminal.send("\r")
        terminal.expect(TerminalKioskFixture.wipe)
        terminal.expect(Sentence.start)
    }

    @Test("A folder that goes away, and a file that cannot be read, close nothing either")
    func gone() throws {
        let terminal = try fixture.terminal()
        terminal.expect(Sentence.start)
        let aside = fixture.program.folder.appending(path: "Aside")
        try FileManager.default.moveItem(at: fixture.content, to: aside)
        nextVisit(terminal)
        try fixture.expectJournal([
            "kartoitin: there is no content in \(fixture.content.path); the kiosk goes on with the last content that was "
                + "whole; see: kartoitin content check"
        ])
        try FileManager.default.moveItem(at: aside, to: fixture.content)
        nextVisit(terminal)
        try fixture.expectLast("kartoitin: the content is whole again")
    }

    @Test(
        "Content that was never whole: every language that can be read says that it rests, with 112, until it is mended"
    )
    func neverWhole() throws {
        let fixture = try KioskOutageFixture(languages: ["fi", "sv", "en"])
        try fixture.program.makeStore()
        let number = try KioskContentTests.number(in: fixture)
        try fixture.edit(Self.file, Self.line, with: "  why\n")
        try fixture.edit("words/sv/desk.txt", "store-resting ", with: "store-rasting ")
        let terminal = try fixture.terminal(language: nil)
        terminal.expect("Ajanvaraus on juuri nyt tauolla. Tämä näyttö aukeaa itsestään, kun varaus taas toimii.")
        terminal.expect("Hätänumero   112")
        terminal.expect("Booking is not available just now. This screen opens by itself when it works again.")
        terminal.expect("Emergency number   112")
        #expect(!terminal.output.contains("Bokningen") && !terminal.output.contains("faults"))
        try fixture.expectJournal([
            "kartoitin: the content has faults (3); the kiosk rests until it is whole; see: kartoitin content check",
            "words/en/families.txt:\(number): \"why\" is empty",
            "words/sv/desk.txt: the words of \"store-resting\" are missing",
            try #require(try fixture.journal().last),
        ])
        #expect(try fixture.journal().last?.contains("unknown word \"store-rasting\"") == true)
        try fixture.edit(Self.file, "  why\n", with: Self.line)
        try fixture.edit("words/sv/desk.txt", "store-rasting ", with: "store-resting ")
        terminal.expect("Choose a language")
        try fixture.expectLast("kartoitin: the content is whole again")
    }

    private static func number(in fixture: KioskOutageFixture) throws -> Int {
        let text = try String(contentsOf: fixture.content.appending(path: file), encoding: .utf8)
        return text[..<(try #require(text.range(of: line))).lowerBound].count { $0 == "\n" } + 1
    }

    @Test("Where nothing at all can be read the emergency number stands there")
    func nothing() throws {
        try FileManager.default.removeItem(at: fixture.content)
        let terminal = try fixture.terminal()
        terminal.expect("112")
        #expect(terminal.statusNow == nil)
        try fixture.expectJournal([
            "kartoitin: there is no content in \(fixture.content.path); the kiosk rests until it is whole; see: kartoitin "
                + "content check"
        ])
        terminal.signal(SIGTERM)
        #expect(terminal.exitStatus() == 130)
    }

    @Test("Whoever does not use the questions is not stopped by a fault in them")
    func others() throws {
        let program = fixture.program
        try program.open("aino", at: "2031-01-13T09:00", "--until", "2031-01-13T10:00", "--method", "phone")
        let reference = try program.book(at: "2031-01-13T09:00")
        try fixture.edit(Self.file, Self.line, with: "  why\n")
        try fixture.edit("tree/families.txt", "question ", with: "qestion ")
        let phone = ["--phone", "040 123 4567"]
        for command in [
            ["slots"], ["messages", "due"], ["messages", "send", "--sendmail", "/bin/true"],
            ["booking", "show", reference] + phone,
            ["booking", "move", reference, "--at", "2031-01-13T09:15"] + phone,
            ["booking", "cancel", reference] + phone,
            [
                "timetable", "absence", "--professional", "aino", "--reason", "x", "--from", "2031-01-01", "--until",
                "2031-01-31",
            ], ["timetable", "list"], ["store", "check"],
        ] {
            let ended = try program.call(command)
            #expect(ended.code == 0 || command[0] == "messages", "\(command): \(ended.error)")
            #expect(!ended.error.contains("content"), "\(command): \(ended.error)")
        }
        for command in [["kiosk"], ["content", "tree"], ["match"]] {
            let ended = try program.call(command)
            #expect(ended.code == 65, "\(command)")
            #expect(ended.error.hasPrefix("kartoitin: the content has faults ("))
        }
        // What they use stops them all the same.
        try fixture.edit("words/en/desk.txt", "store-again ", with: "store-agian ")
        #expect(try program.call(["messages", "due"]).code == 65)
    }
}
