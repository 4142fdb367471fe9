import Foundation
import TestSupport
import Testing

@Suite("Where a kiosk was said to stand")
struct KioskPlaceCommandTests {
    @Test(
        "A municipality is known by its code or by its name in any language",
        arguments: ["--office joensuu", "--municipality 167", "--municipality Joensuu", "--municipality joensuu"])
    func known(place: String) throws {
        let fixture = try CommandFixture()
        try fixture.makeStore()
        let ended = try fixture.run(["kiosk"] + place.split(separator: " ").map(String.init), input: "")
        #expect(ended.code == 0 && ended.error == "", "\(ended.error)")
    }

    @Test("The option reaches the visits on a terminal; an office that goes away later closes nothing, and is told")
    func onTerminal() throws {
        let fixture = try KioskOutageFixture()
        try fixture.program.makeStore()
        try fixture.edit(
            "words/en/county.txt", "office joensuu\n", with: "office joensuu\n  notice  Ask in the lobby.\n")
        let terminal = try fixture.terminal(options: "--office joensuu")
        terminal.expect("Ask in the lobby.")
        terminal.expect(KioskOutageFixture.start)
        terminal.expect("> ")
        try fixture.edit(
            "words/en/county.txt", "office joensuu\n  notice  Ask in the lobby.\n", with: "office joensuuu\n")
        try fixture.edit("county.txt", "office joensuu\n", with: "office joensuuu\n")
        TerminalKioskFixture.type([("0", "Leave"), ("1", "When you are ready, press Enter")], on: terminal)
        terminal.send("\r")
        terminal.expect(TerminalKioskFixture.wipe)
        terminal.expect(KioskOutageFixture.start)
        try fixture.expectLast(
            "kartoitin: unknown --office \"joensuu\", did you mean \"joensuuu\"?; the kiosk goes on without knowing where "
                + "it stands")
    }

    @Test("One that is not known when the kiosk starts on a terminal ends it with what to type")
    func unknownOnTerminal() throws {
        let fixture = try KioskOutageFixture()
        try fixture.program.makeStore()
        let terminal = try fixture.terminal(options: "--office joensu")
        #expect(terminal.exitStatus() == 64)
        try fixture.expectJournal(["kartoitin: unknown --office \"joensu\", did you mean \"joensuu\"?"])
    }
}
