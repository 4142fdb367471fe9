import BookingCore
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

@Suite("A visitor who has lost the code")
struct LostCodeTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 3)
    }

    private static let nothing = """
        Emme voi näyttää aikaa näillä tiedoilla. Kysy tämän talon henkilökunnalta tai
        puhelinpalvelusta: he löytävät aikasi nimelläsi.
        """

    private func book(_ name: String = "Maija Meikäläinen 1980", messages: [Reply] = []) {
        let start: [Reply] = ["home", "nobody", "book"] + messages + ["phone", "1"]
        _ = fixture.visit(start + [.line(name), "040 123 4567", "", "ok"])
    }

    private func lost(_ name: String, _ phone: String = "040 123 4567") -> ScriptedConsole {
        fixture.visit(["my-booking", "hukassa", .line(name), .line(phone)])
    }

    @Test("Name, year and number show the code and the booking, however they are written")
    func found() throws {
        book()
        let reference = try #require(try fixture.store.bookings(of: "aino", from: fixture.now).first).reference
        for name in ["Maija Meikäläinen 1980", "maija  MEIKÄLÄINEN 1.2.1980", "1980 Maija Meikäläinen"] {
            #expect(
                lost(name, "+358 40 1234567").lastScreen.hasPrefix(
                    """
                    Löysimme aikasi. Varaustunnuksesi on \(reference.grouped). Kirjoita se muistiin.

                    Sinulla on aika
                    """), "\(name)")
        }
    }

    @Test(
        "It is said in words, at the code's question and anywhere else",
        arguments: [
            ["my-booking", "hukkasin koodin"], ["my-booking", "ei ole"], ["my-booking", "se on hukassa"],
            ["home", "koodi hukassa"], ["hukkasin koodin"], ["my-booking", "varaustunnus on hukassa"],
        ])
    func said(typed: [String]) {
        let screen = fixture.visit(typed.map { .line($0) }).lastScreen
        #expect(screen.hasPrefix("Ei hätää. Kirjoita nimesi ja syntymävuotesi"), "\(screen)")
    }

    @Test(
        "So it is in English",
        arguments: ["I lost my code", "lost", "I don't remember the code", "I don’t remember my code"])
    func english(typed: String) {
        let screen = fixture.visit(["my-booking", .line(typed)], language: .english).lastScreen
        #expect(screen.hasPrefix("No problem. Type your name"), "\(screen)")
    }

    @Test("One thing that does not fit gets the same answer as no booking at all")
    func nothing() {
        book()
        for (name, phone) in [
            ("Maija Meikäläinen 1981", "040 123 4567"), ("Maija Mäkeläinen 1980", "040 123 4567"),
            ("Maija Meikäläinen 1980", "040 123 4568"), ("Matti Muu 1970", "050 765 4321"),
            ("Maija Meikäläinen 1980", "ei ole"),
        ] {
            #expect(lost(name, phone).lastScreen.hasPrefix(Self.nothing), "\(name) \(phone)")
        }
    }

    @Test("A booking without a year of birth, one that is over, and one of a client who wants no messages get it too")
    func withheld() throws {
        book("Maija Meikäläinen")
        #expect(lost("Maija Meikäläinen 1980").lastScreen.hasPrefix(Self.nothing))
        book("Matti Meikäläinen 1980", messages: ["messages", "none"])
        #expect(lost("Matti Meikäläinen 1980").lastScreen.hasPrefix(Self.nothing))
        book("Maija Meikäläinen 1980")
        #expect(lost("Maija Meikäläinen 1980").lastScreen.contains("Sinulla on aika"))
        fixture.now += 3 * 86_400
        #expect(lost("Maija Meikäläinen 1980").lastScreen.hasPrefix(Self.nothing))
    }

    @Test("Without a year there is nothing to look for")
    func noYear() {
        let screen = fixture.visit(["my-booking", "hukassa", "Maija Meikäläinen"]).lastScreen
        #expect(screen.hasPrefix("Kirjoita nimi kirjaimilla ja sen perään syntymävuosi"), "\(screen)")
    }

    @Test("Of several bookings one is chosen")
    func several() {
        book()
        book()
        let screen = lost("Maija Meikäläinen 1980").lastScreen
        #expect(
            screen == """
                Sinulla on useampi aika. Minkä haluat nähdä?
                  1  maanantaina 23. marraskuuta 2026 klo 9.00, puhelin
                  2  maanantaina 23. marraskuuta 2026 klo 9.15, puhelin
                """)
    }

    @Test("The way back from the choice is no miss: the code is asked for again")
    func wayBack() {
        book()
        book()
        let typed: [Reply] = ["my-booking", "hukassa", "Maija Meikäläinen 1980", "040 123 4567", "<"]
        let console = fixture.visit(typed)
        #expect(console.lastScreen.hasPrefix("Kirjoita varaustunnus"), "\(console.lastScreen)")
    }

    @Test("After three tries nothing is asked any more in this visit, in whichever language")
    func guessing() {
        let miss: [Reply] = ["hukassa", "Maija Meikäläinen 1981", "040 123 4567"]
        let console = fixture.visit(["my-booking"] + miss + miss + miss + ["hukassa", "/", "my-booking", "lost"])
        #expect(console.screen(after: 11).hasPrefix(Self.nothing), "\(console.screen(after: 11))")
        #expect(console.lastScreen.hasPrefix("We cannot show an appointment"), "\(console.lastScreen)")
    }

    @Test("Nothing of it is written anywhere")
    func nothingKept() throws {
        _ = lost("Salainen Nimi 1980")
        #expect(!fixture.reports.joined().contains("Salainen"))
        #expect(try fixture.counted.joined().contains("Salainen") == false)
    }
}
