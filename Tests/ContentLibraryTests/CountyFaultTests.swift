import BookingCore
import CivilTime
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Faults in the county's and the services' files, with file and line")
struct CountyFaultTests {
    private let county = "county.txt"

    @Test("A reminder that is no time before the meeting, and one that is defined twice, are told")
    func reminders() throws {
        try expectFaults(
            in: county, adding: "reminder tomorrow\nreminder 1d\nreminder 1d",
            are: """
                county.txt:17: "reminder" must be a time such as 30min, 2h or 1d
                county.txt:19: the reminder "1d" is defined twice; keep one
                """)
    }

    @Test(
        "Every length of time is written in one notation", arguments: ["reminder", "keep-descriptions"],
        ["30m", "2 h", "0d", "soon", ""])
    func notation(key: String, text: String) throws {
        let (line, number) = key == "reminder" ? ("reminder \(text)", 17) : ("  keep-descriptions \(text)", 4)
        let told = "county.txt:\(number): \"\(key)\" must be a time such as 30min, 2h or 1d"
        if key == "reminder" {
            try expectFaults(in: county, adding: line, are: told)
        } else {
            let zone = "  zone Europe/Helsinki"
            try expectFaults(in: county, replacing: zone, with: "\(zone)\n\(line)", are: told)
        }
    }

    @Test("A reminder and how long descriptions are kept are read in minutes, hours or days")
    func spans() throws {
        let folder = try ContentFolder()
        try folder.append("reminder 30min\nreminder 2h\nreminder 30d\n", to: county)
        let zone = "  zone Europe/Helsinki"
        try folder.replace(zone, with: "\(zone)\n  keep-descriptions 90min", in: county)
        let read = try ContentReader.read(folder: folder.path).county
        #expect(read.reminders == [TimeSpan(30, .minutes), .hours(2), .days(30)])
        #expect(read.keepsDescriptions == TimeSpan(90, .minutes))
    }

    @Test("A reminder more than thirty days before the meeting is told", arguments: ["31d", "721h"])
    func tooEarly(text: String) throws {
        try expectFaults(
            in: county, adding: "reminder \(text)",
            are: #"county.txt:17: "reminder" can be at most 30 days before the meeting"#)
    }

    @Test(
        "A length of time is told in words",
        arguments: [("30min", "30 min"), ("2h", "2 h"), ("1d", "1 day"), ("60d", "60 days")])
    func words(text: String, words: String) throws {
        #expect(TimeSpan(text)?.words == words)
    }

    @Test("An unknown word is told at every level")
    func unknownWord() throws {
        try expectFaults(
            in: county, adding: "ofice x", are: #"county.txt:17: unknown word "ofice", did you mean "office"?"#)
        try expectFaults(
            in: county, replacing: "  website example.org", with: "  webpage example.org",
            are: """
                county.txt:2: unknown word "webpage"
                """)
        try expectFaults(
            in: county, replacing: "  example yes", with: "  exampel yes",
            are: """
                county.txt:7: unknown word "exampel", did you mean "example"?
                """)
        try expectFaults(
            in: county, replacing: "    checked 2026", with: "    checked 2026\n    chekced 2025",
            are: """
                county.txt:15: unknown word "chekced", did you mean "checked"?
                """)
        try expectFaults(
            in: county, replacing: "  required yes", with: "  requird yes",
            are: """
                county.txt:11: unknown word "requird", did you mean "required"?
                """)
        try expectFaults(
            in: county, replacing: "urgent\n", with: "urgent\n  phone 112\n",
            are: """
                county.txt:9: no contact is called "112"
                county.txt:9: unknown word "phone"
                """)
    }

    @Test("A county without its id, its clock or its urgent help is told")
    func lacking() throws {
        try expectFaults(
            in: county, replacing: "  zone Europe/Helsinki", with: "  ",
            are: """
                county.txt:1: "county test-county" has no "zone"
                """)
        try expectFaults(
            in: county, replacing: "urgent\n  contact helpline", with: "\n",
            are: """
                county.txt:1: "urgent" and its contacts are missing
                """)
        let folder = try ContentFolder()
        try folder.replace(
            "county test-county\n  website example.org\n  zone Europe/Helsinki", with: "\n\n", in: county)
        try folder.expectFaults("county.txt:1: \"county\" and its id are missing")
    }

    @Test("A municipality has three digits", arguments: ["16", "1677", "Joensuu"])
    func municipality(code: String) throws {
        let folder = try ContentFolder()
        try folder.append("municipality \(code)", to: county)
        try folder.expectFaults("county.txt:17: a municipality code has three digits, for example 167")
    }

    @Test(
        "What is defined twice is told",
        arguments: [("municipality", "167"), ("office", "town-hall"), ("contact", "kela")])
    func twice(kind: String, id: String) throws {
        try expectFaults(
            in: county, adding: "\(kind) \(id)",
            are: """
                county.txt:17: the \(kind) "\(id)" is defined twice; keep one
                """)
    }

    @Test("An office is somewhere, and is an example or not")
    func office() throws {
        try expectFaults(
            in: county, replacing: "  example yes", with: "  example maybe",
            are: """
                county.txt:7: "example" must be yes or no
                """)
        try expectFaults(
            in: county, replacing: "office town-hall                # 5\n  municipality 167",
            with: "office town-hall\n",
            are: """
                county.txt:5: "office town-hall" has no "municipality"
                words/en/county.txt:6: no office is called "town-hall"
                """)
    }

    @Test("A number has a source, and a date when it was checked, or \"unknown\"")
    func number() throws {
        try expectFaults(
            in: county, replacing: "    source https://112.fi", with: "    ",
            are: """
                county.txt:12: "number 112" has no "source"
                """)
        try expectFaults(
            in: county, replacing: "    checked 2026", with: "    ",
            are: """
                county.txt:12: "number 112" has no "checked"
                """)
        try expectFaults(
            in: county, replacing: "    checked 2026", with: "    checked 2026\n    language finnish",
            are: """
                county.txt:15: a language is two letters, for example fi
                """)
        for checked in ["unknown", "2026-11", "2026-11-20"] {
            try expectFaults(in: county, replacing: "    checked 2026", with: "    checked \(checked)", are: "")
        }
    }

    @Test("A day is written as one", arguments: ["last spring", "2026-13", "2026-02-30", "21.11.2026", "26", ""])
    func malformedDay(text: String) throws {
        let told = #"county.txt:14: "checked" must be a year, a month or a day, for example 2026-11-21, or unknown"#
        try expectFaults(in: county, replacing: "    checked 2026", with: "    checked \(text)", are: told)
        try expectFaults(
            in: county, replacing: "    checked 2026", with: "    checked 2026\n    valid-until \(text)",
            are: #"county.txt:15: "valid-until" must be a day, for example 2026-11-21"#)
    }

    @Test("A number holds on its last day, and is told on the next")
    func validity() throws {
        let valid = "    checked 2026\n    valid-until "
        try expectFaults(in: county, replacing: "    checked 2026", with: valid + "2026-11-21", are: "")
        try expectFaults(
            in: county, replacing: "    checked 2026", with: valid + "2026-11-20",
            are: """
                county.txt:15: the number 112 held until 2026-11-20 only; write the present one and its source
                """)
        let folder = try ContentFolder()
        try folder.replace("    checked 2026", with: valid + "2026-11-20", in: county)
        let content = try ContentReader.read(folder: folder.path)
        #expect(content.county.number(of: "helpline", in: .english)?.digits == "112", "it is shown all the same")
        #expect(content.county.contacts.first?.numbers.first?.validUntil == CalendarDay("2026-11-20"))
    }

    @Test("A number compared with its source more than a year ago is remarked on")
    func old() throws {
        for checked in ["2025", "2025-11", "2025-11-21", "2026"] {
            let folder = try ContentFolder()
            try folder.replace("    checked 2026", with: "    checked \(checked)", in: county)
            #expect(try folder.check().remarks.isEmpty, "\(checked)")
        }
        for checked in ["2024", "2025-10", "2025-11-20"] {
            let folder = try ContentFolder()
            try folder.replace("    checked 2026", with: "    checked \(checked)", in: county)
            let told = try folder.check().remarks.map(\.description)
            let on = checked.count == 10 ? "on" : "in"
            #expect(
                told == [
                    "note: county.txt:14: the number 112 was last compared with its source \(on) \(checked), "
                        + "more than a year ago"
                ])
        }
        let folder = try ContentFolder()
        try folder.replace("    checked 2026", with: "    checked 2026-11-22", in: county)
        #expect(
            try folder.check().remarks.map(\.description) == [
                "note: county.txt:14: the number 112 was compared with its source on 2026-11-22, a day to come"
            ])
    }

    @Test("Urgent help without any number is told; a number that is shown instead is one")
    func noUrgentNumber() throws {
        let folder = try ContentFolder()
        let number = "  number 112\n    source https://112.fi       # 13\n    checked 2026\n"
        try folder.replace(number, with: "\n\n\n", in: county)
        try folder.expectFaults(
            "county.txt:8: none of the urgent contacts has a number to show, of its own or by \"instead\"")
        try folder.replace("  website www.kela.fi", with: number, in: county)
        try folder.replace("  required yes", with: "  instead kela", in: county)
        try folder.expectFaults("")
    }

    @Test("Somebody to call who does not exist is told", arguments: ["urgent", "instead"])
    func contacts(place: String) throws {
        let folder = try ContentFolder()
        if place == "urgent" {
            try folder.replace("  contact helpline", with: "  contact helpine", in: county)
        } else {
            try folder.replace("  website www.kela.fi", with: "  instead helpine", in: county)
        }
        let line = place == "urgent" ? 9 : 16
        try folder.expectFaults("county.txt:\(line): no contact is called \"helpine\", did you mean \"helpline\"?")
    }

    @Test("A closed day is a day, stands once and has a reason")
    func closedDay() throws {
        try expectFaults(in: county, adding: "closed 2026-12-28\n  reason training", are: "")
        let cases = [
            ("closed 28.12.2026\n  reason training", #"17: "closed" must be a day, for example 2026-11-21"#),
            ("closed 2026-12-28", #"17: "closed 2026-12-28" has no "reason""#),
            ("closed 2026-12-28\n  reason", #"18: "reason" needs words after it"#),
            ("closed 2026-12-28\n  reson x\n  reason x", #"18: unknown word "reson", did you mean "reason"?"#),
            (
                "closed 2026-12-28\n  reason x\nclosed 2026-12-28\n  reason y",
                #"19: the closed "2026-12-28" is defined twice; keep one"#
            ),
        ]
        for (lines, told) in cases { try expectFaults(in: county, adding: lines, are: "county.txt:\(told)") }
    }

    @Test("The eves are closed unless the county is open on them")
    func eves() throws {
        let folder = try ContentFolder()
        #expect(try ContentReader.read(folder: folder.path).county.closedDays == ClosedDays())
        try folder.replace("  zone Europe/Helsinki", with: "  zone Europe/Helsinki\n  open-on-eves yes", in: county)
        try folder.append("closed 2026-12-28\n  reason training", to: county)
        let day = try #require(CalendarDay("2026-12-28"))
        #expect(
            try ContentReader.read(folder: folder.path).county.closedDays
                == ClosedDays(isOpenOnEves: true, ofCounty: [day: "training"]))
        try expectFaults(
            in: county, replacing: "  zone Europe/Helsinki", with: "  zone Europe/Helsinki\n  open-on-eves maybe",
            are: #"county.txt:4: "open-on-eves" must be yes or no"#)
    }

    @Test("Saturdays are no weekdays of the assessment's deadline unless the county says so")
    func saturdays() throws {
        let folder = try ContentFolder()
        #expect(try !ContentReader.read(folder: folder.path).county.saturdayCounts)
        try folder.replace(
            "  zone Europe/Helsinki", with: "  zone Europe/Helsinki\n  saturday-counts yes", in: county)
        #expect(try ContentReader.read(folder: folder.path).county.saturdayCounts)
        try expectFaults(
            in: county, replacing: "  zone Europe/Helsinki", with: "  zone Europe/Helsinki\n  saturday-counts maybe",
            are: #"county.txt:4: "saturday-counts" must be yes or no"#)
    }

    @Test("A line that is indented too deep is told, not lost")
    func tooDeep() throws {
        try expectFaults(
            in: county, replacing: "\n    checked 2026", with: "\n      checked 2026",
            are: """
                county.txt:14: "checked" is indented wrongly; indent this line by four
                """)
    }
}
