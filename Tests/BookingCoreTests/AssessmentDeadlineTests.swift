import BookingCore
import CivilTime
import Testing

@Suite("When the assessment of the need for services must begin")
struct AssessmentDeadlineTests {
    @Test(
        "The seventh weekday after the contact, without Sundays and public holidays",
        arguments: [
            // A Monday: Tue 1, Wed 2, Thu 3, Fri 4, Mon 5, Tue 6, Wed 7.
            ("2026-11-30", "2026-12-09", "2026-12-08"),
            // A Friday, a Saturday and a Sunday.
            ("2026-11-20", "2026-12-01", "2026-11-28"), ("2026-11-21", "2026-12-01", "2026-11-30"),
            ("2026-11-22", "2026-12-01", "2026-11-30"),
            // All Saints' Day is a Saturday: where Saturdays count it does not.
            ("2026-10-28", "2026-11-06", "2026-11-06"),
            // Christmas and New Year; 24 and 31 December are weekdays.
            ("2026-12-21", "2026-12-31", "2026-12-31"), ("2026-12-23", "2027-01-05", "2027-01-04"),
            ("2026-12-31", "2027-01-13", "2027-01-11"),
            // Epiphany is a Wednesday in 2027, and Easter of 2026 is from 3 April to 6 April.
            ("2027-01-05", "2027-01-15", "2027-01-14"), ("2026-04-01", "2026-04-14", "2026-04-11"),
            // Midsummer Eve is a weekday, Midsummer Day is not; a leap day counts.
            ("2026-06-17", "2026-06-26", "2026-06-26"), ("2028-02-25", "2028-03-07", "2028-03-04"),
        ])
    func lastDay(contact: String, weekdays: String, withSaturdays: String) throws {
        let day = try #require(CalendarDay(contact))
        #expect(AssessmentDeadline(contact: day, countsSaturdays: false).lastDay.description == weekdays)
        #expect(AssessmentDeadline(contact: day, countsSaturdays: true).lastDay.description == withSaturdays)
    }

    @Test("On every day of many years seven weekdays lie between the contact and the last day")
    func everyDay() throws {
        let first = try #require(CalendarDay("2024-01-01"))
        for number in 0..<3700 {
            let contact = first.adding(days: number)
            for countsSaturdays in [true, false] {
                let last = AssessmentDeadline(contact: contact, countsSaturdays: countsSaturdays).lastDay
                let weekdays = (1...last.number - contact.number).map(contact.adding).filter { day in
                    day.weekday != .sunday && (countsSaturdays || day.weekday != .saturday)
                        && PublicHoliday(on: day) == nil
                }
                #expect(weekdays.count == 7)
                #expect(weekdays.last == last)
            }
        }
    }
}
