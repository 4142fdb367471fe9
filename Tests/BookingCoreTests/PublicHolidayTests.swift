import BookingCore
import CivilTime
import Testing

@Suite("Public holidays and closed days")
struct PublicHolidayTests {
    @Test(
        "Every public holiday of 2026, 2027 and 2028",
        arguments: [
            (
                2026,
                [
                    "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
                    "2026-05-24", "2026-06-20", "2026-10-31", "2026-12-06", "2026-12-25", "2026-12-26",
                ]
            ),
            (
                2027,
                [
                    "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06",
                    "2027-05-16", "2027-06-26", "2027-11-06", "2027-12-06", "2027-12-25", "2027-12-26",
                ]
            ),
            (
                2028,
                [
                    "2028-01-01", "2028-01-06", "2028-04-14", "2028-04-16", "2028-04-17", "2028-05-01", "2028-05-25",
                    "2028-06-04", "2028-06-24", "2028-11-04", "2028-12-06", "2028-12-25", "2028-12-26",
                ]
            ),
        ])
    func holidays(year: Int, days: [String]) throws {
        #expect(PublicHoliday.allCases.map { $0.day(in: year) }.sorted().map(\.description) == days)
        let first = try #require(CalendarDay("\(year)-01-01"))
        let found = (0..<366).map(first.adding).filter { $0.year == year && PublicHoliday(on: $0) != nil }
        #expect(found.map(\.description) == days)
    }

    @Test(
        "Easter comes on its earliest and its latest day, and on days known from almanacs",
        arguments: [
            "1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25", "1961-04-02", "1954-04-18", "1981-04-19",
            "2000-04-23", "2024-03-31", "2025-04-20",
        ])
    func easter(text: String) throws {
        let day = try #require(CalendarDay(text))
        #expect(PublicHoliday.easterSunday.day(in: day.year) == day)
    }

    @Test("Easter is a Sunday of March or April in every year")
    func easterEveryYear() {
        for year in 1583...9999 {
            let day = PublicHoliday.easterSunday.day(in: year)
            let isInSeason = (3, 22) <= (day.month, day.day) && (day.month, day.day) <= (4, 25)
            guard day.year == year, day.weekday == .sunday, isInSeason else {
                Issue.record("\(year) gives \(day)")
                return
            }
        }
    }

    @Test("Ascension Day on the First of May is one closed day")
    func twoOnOneDay() throws {
        let day = try #require(CalendarDay("2008-05-01"))
        #expect(PublicHoliday(on: day) == .mayDay)
        #expect(PublicHoliday.ascensionDay.day(in: 2008) == day)
    }

    private func reason(_ text: String, _ closed: ClosedDays = ClosedDays()) throws -> ClosedDays.Reason? {
        closed.reason(on: try #require(CalendarDay(text)))
    }

    @Test(
        "Midsummer Eve and Christmas Eve are closed",
        arguments: ["2026-06-19", "2027-06-25", "2028-06-23", "2026-12-24", "2027-12-24", "2028-12-24"])
    func eves(text: String) throws {
        #expect(try reason(text) == .eve)
        #expect(try reason(text, ClosedDays(isOpenOnEves: true)) == nil)
    }

    @Test("The county's own days are closed, a public holiday stays one, and other days are open")
    func county() throws {
        let day = try #require(CalendarDay("2026-12-28"))
        let holiday = try #require(CalendarDay("2026-12-25"))
        let closed = ClosedDays(ofCounty: [day: "training", holiday: "training"])
        #expect(try reason("2026-12-28", closed) == .county("training"))
        #expect(try reason("2026-12-25", closed) == .holiday(.christmasDay))
        for open in ["2026-12-29", "2027-12-28", "2026-04-02", "2026-06-18", "2026-12-23"] {
            #expect(try reason(open, closed) == nil)
        }
    }
}
