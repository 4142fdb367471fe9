import BookingCore
import Dialogue
import Foundation
import TestConsole
import Testing

@Suite("\u{201C}I already have a booking\u{201D}")
struct MyBookingTests {
    private let fixture: DeskFixture
    /// The first reference that the fixture draws.
    private let reference: Reply

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let confirmation = fixture.visit(DeskFixture.booking).lastScreen
        let line = try #require(confirmation.split(separator: "\n").first { $0.contains("Varaustunnus: ") })
        reference = .line(String(try #require(line.split(separator: " ").dropFirst().first)))
    }

    @Test("Reference and phone number show it, however they are written")
    func show() {
        let found = """
            Sinulla on aika
              maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia
              Työntekijä soittaa sinulle numeroon 040 123 4567.

            Mitä haluat tehdä?
              1  Pidä aika ja lopeta
              2  Peru tämä aika
              3  Vaihda aika
            """
        #expect(fixture.visit(["my-booking", reference, "+358 40 1234567"]).lastScreen == found)
        guard case .line(let text) = reference else { return }
        let spoken = text.lowercased().replacing("-", with: " ")
        #expect(fixture.visit(["7", .line(spoken), "0401234567"]).lastScreen == found)
    }

    @Test("A wrong number and an unknown reference get the same answer")
    func nothing() {
        let told = "Näillä tiedoilla ei löytynyt aikaa. Tarkista tunnus ja numero tai sana.\n\nKirjoita varaustunnus"
        #expect(fixture.visit(["my-booking", reference, "0409999999"]).lastScreen.hasPrefix(told))
        #expect(fixture.visit(["my-booking", "2222-2222", "040 123 4567"]).lastScreen.hasPrefix(told))
    }

    @Test("Something that is no reference is told what one looks like", arguments: ["", "K7PF", "K7PF-3M2O", "hei"])
    func noReference(typed: String) {
        #expect(
            fixture.visit(["my-booking", .line(typed)]).lastScreen == """
                Tunnuksessa on kahdeksan merkkiä, numeroita ja kirjaimia. Tarkista se ja
                kirjoita uudelleen.
                """)
    }

    @Test("Cancelling asks once more, then frees the time")
    func cancel() throws {
        let console = fixture.visit(["my-booking", reference, "040 123 4567", "cancel", "yes", ""])
        #expect(
            console.screen(after: 4) == """
                Perutaanko aika varmasti? Joku muu voi saada sen.
                  1  Kyllä, peru aika
                  2  Ei, pidä aika
                """)
        #expect(console.screen(after: 5).hasPrefix("Aikasi on peruttu. Voit varata uuden ajan milloin vain."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free])
        #expect(
            fixture.visit(["my-booking", reference, "040 123 4567"]).lastScreen.contains("\n\nTämä aika on peruttu."))
    }

    @Test("A time that somebody else cancelled meanwhile is cancelled all the same")
    func cancelledMeanwhile() throws {
        guard case .line(let text) = reference else { return }
        let code = try #require(BookingReference(typed: text))
        let console = fixture.visit(["my-booking", reference, "040 123 4567", "cancel", "yes", ""]) { answered in
            if answered == 4 { _ = try fixture.store.cancel(code, now: fixture.now) }
        }
        #expect(console.screen(after: 5).hasPrefix("Aikasi on peruttu."))
    }

    @Test("A change of mind keeps the time")
    func keep() throws {
        let console = fixture.visit(["my-booking", reference, "040 123 4567", "cancel", "no", "keep"])
        #expect(console.screen(after: 5).hasPrefix("Sinulla on aika"))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
    }

    @Test("A meeting that is over can be looked at, not cancelled")
    func past() {
        fixture.now += 3 * 86_400
        #expect(
            fixture.visit(["my-booking", reference, "040 123 4567"]).lastScreen.contains(
                "\n\nTämä aika on jo mennyt.\n"))
    }

    @Test("Whatever is done with it, the kiosk reads no description, and shows none")
    func nothingIsRead() throws {
        try fixture.open("aino", "2026-11-24T09:00", count: 3)
        let details: [Reply] = [
            "Matti Meikäläinen", "040 765 4321", "Salaisuuteni", "", "hope", "Toiveeni",
        ]
        let confirmation = fixture.visit(DeskFixture.untilDetails + details + ["ok"]).lastScreen
        let code = try #require(confirmation.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/)).output
        let mine = try #require(BookingReference(typed: String(code)))
        for answers in [["keep"], ["move", "1", "1", "yes", ""], ["cancel", "no"], ["cancel", "yes", ""]] {
            let replies = ["my-booking", String(code), "040 765 4321"] + answers
            let console = fixture.visit(replies.map { .line($0) })
            let shown = console.screens.joined()
            #expect(shown.contains("Sinulla on aika"))
            #expect(!shown.contains("Salaisuuteni") && !shown.contains("Toiveeni"))
        }
        // The store lets nobody read without a line.
        #expect(try fixture.store.accessLog(ofClientOf: mine) == [])
    }
}
