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
                serviceTask  service  byClients  byProfessionals  byPhoneService  all  clientsShare  cancelledByClient  cancelledByCounty  cancelled
                families     all      0          0                2               2    0.0 %         0                  0                  0
                all          all      0          0                2               2    0.0 %         0                  0                  0

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

    @Test("As a picture: bars and numbers, in the language that is asked for")
    func chart() throws {
        let fixture = try CommandFixture(languages: ["en", "fi", "sv", "ru"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:00")
        _ = try fixture.book(at: "2099-12-01T09:00")
        func chart(_ report: String, _ language: String) throws -> String {
            try fixture.prepare(["report", report, "--chart", "--language", language] + period).output
                .replacing("\u{a0}", with: " ")
        }
        let finnish = try chart("bookings", "fi")
        #expect(
            finnish == """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 158" role="img" font-family="sans-serif" font-size="14">
                <title>Varaukset tekijän mukaan, 1.1.2026 – 31.12.2099</title>
                <rect width="1000" height="158" fill="white"/>
                <text x="10" y="24" font-size="16">Varaukset tekijän mukaan, 1.1.2026 – 31.12.2099</text>
                <rect x="10" y="40" width="14" height="14" fill="#0072b2"/>
                <text x="30" y="52">asiakkaat</text>
                <rect x="250" y="40" width="14" height="14" fill="#e69f00"/>
                <text x="270" y="52">ammattilaiset</text>
                <rect x="490" y="40" width="14" height="14" fill="#009e73"/>
                <text x="510" y="52">puhelinpalvelu</text>
                <text x="10" y="96">lapsiperheiden palvelut</text>
                <rect x="270" y="80" width="300" height="22" fill="#009e73"><title>puhelinpalvelu: 1</title></rect>
                <text x="578" y="96">0 + 0 + 1; asiakkaat 0 %</text>
                <text x="10" y="130">kaikki</text>
                <rect x="270" y="114" width="300" height="22" fill="#009e73"><title>puhelinpalvelu: 1</title></rect>
                <text x="578" y="130">0 + 0 + 1; asiakkaat 0 %</text>
                </svg>

                """)
        _ = try XMLReader.elements(of: finnish)
        #expect(
            try ["en", "sv", "ru"].map { try title(chart("bookings", $0)) } == [
                "Bookings by who made them, 1 Jan 2026 – 31 Dec 2099",
                "Bokningar efter vem som gjorde dem, 1.1.2026 – 31.12.2099",
                "Кто записывал на прием, 1.1.2026 – 31.12.2099",
            ])
        #expect(
            try ["en", "fi", "sv", "ru"].map { try title(chart("contacts", $0)) } == [
                "Meetings by how they were held, 1 Jan 2026 – 31 Dec 2099. The target for remote ones is 35%",
                "Tapaamiset tavan mukaan, 1.1.2026 – 31.12.2099. Etätapaamisten tavoite on 35 %",
                "Möten efter sätt, 1.1.2026 – 31.12.2099. Målet för möten på distans är 35 %",
                "Как проходили встречи, 1.1.2026 – 31.12.2099. Цель для встреч на расстоянии: 35 %",
            ])
    }

    private func title(_ svg: String) -> Substring? { svg.firstMatch(of: #/<title>(.*)<\/title>/#)?.output.1 }

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
