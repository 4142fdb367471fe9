import Foundation
import TestValues
import Testing

/// Times far ahead, so that the rules meet them whenever the tests run.
@Suite("The rules of appointment types on the command line")
struct RulesCommandTests {
    let fixture: CommandFixture
    private let start = "2099-12-01T09:00"

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: start, "--until", "2099-12-01T10:00", "--method", "phone")
    }

    private func setRules(_ rules: String...) throws {
        try fixture.writeServices(rules, to: fixture.folder.appending(path: "Content"))
    }

    private func open(_ lines: String...) throws {
        try fixture.writeOpenings(lines, to: fixture.folder.appending(path: "Content"))
    }

    private func book(_ start: String? = nil) throws -> ProgramResult {
        try fixture.call(CommandFixture.booking(at: start ?? self.start))
    }

    private func refused(_ message: String) -> ProgramResult {
        ProgramResult(code: 77, error: "kartoitin: \(message)\n")
    }

    @Test("A time that is too far ahead, or too near, is refused with its rule")
    func tooFarAndTooSoon() throws {
        try setRules("ahead 60d")
        let tooFar = "a time like this is booked at most 60 days before it begins; choose an earlier one"
        #expect(try book() == refused(tooFar))
        try setRules("notice 10000d", "ahead 10000d")
        #expect(try fixture.call(["content", "check", "--quiet"]).code == 1)
        // Five minutes from now on the machine's clock.
        let soon = Int(Date().timeIntervalSince1970) / 60 * 60 + 300
        try fixture.edit(.slot(1, from: soon, until: soon + 900))
        try setRules("notice 2h")
        let tooSoon = "a time like this is booked at least 2 h before it begins; choose a later one"
        #expect(try book(Date(timeIntervalSince1970: Double(soon)).formatted(.iso8601)) == refused(tooSoon))
        #expect(try fixture.timetable("booked").isEmpty)
    }

    @Test("A client can book what is open, in the municipality where it is; staff can book before")
    func notOpen() throws {
        try open("opens 2098-01-01", "  method phone")
        let notYet = "clients cannot book a time like this themselves before 2098-01-01; the county's staff can"
        #expect(try book() == refused(notYet))
        try open("opens 2020-01-01", "  method office")
        #expect(try book() == refused("clients cannot book a time like this themselves yet; the county's staff can"))
        try open("opens 2020-01-01", "  municipality 422")
        #expect(try book() == refused("clients cannot book a time like this themselves yet; the county's staff can"))
        try open("opens 2020-01-01", "  municipality 167")
        #expect(try book().code == 0)
    }

    @Test("Where no day is settled for a service, its outcome says that it cannot be booked yet, and where to turn")
    func neverSettled() throws {
        try open("opens 2020-01-01", "  service family-guidance")
        let visit = try fixture.call(
            ["kiosk", "--language", "en"], input: "family\nme\nexhausted\nbaby\nnobody\nsleep\n")
        #expect(
            visit.output.replacing("\n", with: " ").contains(
                "You cannot book this appointment here yourself yet. Ask for one at the information desk here."),
            "\(visit.output)")
        #expect(!visit.output.contains("Book a"), "\(visit.output)")
    }

    @Test("One phone number has no more coming bookings than its rule says")
    func tooMany() throws {
        try setRules("open-per-phone 2")
        let first = try fixture.book(at: start)
        _ = try fixture.book(at: "2099-12-01T09:15")
        let told =
            "this phone number has 2 coming bookings of this kind, at most 2 are allowed; cancel one of them first"
        #expect(try book("2099-12-01T09:30") == refused(told))
        try fixture.prepare(["booking", "cancel", first, "--phone", "040 123 4567"])
        #expect(try book("2099-12-01T09:30").code == 0)
    }

    @Test("A booking that can be changed no longer is not cancelled")
    func tooLate() throws {
        let reference = try fixture.book(at: start)
        let soon = Int(Date().timeIntervalSince1970) / 60 * 60 + 1800
        try fixture.edit(.slot(1, from: soon, until: soon + 900))
        try setRules("change-until 1d")
        let told =
            "a client can move or cancel a time like this until 1 day before it begins; "
            + "now only the professional or the phone service can, ask them"
        #expect(try fixture.call(["booking", "cancel", reference, "--phone", "040 123 4567"]) == refused(told))
        try setRules("change-until 10min")
        #expect(try fixture.call(["booking", "cancel", reference, "--phone", "040 123 4567"]).code == 0)
    }
}
