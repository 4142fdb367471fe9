import CivilTime
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
    @Test(
        "A day is read and told as it is written",
        arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "1999-12-31"])
    func written(text: String) throws {
        #expect(try #require(CalendarDay(text)).description == text)
        #expect(CalendarDay(endOf: text) == CalendarDay(text))
    }

    @Test(
        "What is no day is nil",
        arguments: [
            "", "2026", "2026-11", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "26-11-21",
            "2026-1-21", "2026-11-21-", "+026-11-21", "２０２６-11-21", "2026/11/21",
        ])
    func noDay(text: String) { #expect(CalendarDay(text) == nil) }

    @Test("A year and a month end on their last day")
    func ends() {
        #expect(CalendarDay(endOf: "2025") == CalendarDay("2025-12-31"))
        #expect(CalendarDay(endOf: "2024-02") == CalendarDay("2024-02-29"))
        #expect(CalendarDay(endOf: "2025-04") == CalendarDay("2025-04-30"))
        for text in ["", "20", "2025-", "2025-13", "2025-00", "soon"] { #expect(CalendarDay(endOf: text) == nil) }
    }

    @Test(
        "More than a year is a year and a day",
        arguments: [
            ("2025-11-21", "2026-11-21", false), ("2025-11-21", "2026-11-22", true),
            ("2024-02-29", "2025-02-28", false), ("2024-02-29", "2025-03-01", true),
            ("2026-11-21", "2025-01-01", false),
        ])
    func year(day: String, later: String, isMore: Bool) throws {
        let later = try #require(CalendarDay(later))
        #expect(CalendarDay(day)?.isMoreThanAYear(before: later) == isMore)
    }

    @Test("Every day from 1000 to 9999 has a number of its own, one more than the day before")
    func numbers() throws {
        #expect(CalendarDay("1970-01-01")?.number == 0)
        #expect(CalendarDay("2026-12-01")?.number == 20_788)
        let (first, last) = (try #require(CalendarDay("1000-01-01")), try #require(CalendarDay("9999-12-31")))
        for number in first.number...last.number {
            let day = CalendarDay(number: number)
            guard day.number == number, CalendarDay(year: day.year, month: day.month, day: day.day) == day else {
                Issue.record("\(number) gives \(day)")
                return
            }
        }
        #expect(last.adding(days: 1) == last)
        #expect(first.adding(days: -1) == first)
    }

    @Test("Days are counted over the ends of months and years")
    func adding() throws {
        let day = try #require(CalendarDay("2028-02-28"))
        #expect(day.adding(days: 1).description == "2028-02-29")
        #expect(day.adding(days: 2).description == "2028-03-01")
        #expect(day.adding(days: -59).description == "2027-12-31")
    }

    @Test(
        "The day of the week is known",
        arguments: [
            ("2026-11-21", Weekday.saturday), ("2026-12-01", .tuesday), ("2000-02-29", .tuesday),
            ("1969-12-31", .wednesday), ("1000-01-01", .wednesday),
        ])
    func weekday(text: String, weekday: Weekday) throws {
        #expect(try #require(CalendarDay(text)).weekday == weekday)
    }
}
