import Foundation
import TestSupport
import Testing

@Suite("Untrusted text on a professional's terminal")
struct UntrustedTextTests {
    private let fixture: CommandFixture
    private let environment: [String: String]

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        environment = fixture.environment.merging(["TERM": "xterm"]) { $1 }
    }

    private static let payloads = [
        ("the clipboard (OSC 52)", "\u{1B}]52;c;cGFzc3dk\u{7}"),
        ("a link (OSC 8)", "\u{1B}]8;;http://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\"),
        ("a question to the terminal", "\u{1B}[6n"), ("another title", "\u{1B}]0;owned\u{7}"),
        ("CSI of C1", "\u{9B}31mred"), ("OSC of C1", "\u{9D}0;owned\u{9C}"),
        ("carriage return", "good\rEVIL"), ("right to left", "\u{202E}txet"),
        ("cursor and screen", "\u{1B}[2J\u{1B}[1;1Hx\u{1B}c"), ("Backspace and DEL", "ab\u{8}\u{8}\u{7F}c"),
    ]

    @Test("The check itself finds each payload", arguments: payloads)
    func check(_ name: String, _ payload: String) {
        let isOurOwn = ["carriage return"].contains(name)
        #expect(ForeignBytes.found(in: Array("Name: \(payload)\r\n".utf8)).isEmpty == isOurOwn)
        #expect(ForeignBytes.found(in: [0x41, 0x9B, 0x33]) == ["bytes that are not UTF-8"])
    }

    @Test("Typed or pasted as name, own words and hope, it is shown as text at the kiosk, the desk and in tables")
    func everywhere() throws {
        try fixture.prepare(["demo", "--quiet"])
        let all = Self.payloads.map(\.1)
        // Typed, Escape sequences are keys that do nothing; the other payloads are text. Pasted, all are text.
        let short = all.filter { !$0.contains("evil.example") }.joined(separator: " ")
        let typed = ["\u{9B}31mred", "\u{9D}0;owned\u{9C}", "\u{202E}txet"].joined(separator: " ")
        let kiosk = try PseudoTerminal(
            KartoitinProgram.path, ["kiosk", "--language", "en"], environment: environment, rows: 24, columns: 80)
        kiosk.expect("> ")
        for (line, text) in [
            ("family", "Who needs"), ("me", "hardest"), ("parenting", "with the child"), ("limits", "Enter: more"),
            ("book", "How do you want to meet"), ("needs", "wheelchair"),
            ("Need " + typed, "How do you want to meet"), ("phone", "Choose a day"), ("1", "your name"),
            ("Name " + paste(short), "reach you on?"), ("040 123 4567", "own words"),
            ("Words " + paste(all.joined()), "Words"), (typed, "txet"), ("", "Check your details"), ("hope", "hope"),
            ("Hope " + paste(all.joined()), "Check your details"), ("ok", "Booking code: "),
        ] {
            kiosk.send(line + "\r")
            kiosk.expect(text)
            if text != "Booking code: " { kiosk.expect("> ") }
        }
        let reference = String(kiosk.unexpected.prefix(9))
        kiosk.expect("> ")
        #expect(ForeignBytes.found(in: kiosk.outputBytes) == [])
        kiosk.send("done\r")
        kiosk.expect("\u{1B}[3J")

        for table in [
            ["timetable", "list"], ["booking", "show", reference, "--phone", "0401234567"], ["slots"],
        ] {
            let terminal = try PseudoTerminal(
                KartoitinProgram.path, table, environment: environment, rows: 24, columns: 200)
            #expect(terminal.exitStatus() == 0)
            #expect(ForeignBytes.found(in: terminal.outputBytes) == [], "\(table)")
        }

        let desk = try desk(of: reference)
        desk.expect("> ")
        desk.send("1\r")
        for shown in ["Name ␛]52;c;cGFzc3dk␇", "ARRANGEMENT: Need \u{FFFD}31mred", "Words ␛]52;c;", "Hope ␛]52;c;"] {
            desk.expect(shown)
        }
        desk.expect("> ")
        #expect(ForeignBytes.found(in: desk.outputBytes) == [])
    }

    private func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

    private func desk(of reference: String) throws -> PseudoTerminal {
        let shown = try fixture.prepare(["timetable", "list", "--format", "json"]).json()
        let rows = try #require(shown["timetable"] as? [[String: Any]])
        let booked = try #require(rows.first { $0["state"] as? String == "booked" }?["professional"] as? String)
        return try PseudoTerminal(
            KartoitinProgram.path, ["demo", "professional", "--professional", booked, "--language", "en"],
            environment: environment, rows: 60, columns: 200)
    }
}
