import Foundation
import Mapper
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Content that was found whole before")
struct LanguageShelfTests {
    private let folder: ContentFolder
    private let ukrainian: Language

    /// English, and Ukrainian as far as the first question.
    init() throws {
        folder = try ContentFolder()
        ukrainian = try #require(Language(rawValue: "uk"))
        try folder.replace(
            "municipality 167\noffice", with: "language en\nmunicipality 167\noffice", in: "county.txt")
        for file in ["start", "county", "desk"] { try folder.copyWords(file, to: "uk") }
    }

    @Test("It says the same in each language, whenever its words are read")
    func same() throws {
        let read = try ContentReader.read(folder: folder.path)
        #expect(read.languages == [.english])
        #expect(read.openingLanguages == [ukrainian])
        let again = try ContentReader.read(whole: folder.path, in: [.english], opening: [ukrainian])
        #expect(again.languages == read.languages)
        #expect(again.openingLanguages == read.openingLanguages)
        for language in [.english, ukrainian] {
            let (words, same) = (read.words(in: language), again.words(in: language))
            #expect(same.questions == words.questions)
            #expect(same.outcomes == words.outcomes)
            #expect(same.readyAnswers == words.readyAnswers)
            #expect(same.contacts == words.contacts)
            #expect(same.phrases == words.phrases)
            #expect(same.begun == words.begun)
        }
    }

    @Test("What greets a visitor has no words of the questions, and reads no file for them")
    func greeting() throws {
        let whole = try ContentReader.read(whole: folder.path, in: [.english], opening: [])
        let greeting = try #require(whole.greetings().first)
        #expect(greeting.questions.isEmpty && !greeting.phrases.isEmpty && !greeting.contacts.isEmpty)
        // The files may go while a visit goes on.
        try folder.remove("words/en/start.txt")
        #expect(!whole.words(in: .english).questions.isEmpty)
    }

    @Test("A language that is begun says what it has; a gap is filled from one that is whole")
    func begun() throws {
        let content = try ContentReader.read(folder: folder.path)
        let words = content.words(in: ukrainian)
        let (first, second) = try (
            #require(content.tree.questions["topic"]), #require(content.tree.questions["needs"])
        )
        #expect(words.isBegun && words.says(.question(first)) && !words.says(.question(second)))
        #expect(words.questions["needs"] == content.words(in: .english).questions["needs"])
        let outcomes = content.tree.outcomes
        #expect(try !words.says(.outcome(#require(outcomes["call-now"]))))
        #expect(!content.words(in: .english).isBegun)
    }

    @Test(
        "It is not offered while what begins a visit is missing, or a line is wrong",
        arguments: [
            ("county", "contact helpline", "#"), ("start", "topic\n", "topicc\n"), ("desk", "welcome ", "#welcome "),
        ])
    func notYet(file: String, old: String, new: String) throws {
        let name = "words/uk/\(file).txt"
        let text = try String(contentsOfFile: folder.path(of: name), encoding: .utf8)
        try #require(text.contains(old))
        try folder.write(text.replacing(old, with: new), to: name)
        #expect(try ContentReader.read(folder: folder.path).openingLanguages == [])
        try folder.expectFaults("")
    }
}

extension ContentFolder {
    fileprivate func copyWords(_ file: String, to language: String) throws {
        try write(
            String(contentsOfFile: path(of: "words/en/\(file).txt"), encoding: .utf8),
            to: "words/\(language)/\(file).txt")
    }
}
