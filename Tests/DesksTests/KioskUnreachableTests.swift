import BookingCore
import Desks
import Dialogue
import Foundation
import SocialServices
import Storage
import TestConsole
import Testing

@Suite("When the database server goes away in the middle of a visit")
struct KioskUnreachableTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
    }

    private static let told = """
        Emme saa juuri nyt yhteyttä ajanvaraukseen. Kirjoittamasi on tallessa tällä
        ruudulla. Aikaa ei ole varattu.
          1  Yritä uudelleen
          2  Lopeta varaamatta
        """
    /// What may have been done.
    private static let unsure = """
        Yhteys katkesi, emmekä vielä tiedä, ehtikö tämä perille. Kirjoittamasi on
        tallessa tällä ruudulla. Yritä uudelleen: mitään ei tehdä kahdesti.
          1  Yritä uudelleen
          2  Lopeta
        """
    private static let reports = [
        "the database server does not answer; check that it runs and that this machine reaches it",
        "the database server answers again",
    ]
    /// Where in `DeskFixture.booking` the store is needed: free times, the hold, after each detail, the booking.
    private static let steps = [3, 4, 5, 6, 7, 8]

    /// A visit in which the server is gone, twice, when one of the answers needs it.
    ///
    /// - Parameter lost: how many times it is gone only after all was done.
    private func visit(_ answers: [Reply], failingAt step: Int, losing lost: Int) -> ScriptedConsole {
        var answers = answers
        answers.insert(contentsOf: ["again", "again"], at: step + 1)
        let console = fixture.visit(answers) { answered in
            guard answered == step else { return }
            fixture.connection.failures = [.unreachable, .unreachable]
            fixture.connection.lostAnswers = lost
        }
        #expect(fixture.connection.failures.isEmpty && fixture.connection.lostAnswers == 0)
        return console
    }

    @Test(
        "At every step it is told, nothing is asked anew, and the time is booked once",
        arguments: steps, [false, true])
    func booking(step: Int, losing: Bool) throws {
        let console = visit(DeskFixture.booking, failingAt: step, losing: losing ? 2 : 0)
        let told = step == 8 ? Self.unsure : Self.told
        #expect(console.screen(after: step + 1) == told)
        #expect(console.screen(after: step + 2) == told)
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(console.lastScreen.contains("040 123 4567"))
        #expect(fixture.reports == Self.reports)
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
        #expect(try fixture.store.messages(dueUntil: .distantFuture).count { $0.kind == .confirmation } == 1)
    }

    @Test("An outcome that cannot look ahead says nothing of free times")
    func outcome() {
        let console = fixture.visit(["home", "nobody"]) {
            if $0 == 1 { fixture.connection.failures = [.unreachable] }
        }
        #expect(console.lastScreen.contains("Apua kotiin"))
        #expect(!console.lastScreen.contains("apaita aikoja") && !console.lastScreen.contains("vapaa aika"))
        #expect(fixture.visit(["home", "nobody"]).lastScreen.contains("Ensimmäinen vapaa aika"))
    }

    @Test("What may have been done stays so, whatever stands in the way of the next try")
    func unsureStays() throws {
        let console = fixture.visit(DeskFixture.booking + ["again", "again"]) { answered in
            guard answered == 8 else { return }
            fixture.connection.failures = [.unreachable, .busy]
            fixture.connection.lostAnswers = 2
        }
        #expect(console.screen(after: 9) == Self.unsure)
        #expect(console.screen(after: 10) == Self.unsure)
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
    }

    @Test(
        "Who leaves without knowing is told how they will know, and nobody claims that nothing was kept",
        arguments: [[Reply.line("leave"), ""], ["0", "1", ""]])
    func leaving(answers: [Reply]) throws {
        let console = fixture.visit(DeskFixture.booking + answers) { answered in
            guard answered == 8 else { return }
            fixture.connection.failures = [.unreachable]
            fixture.connection.lostAnswers = 1
        }
        #expect(
            console.screen(after: 8 + answers.count) == """
                Kiitos käynnistä. Jos asiasi ehti perille, saat siitä viestin.

                Kun olet valmis, paina Enter. Silloin tyhjennämme näytön.
                """)
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
        #expect(try fixture.store.messages(dueUntil: .distantFuture).contains { $0.kind == .confirmation })
    }

    @Test("A booked time is found, moved and cancelled once", arguments: [false, true])
    func myBooking(losing: Bool) throws {
        try fixture.open("aino", "2026-11-23T10:00")
        let confirmation = fixture.visit(DeskFixture.booking).lastScreen
        let code = try #require(confirmation.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/)).output
        let found: [Reply] = ["my-booking", .line(String(code)), "040 123 4567"]

        let shown = visit(found, failingAt: 2, losing: losing ? 2 : 0)
        #expect(shown.screen(after: 3) == Self.told)
        #expect(shown.lastScreen.hasPrefix("Sinulla on aika"))

        let moved = visit(found + ["move", "phone", "1", "yes"], failingAt: 6, losing: losing ? 2 : 0)
        #expect(moved.screen(after: 7) == Self.unsure)
        #expect(moved.lastScreen.hasPrefix("Aikasi on vaihdettu."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .booked])

        // What was cancelled is not cancelled again: the second time there is nothing whose answer can be lost.
        let cancelled = visit(found + ["cancel", "yes"], failingAt: 4, losing: losing ? 1 : 0)
        #expect(cancelled.screen(after: 5) == Self.unsure)
        #expect(cancelled.lastScreen.hasPrefix("Aikasi on peruttu."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free, .free])
    }

    @Test("Nothing of the visitor's is on the screen any more when the visit is counted")
    func wipedFirst() throws {
        let console = ScriptedConsole(answers: DeskFixture.untilDetails + ["Maija Meikäläinen", .timedOut])
        var seen: [String] = []
        fixture.connection.beforeEach = { seen.append(console.textSinceWipe) }
        _ = KioskDesk(tools: fixture.tools, console: console, language: .finnish).serveOne()
        #expect(seen.contains { $0.contains("Maija") })
        #expect(seen.suffix(2) == ["", ""])
        #expect(try fixture.timetable("aino").map(\.state) == [.free])
    }
}
