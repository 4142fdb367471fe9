import SocialServices
import Testing

@testable import ContentLibrary

@Suite("The desks' phrases")
struct PhraseTests {
    private let desk = "words/en/desk.txt"

    @Test("A phrase is called in the file what it is called here, word by word with hyphens")
    func keys() {
        #expect(Phrase.welcome.key == "welcome")
        #expect(Phrase.languageName.key == "language-name")
        #expect(Phrase.faultNotANumber.key == "fault-not-a-number")
        #expect(Phrase.faultNotUTF8.key == "fault-not-utf8")
        #expect(Phrase.mainUserIDFault.key == "main-user-id-fault")
        #expect(Phrase.flagOver75.key == "flag-over-75")
        #expect(Set(Phrase.allCases.map(\.key)).count == Phrase.allCases.count)
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
        #expect(words(.privacy, ["county": "Test"]) == "In Test you are safe.")
    }

    /// The line that is added at the end of the file.
    private var nextLine: Int { Phrase.allCases.count + 1 }

    @Test("A phrase that no desk says is told")
    func unknown() throws {
        try expectFaults(
            in: desk, adding: "goodby Bye!",
            are: """
                words/en/desk.txt:\(nextLine): unknown word "goodby", did you mean "goodbye"?
                """)
    }

    @Test("A phrase that stands twice is told")
    func twice() throws {
        try expectFaults(
            in: desk, adding: "goodbye Bye!",
            are: """
                words/en/desk.txt:\(nextLine): "goodbye" stands twice; keep one
                """)
    }

    @Test("A blank that the phrase lacks, and one that it does not know, are told")
    func blanks() throws {
        let line = try #require(Phrase.allCases.firstIndex(of: .privacy)) + 1
        try expectFaults(
            in: desk, replacing: "\nprivacy The words {county}", with: "\nprivacy In {country}",
            are: """
                words/en/desk.txt:\(line): "privacy" has a blank it does not know, {country}
                words/en/desk.txt:\(line): "privacy" lacks {county}
                """)
    }

    @Test("A blank may stand twice, and words wait for none where the phrase has none")
    func blankTwice() throws {
        let change = "\nprivacy In {county}, only in {county}"
        try expectFaults(in: desk, replacing: "\nprivacy The words {county}", with: change, are: "")
        let line = try #require(Phrase.allCases.firstIndex(of: .goodbye)) + 1
        try expectFaults(
            in: desk, replacing: "\ngoodbye The words", with: "\ngoodbye Bye {name}",
            are: """
                words/en/desk.txt:\(line): "goodbye" has a blank it does not know, {name}
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
    private func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var words = Words(language: .english)
        words.phrases[.already] = text
        return words(.already, values)
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
        #expect(Words(language: .english)(.goodbye) == "goodbye")
    }

    @Test("Without values the phrase comes as written")
    func asWritten() {
        #expect(filled("{a}", [:]) == "{a}")
    }
}
