import Foundation
import Testing

@testable import KartoitinCommand

@Suite("What cannot be written")
struct UnwritableOutputTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
    }

    private func told(_ why: String) -> ProgramResult {
        ProgramResult(
            code: 69,
            error: "kartoitin: standard output could not be written: \(why); what the command did stays done\n")
    }

    private static let commands = [
        ["slots"], ["slots", "--format", "json"], ["slots", "--format", "csv"], ["--help"], ["timetable", "-h"],
        ["--version"], ["content", "check", "--quiet"], ["content", "tree"], ["doctor"], ["store", "check"],
        ["staff", "list"], ["report", "waiting", "--from", "2026-01-01", "--until", "2026-01-31", "--chart"],
        ["kiosk", "--language", "en"], ["content", "try"], ["service-unit", "kiosk"], ["match"],
    ]

    @Test("A full disk and a closed stream are told and end with 69", arguments: commands)
    func unwritable(words: [String]) throws {
        let input = words == ["match"] ? "" : "0\n"
        let full = try fixture.run(words, input: input, shell: "exec >/dev/full; exec")
        let closed = try fixture.run(words, input: input, shell: "exec >&-; exec")
        // Without a line to read, or phrases to compare it with, nothing is printed.
        if words == ["match"] { return }
        #expect(full == told("the disk is full"))
        #expect(closed == told("it is closed"))
    }

    @Test("What was done before stays done, and a file that was opened meanwhile is not printed into")
    func done() throws {
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T09:30")
        let booking = CommandFixture.booking(at: "2099-12-01T09:00")
        #expect(try fixture.run(booking, shell: "exec >&-; exec") == told("it is closed"))
        #expect(try fixture.run(booking, shell: "exec <&- >&- 2>&-; exec") == ProgramResult(code: 75))
        #expect(try fixture.freeStarts() == ["2099-12-01T09:15:00+02:00"])
        #expect(try fixture.prepare(["store", "check"]).output.hasSuffix(": no faults\n"))
    }

    @Test("A command that failed keeps its own code")
    func failed() throws {
        let ended = try fixture.run(
            CommandFixture.booking(at: "2099-12-01T09:00"), shell: "exec >/dev/full; exec")
        #expect(ended.code == 75)
        #expect(
            ended.error == """
                kartoitin: this time is no longer free; choose another
                kartoitin: standard output could not be written: the disk is full; what the command did stays done

                """)
    }

    @Test("A reader that wants no more is no fault")
    func pipe() throws {
        let words = [KartoitinProgram.path, "content", "tree", "--content", KartoitinProgram.content]
        let line = words.map { "'\($0)'" }.joined(separator: " ")
        let ended = try fixture.run(
            [], shell: "(\(line); echo \"ended with $?\" >&2) | head -1; exit;")
        #expect(ended.error == "ended with 0\n")
        #expect(ended.output.split(separator: "\n").count == 1)
    }
}
