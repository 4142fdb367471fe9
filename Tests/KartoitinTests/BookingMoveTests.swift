import Foundation
import Testing

@Suite("booking move, and cancelling with a reason")
struct BookingMoveTests {
    let fixture: CommandFixture
    let reference: String
    private static let start = "2099-12-01T09:00:00+02:00"

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T09:45")
        reference = try fixture.book(at: "2099-12-01T09:00")
    }

    private func run(_ command: String, _ options: String...) throws -> ProgramResult {
        try fixture.run(["booking", command, reference] + options)
    }

    @Test("The client moves a booking by reference and phone number, and it keeps its reference and way to meet")
    func moved() throws {
        let ended = try run("move", "--phone", "0401234567", "--at", "2099-12-01T09:30", "--format", "csv")
        let row = BookingRow(reference: reference, start: "2099-12-01T09:30:00+02:00")
        #expect(ended == ProgramResult(code: 0, output: row.csv))
        #expect(try fixture.freeStarts() == [Self.start, "2099-12-01T09:15:00+02:00"])
    }

    @Test("Where the time is not free the free ones are told, and the old time stays")
    func taken() throws {
        _ = try fixture.book(at: "2099-12-01T09:15")
        let ended = try run("move", "--phone", "0401234567", "--at", "2099-12-01T09:15", "--format", "json")
        #expect(ended.code == 75)
        #expect(ended.error == "kartoitin: this time is no longer free; choose another\n")
        let slots = try #require(try ended.json()["slots"] as? [[String: Any]])
        #expect(slots.map { $0["start"] as? String } == ["2099-12-01T09:30:00+02:00"])
        #expect(try run("show", "--phone", "0401234567", "--format", "csv").output.contains(",booked,"))
    }

    @Test("The way to meet can be changed with the time")
    func method() throws {
        let ended = try run(
            "move", "--phone", "0401234567", "--at", "2099-12-01T09:30", "--method", "office", "--municipality",
            "167",
            "--format", "csv")
        #expect(ended.output.contains(",15,office,"))
    }

    @Test("A wrong number moves nothing")
    func wrongNumber() throws {
        let told = "kartoitin: no booking has this reference and phone number; check both\n"
        #expect(
            try run("move", "--phone", "0401234568", "--at", "2099-12-01T09:30")
                == ProgramResult(code: 65, error: told))
    }

    @Test("Staff need no phone number but tell a reason", arguments: ["move", "cancel"])
    func staff(command: String) throws {
        let time = command == "move" ? ["--at", "2099-12-01T09:30"] : []
        let words = ["booking", command, reference, "--by", "professional"] + time
        #expect(
            try fixture.run(words)
                == ProgramResult(
                    code: 64,
                    error: "kartoitin: booking \(command) needs --reason\(example(of: "booking \(command)", 1))\n")
        )
        #expect(try fixture.run(words + ["--reason", "koulutus"]).code == 0)
    }

    @Test("The client need not tell a reason, and must know the number")
    func client() throws {
        let told = "kartoitin: booking cancel needs --phone\(example(of: "booking cancel"))\n"
        #expect(try run("cancel") == ProgramResult(code: 64, error: told))
        #expect(try run("cancel", "--phone", "0401234567", "--by", "client").code == 0)
    }

    @Test("What the options do not know is told")
    func options() throws {
        let told = "kartoitin: unknown --by \"profesional\", did you mean \"professional\"?\n"
        #expect(try run("cancel", "--by", "profesional", "--reason", "x") == ProgramResult(code: 64, error: told))
        #expect(
            try run("move", "--phone", "0401234567")
                == ProgramResult(
                    code: 64, error: "kartoitin: booking move needs --at\(example(of: "booking move"))\n")
        )
        let long = String(repeating: "a", count: 201)
        #expect(
            try run("cancel", "--by", "county", "--reason", long)
                == ProgramResult(
                    code: 65,
                    error: "kartoitin: --reason has 201 characters, at most 200 are kept; nothing was changed\n"))
    }
}
