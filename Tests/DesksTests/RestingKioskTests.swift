import BookingCore
import Desks
import Dialogue
import TestConsole
import Testing

@Suite("A kiosk whose store cannot be opened")
struct RestingKioskTests {
    private let fixture: DeskFixture

    init() throws { fixture = try DeskFixture() }

    private static let screen = """
        Testialue · Kartoitin

        Ajanvaraus on juuri nyt tauolla. Tämä näyttö aukeaa itsestään, kun varaus taas
        toimii. Voit odottaa tässä tai tulla myöhemmin uudelleen.
          Hätänumero   112
            Kun on vaara.

        Booking is not available just now. This screen opens by itself when it works
        again. You can wait here or come back later.
          Hätänumero   112
            Kun on vaara.
        """
    private static let gone =
        "the database server does not answer; check that it runs and that this machine reaches it"

    /// What a console shows and the staff read while the store fails so, before it can be opened.
    private func open(
        _ failures: [StoreFailure], on console: ScriptedConsole
    ) throws -> (opened: RestingKiosk.Waited<String>, reports: [String]) {
        var (left, reports) = (failures[...], [String]())
        let kiosk = RestingKiosk(content: fixture.content, console: console, pause: 4) { reports.append($0) }
        let opened = try kiosk.open { () throws -> String in
            if let failure = left.popFirst() { throw failure }
            return "the store"
        }
        return (opened, reports)
    }

    @Test("It says so in every language, tries again, and opens by itself; the staff read two lines")
    func comesBack() throws {
        let console = ScriptedConsole(answers: ["1"])
        let unreachable = Array(repeating: StoreFailure.unreachable, count: 20)
        let (opened, reports) = try open(unreachable, on: console)
        guard case .open("the store") = opened else { throw BookingRefusal.notFound }
        #expect(console.transcript == "[wiped]\n\(Self.screen)\n[wiped]")
        #expect(console.rests == Array(repeating: 4, count: 20))
        #expect(reports == [Self.gone, "the database server answers again"])
    }

    @Test("A server that lets nobody in is waited for too, and the staff read what to look at")
    func turnedAway() throws {
        let console = ScriptedConsole(answers: ["1"])
        let (opened, reports) = try open([.turnedAway, .turnedAway], on: console)
        guard case .open = opened else { throw BookingRefusal.notFound }
        #expect(console.transcript == "[wiped]\n\(Self.screen)\n[wiped]")
        #expect(
            reports == [
                "the database server answers, but does not let this login in; check login, password and database in "
                    + "--store, and that the server has room for one more connection",
                "the database server answers again",
            ])
    }

    @Test("Where letters are large the number alone is told, so that all languages fit")
    func narrow() throws {
        let console = ScriptedConsole(answers: ["1"], columns: 40)
        _ = try open([.unreachable], on: console)
        #expect(
            console.transcript == """
                [wiped]
                Testialue · Kartoitin

                Ajanvaraus on juuri nyt tauolla. Tämä
                näyttö aukeaa itsestään, kun varaus taas
                toimii. Voit odottaa tässä tai tulla
                myöhemmin uudelleen.
                  Hätänumero   112

                Booking is not available just now. This
                screen opens by itself when it works
                again. You can wait here or come back
                later.
                  Hätänumero   112
                [wiped]
                """)
    }

    @Test("Nothing is shown or told where it opens at once")
    func atOnce() throws {
        let console = ScriptedConsole(answers: ["1"])
        let (opened, reports) = try open([], on: console)
        guard case .open = opened else { throw BookingRefusal.notFound }
        #expect(console.transcript == "")
        #expect(reports == [])
    }

    @Test("It ends when it is told to, and when the terminal has gone", arguments: [Reply.interrupted, .endOfInput])
    func ends(reply: Reply) throws {
        let console = ScriptedConsole(answers: [reply])
        let (opened, reports) = try open([.unreachable, .unreachable], on: console)
        guard case .ended(let ending) = opened else { throw BookingRefusal.notFound }
        #expect(ending == (reply == .interrupted ? .interrupted : .endOfInput))
        #expect(reports == [Self.gone])
    }

    @Test("A program that is too old for the store rests for a minute, and makes room for a newer one")
    func tooOld() throws {
        let console = ScriptedConsole(answers: ["1"])
        let (opened, reports) = try open([.newer(found: 4, known: 3)], on: console)
        guard case .ended(.timedOut) = opened else { throw BookingRefusal.notFound }
        #expect(console.transcript == "[wiped]\n\(Self.screen)")
        #expect(console.rests == [60])
        #expect(
            reports == [
                "the store was written by a newer version of kartoitin (schema 4, this one knows 3); update the program"
            ])
    }

    @Test("What waiting does not mend is told at once", arguments: [StoreFailure.notAllowed, .locked, .notAStore])
    func others(failure: StoreFailure) throws {
        let console = ScriptedConsole(answers: ["1"])
        #expect(throws: failure) { try open([failure], on: console) }
        #expect(console.transcript == "")
    }
}
