import ContentLibrary
import Foundation
import Testing

@testable import Desks

@Suite("The screen budget")
struct ScreenBudgetTests {
    /// What leaves the screen where one line of the small county's Finnish words is longer.
    private func faults(replacing old: String = "", with new: String = "") throws -> [String] {
        let fixture = try DeskFixture()
        let folder = fixture.folder.appending(path: "Content")
        if !old.isEmpty {
            let file = folder.appending(path: "words/fi/all.txt")
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: file)
        }
        let content = try ContentReader.read(folder: folder.path)
        return ScreenBudget(of: content, clock: fixture.wallClock).faults.map(\.description)
    }

    @Test("Nothing of the small county leaves the screen")
    func sound() throws {
        #expect(try faults() == [])
    }

    @Test("A question whose options take more than a screen of large print is told by its line")
    func longOption() throws {
        let long = String(repeating: "pitkä teksti ", count: 55)
        let found = try faults(replacing: "  home    Apua kotiin", with: "  home    \(long)")
        #expect(
            found == [
                "tree/start.txt:4: \"topic\" in fi at 40 columns: not on the last 24 lines: question, option; "
                    + "shorten its text"
            ])
    }

    @Test("A long text of an outcome is paged, and takes nothing off the last screen")
    func longText() throws {
        let long = String(repeating: "Työntekijä kertoo, mitä apua on. ", count: 60)
        #expect(try faults(replacing: "  tell   Työntekijä kertoo, mitä apua on.", with: "  tell   \(long)") == [])
    }

    @Test("A title that is a text of its own is told")
    func longTitle() throws {
        let long = String(repeating: "apua ", count: 150)
        let found = try faults(replacing: "  title  Apua rahaan", with: "  title  \(long)")
        #expect(
            found.contains(
                "tree/start.txt:47: \"money\" in fi at 40 columns: not on the last 24 lines: title; shorten its text"),
            "\(found)")
    }
}
