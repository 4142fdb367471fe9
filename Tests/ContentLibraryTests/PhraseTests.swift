import Foundation
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("The desks' phrases")
struct PhraseTests {
    private let desk = "words/en/desk.txt"

    @Test("The catalogue has every declared phrase under a key of its own, in small letters with hyphens")
    func keys() {
        let entries = PhraseCatalogue.all.entries
        #expect(entries.count >= 440)
        #expect(Set(entries.map(\.key)).count == entries.count)
        for key in entries.map(\.key) {
            #expect(key.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }, "\(key)")
        }
        #expect(entries.first { $0.path == "kiosk.welcome" }?.key == "welcome")
        #expect(entries.first { $0.path == "document.flagOver75" }?.key == "flag-over-75")
    }

    @Test("The catalogue has the blanks of every phrase; none has two of one name")
    func declaredBlanks() {
        let blanks = Dictionary(
            uniqueKeysWithValues: PhraseCatalogue.all.entries.map { ($0.path, $0.blanks) })
        #expect(blanks["kiosk.welcome"] == [])
        #expect(blanks["shared.privacy"] == ["county"])
        #expect(blanks["shared.dayAndTime"] == ["day", "time"])
        #expect(blanks["shared.faultTextTooLong"] == ["count", "limit", "end"])
        #expect(blanks["professional.rightGiven"] == ["code", "spelled", "uses", "day"])
    }

    @Test("Every list of phrases that is declared is in the catalogue, and holds nothing but phrases")
    func lists() throws {
        let declarations = try sources().filter { $0.key.contains("/Phrases/") }.values.joined()
        let declared = declarations.matches(of: /\n    public let \w+ = (?:Phrase|\w+Blanks?)\("([a-z0-9-]+)"/).map {
            String($0.1)
        }
        #expect(Set(declared) == Set(PhraseCatalogue.all.entries.map(\.key)))
        #expect(declared.count == PhraseCatalogue.all.entries.count)
    }

    @Test("Every phrase of the catalogue is said by a desk or in a message")
    func used() throws {
        // The compiler does not tell which member is never used, so the sources are read as text.
        let code = try sources().filter { !$0.key.contains("/Phrases/") }.values.joined()
        let said = Set(code.matches(of: /\.(\w+\.\w+)\b/).map { String($0.1) })
        // The headings of messages are told apart before their blanks are filled.
        let headings = code.matches(of: /\bphrases\.(\w+)\b/).map { "message.\($0.1)" }
        let unused = PhraseCatalogue.all.entries.map(\.path).filter { !said.contains($0) && !headings.contains($0) }
        #expect(unused == [])
    }

    /// The sources of the program, by path.
    private func sources() throws -> [String: String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var texts: [String: String] = [:]
        for case let file as URL in files where file.pathExtension == "swift" {
            texts[file.path] = try String(contentsOf: file, encoding: .utf8)
        }
        return texts
    }

    @Test("A phrase that is missing is told")
    func missing() throws {
        try expectFaults(
            in: desk, replacing: "\ngoodbye The words\n", with: "\n",
            are: """
                words/en/desk.txt: the words of "goodbye" are missing
                """)
    }

    @Test("A phrase without words is missing")
    func empty() throws {
        try expectFaults(
            in: desk, replacing: "\ngoodbye The words\n", with: "\ngoodbye\n",
            are: """
                words/en/desk.txt: the words of "goodbye" are missing
                """)
    }

    @Test("A phrase may be wrapped onto deeper lines")
    func wrapped() throws {
        let folder = try ContentFolder()
        try folder.replace(
            "\nprivacy The words {county}", with: "\nprivacy\n  In {county}\n  you are safe.", in: desk)
        let words = try ContentReader.read(folder: folder.path).words(in: .english)
        #expect(words(.shared.privacy("Test")) == "In Test you are safe.")
    }

    /// The line that is added at the end of the file.
    private var nextLine: Int { PhraseCatalogue.all.entries.count + 1 }

    @Test("A phrase that no desk says is told")
    func unknown() throws {
        try expectFaults(
            in: desk, adding: "goodby Bye!",
            are: """
                words/en/desk.txt:\(nextLine): unknown word "goodby", did you mean "goodbye"?
                """)
    }

    @Test("A phrase that is defined twice is told")
    func twice() throws {
        try expectFaults(
            in: desk, adding: "goodbye Bye!",
            are: """
                words/en/desk.txt:\(nextLine): "goodbye" is defined twice; keep one
                """)
    }

    @Test("A blank that the phrase lacks, and one that it does not know, are told")
    func blanks() throws {
        let line = try #require(PhraseCatalogue.all.entries.firstIndex { $0.key == "privacy" }) + 1
        try expectFaults(
            in: desk, replacing: "\nprivacy The words {county}", with: "\nprivacy In {country}",
            are: """
                words/en/desk.txt:\(line): "privacy" has an unknown blank, {country}
                words/en/desk.txt:\(line): "privacy" is missing {county}
                """)
    }

    @Test("A blank may stand twice, and words wait for none where the phrase has none")
    func blankTwice() throws {
        let change = "\nprivacy In {county}, only in {county}"
        try expectFaults(in: desk, replacing: "\nprivacy The words {county}", with: change, are: "")
        let line = try #require(PhraseCatalogue.all.entries.firstIndex { $0.key == "goodbye" }) + 1
        try expectFaults(
            in: desk, replacing: "\ngoodbye The words", with: "\ngoodbye Bye {name}",
            are: """
                words/en/desk.txt:\(line): "goodbye" has an unknown blank, {name}
                """)
    }

    @Test("A language without a desk file is told once")
    func noDesk() throws {
        let folder = try ContentFolder()
        try folder.remove(desk)
        try folder.expectFaults("words/en/desk.txt: the words of \"every phrase\" are missing")
    }
}

@Suite("Filling in the blanks of a phrase")
struct PhraseFillingTests {
    private func filled(_ text: String, _ values: [String: String]) -> String {
        var words = Words(language: .english)
        words.phrases["already"] = text
        return words(Phrase("already", values: values))
    }

    @Test("Each blank gets its value, wherever and however often it stands")
    func filled() {
        #expect(filled("{a} and {b}, {a}", ["a": "one", "b": "two"]) == "one and two, one")
        #expect(filled("nothing to fill", ["a": "one"]) == "nothing to fill")
        #expect(filled("{a}", ["a": ""]) == "")
    }

    @Test("Braces in somebody's own words stay as they are")
    func bracesInValue() {
        #expect(filled("{a}{b}", ["a": "{b}", "b": "two"]) == "{b}two")
        #expect(filled("<{a}>", ["a": "} {a} {"]) == "<} {a} {>")
    }

    @Test("A blank without a value stays, and so do braces that are no blank")
    func noValue() {
        #expect(filled("{a} {c}", ["a": "one"]) == "one {c}")
        #expect(filled("{a} { {", ["a": "one"]) == "one { {")
        #expect(filled("} {a}", ["a": "one"]) == "} one")
    }

    @Test("A phrase without words says its key")
    func noWords() {
        #expect(Words(language: .english)(.shared.goodbye) == "goodbye")
    }

    @Test("Blanks are filled in the order of their declaration, with texts and numbers")
    func declared() {
        var words = Words(language: .english)
        words.phrases["move-question"] = "{new} after {old}"
        #expect(words(.change.moveQuestion("ten", "eleven")) == "eleven after ten")
        words.phrases["fault-text-too-long"] = "{count} > {limit}: {end}"
        #expect(words(.shared.faultTextTooLong(5, 4, "dear")) == "5 > 4: dear")
        words.phrases["right-row"] = "{code} {what} {used}/{uses}"
        #expect(words(.professional.rightRow("AB", "talk", 1, 3)) == "AB talk 1/3")
    }

    @Test("Without values the phrase comes as written")
    func asWritten() {
        #expect(filled("{a}", [:]) == "{a}")
    }
}
