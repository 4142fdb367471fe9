import Foundation
import Testing

@Suite("timetable template, and time without clients")
struct TemplateTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-11-02T09:00")
    }

    /// 2099-12-21 is a Monday: Christmas Eve is a Thursday, Christmas Day a Friday.
    private static let week = """
        mon 09:00-09:30 advice-families phone,office
        wed 12:00-12:30 - team meeting
        thu 09:00-11:00 advice-families
        fri 09:00-09:15 advice-families
        """

    private func template(
        _ words: String..., from: String = "2099-12-21", until: String = "2099-12-30", week: String = Self.week
    ) throws -> ProgramResult {
        let period = ["--from", from, "--until", until]
        return try fixture.call(["timetable", "template", "--professional", "aino"] + period + words, input: week)
    }

    private static let table = """
        start                      minutes  appointmentType  methods       purpose       result
        2099-12-21T09:00:00+02:00  15       advice-families  phone office                opened
        2099-12-21T09:15:00+02:00  15       advice-families  phone office                opened
        2099-12-23T12:00:00+02:00  30                                      team meeting  opened
        2099-12-24T09:00           120                                                   skipped: closed on the eve \
        of a holiday
        2099-12-25T09:00           15                                                    skipped: public holiday, \
        christmas-day
        2099-12-28T09:00           30                                                    skipped: closed, training
        2099-12-30T12:00:00+02:00  30                                      team meeting  opened

        """

    private func closeDay() throws {
        let county = fixture.folder.appending(path: "Content/county.txt")
        let text = try String(contentsOf: county, encoding: .utf8)
        try Data((text + "closed 2099-12-28\n  reason training\n").utf8).write(to: county)
    }

    @Test("A dry run shows what is opened and what is not and why; then it is opened so")
    func opened() throws {
        try closeDay()
        let dry = try template("--dry-run")
        #expect(dry == ProgramResult(code: 0, output: Self.table, error: "nothing was opened: a dry run\n"))
        let list = ["timetable", "list", "--from", "2099-12-21", "--until", "2099-12-30", "--format", "csv"]
        #expect(try fixture.call(list).output.split(separator: "\n").count == 1)
        #expect(try template() == ProgramResult(code: 0, output: Self.table, error: "times opened: 4\n"))
        let rows = """
            professional,professionalName,start,minutes,serviceTask,methods,municipality,state,purpose
            aino,aino Esimerkki,2099-12-21T09:00:00+02:00,15,families,phone office,167,free,
            aino,aino Esimerkki,2099-12-21T09:15:00+02:00,15,families,phone office,167,free,
            aino,aino Esimerkki,2099-12-23T12:00:00+02:00,30,families,,167,other,team meeting
            aino,aino Esimerkki,2099-12-30T12:00:00+02:00,30,families,,167,other,team meeting

            """
        #expect(try fixture.call(list) == ProgramResult(code: 0, output: rows))
    }

    @Test("As JSON, from a file")
    func json() throws {
        try Data(Self.week.utf8).write(to: fixture.folder.appending(path: "week.txt"))
        let ended = try template(
            fixture.path("week.txt"), "--format", "json", "--quiet", from: "2099-12-23", until: "2099-12-24", week: ""
        )
        let expected: [String: Any] = [
            "opened": [
                [
                    "start": "2099-12-23T12:00:00+02:00", "minutes": 30, "methods": [String](),
                    "purpose": "team meeting",
                ] as [String: Any]
            ],
            "skipped": [
                ["start": "2099-12-24T09:00", "minutes": 120, "why": "closed on the eve of a holiday"]
                    as [String: Any]
            ],
        ]
        #expect(ended.error == "")
        #expect(try ended.json().comparable == expected.comparable)
    }

    @Test("An overlap is told with its first time, and nothing is opened, in a dry run too")
    func overlap() throws {
        try fixture.open("aino", at: "2099-12-21T09:20", "--odd-minutes")
        let told = "kartoitin: the professional has another time at 2099-12-21T09:15:00+02:00; nothing was opened\n"
        #expect(try template("--dry-run") == ProgramResult(code: 65, error: told))
        #expect(try template() == ProgramResult(code: 65, error: told))
        #expect(try fixture.timetable("other", "--from", "2099-12-21").isEmpty)
        let twice = try template(week: "wed 09:00-10:00 - a\nwed 09:30-10:00 - b")
        #expect(twice.error.contains("another time at 2099-12-23T09:30:00+02:00; nothing was opened"))
    }

    @Test("The night when summer time begins: what does not exist is left out")
    func springNight() throws {
        // The last Sunday of March 2099.
        let ended = try template(
            "--format", "csv", from: "2099-03-29", until: "2099-03-29",
            week: "sun 02:45-04:15 advice-families phone")
        let why = "skipped: the clock skips this time when summer time begins"
        #expect(
            ended.output == """
                start,minutes,appointmentType,methods,purpose,result
                2099-03-29T02:45:00+02:00,15,advice-families,phone,,opened
                2099-03-29T03:00,15,,,,\(why)
                2099-03-29T03:15,15,,,,\(why)
                2099-03-29T03:30,15,,,,\(why)
                2099-03-29T03:45,15,,,,\(why)
                2099-03-29T04:00:00+03:00,15,advice-families,phone,,opened

                """)
    }

    @Test("What is wrong is told, and nothing is opened")
    func faults() throws {
        let wrong = try template(week: "mno 09:00-10:00 - x\nmon 09:00-10:00 advice-families office,phne")
        let told = """
            kartoitin: the template has faults; nothing was opened
            standard input:1: unknown word "mno", did you mean "mon"?
            standard input:2: unknown method "phne", did you mean "phone"?

            """
        #expect(wrong == ProgramResult(code: 65, error: told))
        let messages = [
            (try template(from: "2099-12-31"), 65, "nothing lies between --from and --until; give a later --until"),
            (
                try template(until: "2102-12-21"), 65,
                "a template is opened for two years at most; give an earlier --until"
            ),
            (
                try template(from: "1.13.2099"), 64,
                #"--from needs a day such as 2026-12-01 or 1.12., not "1.13.2099""#
            ),
            (try template("none.txt"), 65, "the file none.txt cannot be read; check its name"),
            (
                try fixture.call([
                    "timetable", "template", "--professional", "b", "--from", "2099-12-01", "--until", "2099-12-02",
                ]), 65, #"unknown professional "b"; see kartoitin timetable list"#
            ),
        ]
        for (ended, code, message) in messages {
            #expect(ended == ProgramResult(code: Int32(code), error: "kartoitin: \(message)\n"))
        }
    }

    @Test("A time for something else is opened by itself, is listed with its purpose, and nobody can book it")
    func purpose() throws {
        let words = [
            "timetable", "open", "--professional", "aino", "--at", "2099-11-03T09:00", "--purpose", "training",
        ]
        let opened = try fixture.call(words + ["--until", "2099-11-03T12:00", "--format", "csv"])
        #expect(
            opened.output.hasSuffix(
                "\naino,aino Esimerkki,2099-11-03T09:00:00+02:00,180,families,,167,other,training\n"))
        #expect(try fixture.freeStarts() == ["2099-11-02T09:00:00+02:00"])
        #expect(try fixture.call(CommandFixture.booking(at: "2099-11-03T09:00")).code == 75)
        let faults = [
            (words, 64, "timetable open needs --until with --purpose\(example(of: "timetable open", 2))"),
            (words + ["--until", "2099-11-03T18:00"], 65, "between --at and --until must be 5 to 480 minutes"),
            (words + ["--method", "phone"], 64, "--method and --purpose do not go together; give one"),
        ]
        for (words, code, message) in faults {
            #expect(try fixture.call(words) == ProgramResult(code: Int32(code), error: "kartoitin: \(message)\n"))
        }
    }
}
