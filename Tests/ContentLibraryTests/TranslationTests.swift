import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Every language says everything")
struct TranslationTests {
    /// A sound folder whose English words are there in Swedish too.
    private func twoLanguages() throws -> ContentFolder {
        let folder = try ContentFolder()
        try folder.copy("words/en", to: "words/sv")
        return folder
    }

    @Test("Words that one language lacks are told where the tree has them, and where to add them")
    func missingInOne() throws {
        let folder = try twoLanguages()
        try folder.remove("words/sv/money.txt")
        try folder.expectFaults(
            """
            tree/money.txt:1: no words for "needs" in sv; add them to words/sv/money.txt
            tree/money.txt:12: no words for "story" in sv; add them to words/sv/money.txt
            tree/money.txt:17: no words for "debt-help" in sv; add them to words/sv/money.txt
            tree/money.txt:24: no words for "advice" in sv; add them to words/sv/money.txt
            tree/money.txt:28: no words for "budget" in sv; add them to words/sv/money.txt
            """)
    }

    @Test("A folder of words whose name is no language is told, not passed over")
    func misnamedLanguage() throws {
        let folder = try twoLanguages()
        try folder.copy("words/en", to: "words/eng")
        try folder.expectFaults(
            "words/eng: a folder of words is named by two letters, for example words/fi; nothing of this is read")
    }

    @Test("One option that one language lacks is told in that language's file")
    func missingOption() throws {
        let folder = try twoLanguages()
        try folder.replace("  child  A child\n", with: "\n", in: "words/sv/start.txt")
        try folder.expectFaults(#"words/sv/start.txt:1: "topic" has no words for the option "child""#)
    }

    @Test("The services' and the county's words are told by name")
    func missingNames() throws {
        let folder = try twoLanguages()
        try folder.remove("words/sv/services.txt")
        try folder.remove("words/sv/county.txt")
        try folder.expectFaults(
            """
            words/sv/county.txt: the words of "contact helpline" are missing
            words/sv/county.txt: the words of "contact kela" are missing
            words/sv/county.txt: the words of "county test-county" are missing
            words/sv/county.txt: the words of "municipality 167" are missing
            words/sv/county.txt: the words of "office town-hall" are missing
            words/sv/services.txt: the words of "appointment advice-money" are missing
            words/sv/services.txt: the words of "service debt-advice" are missing
            words/sv/services.txt: the words of "task child-protection" are missing
            words/sv/services.txt: the words of "task working-age" are missing
            """)
    }

    @Test("Content without any language is told")
    func noLanguage() throws {
        let folder = try ContentFolder()
        try folder.remove("words/en")
        try folder.write("", to: "words/README.md")
        try folder.expectFaults("words: no language has a folder here, for example words/fi")
    }

    @Test("A language that nobody thought of needs a folder of words and no code")
    func fourthLanguage() throws {
        let folder = try twoLanguages()
        try folder.copy("words/en", to: "words/fi")
        try folder.copy("words/en", to: "words/so")
        try folder.copy("words/en", to: "words/ar")
        try folder.replace("What is it about?", with: "Maxay ku saabsan tahay?", in: "words/so/start.txt")
        try folder.expectFaults("")

        let content = try ContentReader.read(folder: folder.path)
        #expect(content.languages.map(\.rawValue) == ["fi", "sv", "en", "ar", "so"])
        let somali = try #require(Language(rawValue: "so"))
        #expect(content.words(in: somali).questions["topic"]?.ask == "Maxay ku saabsan tahay?")
        #expect(content.words(in: .english).questions["topic"]?.ask == "What is it about?")
    }

    @Test("A language without words speaks the first one")
    func fallback() throws {
        let folder = try ContentFolder()
        let content = try ContentReader.read(folder: folder.path)
        #expect(content.words(in: .finnish).language == .english)
    }

    @Test("A hint for the staff that stands in one language is missed in the others")
    func staffHint() throws {
        let folder = try twoLanguages()
        try folder.replace(
            "  child  A child\n", with: "  child  A child\n  staff  Ask softly.\n", in: "words/sv/start.txt")
        try folder.expectFaults(
            "words/en/start.txt:1: \"topic\" has a \"staff\" line in sv and none here; write it in every language or in none"
        )
        try folder.replace(
            "  child  A child\n", with: "  child  A child\n  staff  Ask softly.\n", in: "words/en/start.txt")
        try folder.expectFaults("")
    }

    @Test(
        "What is told of an office in one language is missed in the others",
        arguments: ["building", "floor", "room", "enter", "hours", "way", "notice"])
    func officeLines(key: String) throws {
        let folder = try twoLanguages()
        let name = "office town-hall\n"
        try folder.replace(name, with: "\(name)  \(key)  Ask downstairs.\n", in: "words/en/county.txt")
        try folder.expectFaults(
            "words/sv/county.txt:6: \"office town-hall\" has a \"\(key)\" line in en and none here; write it in every "
                + "language or in none")
        try folder.replace(name, with: "\(name)  \(key)\n", in: "words/sv/county.txt")
        try folder.expectFaults("words/sv/county.txt:7: \"\(key)\" is empty")
    }
}
