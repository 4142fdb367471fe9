import CivilTime
import Foundation
import TestValues
import Testing

@Suite("The wall clock")
struct WallClockTests {
    @Test("A zone that nobody knows makes no clock", arguments: ["Europe/Joensuu", "moon"])
    func zone(name: String) {
        #expect(WallClock(timeZone: name) == nil)
    }

    @Test(
        "A local time is read in winter and in summer",
        arguments: [
            ("2026-12-01T09:00", "2026-12-01T07:00:00Z"), ("2026-12-01T09:00:30", "2026-12-01T07:00:30Z"),
            ("2026-06-01T09:00", "2026-06-01T06:00:00Z"), ("2026-12-01T00:00", "2026-11-30T22:00:00Z"),
            ("2026-12-31T23:59:59", "2026-12-31T21:59:59Z"), ("2028-02-29T12:00", "2028-02-29T10:00:00Z"),
        ])
    func local(text: String, expected: String) throws {
        #expect(try WallClock.helsinki.moment(text) == utc(expected))
    }

    @Test(
        "A day starts at midnight, or where the clock goes on if it skips midnight",
        arguments: [
            ("Europe/Helsinki", "2026-12-01", "2026-11-30T22:00:00Z"),
            ("Europe/Helsinki", "2026-03-29", "2026-03-28T22:00:00Z"),
            ("Asia/Tokyo", "2026-12-01", "2026-11-30T15:00:00Z"),
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
        ])
    func startOfDay(zone: String, text: String, expected: String) throws {
        let clock = try #require(WallClock(timeZone: zone))
        let day = try #require(CalendarDay(text))
        #expect(try clock.start(of: day) == utc(expected))
        #expect(try clock.day(text) == utc(expected))
        #expect(clock.calendarDay(of: clock.start(of: day)) == day)
        #expect(clock.calendarDay(of: clock.start(of: day) - 1) == day.adding(days: -1))
    }

    @Test(
        "An offset is believed, whatever the county's own is",
        arguments: [
            ("2026-12-01T09:00+02:00", "2026-12-01T07:00:00Z"), ("2026-12-01T09:00+03:00", "2026-12-01T06:00:00Z"),
            ("2026-12-01T09:00Z", "2026-12-01T09:00:00Z"), ("2026-12-01T09:00:15Z", "2026-12-01T09:00:15Z"),
            ("2026-12-01T09:00:15-05:30", "2026-12-01T14:30:15Z"), ("2026-12-01T09:00+00:00", "2026-12-01T09:00:00Z"),
            ("2026-12-01T01:00+02:00", "2026-11-30T23:00:00Z"),
        ])
    func offset(text: String, expected: String) throws {
        #expect(try WallClock.helsinki.moment(text) == utc(expected))
    }

    @Test(
        "What is no time is refused",
        arguments: [
            "", "T", "Z", "tomorrow", "2026-12-01", "09:00", "2026-12-01 09:00", "2026-12-01T9:00", "2026-12-1T09:00",
            "26-12-01T09:00", "2026-12-01T09", "2026-12-01T09:00:00.5", "2026-12-01T24:00", "2026-12-01T09:60",
            "2026-12-01T09:00:60", "2026-13-01T09:00", "2026-00-10T09:00", "2026-11-31T09:00", "2026-02-29T09:00",
            "2026-12-01T09:00z", "2026-12-01T09:00+2", "2026-12-01T09:00+0200", "2026-12-01T09:00+02:60",
            "2026-12-01T09:00+24:00", "2026-12-01T09:00 +02:00", "2026-12-01T25:00Z", "2026-02-29T09:00Z",
            "2026-12-01T09:00Z+02:00", "-026-12-01T09:00", "2026-12-01T+9:00", " 2026-12-01T09:00",
            "2026-12-01T09:00T", "\u{FF12}026-12-01T09:00",
        ])
    func notATime(text: String) throws {
        let clock = try WallClock.helsinki
        #expect(throws: WallClock.Fault.notATime) { try clock.moment(text) }
    }

    @Test("A day begins at its local midnight")
    func day() throws {
        #expect(try WallClock.helsinki.day("2026-12-01") == utc("2026-11-30T22:00:00Z"))
        #expect(try WallClock.helsinki.day("2026-06-01") == utc("2026-05-31T21:00:00Z"))
        #expect(try WallClock.helsinki.day("2028-02-29") == utc("2028-02-28T22:00:00Z"))
    }

    @Test(
        "What is no day is refused",
        arguments: [
            "", "2026-12-1", "2026-12-01T", "2026-12-01T09:00", "1.12.2026", "2026-11-31", "2026-02-29", "2026-13-01",
            "26-12-01xx", "today",
        ])
    func notADay(text: String) throws {
        let clock = try WallClock.helsinki
        #expect(throws: WallClock.Fault.notATime) { try clock.day(text) }
    }

    @Test(
        "A moment is written with the offset of its season, and reads back as the same moment",
        arguments: [
            ("2026-12-01T07:00:00Z", "2026-12-01T09:00:00+02:00"),
            ("2026-06-01T06:00:30Z", "2026-06-01T09:00:30+03:00"),
            ("2026-12-31T22:00:00Z", "2027-01-01T00:00:00+02:00"),
            ("2026-10-25T00:30:00Z", "2026-10-25T03:30:00+03:00"),
            ("2026-10-25T01:30:00Z", "2026-10-25T03:30:00+02:00"),
        ])
    func iso8601(moment: String, text: String) throws {
        let clock = try WallClock.helsinki
        #expect(clock.iso8601(try utc(moment)) == text)
        #expect(try clock.moment(text) == utc(moment))
    }

    @Test("A clock in Greenwich writes its offset too")
    func greenwich() throws {
        let clock = try #require(WallClock(timeZone: "UTC"))
        let text = clock.iso8601(try utc("2026-12-01T07:00:00Z"))
        #expect(try clock.moment(text) == utc("2026-12-01T07:00:00Z"))
    }
}

@Suite("The days on which the clocks change")
struct ClockChangeTests {
    @Test(
        "The hour that summer time skips does not exist",
        arguments: ["2026-03-29T03:00", "2026-03-29T03:30", "2026-03-29T03:59:59"])
    func skipped(text: String) throws {
        let clock = try WallClock.helsinki
        #expect(throws: WallClock.Fault.doesNotExist) { try clock.moment(text) }
    }

    @Test("The times around the skipped hour are an instant apart")
    func aroundSkipped() throws {
        let clock = try WallClock.helsinki
        #expect(try clock.moment("2026-03-29T02:59:59") == utc("2026-03-29T00:59:59Z"))
        #expect(try clock.moment("2026-03-29T04:00") == utc("2026-03-29T01:00:00Z"))
    }

    @Test(
        "The hour that winter time repeats exists twice",
        arguments: ["2026-10-25T03:00", "2026-10-25T03:30", "2026-10-25T03:59:59"])
    func repeated(text: String) throws {
        let clock = try WallClock.helsinki
        #expect(throws: WallClock.Fault.existsTwice) { try clock.moment(text) }
    }

    @Test("An offset says which of the two is meant")
    func toldByOffset() throws {
        let clock = try WallClock.helsinki
        #expect(try clock.moment("2026-10-25T03:30+03:00") == utc("2026-10-25T00:30:00Z"))
        #expect(try clock.moment("2026-10-25T03:30+02:00") == utc("2026-10-25T01:30:00Z"))
        #expect(try clock.moment("2026-10-25T01:30Z") == utc("2026-10-25T01:30:00Z"))
    }

    @Test("The times around the repeated hour exist once")
    func aroundRepeated() throws {
        let clock = try WallClock.helsinki
        #expect(try clock.moment("2026-10-25T02:59:59") == utc("2026-10-24T23:59:59Z"))
        #expect(try clock.moment("2026-10-25T04:00") == utc("2026-10-25T02:00:00Z"))
    }

    @Test("Another county's clock changes at its own time")
    func stockholm() throws {
        let clock = try #require(WallClock(timeZone: "Europe/Stockholm"))
        #expect(throws: WallClock.Fault.doesNotExist) { try clock.moment("2026-03-29T02:30") }
        #expect(try clock.moment("2026-03-29T03:30") == utc("2026-03-29T01:30:00Z"))
    }

    @Test(
        "The next day begins 23, 24 or 25 hours later, at local midnight",
        arguments: [
            ("2026-03-28", 24), ("2026-03-29", 23), ("2026-03-30", 24), ("2026-10-24", 24), ("2026-10-25", 25),
        ])
    func nextDay(text: String, hours: Int) throws {
        let clock = try WallClock.helsinki
        let start = try clock.day(text)
        let next = clock.day(1, after: start)
        #expect(next.timeIntervalSince(start) == Double(hours) * 3600)
        #expect(clock.iso8601(next).contains("T00:00:00"))
        #expect(clock.day(-1, after: next) == start)
    }

    @Test("A day is counted from any moment of the day before", arguments: ["00:00", "02:59", "04:00", "23:59:59"])
    func fromAnyMoment(time: String) throws {
        let clock = try WallClock.helsinki
        for day in ["2026-03-29", "2026-10-25"] {
            let moment = try clock.moment("\(day)T\(time)")
            #expect(clock.startOfDay(moment) == (try clock.day(day)))
            #expect(clock.day(0, after: moment) == (try clock.day(day)))
            #expect(clock.iso8601(clock.day(7, after: moment)).contains("T00:00:00"))
        }
    }

    @Test("A week over a change is seven days")
    func week() throws {
        let clock = try WallClock.helsinki
        #expect(clock.day(7, after: try clock.day("2026-03-25")) == (try clock.day("2026-04-01")))
        #expect(clock.day(7, after: try clock.moment("2026-10-20T23:30")) == (try clock.day("2026-10-27")))
    }
}
