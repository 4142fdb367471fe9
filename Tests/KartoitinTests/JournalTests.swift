import Foundation
import TestValues
import Testing

@Suite("Standard error that goes to the journal")
struct JournalTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    /// As systemd starts a service: the variable names what standard error is.
    private static let journal = "export JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr); exec"

    private func logged(_ arguments: [String]) throws -> String {
        try fixture.run(arguments, shell: Self.journal).error
    }

    @Test("What was done is told as info, what somebody should see to as a warning, what failed as an error")
    func levels() throws {
        #expect(try logged(["slots"]).hasPrefix("<3>kartoitin: there is no store at \(fixture.store); "))
        #expect(
            try logged(["store", "create"]) == """
                <6>made a store at \(fixture.store)
                <6>nobody has to sign in yet; set the main user's password with: kartoitin staff password main-user

                """)
        try fixture.open("aino", at: "2031-01-13T09:00")
        _ = try fixture.book(at: "2031-01-13T09:00")
        let send = ["messages", "send", "--sendmail", "/bin/true"]
        #expect(
            try logged(send)
                == "<4>kartoitin: messages that are due by sms and wait for --sms-gateway URL or --sms-spool DIR: 1\n"
        )
        #expect(try logged(send + ["--quiet"]) == "")
    }

    @Test("Every line has its own level, also one that comes with what was typed")
    func lines() throws {
        let ended = try fixture.run(["slots\n<0>all is lost"], shell: Self.journal)
        #expect(ended.error.split(separator: "\n").allSatisfy { $0.hasPrefix("<3>") })
        #expect(ended.error.contains("\n<3><0>all is lost"))
    }

    @Test("Data has no level, and a redirection to elsewhere none either")
    func elsewhere() throws {
        try fixture.makeStore()
        let format = ["slots", "--format", "json"]
        #expect(try fixture.run(format, shell: Self.journal) == fixture.run(format))
        let missing = ["slots", "--store", "/nowhere/store"]
        let plain = try fixture.run(missing).error
        #expect(plain.hasPrefix("kartoitin: there is no store at /nowhere/store"))
        for stream in ["1:2", "", "no numbers"] {
            fixture.environment["JOURNAL_STREAM"] = stream
            #expect(try fixture.run(missing).error == plain)
        }
        let moved = "export JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr); exec 2>moved; exec"
        fixture.environment["JOURNAL_STREAM"] = nil
        #expect(try fixture.run(missing, shell: moved).error == "")
        #expect(try String(contentsOfFile: fixture.path("moved"), encoding: .utf8) == plain)
    }

    @Test("A failure tells nothing of what a client typed")
    func silent() throws {
        try fixture.makeStore()
        try fixture.open("aino", at: "2031-01-13T09:00")
        try fixture.damage(.refusedRows(of: "description", saying: "broken"))
        let booking = CommandFixture.booking(
            at: "2031-01-13T09:00", ["--name": "Salla Salainen", "--description": "En kerro kenellekään."])
        let ended = try fixture.run(booking, shell: Self.journal)
        #expect(ended == ProgramResult(code: 69, error: "<3>kartoitin: the store did not do it: broken\n"))
    }
}
