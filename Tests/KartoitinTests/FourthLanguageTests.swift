import Foundation
import Testing

@Suite("A fourth language is a folder of words")
struct FourthLanguageTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        let content = try fixture.copyContent(["fi", "en"])
        fixture.environment["KARTOITIN_CONTENT"] = content.path
        let words = content.appending(path: "words")
        try FileManager.default.copyItem(at: words.appending(path: "en"), to: words.appending(path: "so"))
        for (file, old, new) in [
            ("desk.txt", "language-name    English", "language-name    Soomaali"),
            ("start.txt", "What brings you here today?", "Maxaa maanta ku keenay?"),
        ] {
            let place = words.appending(path: "so/\(file)")
            let text = try String(contentsOf: place, encoding: .utf8)
            try #require(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: place)
        }
    }

    @Test("Its content is sound, and the kiosk offers it and speaks it")
    func kiosk() throws {
        #expect(try fixture.call(["content", "check", "--quiet"]).code == 0)
        let chosen = try fixture.call(["kiosk"], input: "3\n")
        #expect(chosen.output.contains("\n  3  Soomaali\n"), "\(chosen.output)")
        #expect(chosen.output.contains("\nMaxaa maanta ku keenay?\n"), "\(chosen.output)")
        #expect(try fixture.call(["kiosk", "--language", "so"]).output.contains("\nMaxaa maanta ku keenay?\n"))
    }
}
