import Foundation
import TestValues
import Testing

@Suite("slots")
struct SlotsTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T09:30", "--method", "phone")
        try fixture.open("eero", at: "2099-12-01T09:00", "--method", "office", "--method", "phone")
        try fixture.prepare([
            "timetable", "open", "--professional", "urho", "--name", "Urho Esimerkki", "--service-task", "disability",
            "--municipality", "422", "--at", "2099-06-01T12:00", "--method", "remote", "--language-of-service", "en",
        ])
    }

    @Test("As a table, earliest first, equal times of several workers as one row")
    func table() throws {
        let expected = """
            start                      minutes  appointmentType    serviceTask  methods       municipality  professionals
            2099-06-01T12:00:00+03:00  15       advice-disability  disability   remote        422           1
            2099-12-01T09:00:00+02:00  15       advice-families    families     phone office  167           2
            2099-12-01T09:15:00+02:00  15       advice-families    families     phone         167           1

            """
        #expect(try fixture.call(["slots"]) == ProgramResult(code: 0, output: expected))
    }

    @Test("As CSV")
    func csv() throws {
        let expected = """
            start,minutes,appointmentType,serviceTask,methods,municipality,professionals
            2099-06-01T12:00:00+03:00,15,advice-disability,disability,remote,422,1
            2099-12-01T09:00:00+02:00,15,advice-families,families,phone office,167,2
            2099-12-01T09:15:00+02:00,15,advice-families,families,phone,167,1

            """
        #expect(try fixture.call(["slots", "--format", "csv"]) == ProgramResult(code: 0, output: expected))
    }

    @Test("As JSON in its fixed shape")
    func json() throws {
        let ended = try fixture.call(["slots", "--format", "json", "--service-task", "families", "--limit", "1"])
        let expected: [String: Any] = [
            "slots": [
                [
                    "start": "2099-12-01T09:00:00+02:00", "minutes": 15, "appointmentType": "advice-families",
                    "serviceTask": "families", "methods": ["phone", "office"], "municipality": "167",
                    "professionals": 2,
                ]
            ]
        ]
        #expect(ended.code == 0)
        #expect(try ended.json().comparable == expected.comparable)
    }

    @Test("Nothing free is an empty list, and no failure")
    func nothing() throws {
        let ended = try fixture.call(["slots", "--format", "json", "--service-task", "working-age"])
        #expect(ended == ProgramResult(code: 0, output: #"{"slots":[]}"# + "\n"))
    }

    @Test("Each option narrows the list")
    func options() throws {
        let lists = [
            ("--service-task disability", ["2099-06-01T12:00:00+03:00"]),
            ("--method office", ["2099-12-01T09:00:00+02:00"]),
            ("--municipality 422", ["2099-06-01T12:00:00+03:00"]),
            ("--from 2099-12-01T09:15", ["2099-12-01T09:15:00+02:00"]),
            ("--from 2099-12-01T07:15Z", ["2099-12-01T09:15:00+02:00"]),
            ("--from 2099-12-01 --until 2099-12-01T09:15", ["2099-12-01T09:00:00+02:00"]),
            ("--until 2099-11-30", ["2099-06-01T12:00:00+03:00"]),
            ("--until 2099-12-01T00:00", ["2099-06-01T12:00:00+03:00"]),
            ("--from 2099-06-01 --until 2099-06-01", ["2099-06-01T12:00:00+03:00"]),
            ("--office lieksa", []), ("--office joensuu", ["2099-12-01T09:00:00+02:00"]),
            ("--appointment-type advice-disability", ["2099-06-01T12:00:00+03:00"]),
            ("--part-of-day afternoon", ["2099-06-01T12:00:00+03:00"]),
            ("--part-of-day morning", ["2099-12-01T09:00:00+02:00", "2099-12-01T09:15:00+02:00"]),
            ("--language-of-service en", ["2099-06-01T12:00:00+03:00"]),
            ("--professional eero", ["2099-12-01T09:00:00+02:00"]),
            ("--limit 1", ["2099-06-01T12:00:00+03:00"]),
            ("--limit=1 --from=2099-07-01", ["2099-12-01T09:00:00+02:00"]),
        ]
        for (line, starts) in lists {
            let words = ["slots", "--format", "json"] + line.split(separator: " ").map(String.init)
            let slots = try #require(try fixture.prepare(words).json()["slots"] as? [[String: Any]])
            #expect(slots.compactMap { $0["start"] as? String } == starts, "\(line)")
        }
    }

    @Test("Times opened for rights are shown only of a named professional")
    func byRight() throws {
        try fixture.edit(.byRight("eero"))
        func rows(_ more: String...) throws -> [[String: Any]] {
            let list = try fixture.prepare(["slots", "--format", "json", "--from", "2099-12-01"] + more).json()
            return try #require(list["slots"] as? [[String: Any]])
        }
        #expect(try rows().compactMap { $0["professionals"] as? Int } == [1, 1])
        #expect(try rows("--professional", "eero").count == 1)
    }

    @Test("What an option does not know is told")
    func unknown() throws {
        let types =
            "advice-families, advice-family-law, advice-working-age, advice-disability, separation, "
            + "maintenance-continued, maintenance-changed, advice-child-protection"
        let wrong = [
            (
                "--appointment-type nothing-like-it",
                "unknown --appointment-type \"nothing-like-it\"; use one of: \(types)", 64
            ),
            ("--office joensu", #"unknown --office "joensu", did you mean "joensuu"?"#, 64),
            ("--language-of-service de", #"unknown --language-of-service "de"; use one of: en"#, 64),
            ("--part-of-day night", #"unknown --part-of-day "night"; use one of: morning, afternoon"#, 64),
            ("--professional nobody", #"unknown professional "nobody"; see kartoitin timetable list"#, 65),
            ("--office joensuu --method phone", "--office has no meetings by phone; leave one of the two out", 64),
            (
                "--office joensuu --municipality 422",
                "the office joensuu is not in --municipality; leave one of the two out", 64
            ),
        ]
        for (line, message, code) in wrong {
            let ended = try fixture.call(["slots"] + line.split(separator: " ").map(String.init))
            #expect(ended == ProgramResult(code: Int32(code), error: "kartoitin: \(message)\n"))
        }
    }
}
