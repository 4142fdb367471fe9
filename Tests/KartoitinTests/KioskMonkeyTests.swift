import TestSupport
import Testing

@Suite("A monkey at the kiosk")
struct KioskMonkeyTests {
    @Test("Three thousand keys: it never crashes, never leaves the conversation, and shows no other visitor's words")
    func short() throws {
        let fixture = try CommandFixture()
        try fixture.makeStore()
        try fixture.open("aino", at: "2031-01-13T00:00", "--until", "2031-01-20T00:00", "--method", "phone")
        let monkey = try KioskMonkey(
            KartoitinProgram.path, ["kiosk", "--idle-warning", "86400"],
            environment: fixture.environment.merging(["TERM": "xterm", "PATH": "/nonexistent"]) { $1 }, seed: 2031)
        let report = try monkey.run(keystrokes: 3000)
        #expect(report.faults.isEmpty, "\(report)")
        #expect(report.visits > 3 && report.markersSeen > 20 && report.bookings > 0, "\(report)")
    }
}
