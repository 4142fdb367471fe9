import Foundation
import Testing

@Suite("A fourth language is a folder of words")
struct FourthLanguageTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        fixture.environment["KARTOITIN_CONTENT"] = try fixture.copyContent(["fi", "en"]).path
        try fixture.writeSomali(
            nil,
            [
                ("desk", "language-name    English", "language-name    Soomaali"),
                ("start", "What brings you here today?", "Maxaa maanta ku keenay?"),
            ])
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
