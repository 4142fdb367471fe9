import Foundation
import Testing

@Suite("--until")
struct UntilTests {
    let fixture: CommandFixture

    /// The last half hour of a day and the first of the next.
    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T23:30", "--until", "2099-12-01", "--method", "phone")
        try fixture.open("aino", at: "2099-12-02T00:00", "--until", "2099-12-02T00:30", "--method", "phone")
    }

    private func starts(_ command: String, _ key: String, _ line: String) throws -> [String] {
        let words = (command + " --format json " + line).split(separator: " ").map(String.init)
        let rows = try #require(try fixture.prepare(words).json()[key] as? [[String: Any]])
        return rows.compactMap { ($0["start"] as? String).map { String($0.dropFirst(8).prefix(8)) } }
    }

    @Test("A day is to its end, a time is before that moment: free times and timetables")
    func times() throws {
        let lists = [
            ("--from 2099-12-01 --until 2099-12-01", ["01T23:30", "01T23:45"]),
            ("--from 2099-12-01 --until 2099-12-02", ["01T23:30", "01T23:45", "02T00:00", "02T00:15"]),
            ("--from 2099-12-01 --until 2099-12-02T00:00", ["01T23:30", "01T23:45"]),
            ("--from 2099-12-01 --until 2099-12-02T00:15", ["01T23:30", "01T23:45", "02T00:00"]),
            ("--from 2099-12-01T23:45 --until 2099-12-01", ["01T23:45"]),
        ]
        for (line, expected) in lists {
            #expect(try starts("slots", "slots", line) == expected, "\(line)")
            #expect(try starts("timetable list", "timetable", line) == expected, "\(line)")
        }
    }

    @Test("An absence and a handover of one day go to its end")
    func absence() throws {
        for minute in ["30", "45"] { _ = try fixture.book(at: "2099-12-01T23:\(minute)") }
        _ = try fixture.book(at: "2099-12-02T00:00")
        func hit(_ period: String) throws -> [String] {
            let words = "--professional aino --dry-run --quiet " + period
            let handedOver = try starts("timetable handover", "bookings", "--rest cancel " + words)
            #expect(try starts("timetable absence", "bookings", "--reason leave " + words) == handedOver)
            return handedOver
        }
        #expect(try hit("--from 2099-12-01 --until 2099-12-01") == ["01T23:30", "01T23:45"])
        #expect(try hit("--from 2099-12-01 --until 2099-12-01T23:45") == ["01T23:30"])
    }

    @Test("Messages that are due by the end of a day, or before a time")
    func messages() throws {
        // Reminders are due a day and two hours before.
        _ = try fixture.book(at: "2099-12-02T00:00")
        func reminders(until: String) throws -> Int {
            let list = try fixture.prepare(["messages", "due", "--until", until, "--format", "csv"]).output
            return list.split(separator: "\n").count { $0.contains(",reminder,") }
        }
        #expect(try reminders(until: "2099-11-30") == 0)
        #expect(try reminders(until: "2099-12-01") == 2)
        #expect(try reminders(until: "2099-12-01T00:00") == 0)
        #expect(try reminders(until: "2099-12-01T00:01") == 1)
    }

    @Test("The help says it in the same words everywhere")
    func help() throws {
        let commands = [
            "slots", "timetable open", "timetable list", "timetable absence", "timetable handover", "messages due",
            "timetable template", "report bookings", "report contacts", "report waiting", "report journeys",
        ]
        for command in commands {
            let words = command.split(separator: " ").map(String.init)
            let help = try fixture.prepare(words + ["--help"]).output
            let lines = help.split(separator: "\n").filter { $0.hasPrefix("  --until") }
            #expect(lines.count == 1 && lines[0].contains("to the end of this day"), "\(command)")
        }
    }
}
