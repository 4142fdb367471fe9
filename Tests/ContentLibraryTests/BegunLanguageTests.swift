import Foundation
import Mapper
import OwnWords
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("A language that is begun")
struct BegunLanguageTests {
    private let folder: ContentFolder

    /// A county that serves in English, and one file of Ukrainian words.
    init() throws {
        folder = try ContentFolder()
        try folder.replace(
            "municipality 167\noffice", with: "language en\nmunicipality 167\noffice", in: "county.txt")
        try folder.write(try #require(SoundContent.files["words/en/start.txt"]), to: "words/uk/start.txt")
    }

    private var ukrainian: Language { get throws { try #require(Language(rawValue: "uk")) } }

    @Test("It is no fault, is not offered, and the check counts what is missing")
    func begun() throws {
        try folder.expectFaults("")
        let content = try ContentReader.read(folder: folder.path)
        #expect(content.languages == [.english])
        #expect(content.begunLanguages == [try ukrainian])
        let told = try folder.check().remarks.filter { $0.kind == .begun }.map(\.description)
        let count =
            /note: words\/uk: this language is begun, and offered once its start is whole \(first "[a-z-]+" of desk.txt, "[a-z-]+" of desk.txt, "[a-z-]+" of desk.txt, and \d+ more\): \d+ of \d+ texts are missing/
        #expect(told.count == 1 && told.allSatisfy { $0.wholeMatch(of: count) != nil }, "\(told)")
        let listed = try folder.check().remarks.map(\.description)
        #expect(
            listed.contains("note: tree/money.txt:1: no words for \"needs\" in uk; add them to words/uk/money.txt"))
        #expect(try !folder.openingFaults().contains("uk"))
    }

    @Test("What is wrong in it keeps nobody waiting")
    func wrong() throws {
        try folder.append("topicc\n  ask  ?", to: "words/uk/start.txt")
        try folder.append("\tx", to: "words/uk/start.txt")
        try folder.expectFaults("")
        let listed = try folder.check().remarks.map(\.description)
        #expect(
            listed.contains(
                "note: words/uk/start.txt:16: no question or outcome is called \"topicc\", did you mean \"topic\"?"))
        #expect(listed.contains("note: words/uk/start.txt:18: a tab in the indentation; use spaces only"))
    }

    @Test("It is offered as soon as it is whole")
    func whole() throws {
        try folder.remove("words/uk")
        try folder.copy("words/en", to: "words/uk")
        try folder.expectFaults("")
        #expect(try ContentReader.read(folder: folder.path).languages == [.english, try ukrainian])
        #expect(try folder.check().remarks.filter { $0.kind == .begun } == [])
    }

    @Test("Its stories wait for it")
    func stories() throws {
        try folder.write(
            "story x\n  person  Kim\n  answer  topic child\n  ends  child-help\n", to: "stories/uk/a.txt")
        try folder.expectFaults("")
        let content = try ContentReader.read(folder: folder.path)
        #expect(try StoryReader.read(folder: folder.path, content: content).stories.isEmpty)
    }

    @Test("It may lack phrases of situations, and what it has of them is understood")
    func situations() throws {
        let stories = try StoryFolder().folder
        try stories.replace(
            "municipality 167\noffice", with: "language en\nmunicipality 167\noffice", in: "county.txt")
        try stories.write(try #require(SoundContent.files["words/en/start.txt"]), to: "words/uk/start.txt")
        try stories.write("phrase мене б'є чоловік\n", to: "situations/uk/danger.txt")
        try stories.expectFaults("")
        let content = try ContentReader.read(folder: stories.path)
        let phrasebook = try PhrasebookReader.read(folder: stories.path, for: content)
        #expect(phrasebook.dangerWords.danger(in: "мене б'є чоловік") != nil)
        #expect(throws: ContentError.self) {
            try PhrasebookReader.read(folder: stories.path, situations: content.situations)
        }
    }

    @Test("A language that the county serves in must be whole")
    func served() throws {
        try folder.replace("language en\n", with: "language en\nlanguage uk\n", in: "county.txt")
        #expect(try folder.faults().contains("tree/money.txt:1: no words for \"needs\" in uk; add them to "))
        try folder.remove("words/uk")
        try folder.expectFaults("")
        #expect(
            try folder.openingFaults().hasPrefix(
                "county.txt:5: the county serves in \"uk\", and nothing is written in it; add words/uk, "
                    + "or take this line away\n"))
    }

    @Test("A county that names no language serves in each that has words")
    func unnamed() throws {
        try folder.replace("language en\n", with: "", in: "county.txt")
        #expect(try folder.faults().contains("no words for \"needs\" in uk"))
    }

    @Test("A language is two letters and stands once")
    func form() throws {
        try folder.replace("language en\n", with: "language en\nlanguage en\nlanguage eng\n", in: "county.txt")
        try folder.expectFaults(
            """
            county.txt:5: the language "en" is defined twice; keep one
            county.txt:6: a language is two letters, for example fi
            """)
    }
}
