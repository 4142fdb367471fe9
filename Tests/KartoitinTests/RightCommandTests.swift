import Foundation
import Testing

@Suite("right grant, list and withdraw; booking by right, with a pair, and a series")
struct RightCommandTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T09:30")
        try fixture.open("eero", at: "2099-12-01T09:00")
    }

    private func grant(_ options: String...) throws -> ProgramResult {
        try fixture.call(
            [
                "right", "grant", "--appointment-type", "advice-families", "--name", "Maija Meikäläinen", "--phone",
                "0401234567", "--expires", "2099-12-31",
            ] + options)
    }

    private func code(_ options: String...) throws -> String {
        let ended = try fixture.call(
            [
                "right", "grant", "--appointment-type", "advice-families", "--name", "Maija Meikäläinen", "--phone",
                "0401234567", "--expires", "2099-12-31", "--format", "json",
            ] + options)
        return try #require(try ended.json()["code"] as? String)
    }

    private func book(at start: String = "2099-12-01T09:00", _ options: String...) throws -> ProgramResult {
        try fixture.call(
            [
                "book", "--at", start, "--method", "phone", "--name", "Maija Meikäläinen", "--phone", "0401234567",
                "--description", "Jatkoaika.", "--consent", "--format", "csv",
            ] + options)
    }

    @Test("A granted right is listed, books with its worker, and is used up then")
    func granted() throws {
        let code = try code("--professional", "aino")
        #expect(
            try fixture.call(["right", "list", "--phone", "0401234567", "--format", "csv"]).output == """
                code,appointmentType,with,uses,used,expires,state,grantedBy
                \(code),advice-families,aino,1,0,2099-12-31T00:00:00+02:00,valid,aino

                """)
        let slots = try fixture.call(["slots", "--right", code, "--phone", "0401234567", "--format", "json"])
        #expect((try slots.json()["slots"] as? [[String: Any]])?.map { $0["professionals"] as? Int } == [1, 1])
        let booked = try book("--right", code)
        let reference = try #require(booked.output.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/)).output
        #expect(booked.output.hasSuffix(BookingRow(reference: String(reference)).line))
        #expect(
            try book(at: "2099-12-01T09:15", "--right", code)
                == ProgramResult(
                    code: 77,
                    error:
                        "kartoitin: every time of this booking right is booked; ask the professional for a new one\n")
        )
        #expect(
            try fixture.call(["right", "list", "--format", "csv"]).output.contains(
                ",1,1,2099-12-31T00:00:00+02:00,used-up,"))
    }

    @Test("A withdrawn right books nothing, and is withdrawn once")
    func withdrawn() throws {
        let code = try code("--professional", "aino")
        #expect(
            try fixture.call(["right", "withdraw", code, "--format", "csv"]).output.contains(",withdrawn,aino\n"))
        #expect(
            try book("--right", code)
                == ProgramResult(
                    code: 77, error: "kartoitin: this booking right was withdrawn; ask the professional\n"))
        #expect(
            try fixture.call(["right", "withdraw", code])
                == ProgramResult(
                    code: 65, error: "kartoitin: this booking right was withdrawn before; nothing was changed\n")
        )
        #expect(
            try fixture.call(["right", "withdraw", "AAAA-AAAA"])
                == ProgramResult(
                    code: 65, error: "kartoitin: no booking right has this code; see kartoitin right list\n"))
    }

    @Test("A right whose worker left opens nothing")
    func workerLeft() throws {
        let code = try code("--professional", "aino")
        let left = try fixture.call(["timetable", "leave", "--professional", "aino", "--from", "2020-01-01"])
        #expect(left.code == 0)
        let told = "kartoitin: whom this booking right names is no longer there; ask the phone service\n"
        #expect(try book("--right", code) == ProgramResult(code: 77, error: told))
        #expect(
            try fixture.call(["slots", "--right", code, "--phone", "0401234567"])
                == ProgramResult(code: 77, error: told))
        #expect(
            try grant("--professional", "aino")
                == ProgramResult(
                    code: 65,
                    error: "kartoitin: unknown professional \"aino\"; see kartoitin timetable list\n"))
    }

    @Test("A wrong number and an unknown code get the same answer")
    func wrongNumber() throws {
        let code = try code("--professional", "aino")
        let told = ProgramResult(
            code: 77, error: "kartoitin: no booking right has this code and phone number; check both\n")
        #expect(try fixture.call(["slots", "--right", code, "--phone", "0409999999"]) == told)
        #expect(try fixture.call(["slots", "--right", "AAAA-AAAA", "--phone", "0401234567"]) == told)
    }

    @Test(
        "What cannot be granted is told with what to do",
        arguments: [
            (
                ["--professional", "nobody"], 65,
                "unknown professional \"nobody\"; see kartoitin timetable list"
            ),
            ([], 64, "right grant needs --professional ID or --team NAME\(example(of: "right grant"))"),
            (
                ["--professional", "aino", "--team", "x"], 64,
                "--professional and --team do not go together; give one"
            ),
            (
                ["--professional", "aino", "--professional", "aino"], 64,
                "--professional names one worker twice; name each once"
            ),
            (["--team", "x"], 65, "nobody of families is in the team \"x\"; see kartoitin timetable list"),
            (["--professional", "aino", "--uses", "51"], 64, "--uses is 1 to 50, not 51"),
            (["--professional", "aino", "--uses", "0"], 64, "--uses needs a number from 1 up, not \"0\""),
            (
                ["--professional", "aino", "--granted-by", "nobody"], 65,
                "unknown professional \"nobody\"; see kartoitin timetable list"
            ),
        ] as [([String], Int32, String)])
    func refused(options: [String], code: Int32, told: String) throws {
        let ended = try fixture.call(
            [
                "right", "grant", "--appointment-type", "advice-families", "--name", "Maija Meikäläinen", "--phone",
                "0401234567", "--expires", "2099-12-31",
            ] + options)
        #expect(ended == ProgramResult(code: code, error: "kartoitin: \(told)\n"))
    }

    @Test("A right that would be over before it begins, or has another task's worker, is refused")
    func refusedToo() throws {
        let start = [
            "right", "grant", "--name", "Maija Meikäläinen", "--phone", "0401234567", "--professional", "aino",
        ]
        #expect(
            try fixture.call(start + ["--appointment-type", "advice-families", "--expires", "2020-01-01"])
                == ProgramResult(code: 65, error: "kartoitin: --expires must come after now\n"))
        #expect(
            try fixture.call(start + ["--appointment-type", "advice-disability", "--expires", "2099-01-01"])
                == ProgramResult(
                    code: 65,
                    error: "kartoitin: aino works in families, but advice-disability is of disability\n"))
    }

    @Test("Staff books a work pair: one reference for the client, both times taken")
    func pair() throws {
        let booked = try book("--service-task", "families", "--professional", "aino", "--professional", "eero")
        #expect(booked.code == 0, "\(booked.error)")
        #expect(booked.output.split(separator: "\n").count == 2)
        #expect(try fixture.freeStarts() == ["2099-12-01T09:15:00+02:00"])
        let later = try book(
            at: "2099-12-01T09:15", "--service-task", "families", "--professional", "aino", "--professional", "eero")
        #expect(later.code == 75)
    }

    @Test("Who books is counted: the phone service unless it is said otherwise")
    func maker() throws {
        _ = try book("--service-task", "families", "--by", "professional")
        let report = try fixture.call([
            "report", "bookings", "--from", "2020-01-01", "--until", "2098-12-31", "--format", "json",
        ])
        #expect(report.output.contains("\"byProfessionals\":1"), "\(report.output)")
        #expect(
            try book(at: "2099-12-01T09:15", "--service-task", "families", "--by", "nobody").error
                == "kartoitin: unknown --by \"nobody\"; use one of: client, phone-service, professional\n")
    }

    @Test("A series is booked at the same local time of each week, or nothing of it")
    func series() throws {
        try fixture.open("aino", at: "2099-12-08T09:00")
        let weekly = ["--service-task", "families", "--professional", "aino", "--times"]
        let short = try fixture.call(
            [
                "book", "--at", "2099-12-01T09:00", "--method", "phone", "--name", "Maija Meikäläinen", "--phone",
                "0401234567", "--description", "Jatkoaika.", "--consent",
            ] + weekly + ["3"])
        #expect(
            short
                == ProgramResult(
                    code: 75,
                    error: """
                        kartoitin: the series has no free time at 2099-12-15T09:00:00+02:00; nothing was booked, choose other times

                        """))
        let booked = try book("--service-task", "families", "--professional", "aino", "--times", "2")
        #expect(
            booked.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] } == [
                "2099-12-01T09:00:00+02:00", "2099-12-08T09:00:00+02:00",
            ])
    }

    @Test("Part of an absence is taken back by a command; where there is none, that is told")
    func takeBack() throws {
        let absence = ["timetable", "absence", "--professional", "aino", "--from", "2099-12-01T09:00"]
        _ = try fixture.call(absence + ["--until", "2099-12-01T10:00", "--reason", "course"])
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00"])
        let back = ["timetable", "absence", "--take-back", "--professional", "aino", "--from", "2099-12-01T09:15"]
        #expect(
            try fixture.call(back + ["--until", "2099-12-01T10:00"])
                == ProgramResult(code: 0, error: "the times of aino in this period can be booked again\n"))
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00", "2099-12-01T09:15:00+02:00"])
        #expect(
            try fixture.call(back + ["--until", "2099-12-01T10:00"])
                == ProgramResult(
                    code: 65,
                    error:
                        "kartoitin: there is no absence in this period to take back; see kartoitin timetable list\n"))
    }
}
