import BookingCore
import CivilTime
import Desks
import Dialogue
import Foundation
import SocialServices
import TestConsole
import TestValues
import Testing

@Suite("Lines at the kiosk that are no number")
struct ListeningTests {
    @Test(
        "An option is chosen by its number however it is written, by its words, and by their beginning",
        arguments: [
            "1)", "(1", "#1", "nro 1", "vaihtoehto 1", "yksi", "ykkönen", "eka", "Apua kotiin", "apua koti",
            "APUA KOTIIN", "otan apua kotiin kiitos",
        ])
    func option(typed: String) throws {
        #expect(try DeskFixture().visit([.line(typed)]).lastScreen.contains("Kuka auttaa?"))
    }

    @Test("A word that only one option has chooses it, and one that two have does not")
    func oneWord() throws {
        #expect(try DeskFixture().visit(["home", "joskus"]).lastScreen.contains("Joku joskus"))
        #expect(try DeskFixture().visit(["debts", "laina"]).lastScreen.contains("Velat · Lainat"))
        #expect(
            try DeskFixture().visit(["home", "ei kukaan tai joku"]).lastScreen.hasPrefix("Otimme tämän talteen."))
    }

    @Test(
        "Several are chosen with words between them and as a range",
        arguments: ["1 ja 2", "1, 2", "1 & 2", "1-2", "1–2", "vuokra ja lainat", "1) 2)"])
    func several(typed: String) throws {
        let console = try DeskFixture().visit(["debts", .line(typed)])
        #expect(console.lastScreen.contains("Vuokra, Lainat"), "\(console.lastScreen)")
    }

    @Test("Yes and no are understood in each language")
    func yesAndNo() throws {
        for yes in ["joo", "Kyllä", "juu", "kyllä kiitos", "jep"] {
            #expect(
                try DeskFixture().visit(["home", "0", .line(yes)]).lastScreen.contains("Kiitos käynnistä"), "\(yes)")
        }
        for no in ["ei", "en", "ei kiitos"] {
            #expect(try DeskFixture().visit(["home", "0", .line(no)]).lastScreen.contains("Kuka auttaa?"), "\(no)")
        }
        #expect(
            try DeskFixture().visit(["home", "0", "yes please"], language: .english).lastScreen.contains("Thank you"))
    }

    @Test("What means nothing here is kept for the description, and the person is told so and asked again")
    func kept() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(["mies on aina reissussa"] + DeskFixture.booking)
        #expect(
            console.screen(after: 1) == """
                Otimme tämän talteen. Työntekijä voi lukea sen, jos varaat ajan. Vastaa vielä
                tähän. Kirjoita numero väliltä 1–7 ja paina Enter.
                """)
        #expect(try fixture.work(["1"]).lastScreen.contains("Omin sanoin\n  mies on aina reissussa"))
    }

    @Test(
        "Commands in words do what their keys do",
        arguments: [
            ("lopeta", "Haluatko lopettaa?"), ("haluan lopettaa", "Haluatko lopettaa?"),
            ("stop", "Haluatko lopettaa?"),
            ("alusta", "Haluatko aloittaa alusta?"), ("en ymmärrä", "Näin näemme kiireen."),
            ("ohje", "Näin näemme kiireen."),
            ("takaisin", "Mikä hätänä?"), ("haluan puhua ihmiselle", "Kenelle haluat puhua?"),
            ("ihminen", "Kenelle haluat puhua?"),
            ("112", "soita nyt 112"), ("hätä", "soita nyt 112"), ("haluan perua aikani", "Kirjoita varaustunnus"),
            ("siirrä aika", "Kirjoita varaustunnus"), ("koodi hukassa", "Kirjoita nimesi ja syntymävuotesi"),
            ("english", "Question 2, the last before our suggestion"),
            ("in english please", "Question 2, the last before our suggestion"),
            ("englanniksi", "Question 2, the last before our suggestion"),
            ("/", "Question 2, the last before our suggestion"),
        ])
    func commands(typed: String, shown: String) throws {
        let screen = try DeskFixture().visit(["home", .line(typed)]).lastScreen
        #expect(screen.contains(shown), "\(screen)")
    }

    @Test(
        "Words of a command inside a story are no command",
        arguments: [
            "haluan lopettaa juomisen mutta en osaa", "ihminen on ihmiselle susi", "alusta asti kaikki meni pieleen",
        ])
    func stories(typed: String) throws {
        #expect(try DeskFixture().visit(["home", .line(typed)]).lastScreen.hasPrefix("Otimme tämän talteen."))
    }

    @Test("The language changes in the middle of a booking, and no answer and no time is lost")
    func language() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(
            DeskFixture.untilDetails + [
                "Maija Meikäläinen", "english", "040 123 4567", "", "ok",
            ])
        #expect(console.transcript.contains("Check your details"), "\(console.transcript.suffix(3000))")
        #expect(console.askedPastEnd == 0)
        #expect(try fixture.work(["1"]).lastScreen.contains("Maija Meikäläinen"))
    }

    @Test("What was arranged stays when the language changes before the times")
    func languageWhileArranging() throws {
        let console = try DeskFixture().visit(["home", "nobody", "book", "messages", "none", "english"])
        #expect(console.lastScreen.contains("Messages: no messages"), "\(console.lastScreen)")
        #expect(console.lastScreen.contains("Language: English"))
    }

    @Test(
        "Times of workers who serve in the language are listed alone, also when the language changes among the times")
    func languageOfTimes() throws {
        let fixture = try DeskFixture()
        try fixture.store.add(
            Professional(
                id: "aino", name: "Aino Esimerkki", task: .families,
                municipality: try #require(Municipality(rawValue: "167")), languages: [.english]))
        try fixture.open("aino", "2026-11-23T10:00")
        try fixture.open("veikko", "2026-11-23T09:00")
        let untilTimes: [Reply] = ["home", "nobody", "book", "phone"]
        #expect(fixture.visit(untilTimes).lastScreen.contains("klo 9.00"))
        for answers in [["english"] + untilTimes, untilTimes + ["english"]] {
            let screen = fixture.visit(answers).lastScreen
            #expect(screen.contains("at 10:00") && !screen.contains("09:00"), "\(screen)")
        }
    }

    @Test(
        "Days and times are said where times are asked",
        arguments: [
            ("to 26.11.", "Vapaat ajat: to 26.11."), ("26.11.", "Vapaat ajat: to 26.11."),
            ("torstai", "Vapaat ajat: to 26.11."),
            ("torstaina iltapäivällä", "  1  to 26.11. klo 13.00"),
            ("ensi viikolla iltapäivällä", "  1  ma 23.11. klo 13.00"),
            ("klo 13", "  1  ma 23.11. klo 13.00"), ("14", "  1  ma 23.11. klo 14.00"),
            ("huomenna", "Silloin ei ole vapaita aikoja."),
            ("aamupäivällä", "  1  ma 23.11. klo 9.00"),
        ])
    func times(typed: String, shown: String) throws {
        let fixture = try DeskFixture()
        for day in ["23", "26"] {
            try fixture.open("aino", "2026-11-\(day)T09:00", count: 2)
            try fixture.open("aino", "2026-11-\(day)T13:00", count: 5)
        }
        let console = fixture.visit(["home", "nobody", "book", "phone", .line(typed)])
        #expect(console.lastScreen.contains(shown), "\(console.lastScreen)")
    }
}

@Suite("Danger in any line at the kiosk")
struct DangerTests {
    private let fixture: DeskFixture
    private static let cry = "naapurilla on kirves"

    init() throws {
        fixture = try DeskFixture(understandsOwnWords: true)
        try fixture.open("aino", "2026-11-23T09:00")
    }

    /// A whole booking with one more line before one of its answers.
    private func visit(_ line: String, before position: Int, then answers: [Reply] = ["1"]) -> ScriptedConsole {
        var typed = DeskFixture.booking
        typed.insert(contentsOf: [.line(line)] + answers, at: position)
        return fixture.visit(typed)
    }

    @Test("It shows help at every prompt, the same question stands again, and the booking is made", arguments: 0..<9)
    func everywhere(position: Int) throws {
        // In the description and the hope it is an answer, and the empty lines that end them stay.
        let console = visit(Self.cry, before: position, then: position == 0 ? ["1", "<"] : ["1"])
        #expect(console.transcript.contains("On hyvä, että kirjoitit tämän."), "\(position)")
        #expect(console.transcript.contains("soita nyt 112"))
        #expect(console.transcript.contains("Aikasi on varattu."), "\(console.transcript.suffix(1500))")
        let page = try fixture.work(["1"]).lastScreen
        #expect(page.contains("! VAARA: kirjoitti ”kirves”"), "\(page)")
        #expect(page.contains("Omin sanoin\n  \(Self.cry)") || page.contains("Toivoo\n  \(Self.cry)"), "\(page)")
    }

    @Test("Inside a question of yes and no it shows help too, and ! does", arguments: [cry, "!", "112"])
    func confirming(line: String) throws {
        let console = fixture.visit(["home", "0", .line(line), "1", "2"])
        #expect(console.screen(after: 3).contains("soita nyt 112"))
        #expect(console.screen(after: 4).hasPrefix("Haluatko lopettaa?"))
        #expect(console.lastScreen.contains("Kuka auttaa?"))
    }

    @Test("On the language screen it shows help in every language", arguments: [cry, "!", "112", "hätä"])
    func languageScreen(line: String) throws {
        let console = fixture.visit([.line(line), "1"], language: nil)
        let screen = console.screen(after: 1)
        #expect(screen.contains("soita nyt 112") && screen.contains("call 112 now"), "\(screen)")
        #expect(console.lastScreen.contains("Suomi"))
    }

    @Test("It is counted once for a visit, and nothing of its words is")
    func counted() throws {
        _ = fixture.visit(["home", .line(Self.cry), "1", .line(Self.cry), "1", "0", "1", ""])
        let day = fixture.wallClock.calendarDay(of: fixture.now)
        let counts = try fixture.store.statistics.journeys(from: day, to: day)
        #expect(counts.filter { $0.event.kind == .danger }.map(\.count) == [1])
        #expect(counts.allSatisfy { !$0.event.place.contains("kirves") })
    }

    @Test("The choices are named in words too; who is not safe is not sent on")
    func named() throws {
        for typed in ["olen turvassa", "Turvassa", "kyllä", "jatketaan"] {
            #expect(fixture.visit(["home", "!", .line(typed)]).lastScreen.contains("Kuka auttaa?"), "\(typed)")
        }
        for typed in ["en ole turvassa", "ei", "x", ""] {
            #expect(fixture.visit(["home", "!", .line(typed)]).lastScreen.contains("soita nyt 112"), "\(typed)")
        }
        #expect(fixture.visit(["home", "!", "lisää apua"]).lastScreen.contains("Kun on vaara."))
    }

    @Test("More help is behind a choice, and the way on is always there")
    func more() throws {
        let console = fixture.visit(["home", "!", "2", "kaikki", "olen turvassa", "1"])
        #expect(console.screen(after: 3).contains("Kun on vaara."))
        #expect(console.screen(after: 3).hasSuffix("  Hätänumero   112"))
        #expect(console.screen(after: 3).contains("  1  Olen turvassa, jatketaan"))
        #expect(console.askedPastEnd == 0)
    }
}

@Suite("After a booking at the kiosk")
struct ConfirmationTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 3)
    }

    @Test("Neither Enter nor other keys clear the code, however often they are pressed")
    func notCleared() {
        let console = fixture.visit(DeskFixture.booking + ["", "", "x", "<", "3"])
        #expect(console.textSinceWipe.isEmpty)
        #expect(!console.transcript.dropLast(20).contains("[wiped]"))
        #expect(console.requests.suffix(6).allSatisfy { $0.dropsTypedAhead })
    }

    @Test(
        "Another matter begins at the first question and asks neither name nor number again; each is a booking of its own"
    )
    func anotherMatter() throws {
        let again: [Reply] = ["2", "home", "nobody", "book", "phone", "1", "", "ok", "1", ""]
        let console = fixture.visit(DeskFixture.booking + again)
        #expect(
            console.screen(after: DeskFixture.booking.count + 1).hasPrefix(
                """
                Hyvä. Ensimmäinen aika on varattu. Nimesi ja yhteystietosi ovat tallessa, niitä
                ei kysytä uudelleen.

                Mikä hätänä?
                """))
        #expect(!console.transcript.contains("Otimme tämän talteen."))
        #expect(console.transcript.components(separatedBy: "Mikä on nimesi, ja").count == 2)
        #expect(console.transcript.components(separatedBy: "Aikasi on varattu.").count == 3)
        #expect(try fixture.timetable("aino").map(\.state) == [.booked, .booked, .free])
        let day = fixture.wallClock.calendarDay(of: fixture.now)
        #expect(
            try fixture.store.statistics.journeys(from: day, to: day).first { $0.event.kind == .booked }?.count == 2)
    }

    @Test("Who leaves then is told that the time is booked")
    func leaving() {
        let console = fixture.visit(DeskFixture.booking + ["2", "0", "1"])
        #expect(console.screens.contains { $0.contains("Haluatko lopettaa? Aikasi on varattu.") })
        #expect(console.lastScreen.contains("Kiitos käynnistä. Aikasi on varattu."))
    }

    @Test(
        "On a small screen the preparation is paged, and the last screen holds time, place and code",
        arguments: [40, 80])
    func small(columns: Int) throws {
        let console = ScriptedConsole(answers: DeskFixture.booking + ["", "1"], columns: columns)
        console.rows = 24
        _ = KioskDesk(tools: fixture.tools, console: console, language: .finnish).run()
        let screen = try #require(console.screens.last { $0.contains("Varaustunnus") })
        #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count < 24)
        #expect(screen.contains("Aikasi on varattu.") && screen.contains("9.00") && screen.contains("040 123 4567"))
    }
}
