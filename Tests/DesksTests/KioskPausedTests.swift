import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import SocialServices
import Storage
import TestConsole
import Testing

@Suite("A visit while the store does not answer")
struct KioskPausedTests {
    private let fixture: DeskFixture
    private let store = SwitchedStore()

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        store.open = { [fixture] in fixture.store }
    }

    /// A store that can be away, and that counts how often somebody wanted it.
    private final class SwitchedStore {
        var failure: StoreFailure?
        var asked = 0
        var noticed: [StoreFailure?] = []
        var open: () -> any Store = { fatalError("no store") }
    }

    private func tools(isThoughtClosed: Bool = false) -> DeskTools {
        let store = store
        let keeper = LazyStore(
            isThoughtClosed: isThoughtClosed,
            opening: { _ in
                store.asked += 1
                if let failure = store.failure { throw failure }
                return store.open()
            }, noticing: { store.noticed.append($0) })
        let usual = fixture.tools
        let sessions = Sessions(
            keeping: keeper, rules: BookingRules(of: fixture.content.services.appointments),
            policy: StaffPolicy(provider: "Testialue"), clock: fixture.wallClock, now: { fixture.now })
        return DeskTools(
            content: usual.content, visitor: sessions.visitor, wallClock: usual.wallClock, matcher: usual.matcher,
            dangerWords: usual.dangerWords, wordHasher: usual.wordHasher, isDemo: false, report: usual.report)
    }

    private func visit(
        _ answers: [Reply], before: @escaping (Int) throws -> Void = { _ in }
    ) -> ScriptedConsole {
        let console = ScriptedConsole(answers: answers)
        let watched = WatchedConsole(console: console, before: before)
        _ = KioskDesk(tools: tools(), console: watched, language: .finnish).serveOne()
        return console
    }

    private static let closed = """
        Ajanvaraus on juuri nyt suljettu. Voit silti selvittää, mikä apu sopii ja minne
        voit soittaa.
        """
    private static let paused = """
        Pahoittelemme: ajanvaraus on juuri nyt tauolla. Vastauksesi ovat tallessa. Yritä
        hetken päästä uudelleen tai soita:
          Hätänumero   112

        Mitä haluat tehdä?
          1  Yritä uudelleen
          2  Takaisin
        """

    @Test(
        "Whatever keeps it away, the welcome says that booking is closed, and the conversation is open",
        arguments: [
            StoreFailure.unreachable, .missing(path: "/x"), .notAStore, .readOnly, .full, .locked, .notAllowed,
            .turnedAway, .newer(found: 9, known: 5), .older(path: "/x", found: 1, known: 5), .withoutPostgreSQL,
            .other("disk I/O error"),
        ])
    func open(failure: StoreFailure) {
        store.failure = failure
        let console = visit(["home", "nobody", "rest", "back", "!", "1", "?"])
        #expect(console.screen(after: 0).contains(Self.closed))
        #expect(console.screen(after: 2).hasPrefix("Sinulle voisi sopia: Apua kotiin"))
        #expect(console.screen(after: 3).hasPrefix("Lepo"))
        #expect(console.screen(after: 5).hasPrefix("Jos olet vaarassa tai joku muu on, soita nyt 112."))
        #expect(!console.transcript.contains("apaita aikoja") && !console.transcript.contains("vapaa aika"))
        #expect(store.noticed == [failure])
    }

    @Test("Who wants to book is told that booking pauses and whom to call, tries again, and loses nothing")
    func booking() throws {
        store.failure = .unreachable
        var answers = DeskFixture.booking
        answers.insert(contentsOf: ["again", "back", "book", "again"], at: 3)
        let console = visit(answers) { if $0 == 6 { store.failure = nil } }
        for asked in [3, 4, 6] { #expect(console.screen(after: asked) == Self.paused) }
        #expect(console.screen(after: 5).hasPrefix("Sinulle voisi sopia: Apua kotiin"))
        #expect(console.screen(after: 7).contains("Miten haluat tavata"))
        #expect(console.transcript.contains("Aikasi on varattu."))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked])
        #expect(store.noticed == [.unreachable, nil])
    }

    @Test("Who has a time is told that it stands, and is never told that it was not found")
    func myBooking() {
        store.failure = .missing(path: "/x")
        let console = visit(["my-booking", "again", "<", "home"])
        for asked in [1, 2] {
            #expect(
                console.screen(after: asked) == """
                    Pahoittelemme: emme voi juuri nyt näyttää aikaasi. Se on voimassa niin kuin
                    viestissäsi lukee. Yritä hetken päästä uudelleen tai soita:
                      Hätänumero   112

                    Mitä haluat tehdä?
                      1  Yritä uudelleen
                      2  Takaisin
                    """)
        }
        #expect(console.screen(after: 4).contains("Kuka auttaa"))
    }

    @Test("At an urgent outcome the store is not asked")
    func urgent() {
        let console = visit(["danger"])
        let before = store.asked
        #expect(console.lastScreen.contains("112"))
        // Opened once, for the welcome.
        #expect(before == 1)
    }

    @Test("A store that is only slow to open is not called closed, unless it was before", arguments: [false, true])
    func slow(wasClosed: Bool) {
        let keeper = LazyStore(isThoughtClosed: wasClosed, opening: { _ in nil }, noticing: { _ in })
        let sessions = Sessions(
            keeping: keeper, rules: BookingRules(of: []), policy: StaffPolicy(provider: ""), clock: fixture.wallClock)
        #expect(sessions.visitor.isKnownClosed(within: .milliseconds(1)) == wasClosed)
        #expect(sessions.visitor.trouble(within: .seconds(2)) == .unreachable)
        #expect(sessions.visitor.isKnownClosed(within: .milliseconds(1)))
    }

    @Test("The page of an outcome is shown before the store is asked for a time")
    func pageFirst() {
        let console = ScriptedConsole(answers: ["home", "nobody"])
        var seen: [String] = []
        fixture.connection.beforeEach = { seen.append(console.textSinceWipe) }
        _ = KioskDesk(tools: fixture.tools, console: console, language: .finnish).serveOne()
        #expect(seen.contains { $0.contains("Sinulle voisi sopia") && !$0.contains("Ensimmäinen vapaa aika") })
        #expect(console.transcript.contains("Ensimmäinen vapaa aika: ma 23.11. klo 9.00"))
    }

    @Test("After a visit the terminal is left before the store is asked to count it")
    func leaves() {
        let console = ScriptedConsole(answers: DeskFixture.untilDetails + [.timedOut])
        var order: [String] = []
        let desk = KioskDesk(
            tools: fixture.tools, console: console, language: .finnish,
            leavingTerminal: {
                order.append("left")
                fixture.connection.beforeEach = { order.append("asked") }
            })
        _ = desk.serveOne()
        #expect(order.first == "left")
        #expect(order.count > 1)
    }
}
