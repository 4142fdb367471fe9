import CivilTime
import Foundation
import Mapper
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("What people type instead of a number")
struct HeardPhrasesTests {
    private let phrases = HeardPhrases([
        .yes: ["joo", "kyllä kiitos"], .leave: ["lopeta", "stop"], .filler: ["haluan", "nyt"],
        .myBooking: ["peru* aika*"], .one: ["eka"], .two: ["toka"], .clock: ["klo"], .tomorrow: ["huomenna"],
        .nextWeek: ["ensi viikolla"], .thursday: ["torstai", "torstaina", "to"], .afternoon: ["iltapäivällä"],
        .morning: ["aamulla"],
    ])

    @Test("A phrase is heard without case, dots and accents, and with words that change nothing")
    func says() {
        for line in ["lopeta", "LOPETA!", " haluan nyt lopeta ", "Stop."] {
            #expect(phrases.says(.leave, in: line), "\(line)")
        }
        #expect(phrases.says(.yes, in: "kylla kiitos"))
        #expect(phrases.says(.myBooking, in: "haluan perua aikani"))
        #expect(phrases.says(.myBooking, in: "ajan peruminen aikaisin") == false)
    }

    @Test(
        "A line that says more than the phrase does not say it",
        arguments: ["lopeta tupakointi", "en lopeta", "", "haluan", "!"])
    func saysMore(line: String) { #expect(!phrases.says(.leave, in: line)) }

    @Test("A word says a number")
    func numbers() {
        #expect(phrases.number("Eka") == 1)
        #expect(phrases.number("toka") == 2)
        #expect(phrases.number("kolmas") == nil)
    }

    /// Saturday.
    private let today = CalendarDay("2026-11-21")!

    private func spoken(_ line: String) -> String? {
        SpokenTime(line, phrases, today: today).map { time in
            let days = time.days.map {
                $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
            }
            return [days, time.hours.map { "\($0.lowerBound)–\($0.upperBound)" }].compactMap(\.self).joined(
                separator: " ")
        }
    }

    @Test(
        "Days and hours are heard in any order",
        arguments: [
            ("to 3.12.", "2026-12-03"), ("3.12.", "2026-12-03"), ("3.12.2027", "2027-12-03"), ("2.1.", "2027-01-02"),
            ("torstaina", "2026-11-26"), ("ensi viikolla", "2026-11-23–2026-11-29"),
            ("ensi viikolla torstaina", "2026-11-26"), ("iltapäivällä ensi viikolla", "2026-11-23–2026-11-29 12–24"),
            ("huomenna klo 14", "2026-11-22 14–24"), ("klo 9.30", "9–24"), ("14", "14–24"), ("aamulla", "0–12"),
            ("haluan torstaina aamulla", "2026-11-26 0–12"), ("10.12", "2026-12-10"), ("10.30", "10–24"),
        ])
    func times(line: String, expected: String) { #expect(spoken(line) == expected) }

    @Test(
        "A line with any other word says no time",
        arguments: ["torstaina kotona", "32.13.", "25", "klo", "nyt", "", "3.12. 99"])
    func noTime(line: String) { #expect(spoken(line) == nil) }
}

@Suite("Faults in what people type, with file and line")
struct HeardFaultTests {
    private func check(_ heard: String) throws -> [String] {
        let folder = try ContentFolder()
        try folder.write(Array(heard.utf8), to: "words/en/heard.txt")
        return try folder.check().faults.map(\.description)
    }

    /// A phrase for each meaning.
    private static let whole = HeardMeaning.allCases.map { "\($0.rawValue)  \($0.rawValue) word" }

    @Test("A whole file has none, and a missing meaning is told")
    func missing() throws {
        #expect(try check(Self.whole.joined(separator: "\n") + "\n") == [])
        #expect(
            try check(Self.whole.filter { !$0.hasPrefix("yes") }.joined(separator: "\n") + "\n")
                == ["words/en/heard.txt: the words of \"yes\" are missing"])
    }

    @Test("An unknown meaning, one defined twice, and a phrase with two meanings are told")
    func wrong() throws {
        let lines = Self.whole + ["yess  aye", "no  nay", "help  stop it", "leave  stop it"]
        let count = Self.whole.count
        #expect(
            try check(lines.joined(separator: "\n") + "\n") == [
                "words/en/heard.txt:\(count + 1): unknown word \"yess\", did you mean \"yes\"?",
                "words/en/heard.txt:\(count + 2): \"no\" is defined twice; keep one",
                "words/en/heard.txt:\(count + 3): \"help\" is defined twice; keep one",
                "words/en/heard.txt:\(count + 4): \"leave\" is defined twice; keep one",
                "words/en/heard.txt:\(count + 4): \"stop it\" stands for \"help\" and for \"leave\"",
            ])
    }

    @Test(
        "An option's id that is typed for something else is told",
        arguments: [
            ("2", "a number, which visitors type for a row of the list"), ("+", "a key"),
            ("help-word", "what visitors type for \"help\" (en)"),
        ])
    func optionID(id: String, use: String) throws {
        let folder = try ContentFolder()
        try folder.write(Array((Self.whole.joined(separator: "\n") + "\n").utf8), to: "words/en/heard.txt")
        for (file, old) in [("tree/start.txt", "option child   ->"), ("words/en/start.txt", "  child  A child")] {
            let text = try #require(SoundContent.files[file])
            try #require(text.contains(old))
            try folder.write(Array(text.replacing(old, with: old.replacing("child", with: id)).utf8), to: file)
        }
        #expect(
            try folder.check().faults.map(\.description)
                == ["tree/start.txt:8: the option \"\(id)\" has an id that is \(use); give it another id"])
    }

    @Test(
        "So is one that has its words where those of the question's own lines stand",
        arguments: ["ask", "why", "staff"])
    func optionIDOfFormat(id: String) throws {
        let folder = try ContentFolder()
        try folder.replace("option child   ->", with: "option \(id) ->", in: "tree/start.txt")
        let told =
            "tree/start.txt:8: the option \"\(id)\" has an id that is a word of the format: words/ has it in each question; "
            + "give it another id"
        #expect(try folder.check().faults.map(\.description).contains(told))
    }
}
