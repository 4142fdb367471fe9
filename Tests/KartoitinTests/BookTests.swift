import BookingCore
import CivilTime
import Foundation
import Testing

@Suite("book")
struct BookTests {
    let fixture: CommandFixture
    private let start = "2099-12-01T09:00"

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T09:30", "--method", "phone")
    }

    private func book(_ changes: [String: String?] = [:], input: Data = Data()) throws -> ProgramResult {
        try fixture.call(CommandFixture.booking(at: start, changes), input: input)
    }

    private func reference(in output: String) throws -> String {
        let match = try #require(output.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/))
        return String(match.output)
    }

    @Test("As JSON in its fixed shape")
    func json() throws {
        let ended = try book()
        let found = try ended.json()
        let expected: [String: Any] = [
            "reference": try reference(in: ended.output), "start": "2099-12-01T09:00:00+02:00", "minutes": 15,
            "method": "phone", "professional": "aino", "professionalName": "aino Esimerkki", "status": "booked",
            "serviceTask": "families",
            "municipality": "167",
        ]
        #expect(ended.code == 0)
        #expect(ended.error == "")
        #expect(found.comparable == expected.comparable)
    }

    @Test("As a table")
    func table() throws {
        let ended = try book(["--format": "table"])
        #expect(ended == ProgramResult(code: 0, output: BookingRow.table(try reference(in: ended.output))))
    }

    @Test("As CSV")
    func csv() throws {
        let ended = try book(["--format": "csv"])
        let row = BookingRow(reference: try reference(in: ended.output))
        #expect(ended == ProgramResult(code: 0, output: row.csv))
    }

    @Test("A time with an offset is the same moment")
    func offset() throws {
        let booked = try ["2099-12-01T07:00Z", "2099-12-01T08:15:00+01:00"].map {
            try book(["--at": $0]).json()["start"] as? String
        }
        #expect(booked == ["2099-12-01T09:00:00+02:00", "2099-12-01T09:15:00+02:00"])
    }

    @Test("A time that is taken: what is free instead on standard output, why on standard error")
    func taken() throws {
        _ = try book()
        let ended = try book()
        let free: [String: Any] = [
            "slots": [
                [
                    "start": "2099-12-01T09:15:00+02:00", "minutes": 15, "appointmentType": "advice-families",
                    "serviceTask": "families", "methods": ["phone"], "municipality": "167", "professionals": 1,
                ]
            ]
        ]
        #expect(ended.code == 75)
        #expect(ended.error == "kartoitin: this time is no longer free; choose another\n")
        #expect(try ended.json().comparable == free.comparable)
    }

    @Test("A time that was never opened is no longer free")
    func neverOpened() throws {
        let ended = try book(["--at": "2099-12-01T10:00", "--format": "csv"])
        let free = """
            start,minutes,appointmentType,serviceTask,methods,municipality,professionals
            2099-12-01T09:00:00+02:00,15,advice-families,families,phone,167,1
            2099-12-01T09:15:00+02:00,15,advice-families,families,phone,167,1

            """
        #expect(
            ended
                == ProgramResult(
                    code: 75, output: free, error: "kartoitin: this time is no longer free; choose another\n"))
    }

    @Test("Each wrong detail is told, and nothing is booked")
    func wrongDetails() throws {
        for wrong in WrongDetail.all {
            let ended = try book(wrong.changes, input: wrong.input)
            #expect(ended == ProgramResult(code: wrong.code, error: "kartoitin: \(wrong.message)\n"))
        }
        #expect(try fixture.freeStarts().count == 2)
    }

    @Test("With an interpreter it takes two times, one after another, and is as long in every output")
    func interpreter() throws {
        let booked = try book(["--interpreter": "somali"])
        #expect(try booked.json()["minutes"] as? Int == 30)
        #expect(try fixture.freeStarts() == [])
        let shown = try fixture.run([
            "booking", "show", try reference(in: booked.output), "--phone", "0401234567", "--format", "json",
        ])
        #expect(try shown.json()["minutes"] as? Int == 30)
        // What is free instead is as long.
        try fixture.open("eero", at: "2099-12-03T09:00", "--until", "2099-12-03T09:45", "--method", "phone")
        let taken = try book(["--sign-language": ""])
        #expect(taken.code == 75)
        let slots = try #require(try taken.json()["slots"] as? [[String: Any]])
        #expect(slots.compactMap { $0["minutes"] as? Int } == [30, 30])
    }

    @Test("An ordinary time with an interpreter is booked by those who say so; another option alone means nothing")
    func ordinaryTime() throws {
        #expect(try book(["--sign-language": "", "--ordinary-time": ""]).json()["minutes"] as? Int == 15)
        #expect(
            try book(["--ordinary-time": ""])
                == ProgramResult(
                    code: 64,
                    error: "kartoitin: --ordinary-time needs --interpreter LANGUAGE or --sign-language beside it\n"))
    }

    @Test("A time that an interpreter cannot come to so soon is refused with what to do")
    func tooSoonForInterpreter() throws {
        // Sooner than three days; of those the first on which the county is open, which is none at Christmas.
        let soon = (24...70).lazy.map { hours in
            Date(
                timeIntervalSince1970: ((Date().timeIntervalSince1970 / 900).rounded(.up) * 900) + Double(hours)
                    * 3600)
        }.first { ClosedDays().reason(on: WallClock.utc.calendarDay(of: $0.addingTimeInterval(7200))) == nil }
        guard let soon else { return }
        let (tomorrow, later) = (soon.formatted(.iso8601), soon.addingTimeInterval(1800).formatted(.iso8601))
        try fixture.open("aino", at: tomorrow, "--until", later, "--method", "phone")
        let ended = try book(["--at": tomorrow, "--interpreter": "somali"])
        #expect(ended.code == 77)
        #expect(
            ended.error
                == "kartoitin: with an interpreter a time like this is booked at least 3 days before it begins; choose a "
                + "later one, or add --ordinary-time and the worker sees to it\n")
    }

    @Test("The longest texts are taken")
    func longest() throws {
        let description = String(repeating: "ä", count: 8000)
        let changes = [
            "--name": String(repeating: "n", count: 100), "--hope": String(repeating: "h", count: 2000),
            "--interpreter": String(repeating: "i", count: 200), "--ordinary-time": "", "--description": "-",
        ]
        // The last newline belongs to the shell's habits, not to the text.
        #expect(try book(changes, input: Data((description + "\n").utf8)).code == 0)
    }
}

/// A detail of a booking that is wrong, and what is told of it.
struct WrongDetail {
    let changes: [String: String?]
    let message: String
    let code: Int32
    var input = Data()

    init(_ changes: [String: String?], _ message: String, code: Int32 = 65, input: Data = Data()) {
        self.changes = changes
        self.message = message
        self.code = code
        self.input = input
    }

    init(_ option: String, _ value: String?, _ message: String, code: Int32 = 65) {
        self.init([option: value], message, code: code)
    }

    static let all = [
        WrongDetail(
            "--consent", nil,
            "nothing is kept without the client's consent; add --consent when the client has agreed", code: 64),
        WrongDetail("--service-task", nil, "book needs --service-task\(example(of: "book"))", code: 64),
        WrongDetail("--at", nil, "book needs --at\(example(of: "book"))", code: 64),
        WrongDetail("--method", nil, "book needs --method\(example(of: "book"))", code: 64),
        WrongDetail("--name", nil, "book needs --name\(example(of: "book"))", code: 64),
        WrongDetail("--phone", nil, "book needs --phone\(example(of: "book"))", code: 64),
        WrongDetail("--description", nil, "book needs --description\(example(of: "book"))", code: 64),
        WrongDetail(
            "--service-task", "child-protection", "child-protection has no times that anybody may book", code: 77),
        WrongDetail("--service-task", "older-people", "older-people has no times that anybody may book", code: 77),
        WrongDetail(
            "--at", "tomorow", #"--at needs a time of day too, such as "tomorow 9.00""#, code: 64),
        WrongDetail(
            "--at", "2027-03-28T03:00", "2027-03-28T03:00 does not exist: the clock skips it when summer time begins"),
        WrongDetail(
            "--at", "2027-10-31T03:00",
            "2027-10-31T03:00 comes twice when summer time ends; say which with +03:00 or +02:00 after it"),
        WrongDetail(
            "--service", "home-hlep", #"unknown --service "home-hlep", did you mean "home-help"?"#, code: 64),
        WrongDetail(
            "--meeting-language", "de", #"unknown --meeting-language "de"; use one of: fi, sv, en"#, code: 64),
        WrongDetail("--language", "xx", #"unknown --language "xx"; use one of: fi, sv, en"#, code: 64),
        WrongDetail("--name", "123", "--name needs letters"),
        WrongDetail(
            "--name", String(repeating: "n", count: 101),
            "--name has 101 characters, at most 100 are kept; nothing was booked"),
        WrongDetail("--phone", "401234567", "--phone: it must begin with 0 or with + and a country code"),
        WrongDetail(
            "--phone", "040 12x",
            "--phone: there is something else than digits in it; write it such as 040 123 4567"),
        WrongDetail("--phone", "- -", "--phone: the number is missing; write it such as 040 123 4567"),
        WrongDetail("--phone", "0401", "--phone: it is too short"),
        WrongDetail("--phone", "040123456789012", "--phone: it is too long"),
        WrongDetail("--email", "maija", "--email is not an address such as name@example.fi"),
        WrongDetail(
            "--hope", String(repeating: "h", count: 2001),
            "--hope has 2001 characters, at most 2000 are kept; nothing was booked"),
        WrongDetail(
            "--accessibility", String(repeating: "a", count: 201),
            "--accessibility has 201 characters, at most 200 are kept; nothing was booked"),
        WrongDetail(
            ["--description": "-"], "--description has 8001 characters, at most 8000 are kept; nothing was booked",
            input: Data(String(repeating: "ä", count: 8001).utf8)),
        WrongDetail(
            ["--description": "-"], "the description holds bytes that are not UTF-8; nothing was booked",
            input: Data([0x48, 0xE4, 0x74, 0xE4])),
    ]
}
