import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import SocialServices
import Storage
import TestConsole
import Testing

@Suite("A visitor without a phone")
struct WithoutPhoneTests {
    private let fixture: DeskFixture

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00", count: 3, [.phone, .remote, .office])
    }

    private static let untilName: [Reply] = ["home", "nobody", "book", "office", "1", "1"]
    private static let office: [Reply] = untilName + ["Maija Meikäläinen 1980", "ei ole", "Musti", "", "ok"]

    private var booking: Booking {
        get throws { try #require(try fixture.store.bookings(of: "aino", from: fixture.now).first) }
    }

    @Test(
        "No phone is an answer, in whichever words",
        arguments: ["ei ole", "ei puhelinta", "Ei.", "-", "minulla ei ole puhelinta", "puhelin varastettu"])
    func none(typed: String) {
        let screen = fixture.visit(Self.untilName + ["Maija", .line(typed)]).lastScreen
        #expect(screen.hasPrefix("Valitse sana, jonka muistat varmasti"), "\(screen)")
    }

    @Test("So it is in English", arguments: ["none", "no phone", "i have no phone", "no"])
    func english(typed: String) {
        let screen = fixture.visit(Self.untilName + ["Maija", .line(typed)], language: .english).lastScreen
        #expect(screen.hasPrefix("Choose a word you are sure to remember"), "\(screen)")
    }

    @Test("From the phone question to the code, as the visitor sees it")
    func visit() throws {
        let console = fixture.visit(Self.office)
        #expect(
            console.screen(after: 8) == """
                Valitse sana, jonka muistat varmasti, esimerkiksi lemmikin nimi. Sanalla ja
                varaustunnuksella voit katsoa, siirtää tai perua aikasi. Emme näytä sanaa enää.
                """)
        #expect(
            console.screen(after: 10) == """
                Tarkista tietosi. Kirjoita rivin numero, jos haluat muuttaa sitä.
                Saako Testialue tallentaa nämä tiedot ja näyttää ne työntekijälle, jonka tapaat?
                  1  Kyllä, kaikki on oikein. Tallentakaa tiedot ja varatkaa aika
                  2  Aika: maanantaina 23. marraskuuta 2026 klo 9.00, toimisto, Joensuun
                     toimisto (esimerkki)
                  3  Nimi ja syntymävuosi: Maija Meikäläinen 1980
                  4  Puhelin: ei puhelinta
                  5  Sana: valittu
                  6  Sähköposti: –
                  7  Kieli: Suomi
                  8  Tarpeet: –
                  9  Viestit: saa lähettää vahvistuksen ja muistutuksen
                 10  Omin sanoin (0 merkkiä): –
                 11  Toive: –
                 12  En halua tallentaa näitä
                """)
        let reference = try booking.reference.grouped
        #expect(
            console.lastScreen.contains(
                """
                Emme voi lähettää sinulle viestejä. Kirjoita aika muistiin.
                Voit katsoa, siirtää tai perua ajan tällä laitteella. Siihen riittävät
                varaustunnus ja valitsemasi sana.

                  Varaustunnus: \(reference)   Kirjoita se muistiin ja muista myös sanasi.
                """), "\(console.lastScreen)")
        #expect(!console.screens.joined().localizedCaseInsensitiveContains("musti,"))
        let client = try booking.client
        #expect(client.phone == nil && client.birthYear == 1980)
        #expect(try fixture.store.messages(dueUntil: .distantFuture).isEmpty)
    }

    @Test("The code and the word open the booking, however the word is written; another word gets the usual answer")
    func found() throws {
        _ = fixture.visit(Self.office)
        let code = Reply.line(try booking.reference.grouped)
        for word in ["musti", " MUSTI ", "Mustí"] {
            #expect(
                fixture.visit(["my-booking", code, .line(word)]).lastScreen.hasPrefix("Sinulla on aika"), "\(word)")
        }
        let nothing = "Näillä tiedoilla ei löytynyt aikaa. Tarkista tunnus ja numero tai sana."
        for wrong in ["rekku", "040 123 4567", "+999 0000000"] {
            #expect(fixture.visit(["my-booking", code, .line(wrong)]).lastScreen.hasPrefix(nothing), "\(wrong)")
        }
        #expect(fixture.visit(["my-booking", "2222-2222", "musti"]).lastScreen.hasPrefix(nothing))
        #expect(
            fixture.visit(["my-booking", code, "ei ole puhelinta"]).lastScreen.hasPrefix(
                "Jos varasit ilman puhelinta"))
    }

    @Test("With them it is moved, to no call, and cancelled; the word goes along")
    func changed() throws {
        _ = fixture.visit(Self.office)
        let code = Reply.line(try booking.reference.grouped)
        let moving: [Reply] = ["my-booking", code, "musti", "move"]
        let ways = fixture.visit(moving).lastScreen
        #expect(ways.contains("Toimistolla") && !ways.contains("Puhelimessa"), "\(ways)")
        #expect(!ways.contains("Etänä"), "Without an e-mail address there is no link either: \(ways)")
        let moved = fixture.visit(moving + ["office", "1", "1", "yes", ""])
        #expect(moved.transcript.contains("Aikasi on vaihdettu."), "\(moved.lastScreen)")
        let cancelled = fixture.visit(["my-booking", code, "musti", "cancel", "yes", ""])
        #expect(cancelled.transcript.contains("Aikasi on peruttu."), "\(cancelled.lastScreen)")
        #expect(try fixture.store.messages(dueUntil: .distantFuture).isEmpty)
    }

    @Test("A call that was chosen leads to another way to meet, and nothing is lost")
    func noCall() throws {
        let console = fixture.visit(
            DeskFixture.untilDetails + ["Maija 1980", "ei ole", "office", "1", "1", "musti", "En jaksa.", "", "ok"])
        #expect(
            console.screen(after: 7).hasPrefix(
                """
                Ilman puhelinta emme voi soittaa sinulle. Valitse toinen tapa tavata.
                Kirjoittamasi on tallessa.

                Miten haluat tavata työntekijän?
                  1  Etänä: videopuhelu puhelimella tai tietokoneella
                  2  Toimistolla: tulet paikalle
                """), "\(console.screen(after: 7))")
        #expect(console.lastScreen.contains("Aikasi on varattu."), "\(console.lastScreen)")
        #expect(try booking.method == .office && booking.client.name == "Maija")
        #expect(try fixture.timetable("aino").map(\.state) == [.booked, .free, .free])
    }

    @Test("A remote meeting needs an e-mail address; who has none is led to the office")
    func remote() throws {
        let start: [Reply] = ["home", "nobody", "book", "remote", "1", "Maija", "ei ole", "musti"]
        let asked = fixture.visit(start).lastScreen
        #expect(asked.hasPrefix("Mihin sähköpostiin lähetämme linkin tapaamiseen?"), "\(asked)")
        let none = fixture.visit(start + [""]).lastScreen
        #expect(none.hasPrefix("Ilman puhelinta ja sähköpostia emme voi lähettää sinulle linkkiä."), "\(none)")
        #expect(!none.contains("Etänä"))
        let console = fixture.visit(start + ["maija@example.fi", "", "ok"])
        #expect(console.lastScreen.contains("Saat nyt vahvistuksen sähköpostilla: maija@example.fi."))
        let messages = try fixture.store.messages(dueUntil: .distantFuture)
        #expect(!messages.isEmpty && messages.allSatisfy { $0.channel == .email })
        let text = MessageText(of: messages[0], content: fixture.content, wallClock: fixture.wallClock).body
        #expect(text.contains("Siihen riittävät tunnus ja valitsemasi sana."), "\(text)")
    }

    @Test("Where there are only calls, that is said, and the number is asked for again")
    func onlyCalls() throws {
        let fixture = try DeskFixture(methods: [.phone])
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.untilDetails + ["Maija", "ei ole", "040 123 4567", "", "ok"])
        let told = console.screen(after: 7)
        #expect(told.hasPrefix("Tähän asiaan on vain puhelinaikoja."), "\(told)")
        #expect(told.contains("Mistä numerosta tavoitamme sinut?"))
        #expect(console.lastScreen.contains("Aikasi on varattu."))
    }

    @Test("Who changes their mind goes back to the number, with the time that was held")
    func backToNumber() throws {
        let console = fixture.visit(DeskFixture.untilDetails + ["Maija", "ei ole", "<", "040 123 4567", "", "ok"])
        #expect(console.screen(after: 8).contains("Mistä numerosta tavoitamme sinut?"))
        #expect(console.lastScreen.contains("Työntekijä soittaa sinulle numeroon 040 123 4567."))
        #expect(try fixture.timetable("aino").map(\.state) == [.booked, .free, .free])
    }

    @Test("A word that will not do is told", arguments: ["ab", "musti2", "ei ole", "lopeta", "koodi hukassa", ""])
    func words(typed: String) {
        let screen = fixture.visit(Self.untilName + ["Maija", "ei ole", .line(typed)]).lastScreen
        #expect(screen.hasPrefix("Tämä sana ei käy."), "\(screen)")
    }

    @Test("A number that is given after all takes the place of the word")
    func numberAfterAll() throws {
        let summary = Self.untilName + ["Maija", "ei ole", "musti", ""]
        let changed = fixture.visit(summary + ["phone", "040 123 4567"]).lastScreen
        #expect(changed.contains("  4  Puhelin: 040 123 4567\n") && !changed.contains("Sana:"), "\(changed)")
        let kept = fixture.visit(summary + ["word", ""])
        #expect(kept.screens.contains { $0.contains("Nyt: valittu. Jos se on oikein, paina Enter.") })
        #expect(kept.lastScreen.contains("  5  Sana: valittu\n"), "\(kept.lastScreen)")
    }

    @Test("Those without a number are not one client: the limit counts the same name and year")
    func limit() throws {
        let fixture = try DeskFixture(rules: ["open-per-phone 1"])
        try fixture.open("aino", "2026-11-23T09:00", count: 3, [.office])
        func visit(_ name: String) -> String {
            fixture.visit(Self.untilName + [.line(name), "ei ole", "musti", "", "ok"]).lastScreen
        }
        #expect(visit("Maija Meikäläinen 1980").contains("Aikasi on varattu."))
        #expect(visit("maija meikäläinen 1980").hasPrefix("Tällä nimellä on jo varattuja aikoja: 1."))
        #expect(visit("Maija Meikäläinen 1990").contains("Aikasi on varattu."))
        #expect(visit("Matti Meikäläinen").contains("Aikasi on varattu."))
    }

    @Test("The professional reads that there is no phone, the year of birth and the age, and sends no message")
    func professional() throws {
        _ = fixture.visit(Self.office)
        let console = try fixture.work(["1"])
        #expect(
            console.lastScreen.hasPrefix("ma 23.11. klo 9.00–9.15 · Maija Meikäläinen, s. 1980, tänä vuonna 46\n"),
            "\(console.lastScreen)")
        #expect(console.lastScreen.contains("Yhteys: ei puhelinta\n"))
        let letter = try fixture.work(["1", "v"]).lastScreen
        #expect(letter.hasPrefix("Asiakkaalle ei voi lähettää viestiä:"), "\(letter)")
        let right = try fixture.work(["1", "o"]).lastScreen
        #expect(right.hasPrefix("Oikeutta ei voi antaa:"), "\(right)")
        let paper = try fixture.work(["1", "u", "-"]).transcript
        #expect(paper.contains("83 ") && paper.contains("ei puhelinta"))
        let cancelled = try fixture.work(["1", "p", "sairas"]).transcript
        #expect(cancelled.contains("Asiakkaalle ei voi lähettää viestiä:"))
    }

    @Test("The code can be seen once more with the word")
    func onceMore() throws {
        let console = fixture.visit(Self.office + ["1", "rekku", "musti", ""])
        let offered = console.screens.map { $0.replacing("\n", with: " ") }
        #expect(offered.contains { $0.contains("Kirjoita valitsemasi sana, niin näytämme") }, "\(offered)")
        #expect(console.transcript.contains("Sana ei ole sama, jonka valitsit."))
        let reference = try booking.reference.grouped
        #expect(console.transcript.components(separatedBy: reference).count == 3)
    }

    @Test("So many words only are tried in one visit, also to see the code once more")
    func guessing() throws {
        _ = fixture.visit(Self.office)
        let code = Reply.line(try booking.reference.grouped)
        let wrong: [Reply] = [code, "rekku"]
        let four: [Reply] = ["my-booking"] + wrong + wrong + wrong + wrong
        #expect(fixture.visit(four + [code, "musti"]).lastScreen.hasPrefix("Sinulla on aika"))
        let nothing = "Näillä tiedoilla ei löytynyt aikaa."
        #expect(fixture.visit(four + wrong + [code, "musti"]).lastScreen.hasPrefix(nothing))
        let other = try DeskFixture()
        try other.open("aino", "2026-11-23T09:00", [.office])
        let console = other.visit(Self.office + ["1", "a", "b", "c", "d", "e", "musti", ""])
        #expect(console.transcript.components(separatedBy: "Varaustunnus: ").count == 2)
    }

    @Test("A caller without a number is booked at an office, with a word, and found by name without it")
    func caller() throws {
        let call: [Reply] = [
            "kotipalv", "1", "nobody", "4", "Maija Meikäläinen 1980", "ei ole", "musti", "none", "En jaksa.", "",
            "yes",
            "", "0",
        ]
        let console = try fixture.phone(call)
        #expect(console.transcript.contains("Maija Meikäläinen 1980   ei puhelinta"), "\(console.transcript)")
        #expect(try booking.client.phone == nil)
        let code = Reply.line(try booking.reference.grouped)
        #expect(fixture.visit(["my-booking", code, "musti"]).lastScreen.hasPrefix("Sinulla on aika"))
        let found = try fixture.phone(["maija  meikäläinen", "1"])
        #expect(
            found.screen(after: 1).hasPrefix("Tulevat ajat nimellä maija meikäläinen"), "\(found.screen(after: 1))")
        #expect(found.lastScreen.contains("Maija Meikäläinen   ei puhelinta   "), "\(found.lastScreen)")
        let other = try fixture.phone(["Maija Meikäläinen 1981"]).lastScreen
        #expect(!other.hasPrefix("Tulevat ajat nimellä"), "\(other)")
    }

    @Test("A draft of a call holds no word; it is asked for again")
    func draft() throws {
        let call: [Reply] = [
            "kotipalv", "1", "nobody", "others", "office", "1", "1", "Maija Meikäläinen 1980", "ei ole", "musti",
        ]
        _ = try fixture.phone(call)
        let draft = try #require(try fixture.keptDraft)
        #expect(!draft.contains("musti") && !draft.contains("itsum"))
        #expect(draft.contains("1980"))
        let again = try fixture.phone(["take"]).lastScreen
        #expect(again.contains("Valitse sana, jonka muistat varmasti"), "\(again)")
    }
}
