import Foundation
import TestValues
import Testing

@Suite("report waiting")
struct WaitingReportTests {
    private let fixture: CommandFixture
    private let report = ["report", "waiting", "--from", "2099-11-28", "--until", "2099-11-30"]

    /// Five bookings of families that waited 1, 1, 2, 2 and 3 calendar days, and one of disability that waited 3.
    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open(
            "aino", at: "2099-12-01T09:00", "--until", "2099-12-01T10:30", "--method", "phone", "--method", "remote")
        try fixture.prepare([
            "timetable", "open", "--professional", "impi", "--at", "2099-12-01T09:00", "--name", "Impi Esimerkki",
            "--service-task", "disability", "--municipality", "422", "--method", "office",
        ])
        for (minute, service) in [("00", "home-help"), ("15", nil), ("30", nil), ("45", nil)] {
            _ = try fixture.book(at: "2099-12-01T09:\(minute)", ["--service": service])
        }
        _ = try fixture.book(at: "2099-12-01T10:00")
        _ = try fixture.book(at: "2099-12-01T09:00", ["--service-task": "disability", "--method": "office"])
        try fixture.edit(.madeHalfDaysAhead)
    }

    /// The same with what depends on the day of the test covered.
    private func covered(_ text: String) -> String {
        text.replacing(#/\d+ d \d+ h/#, with: "N d N h")
            .replacing(#/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0\d:00/#, with: "NOW")
    }

    @Test("The first free time now, and what those waited who booked, as a table and as CSV")
    func table() throws {
        let csv = try fixture.prepare(report + ["--format", "csv"]).output
        #expect(
            covered(csv) == """
                serviceTask,service,phoneNow,remoteNow,officeNow,measuredAt,bookings,medianDays,nineOfTenDays
                families,all,N d N h,N d N h,nothing free,NOW,5,2,3
                families,home-help,-,-,-,-,1,1,1
                families,none named,-,-,-,-,4,2,3
                family-law,all,nothing free,nothing free,nothing free,NOW,0,-,-
                working-age,all,nothing free,nothing free,nothing free,NOW,0,-,-
                disability,all,nothing free,nothing free,nothing free,NOW,1,3,3
                all,all,-,-,-,-,6,2,3

                """)
        #expect(try fixture.prepare(report).output.hasPrefix("serviceTask  service     phoneNow"))
    }

    @Test(
        "Of fewer than five neither the count nor the days are told on request, nor what would tell them; when a time is free is told"
    )
    func hidden() throws {
        let csv = try fixture.prepare(report + ["--hide-small", "--format", "csv"]).output
        #expect(
            covered(csv) == """
                serviceTask,service,phoneNow,remoteNow,officeNow,measuredAt,bookings,medianDays,nineOfTenDays
                families,all,N d N h,N d N h,nothing free,NOW,hidden,hidden,hidden
                families,home-help,-,-,-,-,<5,hidden,hidden
                families,none named,-,-,-,-,<5,hidden,hidden
                family-law,all,nothing free,nothing free,nothing free,NOW,0,-,-
                working-age,all,nothing free,nothing free,nothing free,NOW,0,-,-
                disability,all,nothing free,nothing free,nothing free,NOW,<5,hidden,hidden
                all,all,-,-,-,-,6,2,3

                """)
    }

    @Test("As JSON, with the moment at which free times were looked for")
    func json() throws {
        let before = Date()
        let json = try fixture.prepare(report + ["--hide-small", "--format", "json"]).json()
        let booked: [[String: Any]] = [
            ["serviceTask": "families", "row": "task"],
            ["serviceTask": "families", "service": "home-help", "row": "service"],
            ["serviceTask": "families", "row": "no-service"],
            ["serviceTask": "family-law", "row": "task", "bookings": 0],
            ["serviceTask": "working-age", "row": "task", "bookings": 0],
            ["serviceTask": "disability", "row": "task"],
            ["row": "total", "bookings": 6, "medianDays": 2, "nineOfTenDays": 3],
        ]
        #expect((json["booked"] as? [[String: Any]])?.map(\.comparable) == booked.map(\.comparable))
        let text = try #require(json["measuredAt"] as? String)
        let measuredAt = try Date(text, strategy: .iso8601)
        #expect(measuredAt >= before.addingTimeInterval(-1) && measuredAt <= Date())
        let free = try #require(json["firstFree"] as? [[String: Any]])
        #expect(free.count == 12)
        #expect(
            free.compactMap { $0["start"] as? String } == ["2099-12-01T10:15:00+02:00", "2099-12-01T10:15:00+02:00"])
        let phone = free[0]
        let start = try Date("2099-12-01T10:15:00+02:00", strategy: .iso8601)
        let hours = try #require(phone["days"] as? Int) * 24 + #require(phone["hours"] as? Int)
        #expect(abs(start.timeIntervalSince(measuredAt) - Double(hours) * 3600 - 1800) <= 1800)
        let nothing: [String: Any] = ["serviceTask": "families", "method": "office"]
        #expect(free[2].comparable == nothing.comparable)
    }

    @Test("Only what was made in the period counts, its last day too")
    func period() throws {
        let day = ["report", "waiting", "--from", "2099-11-29", "--until", "2099-11-29", "--format", "csv"]
        let told = covered(try fixture.prepare(day).output)
        #expect(told.contains("\nfamilies,all,N d N h,N d N h,nothing free,NOW,2,2,2\n"))
    }

    @Test("As a picture: a bar for what was waited, one for each first free time; what is hidden has none")
    func chart() throws {
        func chart(_ options: String...) throws -> [Substring] {
            let svg = try fixture.prepare(report + ["--chart"] + options).output
            _ = try XMLReader.elements(of: svg)
            // What each row of the picture begins with and ends with, and the numbers of its bars.
            return svg.matches(of: #/<text [^>]*y="(?!24|52)\d+">(.*)<\/text>|<rect.*<title>(.*)<\/title>/#)
                .map { $0.output.1 ?? $0.output.2 ?? "" }
        }
        let days = #/\d{2,}( d \d+ h)?/#
        #expect(
            try chart().prefix(11).map { $0.replacing(days, with: "N") } == [
                "services for families with children", "half, hours: N", "N %, more hours: N",
                "half 2 days, N % 3 days, bookings 5", "services for families with children, phone",
                "first free, hours: N", "N", "services for families with children, remote", "first free, hours: N",
                "N", "services for families with children, office",
            ])
        let hidden = try chart("--hide-small")
        #expect(
            hidden.map { $0.replacing(#/\d{2,}( d \d+ h)?/#, with: "N") } == [
                "services for families with children", "bookings hidden",
                "services for families with children, phone",
                "first free, hours: N", "N", "services for families with children, remote", "first free, hours: N",
                "N",
                "services for families with children, office", "nothing free",
                "family law services", "bookings 0", "family law services, phone", "nothing free",
                "family law services, remote", "nothing free", "family law services, office",
                "nothing free",
                "services for working-age people", "bookings 0", "services for working-age people, phone",
                "nothing free",
                "services for working-age people, remote", "nothing free", "services for working-age people, office",
                "nothing free",
                "disability services", "bookings &lt;5", "disability services, phone", "nothing free",
                "disability services, remote",
                "nothing free", "disability services, office", "nothing free",
            ])
    }
}
