import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@Suite("A weekly template over many weeks")
struct WeeklyTemplateTests {
    private static let advice = AppointmentType(
        id: "advice-families", task: .families, minutes: 15, methods: [.phone, .remote, .office])

    private func line(
        _ weekday: Weekday, _ from: String, _ until: String, lasting minutes: Int = 15, for purpose: String? = nil
    ) throws -> WeeklyTemplate.Line {
        let type = AppointmentType(id: "advice-families", task: .families, minutes: minutes, methods: [.phone])
        return WeeklyTemplate.Line(
            weekday: weekday, from: try #require(LocalTime(from)), until: try #require(LocalTime(until)),
            use: purpose.map { .other(purpose: $0) } ?? .appointments(type, [.phone]))
    }

    private func opening(
        _ lines: [WeeklyTemplate.Line], from first: String, until end: String, closed: ClosedDays = ClosedDays(),
        now: String = "2025-01-01T00:00:00Z"
    ) throws -> TemplateExpansion {
        let worker = Professional(
            id: "aino", name: "Aino Esimerkki", task: .families,
            municipality: try #require(Municipality(rawValue: "167")))
        return WeeklyTemplate(lines: lines).opening(
            for: worker, from: try #require(CalendarDay(first)), until: try #require(CalendarDay(end)),
            closed: closed, on: try WallClock.helsinki, now: try utc(now))
    }

    private func starts(_ opening: TemplateExpansion) throws -> [String] {
        let clock = try WallClock.helsinki
        return opening.slots.map { String(clock.iso8601($0.start).dropLast(9)) + clock.iso8601($0.start).suffix(6) }
    }

    private func skipped(_ opening: TemplateExpansion) -> [String] {
        opening.skipped.map { "\($0.day) \($0.from) \($0.minutes) \($0.reason)" }
    }

    @Test("Each week has its times, and the last day is not in it")
    func weeks() throws {
        let opening = try opening([line(.tuesday, "09:00", "09:40")], from: "2026-12-01", until: "2026-12-15")
        #expect(
            try starts(opening) == [
                "2026-12-01T09:00+02:00", "2026-12-01T09:15+02:00", "2026-12-08T09:00+02:00",
                "2026-12-08T09:15+02:00",
            ])
        let slot = try #require(opening.slots.first)
        #expect(slot.professional == "aino")
        #expect(slot.appointmentType == "advice-families")
        #expect(slot.methods == [.phone])
        #expect(slot.purpose == nil)
        #expect(opening.skipped.isEmpty)
    }

    @Test("Times come in order of time, whatever the order of the lines")
    func order() throws {
        let lines = [
            try line(.wednesday, "09:00", "09:15"), try line(.tuesday, "13:00", "13:15"),
            try line(.tuesday, "09:00", "09:15"),
        ]
        #expect(
            try starts(opening(lines, from: "2026-12-01", until: "2026-12-04")) == [
                "2026-12-01T09:00+02:00", "2026-12-01T13:00+02:00", "2026-12-02T09:00+02:00",
            ])
    }

    @Test("Time for something else is one time without a way to meet")
    func otherThings() throws {
        let opening = try opening(
            [line(.wednesday, "12:00", "13:30", for: "team meeting")], from: "2026-12-01", until: "2026-12-08")
        let slot = try #require(opening.slots.first)
        #expect(opening.slots.count == 1)
        #expect(slot.minutes == 90)
        #expect(slot.purpose == "team meeting")
        #expect(slot.methods.isEmpty)
        #expect(slot.appointmentType == "")
    }

    @Test("Holidays, eves and the county's closed days are left out and told, one for each line")
    func closedDays() throws {
        let training = try #require(CalendarDay("2026-12-31"))
        let lines = [try line(.thursday, "09:00", "10:00"), try line(.friday, "09:00", "09:15")]
        let opening = try opening(
            lines + [line(.friday, "13:00", "13:30", for: "meeting")], from: "2026-12-24", until: "2027-01-09",
            closed: ClosedDays(ofCounty: [training: "training"]))
        #expect(
            skipped(opening) == [
                "2026-12-24 09:00 60 closed(BookingCore.ClosedDays.Reason.eve)",
                "2026-12-25 09:00 15 closed(BookingCore.ClosedDays.Reason.holiday(CivilTime.PublicHoliday.christmasDay))",
                "2026-12-25 13:00 30 closed(BookingCore.ClosedDays.Reason.holiday(CivilTime.PublicHoliday.christmasDay))",
                "2026-12-31 09:00 60 closed(BookingCore.ClosedDays.Reason.county(\"training\"))",
                "2027-01-01 09:00 15 closed(BookingCore.ClosedDays.Reason.holiday(CivilTime.PublicHoliday.newYearsDay))",
                "2027-01-01 13:00 30 closed(BookingCore.ClosedDays.Reason.holiday(CivilTime.PublicHoliday.newYearsDay))",
            ])
        #expect(
            try starts(opening) == [
                "2027-01-07T09:00+02:00", "2027-01-07T09:15+02:00", "2027-01-07T09:30+02:00",
                "2027-01-07T09:45+02:00", "2027-01-08T09:00+02:00", "2027-01-08T13:00+02:00",
            ])
    }

    @Test("A time that has begun is left out and told")
    func past() throws {
        let opening = try opening(
            [line(.tuesday, "09:00", "09:45")], from: "2026-12-01", until: "2026-12-02", now: "2026-12-01T07:15:00Z")
        #expect(try starts(opening) == ["2026-12-01T09:30+02:00"])
        #expect(skipped(opening) == ["2026-12-01 09:00 15 past", "2026-12-01 09:15 15 past"])
    }

    @Test(
        "The local time stays over both clock changes",
        arguments: [
            ("2026-03-26", "2026-04-04"), ("2026-10-22", "2026-10-31"), ("2027-03-25", "2027-04-03"),
            ("2027-10-28", "2027-11-06"),
        ])
    func wallTime(first: String, end: String) throws {
        let opening = try opening([line(.friday, "09:00", "09:15")], from: first, until: end, closed: ClosedDays())
        let times = try starts(opening).map { $0.dropFirst(11).prefix(5) }
        #expect(times.allSatisfy { $0 == "09:00" })
        #expect(opening.slots.count + opening.skipped.count == 2)
    }

    @Test("A time that does not exist on the night when summer time begins is left out and told")
    func springNight() throws {
        let opening = try opening(
            [line(.sunday, "02:30", "04:30", lasting: 30)], from: "2026-03-29", until: "2026-03-30")
        #expect(try starts(opening) == ["2026-03-29T02:30+02:00", "2026-03-29T04:00+03:00"])
        #expect(
            skipped(opening) == ["2026-03-29 03:00 30 doesNotExist", "2026-03-29 03:30 30 doesNotExist"])
    }

    @Test("Where that night is Easter Sunday the whole line is closed")
    func easterNight() throws {
        let opening = try opening(
            [line(.sunday, "02:30", "04:30", lasting: 30)], from: "2027-03-28", until: "2027-03-29")
        #expect(opening.slots.isEmpty)
        #expect(opening.skipped.map(\.reason) == [.closed(.holiday(.easterSunday))])
    }

    @Test(
        "The clock shows each minute of the skipped hour never, and of the repeated one first in summer time",
        arguments: [("2026-03-29", "2026-10-25"), ("2027-03-28", "2027-10-31")])
    func everyMinute(spring: String, autumn: String) throws {
        let clock = try WallClock.helsinki
        let (skipped, repeated) = (try #require(CalendarDay(spring)), try #require(CalendarDay(autumn)))
        for minute in 0..<1440 {
            let time = try #require(LocalTime(minutes: minute))
            let isSkipped = (180..<240).contains(minute)
            #expect((clock.firstMoment(of: skipped, at: time) == nil) == isSkipped)
            let first = try #require(clock.firstMoment(of: repeated, at: time))
            let offset = minute < 240 ? "+03:00" : "+02:00"
            #expect(clock.iso8601(first) == "\(autumn)T\(time):00\(offset)")
        }
    }

    @Test("A time that would run into the skipped hour is left out: nothing overlaps")
    func intoSkippedHour() throws {
        let opening = try opening(
            [line(.sunday, "02:50", "05:00", lasting: 35)], from: "2026-03-29", until: "2026-03-30")
        #expect(try starts(opening) == ["2026-03-29T04:00+03:00"])
        #expect(
            skipped(opening) == ["2026-03-29 02:50 35 doesNotExist", "2026-03-29 03:25 35 doesNotExist"])
    }

    @Test(
        "A time that comes twice on the night when summer time ends is opened the first time",
        arguments: ["2026-10-25", "2027-10-31"])
    func autumnNight(day: String) throws {
        let next = try #require(CalendarDay(day)).adding(days: 1).description
        let opening = try opening([line(.sunday, "02:30", "04:30", lasting: 30)], from: day, until: next)
        #expect(
            try starts(opening) == [
                "\(day)T02:30+03:00", "\(day)T03:00+03:00", "\(day)T03:30+03:00", "\(day)T04:00+02:00",
            ])
        #expect(opening.skipped.isEmpty)
        #expect(zip(opening.slots, opening.slots.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
}

@Suite("Times of day")
struct LocalTimeTests {
    @Test("A time of day is read and told as it is written", arguments: ["00:00", "09:05", "23:59"])
    func written(text: String) throws {
        #expect(try #require(LocalTime(text)).description == text)
    }

    @Test(
        "What is no time of day is not read", arguments: ["24:00", "09:60", "9:00", "0900", "", "09:00:00", "+9:00"])
    func malformed(text: String) {
        #expect(LocalTime(text) == nil)
    }

    @Test("The local day of a moment is the clock's, not Greenwich's")
    func dayOfMoment() throws {
        let clock = try WallClock.helsinki
        #expect(clock.calendarDay(of: try utc("2026-11-30T21:59:59Z")).description == "2026-11-30")
        #expect(clock.calendarDay(of: try utc("2026-11-30T22:00:00Z")).description == "2026-12-01")
        #expect(clock.calendarDay(of: try utc("2026-06-30T21:00:00Z")).description == "2026-07-01")
    }
}
