import Foundation
import Testing

@Suite("report")
struct ReportCommandTests {
    private let fixture: CommandFixture
    private let period = ["--from", "2026-01-01", "--until", "2099-12-31"]

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open(
            "aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:00", "--method", "phone", "--method", "remote")
        _ = try fixture.book(at: "2099-12-01T09:00")
        _ = try fixture.book(at: "2099-12-01T09:15", ["--method": "remote"])
    }

    @Test("Bookings by who made them, as a table and as JSON")
    func bookings() throws {
        let table = try fixture.prepare(["report", "bookings"] + period).output
        #expect(
            table == """
                serviceTask  service  byClients  byProfessionals  byPhoneService  all  clientsShare  cancelled
                families     all      0          0                2               2    0.0 %         0
                all          all      0          0                2               2    0.0 %         0

                """)
        let json = try fixture.prepare(["report", "bookings", "--hide-small", "--format", "json"] + period).json()
        let rows = try #require(json["bookings"] as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(rows[0]["all"] == nil)
        #expect(rows[0]["byProfessionals"] as? Int == 0)
    }

    @Test("Contacts of meetings that are over only: of those to come nobody is told to have been met")
    func contacts() throws {
        #expect(
            try fixture.prepare(["report", "contacts"] + period).output == """
                serviceTask  phone  remote  office  all  remoteShare  noShows  unmarked
                all          0      0       0       0    -            0        0

                """)
    }

    @Test("As a picture it is SVG that XML readers read")
    func chart() throws {
        for report in ["bookings", "contacts"] {
            let svg = try fixture.prepare(["report", report, "--chart"] + period).output
            #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
            #expect(svg.hasSuffix("</svg>\n"))
            let document = try XMLReader.elements(of: svg)
            #expect(document.filter { $0 == "rect" }.count >= 4)
        }
    }

    @Test("Visits to the kiosk are counted where they ended")
    func journeys() throws {
        _ = try fixture.call(["kiosk", "--language", "en"], input: "family\nme\n")
        #expect(
            try fixture.prepare(["report", "journeys"] + period).output == """
                event  place        count
                began  -            1
                left   family-need  1

                """)
    }

    @Test(
        "A wrong period is told",
        arguments: [
            (
                ["--from", "yesterday", "--until", "2026-12-01"],
                "--from needs a day such as 2026-12-01 or 1.12., not \"yesterday\""
            ),
            (
                ["--from", "2026-12-01", "--until", "2026-12-01T12:00"],
                "--until needs a day such as 2026-12-01 or 1.12., not \"2026-12-01T12:00\""
            ),
            (["--from", "2026-12-02"], "report bookings needs --until\(example(of: "report bookings"))"),
        ])
    func wrongPeriod(options: [String], told: String) throws {
        let ended = try fixture.call(["report", "bookings"] + options)
        #expect(ended == ProgramResult(code: 64, error: "kartoitin: \(told)\n"))
    }
}
