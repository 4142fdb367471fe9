import Foundation
import Testing

@Suite("Times by right, opened by a weekly template")
struct FollowUpTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
    }

    /// Opens a week's times of one more professional. 2099-12-01 is a Tuesday.
    private func open(_ week: String, task: String) throws -> ProgramResult {
        let professional = ["--professional", "saimi"]
        try fixture.prepare(
            ["timetable", "open", "--at", "2099-11-30T08:00", "--until", "2099-11-30T08:30", "--purpose", "meeting"]
                + professional + ["--name", "Saimi Esimerkki", "--service-task", task, "--municipality", "167"])
        return try fixture.call(
            ["timetable", "template", "--from", "2099-12-01", "--until", "2099-12-07"] + professional, input: week)
    }

    private func shown(_ options: String...) throws -> [String] {
        let slots = try fixture.prepare(["slots", "--format", "json"] + options).json()["slots"]
        return try #require(slots as? [[String: Any]]).compactMap { $0["appointmentType"] as? String }
    }

    @Test("Only who names the worker is shown them, and book takes the open ones alone")
    func familyLaw() throws {
        let opened = try open("tue 09:00-10:30 separation\ntue 10:30-10:45 advice-family-law", task: "family-law")
        #expect(opened.error == "times opened: 2\n")
        #expect(try shown() == ["advice-family-law"])
        #expect(try shown("--appointment-type", "separation") == [])
        #expect(try shown("--professional", "saimi") == ["separation", "advice-family-law"])
        let familyLaw = ["--service-task": "family-law", "--method": "remote"]
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T09:00", familyLaw)).code == 75)
        #expect(try fixture.call(CommandFixture.booking(at: "2099-12-01T10:30", familyLaw)).code == 0)
    }

    @Test("The own worker of child protection opens times, and nobody else can book them")
    func childProtection() throws {
        let opened = try open("tue 09:00-09:15 advice-child-protection phone", task: "child-protection")
        #expect(opened.error == "times opened: 1\n")
        #expect(try shown() == [])
        #expect(try shown("--professional", "saimi") == ["advice-child-protection"])
        let told = "kartoitin: child-protection has no times that anybody may book\n"
        let booking = CommandFixture.booking(at: "2099-12-01T09:00", ["--service-task": "child-protection"])
        #expect(try fixture.call(booking) == ProgramResult(code: 77, error: told))
    }
}
