import BookingCore
import Dialogue
import Foundation
import Testing

@Suite("Moving a time at the kiosk")
struct KioskMovingTests {
    private let fixture: DeskFixture
    private let reference: Reply
    private var found: [Reply] { ["my-booking", reference, "040 123 4567"] }

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 3)
        let confirmation = fixture.visit(DeskFixture.booking).lastScreen
        let line = try #require(confirmation.split(separator: "\n").first { $0.contains("Varaustunnus: ") })
        reference = .line(String(try #require(line.split(separator: " ").dropFirst().first)))
    }

    private func states() throws -> [TimetableRow.State] { try fixture.timetable("aino").map(\.state) }

    @Test("The new time is shown beside the old one, and then it is theirs under the same code")
    func moved() throws {
        let console = fixture.visit(found + ["move", "phone", "2", "yes", ""])
        #expect(
            console.screen(after: 6).hasSuffix(
                """
                Vaihdetaanko aika? Nyt: maanantaina 23. marraskuuta 2026 klo 9.00, puhelin.
                Uusi: maanantaina 23. marraskuuta 2026 klo 9.30, puhelin.
                  1  Kyllä, vaihda aika
                  2  Ei, pidä vanha aika
                """))
        #expect(
            console.screen(after: 7) == """
                Aikasi on vaihdettu. Varaustunnus on sama kuin ennen.
                  maanantaina 23. marraskuuta 2026 klo 9.30, 15 minuuttia
                  Työntekijä soittaa sinulle numeroon 040 123 4567.

                Kun olet valmis, paina Enter. Silloin tyhjennämme näytön.
                """)
        #expect(try states() == [.free, .free, .booked])
        #expect(fixture.visit(found).lastScreen.contains("klo 9.30"))
    }

    @Test("Where somebody else takes the new time the old one is kept and another can be chosen")
    func taken() throws {
        let console = fixture.visit(found + ["move", "phone", "1", "yes", "1", "yes", ""]) { answered in
            guard answered == 6 else { return }
            // The hold runs out while the visitor thinks, and somebody calls the phone service.
            fixture.now += 11 * 60
            try fixture.takeFirst()
        }
        #expect(
            console.screen(after: 7).hasPrefix(
                """
                Joku muu ehti varata tämän ajan. Vanha aikasi on tallessa. Valitse toinen aika.
                """))
        #expect(console.screen(after: 9).hasPrefix("Aikasi on vaihdettu."))
        #expect(try states() == [.free, .booked, .booked])
    }

    @Test(
        "A change of mind, the way back and leaving keep the old time and hold no other",
        arguments: [
            ["move", "phone", "1", "no"], ["move", "<"], ["move", "phone", "1", "<"],
            ["move", "phone", "1", "0", "1"],
        ] as [[Reply]])
    func kept(answers: [Reply]) throws {
        _ = fixture.visit(found + answers)
        #expect(try states() == [.booked, .free, .free])
    }

    @Test("A booking cancelled meanwhile is told")
    func cancelled() throws {
        guard case .line(let text) = reference else { return }
        let code = try #require(BookingReference(typed: text))
        let console = fixture.visit(found + ["move", "phone", "1", "yes", ""]) { answered in
            if answered == 6 { _ = try fixture.store.cancel(code, now: fixture.now) }
        }
        #expect(console.screen(after: 7).hasPrefix("Tämä aika on peruttu."))
    }
}
