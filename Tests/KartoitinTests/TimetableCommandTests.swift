import Foundation
import Testing

@Suite("timetable open and timetable list")
struct TimetableCommandTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
    }

    private let details = ["--name", "Aino \"A\", Esimerkki", "--service-task", "families", "--municipality", "167"]

    private func open(_ professional: String, _ words: [String]) throws -> ProgramResult {
        try fixture.call(["timetable", "open", "--professional", professional] + words)
    }

    private func list(_ words: String...) throws -> ProgramResult {
        try fixture.call(["timetable", "list", "--from", "2099-12-01", "--until", "2099-12-01"] + words)
    }

    private static let table = """
        professional  professionalName     start                      minutes  serviceTask  methods       \
        municipality  state  purpose
        aino          Aino "A", Esimerkki  2099-12-01T09:00:00+02:00  15       families     phone office  \
        167           free
        aino          Aino "A", Esimerkki  2099-12-01T09:15:00+02:00  15       families     phone office  \
        167           free

        """

    private static let csv = """
        professional,professionalName,start,minutes,serviceTask,methods,municipality,state,purpose
        aino,"Aino ""A"", Esimerkki",2099-12-01T09:00:00+02:00,15,families,phone office,167,free,
        aino,"Aino ""A"", Esimerkki",2099-12-01T09:15:00+02:00,15,families,phone office,167,free,

        """

    private func row(_ start: String, state: String) -> [String: Any] {
        [
            "professional": "aino", "professionalName": "Aino \"A\", Esimerkki", "start": start, "minutes": 15,
            "serviceTask": "families", "methods": ["phone", "office"], "municipality": "167", "state": state,
        ]
    }

    /// 40 minutes: two times fit.
    private func openTwo() throws -> ProgramResult {
        let times = ["--at", "2099-12-01T09:00", "--until", "2099-12-01T09:40"]
        return try open("aino", times + ["--method", "phone", "--method", "office"] + details)
    }

    @Test("Opened times are printed as they are listed, as a table and as CSV")
    func tableAndCSV() throws {
        #expect(try openTwo() == ProgramResult(code: 0, output: Self.table))
        #expect(try list() == ProgramResult(code: 0, output: Self.table))
        #expect(try list("--format", "csv") == ProgramResult(code: 0, output: Self.csv))
    }

    @Test("As JSON, with what is booked")
    func json() throws {
        _ = try openTwo()
        _ = try fixture.book(at: "2099-12-01T09:15")
        let expected: [String: Any] = [
            "timetable": [
                row("2099-12-01T09:00:00+02:00", state: "free"), row("2099-12-01T09:15:00+02:00", state: "booked"),
            ]
        ]
        #expect(try list("--format", "json").json().comparable == expected.comparable)
    }

    @Test("One professional's timetable can be asked for")
    func oneProfessional() throws {
        _ = try openTwo()
        try fixture.open("eero", at: "2099-12-01T09:00")
        #expect(try list("--professional", "aino") == ProgramResult(code: 0, output: Self.table))
    }

    @Test("Who is known needs no details, and every way to meet is open where none is named")
    func known() throws {
        _ = try openTwo()
        let opened = try open("aino", ["--at", "2099-12-02T09:00", "--format", "csv"])
        #expect(opened.output.contains(",2099-12-02T09:00:00+02:00,15,families,phone remote office,167,free,\n"))
    }

    @Test("A time that overlaps is told on the county's clock, and nothing is opened")
    func overlap() throws {
        _ = try openTwo()
        let told = "kartoitin: the professional has another time at 2099-12-01T09:20:00+02:00; nothing was opened\n"
        let times = ["--at", "2099-12-01T08:50", "--until", "2099-12-01T09:40", "--odd-minutes"]
        let first = told.replacing("09:20", with: "08:50")
        #expect(try open("aino", times) == ProgramResult(code: 65, error: first))
        #expect(
            try open("aino", ["--at", "2099-12-01T09:20", "--odd-minutes"]) == ProgramResult(code: 65, error: told))
        #expect(try list() == ProgramResult(code: 0, output: Self.table))
    }

    @Test("What cannot be opened is told")
    func faults() throws {
        let at = ["--at", "2099-12-01T09:00"]
        let unknown =
            #"unknown professional "aino"; to add one, give --name, --service-task and --municipality too"#
        let protection = ["--name", "C", "--service-task", "child-protection", "--municipality", "167"]
        let cases: [(String, [String], Int32, String)] = [
            ("aino", at, 65, unknown),
            ("Äinö", at + details, 65, "--professional takes a-z, 0-9, - and ., at most 64 of them"),
            (
                "c", at + protection, 77,
                "child-protection has no times that anybody may book; name a type with --appointment-type"
            ),
            (
                "aino", at + ["--until", "2099-12-01T09:14"] + details, 65,
                "no time of 15 minutes fits between --at and --until"
            ),
            ("aino", at + details + ["--method", "phne"], 64, #"unknown --method "phne", did you mean "phone"?"#),
        ]
        for (professional, words, code, message) in cases {
            #expect(try open(professional, words) == ProgramResult(code: code, error: "kartoitin: \(message)\n"))
        }
        let nobody = #"kartoitin: unknown professional "aino"; see kartoitin timetable list"# + "\n"
        #expect(try list("--professional", "aino") == ProgramResult(code: 65, error: nobody))
    }
}
