import Foundation
import TestSupport
import Testing

@Suite("The kiosk on a terminal")
struct KioskTerminalTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.open("aino", at: "2031-01-13T09:00", "--method", "phone")
    }

    private func kiosk(columns: Int = 80, _ environment: [String: String] = [:]) throws -> PseudoTerminal {
        let own = fixture.environment.merging(["TERM": "xterm"]) { $1 }.merging(environment) { $1 }
        let terminal = try PseudoTerminal(
            KartoitinProgram.path, ["kiosk", "--language", "fi"], environment: own, rows: 24, columns: columns)
        terminal.expect("Minulla on jo aika tai koodi")
        return terminal
    }

    /// Types a line once the program has asked for it.
    private func type(_ line: String, on terminal: PseudoTerminal, then text: String) {
        terminal.expect("> ")
        terminal.send(line + "\r")
        terminal.expect(text)
    }

    @Test("ä, ö and å are typed, shown, kept and read back; after the visit the terminal is wiped")
    func wholeVisit() throws {
        let terminal = try kiosk()
        type("6", on: terminal, then: "vaarassa")
        type("<", on: terminal, then: "Mitä asiasi koskee?")
        for (line, text) in [
            ("1", "Kenen asia"), ("1", "vaikeinta?"), ("2", "huolettaa eniten?"), ("2", "Enter: lisää"),
            ("book", "Miten haluat tavata"), ("puhelin", "Valitse päivä"), ("1", "Mikä on nimesi"),
            ("Åke Mäkiö", "numerosta"), ("040 123 4567", "omin sanoin"), ("Öisin en jaksa, ärsyttää", "Öisin"),
            ("", "Tarkista"),
        ] { type(line, on: terminal, then: text) }
        #expect(terminal.output.contains("syntymävuosi: Åke Mäkiö"))
        type("1", on: terminal, then: "Aikasi on varattu.")
        terminal.expect("Varaustunnus: ")
        let reference = String(terminal.unexpected.prefix(9))
        type("valmis", on: terminal, then: "\u{1B}[3J")
        type("", on: terminal, then: "\u{1B}[3J")
        terminal.expect("Minulla on jo aika tai koodi")
        #expect(!terminal.unexpected.contains("Åke"))
        let shown = try fixture.prepare(["booking", "show", reference, "--phone", "0401234567", "--format", "json"])
        #expect(try shown.json()["start"] as? String == "2031-01-13T09:00:00+02:00")
    }

    @Test("A terminal that hangs up ends the program and gives the time back")
    func hangUp() throws {
        let terminal = try kiosk()
        for (line, text) in [
            ("family", "Kenen asia"), ("me", "vaikeinta?"), ("parenting", "huolettaa eniten?"),
            ("limits", "Enter: lisää"), ("book", "Miten haluat tavata"), ("phone", "Valitse päivä"),
            ("1", "Mikä on nimesi"),
        ] { type(line, on: terminal, then: text) }
        #expect(try fixture.freeStarts().isEmpty)
        terminal.hangUp()
        #expect(terminal.exitStatus() == 0)
        #expect(try fixture.freeStarts() == ["2031-01-13T09:00:00+02:00"])
    }

    @Test("Keys that would leave the conversation do nothing")
    func noWayOut() throws {
        let terminal = try kiosk()
        terminal.expect("> ")
        terminal.send("\u{3}\u{1A}\u{1C}\u{4}\t\t\u{15}\u{16}1\r")
        terminal.expect("Kenen asia")
        #expect(terminal.exitStatus(within: 0.3) == nil)
    }
}
