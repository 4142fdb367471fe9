import Foundation
import Testing

@Suite("Places and days on a command line are given as people call them")
struct PlacesAndDaysTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.prepare([
            "timetable", "open", "--professional", "aino", "--name", "Aino Esimerkki", "--service-task", "families",
            "--municipality", "liperi", "--at", "1.12.2099 klo 9.00", "--until", "1.12.2099 9.30",
        ])
        try fixture.open("eero", at: "ti 1.12.2099 9:00", "--until", "2099-12-01")
    }

    private func count(_ options: String...) throws -> Int {
        let list = try fixture.prepare(["slots", "--format", "json", "--limit", "500"] + options).json()
        let slots = try #require(list["slots"] as? [[String: Any]])
        return slots.compactMap { $0["professionals"] as? Int }.reduce(0, +)
    }

    @Test("A municipality by its code or its name, an office by its id or its name, in each language")
    func places() throws {
        for name in ["426", "Liperi", "liperi", "LIPERI", "Libelits"] {
            #expect(try count("--municipality", name) == 2, "\(name)")
        }
        for name in ["liperi", "Liperin toimisto", "kontoret i libelits"] {
            #expect(try count("--office", name) == 2, "\(name)")
        }
        #expect(try count("--municipality", "Joensuu") == 60)
    }

    @Test("Free times, a booking, an absence and a report from days as they are written")
    func days() throws {
        #expect(try count("--from", "1.12.2099 klo 9.15", "--until", "1.12.2099 9.30", "--municipality", "426") == 1)
        #expect(try fixture.book(at: "1.12.2099 9.15", ["--municipality": "Libelits"]).count == 9)
        let absence = try fixture.prepare([
            "timetable", "absence", "--professional", "aino", "--from", "1.12.2099", "--until", "1.12.2099 9.30",
            "--reason", "koulutus", "--format", "csv", "--quiet",
        ])
        #expect(absence.output.contains(",2099-12-01T09:15:00+02:00,15,phone,426\n"))
        let report = ["report", "bookings", "--until", "tänään", "--format", "json", "--from"]
        let today = try fixture.prepare(report + ["idag"]).json()
        #expect(try today.comparable == fixture.prepare(report + ["today"]).json().comparable)
    }

    @Test("A time that is over, or a day alone, is not booked or opened")
    func over() throws {
        let over = "--at 2020-01-01T09:00:00+02:00 is over; give a time that is to come"
        let alone = #"--at needs a time of day too, such as "1.12.2099 9.00""#
        let open = ["timetable", "open", "--professional", "aino", "--at"]
        let move = ["booking", "move", "K7PF-3M2R", "--phone", "0401234567", "--at"]
        for (time, code, told) in [("1.1.2020 9.00", Int32(65), over), ("1.12.2099", 64, alone)] {
            let expected = ProgramResult(code: code, error: "kartoitin: \(told)\n")
            #expect(try fixture.call(CommandFixture.booking(at: time)) == expected)
            #expect(try fixture.call(open + [time]) == expected)
            #expect(try fixture.call(move + [time]) == expected)
        }
        #expect(
            try fixture.call(["slots", "--until", "1.1.2020"])
                == ProgramResult(
                    code: 65, error: "kartoitin: --until 1.1.2020 is over; give a day or a time that is to come\n"))
    }
}
