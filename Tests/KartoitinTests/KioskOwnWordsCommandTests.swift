import Foundation
import Testing

@Suite("Own words on the kiosk's pipe, with the real content")
struct KioskOwnWordsCommandTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00")
    }

    @Test(
        "A tired parent is led on from what they wrote",
        arguments: [
            ("fi", "en jaksa enää kun vauva valvottaa", "Perhe ja alle 18-vuotiaat lapset", "Kenen asia tämä on?"),
            ("sv", "jag orkar inte mer, babyn sover inte", "Familj och barn under 18 år", "Vem gäller det?"),
            ("en", "the baby never sleeps and I am exhausted", "Family and children under 18", "Who needs the help?"),
        ])
    func parent(language: String, words: String, option: String, next: String) throws {
        let ended = try fixture.call(["kiosk", "--language", language], input: "\(words)\nfamily\n")
        #expect(ended.code == 0)
        #expect(ended.error == "")
        #expect(ended.output.contains(option), "\(ended.output)")
        #expect(ended.output.contains(next), "\(ended.output)")
    }

    @Test("What was written is what the professional reads first")
    func professional() throws {
        let lines = [
            "the baby never sleeps and I am exhausted", "family", "me", "exhausted", "small", "nobody", "sleep",
            "book", "phone", "2099-12-01T09:00", "Maija Meikäläinen", "0401234567", "And the rent is late.", "",
            "ok", "1",
        ]
        let ended = try fixture.call(["kiosk", "--language", "en"], input: lines.joined(separator: "\n") + "\n")
        #expect(ended.output.contains("Your appointment is booked."), "\(ended.output)")
        #expect(ended.output.contains("  the baby never sleeps and I am exhausted\n"))
        let summary = """
              9  Your own words (62 characters): the baby never sleeps and I am exhausted
                 And the rent is late.
            """
        #expect(ended.output.contains(summary), "\(ended.output)")
    }

    @Test(
        "Signs of danger show the number to call at once",
        arguments: [("fi", "mies lyö minua nyt"), ("sv", "han slår mig nu"), ("en", "he is hitting me right now")])
    func danger(language: String, words: String) throws {
        let output = try fixture.call(["kiosk", "--language", language], input: "\(words)\n1\n").output
        let after = try #require(output.split(separator: "112", maxSplits: 1).last)
        #expect(after.contains("  1  "), "\(output)")
        #expect(output.components(separatedBy: "112").count > 2)
    }
}
