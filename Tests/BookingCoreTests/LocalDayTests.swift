import BookingCore
import CivilTime
import Foundation
import TestValues
import Testing

@Suite("Weeks and parts of the day on the local clock")
struct LocalDayTests {
    @Test(
        "A week is from Monday to Sunday, also where the clock changes and the year ends",
        arguments: [
            ("2026-12-02T10:00", "2026-11-30T00:00", "2026-12-07T00:00"),
            ("2026-11-30T00:00", "2026-11-30T00:00", "2026-12-07T00:00"),
            ("2026-12-06T23:59", "2026-11-30T00:00", "2026-12-07T00:00"),
            ("2026-03-29T12:00", "2026-03-23T00:00", "2026-03-30T00:00"),
            ("2027-10-31T12:00", "2027-10-25T00:00", "2027-11-01T00:00"),
            ("2027-01-01T12:00", "2026-12-28T00:00", "2027-01-04T00:00"),
        ])
    func week(moment: String, monday: String, next: String) throws {
        let clock = try WallClock.helsinki
        #expect(try clock.week(of: clock.moment(moment)) == clock.moment(monday)..<clock.moment(next))
    }

    @Test("Parts of the day and weeks are those of the clock that is given, wherever it is")
    func elsewhere() throws {
        let tokyo = try #require(WallClock(timeZone: "Asia/Tokyo"))
        let moment = try tokyo.moment("2026-12-01T13:00")
        #expect(tokyo.hours(PartOfDay.afternoon.hours, onDayOf: moment).contains(moment))
        #expect(try !WallClock.helsinki.hours(PartOfDay.afternoon.hours, onDayOf: moment).contains(moment))
        let monday = try tokyo.moment("2026-12-07T00:30")
        #expect(tokyo.week(of: monday).lowerBound == tokyo.start(of: try #require(CalendarDay("2026-12-07"))))
        #expect(try WallClock.helsinki.week(of: monday).lowerBound == WallClock.helsinki.moment("2026-11-30T00:00"))
    }

    @Test("The morning ends at noon, where the afternoon begins, on the days of the clock change too")
    func partsOfDay() throws {
        let clock = try WallClock.helsinki
        for day in ["2026-06-01", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"] {
            let start = try clock.day(day)
            let morning = clock.hours(PartOfDay.morning.hours, onDayOf: start)
            let afternoon = clock.hours(PartOfDay.afternoon.hours, onDayOf: start)
            #expect(try morning == start..<clock.moment(day + "T12:00"))
            #expect(afternoon == morning.upperBound..<clock.day(1, after: start))
        }
    }

    @Test("An hour that the clock skips begins where it goes on; one that comes twice lasts two hours")
    func changes() throws {
        let clock = try WallClock.helsinki
        let spring = clock.hours(3..<4, onDayOf: try clock.day("2027-03-28"))
        #expect(try spring.lowerBound == clock.moment("2027-03-28T04:00"))
        #expect(spring.isEmpty)
        let autumn = clock.hours(3..<4, onDayOf: try clock.day("2027-10-31"))
        #expect(try autumn == clock.moment("2027-10-31T03:00+03:00")..<clock.moment("2027-10-31T04:00"))
    }
}
