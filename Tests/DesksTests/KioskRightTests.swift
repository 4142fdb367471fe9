import BookingCore
import Dialogue
import Foundation
import SocialServices
import TestConsole
import TestValues
import Testing

@Suite("Booking a follow-up time with a code from a worker")
struct KioskRightTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        try fixture.open("veikko", "2026-11-23T08:00")
    }

    private func grant(uses: Int = 1, days: Double = 30) throws -> BookingRight {
        let grant = RightGrant(
            appointmentType: "advice", grantee: .workers(["aino"]), clientName: "Maija Meikäläinen",
            clientPhone: try PhoneNumber(typed: "040 123 4567"), uses: uses,
            expires: fixture.now.addingTimeInterval(days * 86_400), grantedBy: "aino")
        var generator = SystemRandomNumberGenerator()
        return try fixture.store.grant(grant, now: fixture.now) { RightCode.random(using: &generator) }
    }

    private func typed(_ right: BookingRight) -> [Reply] { ["my-booking", .line(right.code.grouped), "0401234567"] }

    @Test("The code opens the times of the worker it names, and asks nobody's name twice")
    func books() throws {
        let right = try grant(uses: 2)
        let console = fixture.visit(typed(right) + ["phone", "1", "", "ok"])
        #expect(
            console.screen(after: 3) == """
                Voit varata tämän ajan: Neuvonta.

                Voit varata vielä 2 aikaa.

                Puhut 15 minuuttia.

                Tavan valinnan jälkeen näet ajat. Jos haluat muuttaa kielen, tarpeet tai
                viestit, valitse se ensin.
                Miten haluat tavata työntekijän?
                  1  Puhelimessa: työntekijä soittaa sinulle
                  2  Etänä: videopuhelu puhelimella tai tietokoneella
                  3  Toimistolla: tulet paikalle
                  4  Mikä vain, mahdollisimman pian
                  5  Kieli: Suomi
                  6  Tarpeet: ei tarvitse
                  7  Viestit: saa lähettää vahvistuksen ja muistutuksen
                """)
        #expect(
            console.screen(after: 4).hasPrefix(
                "Ensimmäiset vapaat ajat\n  1  ma 23.11. klo 9.00\n  2  ma 23.11. klo 9.15\n"))
        #expect(console.screen(after: 5).contains("Kerro tilanteestasi omin sanoin."))
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(try fixture.store.right(right.code, now: fixture.now)?.used == 1)
        let booked = try fixture.timetable("aino").filter { $0.state == .booked }
        #expect(booked.count == 1)
    }

    @Test("A code that opens nothing says why, and what to do")
    func refused() throws {
        let old = try grant(days: 1)
        fixture.now += 2 * 86_400
        #expect(
            fixture.visit(typed(old)).lastScreen.hasPrefix(
                "Koodi on vanhentunut. Pyydä työntekijältäsi uusi koodi.\n\nKirjoita varaustunnus"))
        let taken = try grant()
        _ = try fixture.store.withdraw(taken.code, now: fixture.now)
        #expect(
            fixture.visit(typed(taken)).lastScreen.hasPrefix(
                "Tällä koodilla ei voi enää varata aikaa. Kysy asiasta työntekijältäsi."))
        let gone = try grant()
        _ = try fixture.store.leave("aino", from: fixture.now, isDryRun: false, now: fixture.now)
        #expect(
            fixture.visit(typed(gone)).lastScreen.hasPrefix(
                "Tämän koodin työntekijä ei ole enää meillä. Kysy tämän talon neuvonnasta, kuka\non nyt työntekijäsi."
            ))
    }

    @Test("Nobody can try out codes: a wrong number finds nothing")
    func wrongNumber() throws {
        let right = try grant()
        let console = fixture.visit(["my-booking", .line(right.code.grouped), "0409999999"])
        #expect(console.lastScreen.hasPrefix("Näillä tiedoilla ei löytynyt aikaa."))
    }

    @Test(
        "A number changed to one that the code is not for books nothing; the time stays, and the number is asked again"
    )
    func changedNumber() throws {
        let right = try grant()
        let console = fixture.visit(
            typed(right) + [
                "phone", "1", "", "phone", "050 111 2222", "ok", "phone",
                "040 123 4567", "ok",
            ])
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(console.screens.contains { $0.contains("Näillä tiedoilla ei löytynyt aikaa.") })
    }

    @Test("A right that is withdrawn while somebody types leads to a human being")
    func withdrawnMeanwhile() throws {
        let right = try grant()
        let store = fixture.store
        let now = fixture.now
        let console = fixture.visit(typed(right) + ["phone", "1", "", "ok"]) {
            answered in
            if answered == 6 { _ = try store.withdraw(right.code, now: now) }
        }
        #expect(console.lastScreen.contains("Tällä koodilla ei voi enää varata aikaa."))
        #expect(try fixture.timetable("aino").allSatisfy { $0.state == .free })
    }

    @Test("A time that a code opened moves to another of the same worker")
    func moves() throws {
        let right = try grant()
        let booked = fixture.visit(typed(right) + ["phone", "1", "", "ok"]).lastScreen
        let line = try #require(booked.split(separator: "\n").first { $0.contains("Varaustunnus: ") })
        let reference = String(try #require(line.split(separator: " ").dropFirst().first))
        let console = fixture.visit(["my-booking", .line(reference), "0401234567", "move", "any", "1", "yes"])
        // Veikko is free at eight, but the code is not for him.
        #expect(console.lastScreen.contains("maanantaina 23. marraskuuta 2026 klo 9.15"))
    }
}
