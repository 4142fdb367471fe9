import Desks
import Dialogue
import Foundation
import SocialServices
import TestConsole
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
            ("siirrä aika", "Kirjoita varaustunnus"), ("koodi hukassa", "Kirjoita varaustunnus"),
            ("english", "last question"), ("in english please", "last question"), ("englanniksi", "last question"),
            ("/", "last question"),
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
                "Maija Meikäläinen", "english", "040 123 4567", "", "en", "none", "", "", "ok", "yes",
            ])
        #expect(console.transcript.contains("Check your details"), "\(console.transcript.suffix(3000))")
        #expect(console.askedPastEnd == 0)
        #expect(try fixture.work(["1"]).lastScreen.contains("Maija Meikäläinen"))
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
