import BookingCore
import CivilTime
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

/// The clock stands at Saturday 21.11.2026 10.00.
@Suite("What is not open yet at the kiosk")
struct KioskOpeningTests {
    private static let phoneFirst = [
        "opens 2026-11-01", "  method phone", "opens 2026-12-01", "  method office", "  municipality 167",
    ]

    @Test("Before it opens the outcome says from when on, and where to turn; nothing leads to a booking that fails")
    func before() throws {
        let fixture = try DeskFixture(rules: ["opens 2026-11-23"])
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(["home", "nobody", "book"])
        let screen = unwrapped(console.screen(after: 2))
        #expect(
            screen.contains(
                "Voit varata ajan täältä itse ma 23.11. alkaen. Sitä ennen kysy aikaa tämän talon neuvonnasta."))
        #expect(!screen.contains("Varaa aika") && !screen.contains("Ensimmäinen vapaa aika"))
        fixture.now = try fixture.wallClock.moment("2026-11-23T00:00")
        let open = fixture.visit(["home", "nobody", "book"])
        #expect(open.screen(after: 2).contains("Ensimmäinen vapaa aika: ma 23.11. klo 9.00"))
        #expect(!open.screen(after: 2).contains("alkaen"))
    }

    @Test("Only the ways that are open are offered, and times of them")
    func ways() throws {
        let fixture = try DeskFixture(rules: Self.phoneFirst)
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        let console = fixture.visit(["home", "nobody", "book"])
        #expect(console.lastScreen.contains("Puhelimessa") && !console.lastScreen.contains("Toimistolla"))
        fixture.now = try fixture.wallClock.moment("2026-12-01T08:00")
        try fixture.open("aino", "2026-12-02T09:00", [.phone, .office])
        let later = fixture.visit(["home", "nobody", "book", "office"])
        #expect(later.screen(after: 3).contains("Toimistolla"))
        #expect(later.lastScreen.contains("ke 2.12. klo 9.00"))
    }

    @Test("A client whose staff booked before may move the time to another like it, not to a way that is not open")
    func moving() throws {
        let fixture = try DeskFixture(rules: Self.phoneFirst)
        try fixture.open("aino", "2026-11-23T09:00", count: 3, [.phone, .office])
        let booking = try fixture.book("2026-11-23T09:00")
        let find: [Reply] = ["my-booking", .line(booking.reference.grouped), "040 123 4567", "move"]
        let refused = fixture.visit(find + ["office", "1", "1", "yes"])
        #expect(
            refused.screens.joined().contains(
                "Tällaista aikaa ei voi vielä varata täältä itse. Valitse toinen aika."),
            "\(refused.screens.suffix(3))")
        let moved = fixture.visit(find + ["phone", "1", "yes"])
        #expect(moved.screens.joined().contains("Aikasi on vaihdettu."), "\(moved.screens.suffix(3))")
    }
}
