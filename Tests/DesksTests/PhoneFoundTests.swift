import BookingCore
import CivilTime
import Dialogue
import Foundation
import SocialServices
import TestConsole
import TestValues
import Testing

@Suite("A caller's bookings at the phone service's desk")
struct PhoneFoundTests {
    private let fixture: DeskFixture
    private let reference: Reply
    private static let phone: Reply = "040 123 4567"

    init() throws {
        fixture = try DeskFixture(rules: ["notice 2h", "ahead 10d", "change-until 3d", "open-per-phone 1"])
        try fixture.open("aino", "2026-11-23T09:00", count: 2)
        _ = try fixture.phone(DeskFixture.call)
        reference = .line(try #require(try Self.bookings(in: fixture).first).reference.grouped)
    }

    private static func bookings(in fixture: DeskFixture) throws -> [Booking] {
        try fixture.store.bookings(ofPhone: try PhoneNumber(typed: "040 123 4567"), from: fixture.now)
    }

    private func bookings() throws -> [Booking] { try Self.bookings(in: fixture) }

    @Test("A number finds the coming bookings, and a reference the one, without a word of the description")
    func found() throws {
        let console = try fixture.phone([Self.phone, "1"])
        let booking = try #require(try bookings().first)
        #expect(
            console.screen(after: 1) == """
                Tulevat ajat numerolla 040 123 4567
                  1  ma 23.11. klo 9.00 · puhelin · Maija Meikäläinen · Apua kotiin
                     lapsiperheelle
                  2  Uusi haku, tiedot säilyvät
                """)
        #expect(
            console.lastScreen == """
                Maija Meikäläinen   040 123 4567   \(booking.reference.grouped)
                ma 23.11. klo 9.00 · puhelin · Maija Meikäläinen · Apua kotiin lapsiperheelle
                  maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia
                  Työntekijä soittaa sinulle numeroon 040 123 4567.

                Huomaa: asiakas itse olisi voinut muuttaa tätä viimeistään pe 20.11. klo 9.00.
                Sinä voit.

                Mitä tehdään?
                  1  Peru tämä aika
                  2  Vaihda aika
                  3  Uusi haku, tiedot säilyvät
                """)
        _ = try fixture.phone(["drop", "0"])
        #expect(try fixture.phone([reference]).lastScreen == console.lastScreen)
        #expect(!console.transcript.contains("En jaksa"))
        let log = try fixture.store.accessLog(ofClientOf: booking.reference)
        #expect(log.filter { $0.data == "booking" }.count == 2)
    }

    @Test("It is cancelled for the caller, whatever the client's own rule says")
    func cancelled() throws {
        let console = try fixture.phone([reference, "cancel", "yes", "0", "0"])
        #expect(console.screen(after: 3).hasPrefix("Sano: ”Aikasi on peruttu."))
        #expect(try bookings().map(\.status) == [.cancelled])
        #expect(try bookings().first?.cancellation?.by == .phoneService)
        #expect(try fixture.counted == ["call cancelled 1", "call-booked home-help 1"])
    }

    @Test("It is moved for the caller under the same reference")
    func moved() throws {
        let console = try fixture.phone([reference, "move", "phone", "1", "yes", "search", "0", "0"])
        #expect(console.transcript.contains("Sano: ”Aikasi on vaihdettu. Varaustunnus on sama kuin ennen.”"))
        let booking = try #require(try bookings().first { $0.status == .booked })
        #expect(.line(booking.reference.grouped) == reference)
        #expect(fixture.wallClock.iso8601(booking.slot.start).hasPrefix("2026-11-23T09:15"))
        #expect(try fixture.counted == ["call moved 1", "call-booked home-help 1"])
    }

    @Test("A move that is cut short leaves the booking as it was, and begins anew from it")
    func moveCutShort() throws {
        _ = try fixture.phone([reference, "move", "phone", "1"])
        #expect(try fixture.phone(["take"]).lastScreen.contains("klo 9.00, 15 minuuttia"))
        #expect(try bookings().map(\.status) == [.booked])
    }

    @Test("Rules for clients do not bind, but each that is stretched is told")
    func stretched() throws {
        fixture.now = try fixture.wallClock.moment("2026-11-23T08:30")
        var answers = DeskFixture.untilConsent
        answers[0] = "helpers"
        answers.remove(at: 1)
        let console = try fixture.phone(answers + ["yes", "", "0"])
        #expect(
            console.transcript.contains(
                """
                Huomaa: asiakas itse olisi voinut varata tämän viimeistään ma 23.11. klo 7.15.
                Sinä voit.
                """))
        #expect(console.transcript.contains("Huomaa: numerolla on jo varattuja aikoja: 1."))
        #expect(try bookings().count == 2)
    }

    @Test("The code of a booking right books with it once the number is the right's own")
    func right() throws {
        let grant = RightGrant(
            appointmentType: "advice", grantee: .workers(["aino"]), clientName: "Maija Meikäläinen",
            clientPhone: try PhoneNumber(typed: "040 123 4567"), uses: 1, expires: fixture.now + 9 * 86_400,
            grantedBy: "aino")
        let code = try #require(RightCode(typed: "K7PF-3M2R"))
        _ = try fixture.store.grant(grant, now: fixture.now) { code }
        let console = try fixture.phone(
            ["k7pf 3m2r", "050 1234567", "K7PF3M2R", Self.phone, "phone", "1", "none", "", "yes", "", "0"])
        #expect(console.screen(after: 2).hasPrefix("Näillä tiedoilla ei löytynyt aikaa."))
        #expect(console.transcript.contains("Voit varata tämän ajan: Neuvonta."))
        #expect(!console.transcript.contains("Mikä on nimesi?"))
        #expect(try bookings().count == 2)
        #expect(try fixture.store.right(code, now: fixture.now)?.used == 1)
    }
}
