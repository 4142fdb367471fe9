import BookingCore
import Dialogue
import Foundation
import SocialServices
import Storage
import TestConsole
import Testing

@Suite("A call at the phone service's desk")
struct PhoneCallTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 3)
    }

    private func bookings() throws -> [Booking] {
        try fixture.store.bookings(ofPhone: try PhoneNumber(typed: "040 123 4567"), from: fixture.now)
    }

    @Test("Ten inputs lead from a search to a booked time, and the screen is wiped after it")
    func tenInputs() throws {
        let console = try fixture.phone(DeskFixture.call)
        #expect(DeskFixture.call.dropLast(2).count <= 12)
        #expect(
            console.screen(after: 3).hasPrefix(
                """
                Apua kotiin
                Ehdotamme tätä, koska kerroit: kukaan ei auta
                Sano: ”Työntekijä kertoo, mitä apua on.”

                Mitä tehdään?
                  1  ma 23.11. klo 9.00   puhelin
                  2  ma 23.11. klo 9.15   puhelin
                  3  Muut ajat
                """))
        #expect(
            console.screen(after: 8) == """
                  maanantaina 23. marraskuuta 2026 klo 9.00, puhelin
                  Maija Meikäläinen   040 123 4567
                  En jaksa.

                Kysy lupa ääneen ja kirjaa vastaus.
                Sano: ”Saako Testialue tallentaa nämä tiedot ja näyttää ne työntekijälle, jonka
                tapaat?”
                  1  Soittaja suostuu: varaa aika
                  2  Soittaja ei suostu
                  3  Aika
                  4  Nimi ja syntymävuosi
                  5  Puhelin
                  6  Tarpeet
                  7  Kuvaus soittajan sanoin
                """)
        let booking = try #require(try bookings().first)
        #expect(
            console.screen(after: 9) == """
                Sano: ”Aikasi on varattu.”
                  maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia
                  Työntekijä soittaa sinulle numeroon 040 123 4567.
                  Sano varaustunnus merkki kerrallaan: \(booking.reference.grouped)

                Ota mukaan tai esille
                  – Hakemus

                Näin valmistaudut
                  – Mieti, mikä auttaisi.

                Paina Enter, kun puhelu on ohi. Näyttö tyhjenee.
                """)
        #expect(!console.textSinceWipe.contains("Maija"))
        #expect(console.askedPastEnd == 0)
        #expect(booking.client.name == "Maija Meikäläinen")
        #expect(try fixture.counted == ["call-booked home-help 1"])
        #expect(try fixture.keptDraft == nil)
    }

    @Test("After the confirmation the call is over, whichever key is pressed", arguments: ["", "0", "/", "<", "?"])
    func afterwards(key: String) throws {
        let rest: [Reply] = key == "?" ? [.line(key), "", "0"] : [.line(key), "0"]
        let console = try fixture.phone(DeskFixture.untilConsent + ["yes"] + rest)
        #expect(console.lastScreen.hasSuffix("Työpäivän jatkoa."))
        #expect(console.askedPastEnd == 0)
        #expect(try fixture.counted == ["call-booked home-help 1"])
        #expect(try fixture.keptDraft == nil)
    }

    @Test("The booking is the phone service's, with answers, flags and words; consent stands in the log")
    func kept() throws {
        _ = try fixture.phone(DeskFixture.call)
        let booking = try #require(try bookings().first)
        let reading = AccessContext(userID: "aino", userName: "Aino", purpose: "meeting", at: fixture.now)
        let description = try fixture.store.readDescription(of: booking.reference, by: reading)
        #expect(description.ownWords == "En jaksa.")
        #expect(description.flags == [.soon, .child])
        #expect(description.answers.map(\.told) == ["kukaan ei auta"])
        #expect(
            try fixture.store.statistics.bookingsMade(from: fixture.now, until: fixture.now + 1).map(\.maker) == [
                .phoneService
            ])
        let lines = try fixture.store.accessLog(ofClientOf: booking.reference)
        #expect(lines.map(\.data).contains("consent"))
    }

    @Test("A number typed in the search is the caller's, and is not asked for again")
    func neverTwice() throws {
        let console = try fixture.phone(
            ["040 123 4567", "kotipalv", "1", "nobody", "1", "Maija Meikäläinen", "none", "", "yes", "", "0"])
        #expect(
            console.screen(after: 1).hasPrefix(
                "Numerolla 040 123 4567 ei ole tulevia aikoja. Se on nyt soittajan numero."))
        #expect(!console.transcript.contains("Mihin numeroon"))
        #expect(try bookings().count == 1)
    }

    @Test("Without consent nothing is booked or kept; the call is counted as refused")
    func noConsent() throws {
        let console = try fixture.phone(DeskFixture.untilConsent + ["no", "0", "1", "0"])
        #expect(console.screen(after: 9).hasPrefix("Aikaa ei varattu."))
        #expect(try bookings().isEmpty)
        #expect(try fixture.keptDraft == nil)
        #expect(try fixture.counted == ["call consent-refused 1"])
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free, .free])
    }

    @Test("A call without a booking is counted with the outcome or the question where it ended")
    func counted() throws {
        _ = try fixture.phone(["kotipalv", "1", "nobody", "end", "helpers", "0", "0"])
        #expect(try fixture.counted == ["call helpers 1", "call home-help 1"])
    }

    @Test("An earlier answer is changed and the others stay")
    func changedAnswer() throws {
        let console = try fixture.phone(["topic", "home", "nobody", "change", "topic", "debts", "<", "home"])
        #expect(console.lastScreen.contains("koska kerroit: Apua kotiin · kukaan ei auta"))
    }

    @Test("A question that hangs on an earlier one begins before it")
    func jumpedOver() throws {
        let console = try fixture.phone(["burdens", "rent"])
        #expect(console.lastScreen.hasPrefix("Apua rahaan"))
    }

    @Test("When the time is taken meanwhile another is asked for, and nothing typed is lost")
    func taken() throws {
        let answers = DeskFixture.untilConsent + ["yes", "1", "yes", "", "0"]
        let console = try fixture.phone(answers) { answered in
            guard answered == 8 else { return }
            // The hold runs out while the caller thinks, and somebody is faster.
            self.fixture.now += 11 * 60
            try self.fixture.takeFirst()
        }
        #expect(console.screen(after: 9).hasPrefix("Joku muu ehti varata tämän ajan."))
        #expect(console.screen(after: 10).contains("En jaksa."))
        #expect(try bookings().count == 1)
    }

    @Test("When the store fails all that was typed stays, and the same booking is tried again")
    func storeFailure() throws {
        fixture.connection.failures = []
        let console = try fixture.phone(DeskFixture.untilConsent + ["yes", "again", "", "0"]) { answered in
            if answered == 8 { self.fixture.connection.failures = [.full] }
        }
        #expect(console.screen(after: 9).hasPrefix("Emme saa juuri nyt yhteyttä ajanvaraukseen."))
        #expect(console.screen(after: 10).hasPrefix("Sano: ”Aikasi on varattu.”"))
        #expect(try bookings().count == 1)
    }

    @Test("A call that ends by mistake is asked about first")
    func endedByMistake() throws {
        let console = try fixture.phone(DeskFixture.untilConsent + ["0", "2", "yes", "", "0"])
        #expect(
            console.screen(after: 9) == """
                Päätetäänkö puhelu? Kirjoitetut tiedot poistetaan.
                  1  Päätä puhelu
                  2  Jatka puhelua
                """)
        #expect(try bookings().count == 1)
    }

    @Test("Everything fits 40 columns")
    func narrow() throws {
        let console = try fixture.phone(DeskFixture.call, columns: 40)
        let lines = console.transcript.split(separator: "\n").filter { !$0.hasPrefix("> ") }
        #expect(lines.allSatisfy { $0.count <= 40 })
    }

    @Test(
        "Nobody but the phone service opens it, and the try stands in the log",
        arguments: [StaffRole.professional, .supervisor, .mainUser])
    func otherRoles(role: StaffRole) throws {
        #expect(throws: StaffRefusal.notPermitted(.recordCall, role)) { try fixture.phone(["0"], as: role) }
        let log = try fixture.store.accessLog(ofUser: role.rawValue, from: fixture.now - 1, until: fixture.now + 1)
        #expect(log.map(\.isRefused) == [true])
    }
}
