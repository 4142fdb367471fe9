import Foundation
import TestValues
import Testing

@Suite("A store in operation asks who it is")
struct OperationTests {
    private let fixture: StaffAccountsFixture
    private var program: CommandFixture { fixture.program }

    init() throws { fixture = try StaffAccountsFixture() }

    private static let known = ["--name", "aino Esimerkki", "--service-task", "families", "--municipality", "167"]
    private static let days = ["--from", "2031-01-01", "--until", "2031-01-31"]

    /// What only staff may do, without saying who they are.
    private static let staffOnly: [[String]] = [
        ["timetable", "open", "--professional", "aino", "--at", "2031-01-13T10:00"],
        ["timetable", "template", "-", "--professional", "aino"] + days,
        ["timetable", "absence", "--professional", "aino", "--reason", "x"] + days,
        ["timetable", "absence", "--professional", "aino", "--take-back"] + days,
        ["timetable", "leave", "--professional", "aino", "--from", "2031-01-01"],
        ["timetable", "handover", "--professional", "aino"] + days,
        ["timetable", "list"],
        [
            "right", "grant", "--appointment-type", "advice-families", "--professional", "aino", "--name", "Maija",
            "--phone", "040 123 4567", "--expires", "2031-06-01",
        ],
        ["right", "list"], ["right", "withdraw", "K7PF-3M2R"],
        ["report", "bookings"] + days, ["report", "contacts"] + days, ["report", "waiting"] + days,
        ["report", "journeys"] + days,
        ["messages", "write", "K7PF-3M2R", "--text", "Hei"],
        ["booking", "cancel", "K7PF-3M2R", "--by", "professional", "--reason", "x"],
        ["booking", "move", "K7PF-3M2R", "--by", "phone-service", "--reason", "x", "--at", "2031-01-13T10:00"],
        CommandFixture.booking(at: "2031-01-13T10:00", ["--professional": "aino"]),
        ["slots", "--professional", "aino"],
        ["staff", "add", "x", "--name", "X", "--role", "supervisor"], ["staff", "list"], ["staff", "lock", "paavo"],
        ["staff", "unlock", "paavo"], ["staff", "password", "paavo", "--new-password-file", "-"],
    ]

    @Test("Every command of staff refuses whoever does not say who they are", arguments: staffOnly)
    func refuses(command: [String]) throws {
        #expect(try program.call(command) == ProgramResult(code: 77, error: StaffAccountsFixture.whoAreYou))
    }

    @Test("In a store where no main user has a password none of them asks", arguments: staffOnly)
    func before(command: [String]) throws {
        try program.edit(.noPasswords)
        let ended = try program.call(command)
        #expect(ended.code != 77, "\(ended.error)")
    }

    @Test("What is for anybody, and for timers, asks nobody")
    func open() throws {
        try fixture.add("raija", "supervisor")
        try program.prepare(
            ["timetable", "open", "--professional", "aino", "--at", "2031-01-13T09:00"] + Self.known
                + fixture.signIn("raija"))
        let reference = try program.book(at: "2031-01-13T09:00")
        let phone = ["--phone", "040 123 4567"]
        for command in [
            ["slots"], ["booking", "show", reference] + phone, ["messages", "due"], ["messages", "send"],
            ["store", "check"], ["booking", "cancel", reference] + phone,
        ] {
            let ended = try program.call(command)
            #expect(ended.code != 77 && !ended.error.contains("--as"), "\(command): \(ended.error)")
        }
        #expect(try program.call(["kiosk", "--language", "en"], input: "0\n1\n").code == 0)
    }

    @Test("A day's work: each does with their account what is theirs, and what is a colleague's is refused")
    func work() throws {
        for (id, role) in [
            ("raija", "supervisor"), ("aino", "professional"), ("eero", "professional"), ("sirpa", "phone-service"),
        ] {
            try fixture.add(id, role)
        }
        func run(_ arguments: [String], as id: String) throws -> ProgramResult { try fixture.call(arguments, as: id) }
        func open(_ id: String, at start: String, as who: String) throws -> Int32 {
            try run(
                ["timetable", "open", "--professional", id, "--at", start]
                    // Of one who is known already nothing else is told.
                    + (start.hasSuffix("09:00") ? Self.known : []), as: who
            ).code
        }
        // A professional does not make a timetable for themselves, but opens times in it.
        #expect(try open("aino", at: "2031-01-13T09:00", as: "aino") == 77)
        for id in ["aino", "eero"] { #expect(try open(id, at: "2031-01-13T09:00", as: "raija") == 0) }
        #expect(try open("aino", at: "2031-01-13T09:15", as: "aino") == 0)
        #expect(try open("eero", at: "2031-01-13T09:15", as: "aino") == 77)
        #expect(try open("aino", at: "2031-01-13T09:30", as: "sirpa") == 77)

        let booked = try run(CommandFixture.booking(at: "2031-01-13T09:00", ["--professional": "aino"]), as: "sirpa")
            .json()
        let reference = try #require(booked["reference"] as? String)
        let move = ["booking", "move", reference, "--by", "professional", "--reason", "kokous"]
        #expect(try run(move + ["--at", "2031-01-13T09:15"], as: "eero").code == 77)
        #expect(try run(move + ["--at", "2031-01-13T09:15"], as: "paavo").code == 77)
        #expect(try run(move + ["--at", "2031-01-13T09:15"], as: "aino").code == 0)
        #expect(try run(["messages", "write", reference, "--text", "Hei"], as: "eero").code == 77)
        #expect(try run(["messages", "write", reference, "--text", "Hei"], as: "sirpa").code == 0)

        let grant = [
            "right", "grant", "--appointment-type", "advice-families", "--professional", "aino", "--name", "Maija",
            "--phone", "040 123 4567", "--expires", "2031-06-01", "--format", "json",
        ]
        #expect(try run(grant, as: "sirpa").code == 77)
        let right = try run(grant, as: "aino").json()
        #expect(right["grantedBy"] as? String == "aino")
        let code = try #require(right["code"] as? String)
        #expect(try run(["right", "list", "--format", "csv"], as: "aino").output.contains(code))
        #expect(try !run(["right", "list", "--format", "csv"], as: "eero").output.contains(code))
        #expect(try run(["right", "withdraw", code], as: "eero").code == 77)
        #expect(try run(["right", "withdraw", code], as: "aino").code == 0)

        let report = ["report", "bookings"] + Self.days
        #expect(try ["raija", "paavo", "aino", "sirpa"].map { try run(report, as: $0).code } == [0, 0, 77, 77])
        let cancel = ["booking", "cancel", reference, "--by", "phone-service", "--reason", "soitti"]
        #expect(try run(cancel, as: "raija").code == 77)
        #expect(try run(cancel, as: "sirpa").code == 0)
        let refused = try program.stored("SELECT DISTINCT user_id FROM access_log WHERE is_refused ORDER BY user_id")
        #expect(refused == ["aino", "eero", "paavo", "raija", "sirpa"])
        let used = try program.stored(
            "SELECT user_id || ' ' || purpose FROM access_log WHERE data = 'booking' AND NOT is_refused ORDER BY id")
        #expect(used == ["aino kokous", "sirpa message", "sirpa soitti"])
    }

    @Test("A professional's own booking counts as theirs in the report")
    func maker() throws {
        for (id, role) in [("raija", "supervisor"), ("aino", "professional")] { try fixture.add(id, role) }
        try program.prepare(
            ["timetable", "open", "--professional", "aino", "--at", "2031-01-13T09:00"] + Self.known
                + fixture.signIn("raija"))
        let booked = try fixture.call(
            CommandFixture.booking(at: "2031-01-13T09:00", ["--professional": "aino"]), as: "aino")
        #expect(booked.code == 0)
        #expect(try program.stored("SELECT maker FROM booking") == ["professional"])
    }
}
