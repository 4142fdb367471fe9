import CivilTime
import ContentLibrary
import Foundation
import Testing

@testable import KartoitinCommand

/// Tuesday the 1st of December 2026, 10.00 in Helsinki.
@Suite("Days and times as people write them for an option")
struct WrittenDaysTests {
    private static let county = Result {
        try CountyContext(
            try ContentReader.readBesideTree(folder: KartoitinProgram.content), language: nil, format: .table)
    }

    private func days(_ sense: DaySense) throws -> WrittenDays {
        WrittenDays(
            try Self.county.get(), sense, of: "--at", now: try Date("2026-12-01T08:00:00Z", strategy: .iso8601))
    }

    /// The day, or what is told.
    private func day(_ text: String, _ sense: DaySense) throws -> String? {
        do {
            return try days(sense).day(text)?.description
        } catch let failure as Failure {
            return "\(failure.code.rawValue) \(failure.message)"
        }
    }

    /// The moment, a day by its date alone, or what is told.
    private func moment(_ text: String, _ sense: DaySense = .coming) throws -> String {
        do {
            let found = try days(sense).moment(text)
            let shown = try Self.county.get().clock.iso8601(found.start)
            return String(shown.prefix(found.isDay ? 10 : 16))
        } catch let failure as Failure {
            return "\(failure.code.rawValue) \(failure.message)"
        }
    }

    @Test(
        "A day is one in numbers, or in the words of any language of the county",
        arguments: [
            ("2026-12-01", "2026-12-01"), ("1.12.2026", "2026-12-01"), ("1.12.", "2026-12-01"),
            ("1.12", "2026-12-01"),
            ("24.12.", "2026-12-24"), ("7.1.", "2027-01-07"), ("tänään", "2026-12-01"), ("idag", "2026-12-01"),
            ("i dag", "2026-12-01"), ("Today", "2026-12-01"), ("huomenna", "2026-12-02"), ("imorgon", "2026-12-02"),
            ("tomorrow", "2026-12-02"), ("завтра", "2026-12-02"), ("ylihuomenna", "2026-12-03"),
            ("the day after tomorrow", "2026-12-03"), ("tiistai", "2026-12-01"), ("ti", "2026-12-01"),
            ("maanantaina", "2026-12-07"), ("på onsdag", "2026-12-02"), ("Friday", "2026-12-04"),
            ("to 3.12.", "2026-12-03"), ("Thursday 3.12.2026", "2026-12-03"),
            ("to 4.12.", #"64 --at: 2026-12-04 is another weekday than "to 4.12." says; check it"#),
        ])
    func days(_ text: String, _ expected: String) throws {
        #expect(try day(text, .coming) == expected)
    }

    @Test("What is no day is none", arguments: ["", "eilen", "31.11.", "1.13.", "9.30", "1", "klo 9", "next week"])
    func noDays(_ text: String) throws {
        for sense in [DaySense.coming, .past(ahead: 0), .either] { #expect(try day(text, sense) == nil) }
    }

    @Test("Without a year a day of what is to come was not a month ago, and one of what was is the last")
    func years() throws {
        #expect(try day("30.10.", .coming) == "2027-10-30")
        #expect(try day("31.10.", .coming) == "64 --at: 31.10. can be 2026-10-31 or 2027-10-31; write the year")
        #expect(try day("30.11.", .coming) == "64 --at: 30.11. can be 2026-11-30 or 2027-11-30; write the year")
        #expect(try day("30.11.", .past(ahead: 0)) == "2026-11-30")
        #expect(try day("1.12.", .past(ahead: 0)) == "2026-12-01")
        #expect(try day("2.12.", .past(ahead: 0)) == "2025-12-02")
        #expect(try day("31.12.", .past(ahead: 31)) == "2026-12-31")
        #expect(try day("2.1.", .past(ahead: 31)) == "2026-01-02")
        #expect(try day("30.11.", .either) == "64 --at: 30.11. can be 2026-11-30 or 2027-11-30; write the year")
        #expect(try day("1.6.", .either) == "2027-06-01")
        #expect(try day("1.7.", .either) == "64 --at: 1.7. can be 2026-07-01 or 2027-07-01; write the year")
        #expect(try day("29.2.", .coming) == "2028-02-29")
    }

    @Test("A weekday is the coming one, or the last one where what was is asked for")
    func weekdays() throws {
        #expect(try day("maanantai", .either) == "2026-12-07")
        #expect(try day("maanantai", .past(ahead: 0)) == "2026-11-30")
        #expect(try day("tiistai", .past(ahead: 31)) == "2026-12-01")
    }

    @Test(
        "A moment is a day with a time, a local time, one with an offset, or the start of a day",
        arguments: [
            ("1.12. klo 9.15", "2026-12-01T09:15"), ("1.12. 9.15", "2026-12-01T09:15"),
            ("1.12. 9:15", "2026-12-01T09:15"),
            ("2026-12-01 9", "2026-12-01T09:00"), ("huomenna klo 9.15", "2026-12-02T09:15"),
            ("imorgon kl 9", "2026-12-02T09:00"), ("tomorrow at 14:30", "2026-12-02T14:30"),
            ("to, klo 9.15", "2026-12-03T09:15"), ("to 3.12. klo 9.15", "2026-12-03T09:15"),
            ("to 9.10", "2026-12-03T09:10"), ("to 3.12.", "2026-12-03"), ("3.12.", "2026-12-03"),
            ("2026-12-01T09:15", "2026-12-01T09:15"), ("2026-12-01T09:15:00Z", "2026-12-01T11:15"),
            ("2026-12-01", "2026-12-01"),
        ])
    func moments(_ text: String, _ expected: String) throws {
        #expect(try moment(text) == expected)
    }

    @Test(
        "What is no moment, or can be two, is told",
        arguments: [
            ("9.15", #"64 --at needs a time such as 2026-12-01T09:00 or "1.12. 9.00", not "9.15""#),
            ("3.12. 25.00", #"64 --at needs a time such as 2026-12-01T09:00 or "1.12. 9.00", not "3.12. 25.00""#),
            (
                "to 3.12",
                #"64 --at: "to 3.12" can be the day 2026-12-03 or a time of day; end a day with a dot: to 3.12."#
            ),
            ("30.11. 9", "64 --at: 30.11. can be 2026-11-30 or 2027-11-30; write the year"),
            ("28.3.2027 3.30", "65 2027-03-28T03:30 does not exist: the clock skips it when summer time begins"),
            (
                "31.10.2027 3.30",
                "65 2027-10-31T03:30 comes twice when summer time ends; say which with +03:00 or +02:00 after it: "
                    + "2027-10-31T03:30+03:00"
            ),
        ])
    func noMoments(_ text: String, _ told: String) throws {
        #expect(try moment(text) == told)
    }
}
