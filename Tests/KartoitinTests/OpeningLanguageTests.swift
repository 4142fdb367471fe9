import Foundation
import Testing

@Suite("A language that is begun is spoken as far as it goes")
struct OpeningLanguageTests {
    private let fixture: CommandFixture

    /// Finnish and English, and Somali for the start and urgent help.
    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        fixture.environment["KARTOITIN_CONTENT"] = try fixture.copyContent(["fi", "en"]).path
        try fixture.writeSomali(
            ["county", "desk", "heard", "start", "urgent"],
            [
                ("desk", "language-name    English", "language-name    Soomaali"),
                ("desk", "From here on, this language is not ready yet.", "Halkan waa dhammaad."),
                ("start", "What brings you here today?", "Maxaa maanta ku keenay?"),
            ])
    }

    private func visit(_ lines: String...) throws -> String {
        try fixture.call(["kiosk"], input: lines.map { "\($0)\n" }.joined()).output
    }

    @Test("Where it ends, its visitor goes on in another, with what was answered")
    func goesOn() throws {
        #expect(try fixture.call(["content", "check", "--quiet"]).code == 0)
        let screen = try visit("3", "money", "1", "2", "today")
        #expect(screen.contains("\n  3  Soomaali\n"), "\(screen)")
        #expect(screen.contains("\nMaxaa maanta ku keenay?\n"), "\(screen)")
        #expect(
            screen.contains(
                """

                Halkan waa dhammaad. In which language do we go on?
                  1  Suomi
                  2  English

                """), "\(screen)")
        #expect(screen.contains("\nWhat is hardest with money or housing right now?\n"), "\(screen)")
        #expect(screen.contains("\nHow old are you?\n"), "\(screen)")
    }

    @Test("Back from there leads to the question before")
    func back() throws {
        let screen = try visit("3", "3", "1", "<")
        let parts = screen.components(separatedBy: "Halkan waa dhammaad.")
        #expect(parts.count == 2)
        #expect(parts.last?.contains("Who needs the help?") == true, "\(screen)")
    }

    @Test("A booking made earlier is shown in a language that is whole")
    func myBooking() throws {
        let screen = try visit("3", "\(try option("I already have an appointment or a code"))", "2", "<")
        #expect(screen.contains("Halkan waa dhammaad."), "\(screen)")
        #expect(screen.components(separatedBy: "Halkan waa dhammaad.").last?.contains("code") == true, "\(screen)")
    }

    @Test("It is named to go on in from any language, and urgent help is told in it")
    func urgent() throws {
        try fixture.changeSomali("desk", "urgent-safe", "urgent-safe      Waan badbaadsanahay\nurgent-safeX")
        try fixture.changeSomali("desk", "urgent-safeX", "#")
        let screen = try visit("3", "!")
        #expect(screen.contains("  1  Waan badbaadsanahay\n"), "\(screen)")
    }

    @Test("One that lacks a phrase of the start, or in which a line is wrong, is not offered and closes nothing")
    func notYet() throws {
        try fixture.changeSomali("desk", "language-name    Soomaali\n", "")
        #expect(try fixture.call(["content", "check", "--quiet"]).code == 0)
        #expect(try !visit("1").contains("Soomaali"))
        try fixture.changeSomali("desk", "choose-language", "language-name    Soomaali\nchoose-language")
        #expect(try visit("1").contains("Soomaali"))
        try fixture.changeSomali("start", "topic\n", "topicc\n")
        #expect(try fixture.call(["content", "check", "--quiet"]).code == 0)
        #expect(try !visit("1").contains("Soomaali"))
    }

    /// The number of an option on the first screen of questions.
    private func option(_ text: String) throws -> Int {
        let line = try visit("3").split(separator: "\n").first { $0.contains(text) }
        return try #require(line.flatMap { Int($0.split(separator: " ").first ?? "") })
    }
}
