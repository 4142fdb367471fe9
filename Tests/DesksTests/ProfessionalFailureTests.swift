import BookingCore
import Desks
import Dialogue
import Foundation
import Storage
import TestConsole
import TestValues
import Testing

@Suite("Troubles at the professional's desk")
struct ProfessionalFailureTests {
    let fixture: DeskFixture
    let booking: Booking

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-21T12:00", count: 3)
        booking = try fixture.book("2026-11-21T12:00")
    }

    /// An act with the answers that lead to the store, and what is told once it is done.
    struct Act: Sendable, CustomTestStringConvertible {
        let answers: [String]
        let told: String

        var testDescription: String { answers.joined(separator: " ") }

        static let all = [
            Act(answers: ["1", "t"], told: "Merkitty: tavattu."),
            Act(answers: ["1", "e"], told: "Merkitty: ei tullut."),
            Act(answers: ["1", "k", "Neuvo", "", "", ""], told: "Neuvo on kirjattu."),
            Act(answers: ["1", "j", "syy"], told: "Vartijaa on pyydetty."),
            Act(answers: ["1", "p", "syy"], told: "Aika on peruttu."),
            Act(answers: ["1", "s", "1", "yes"], told: "Aika on siirretty."),
            Act(answers: ["1", "v", "Viesti", "send"], told: "Viesti lähtee"),
            Act(answers: ["1", "o", "alone", "1", "31.12."], told: "Varausoikeus "),
            Act(answers: ["a", "advice", "23.11.", "9-10", "1", "yes"], told: "Avattu aikoja: 4."),
            Act(answers: ["x", "23.11.", "23.11.", "loma"], told: "Poissaolo osuu varauksiin: 0."),
            Act(answers: ["l", "21.11.", "21.11.", "any", "cancel"], told: "Näin kävisi. Tehdäänkö näin?"),
        ]
    }

    @Test(
        "Where the store fails, the act is done at the second try with what was typed",
        arguments: Act.all, [false, true])
    func again(act: Act, afterReading: Bool) throws {
        fixture.connection.sparesStatements = afterReading
        // Marked once the meeting has begun.
        if ["t", "e"].contains(act.answers.last) { fixture.now += 2 * 3600 + 300 }
        let count = act.answers.count
        let console = try fixture.work(act.answers.map { .line($0) } + ["again", "0"]) { [fixture] answered in
            if answered == count - 1 { fixture.connection.failures = [.busy] }
        }
        #expect(
            console.screen(after: count).replacing("\n", with: " ").hasPrefix(
                "Tietoihin ei juuri nyt saada yhteyttä. Kirjoittamasi on tallessa tällä ruudulla."))
        #expect(console.screen(after: count + 1).contains(act.told), "\(console.transcript)")
    }

    @Test("An act is left undone where the professional gives up; advice and message wait to be kept")
    func givenUp() throws {
        fixture.connection.sparesStatements = true
        let advice: [Reply] = ["1", "k", "Pitkä neuvo.", "", "talteen", "", "leave"]
        let rest: [Reply] = ["k", "", "", "", "v", "Hei.", "send", "leave", "v", "", "send", "0"]
        let console = try fixture.work(advice + rest) { [fixture] answered in
            if answered == 5 || answered == 13 { fixture.connection.failures = [.full] }
        }
        #expect(console.screen(after: 8).contains("  Pitkä neuvo.\n"))
        #expect(
            try fixture.session("aino").meetings.advice(of: booking, purpose: "test")
                == Advice(text: "Pitkä neuvo.", stored: "talteen"))
        #expect(console.screen(after: 16).contains("Nyt: Hei.. Jos se on oikein, paina Enter."))
        #expect(try fixture.store.messages(dueUntil: fixture.now).compactMap(\.text) == ["Hei."])
    }

    @Test(
        "A booking that was cancelled meanwhile is told, and nothing is changed",
        arguments: [["t"], ["p", "syy"], ["s", "1", "yes"]])
    func cancelledMeanwhile(act: [String]) throws {
        let console = try fixture.work((["1"] + act).map { .line($0) }) { [fixture, booking] answered in
            if answered == 1 { _ = try fixture.store.cancel(booking.reference, now: fixture.now) }
        }
        #expect(console.lastScreen.hasPrefix("Varaus on peruttu. Mitään ei muutettu."), "\(console.lastScreen)")
        let kept = try #require(try fixture.store.booking(booking.reference))
        #expect(kept.cancellation?.by == .client)
        #expect(kept.attendance == nil)
    }

    @Test("A meeting that began meanwhile is neither moved nor cancelled")
    func begunMeanwhile() throws {
        let console = try fixture.work(["1", "p", "syy"]) { [fixture] answered in
            if answered == 2 { fixture.now += 3 * 3600 }
        }
        #expect(console.lastScreen.hasPrefix("Tapaaminen on jo alkanut tai ohi."))
        #expect(try fixture.store.booking(booking.reference)?.status == .booked)
    }

    @Test("A professional who left sees the bookings that still stand, and hands them over")
    func left() throws {
        try fixture.open("veikko", "2026-11-21T12:00")
        _ = try fixture.store.leave("aino", from: fixture.now, isDryRun: false, now: fixture.now)
        let console = try fixture.work(["l", "21.11.", "21.11.", "any", "none", "yes", "0"])
        #expect(console.screen(after: 0).contains("  1  12.00  puhelin · Maija Meikäläinen"))
        #expect(console.screen(after: 0).contains("     12.15–12.45  poissa (2)"))
        #expect(
            console.screen(after: 5).hasPrefix("  la 21.11. klo 12.00 · Maija Meikäläinen → Veikko Esimerkki"))
        #expect(console.screen(after: 6).hasPrefix("Tehty. Asiakkaat saavat viestin."))
        #expect(try fixture.store.booking(booking.reference)?.slot.professional == "veikko")
    }

    @Test("Nobody is handed over where somebody finds no place, and another way can be chosen")
    func noPlace() throws {
        let console = try fixture.work(["l", "21.11.", "21.11.", "any", "none", "any", "cancel", "no", "0"])
        #expect(console.screen(after: 5).contains("→ kukaan ei voi ottaa\n\nKaikille ei löydy paikkaa."))
        #expect(console.screen(after: 7).contains("→ perutaan"))
        #expect(console.screen(after: 8).hasPrefix("Mitään ei muutettu."))
        #expect(try fixture.store.booking(booking.reference)?.status == .booked)
    }

    @Test("An absence shows the bookings it hits before it is recorded, and can hand them over")
    func absence() throws {
        try fixture.open("veikko", "2026-11-21T12:00")
        let console = try fixture.work([
            "x", "21.11. 11", "21.11. 13", "loma", "yes", "yes", "any", "none", "yes", "0",
        ])
        #expect(
            console.screen(after: 4)
                == """
                  la 21.11. klo 12.00  puhelin · Maija Meikäläinen · Apua kotiin lapsiperheelle

                Poissaolo osuu varauksiin: 1. Kirjataanko poissaolo?
                  1  Kyllä
                  2  Ei
                """.trimmingCharacters(in: .newlines))
        #expect(try fixture.store.booking(booking.reference)?.slot.professional == "veikko")
    }

    @Test("Days, times and periods that cannot be are asked for again")
    func wrongTimes() throws {
        let console = try fixture.work([
            "a", "advice", "eilen", "31.2.", "1.1.2020", "23.11.", "11-9", "kello", "9–9.05", "<", "x", "23.11.",
            "22.11.", "28.3.2027 3.30", "<", "29.3.", "<", "<", "0",
        ])
        for answer in [3, 4, 5] {
            #expect(console.screen(after: answer).hasPrefix("Kirjoita päivä, esim. 1.12. tai 2026-12-01."))
        }
        #expect(console.screen(after: 7).hasPrefix("Kirjoita kellonajat, esim. 9–11 tai 9.00–10.30."))
        #expect(console.screen(after: 13).hasPrefix("Kirjoita päivä tai päivä ja kellonaika"))
        #expect(console.screen(after: 14).hasPrefix("Kirjoita päivä tai päivä ja kellonaika"))
    }

    @Test("Times that overlap are told, and nothing is opened")
    func overlapping() throws {
        let console = try fixture.work(["a", "advice", "", "12-13", "1", "yes", "0"])
        #expect(
            console.screen(after: 6).hasPrefix(
                "Kalenterissasi on jo muuta la 21.11. klo 12.00. Mitään ei avattu."))
        #expect(try fixture.timetable("aino").count == 3)
    }

    @Test("A weekly template is opened from a file, after it was seen how many times it makes")
    func template() throws {
        let good = fixture.folder.appendingPathComponent("week.txt").path
        let wrong = fixture.folder.appendingPathComponent("wrong.txt").path
        try Data("mon 09:00-10:00 advice phone\n".utf8).write(to: URL(filePath: good))
        try Data("mon 09:00 advice\n".utf8).write(to: URL(filePath: wrong))
        let console = try fixture.work([
            "m", "missing.txt", .line(wrong), .line(good), "22.11.", "7.12.", "yes", "0",
        ])
        #expect(console.screen(after: 2).contains("Tiedostoa missing.txt ei voi lukea. Tarkista nimi."))
        #expect(console.screen(after: 3).contains("Viikkomallissa on virheitä. Mitään ei avattu."))
        #expect(console.screen(after: 3).contains("wrong.txt:1: "))
        #expect(
            console.screen(after: 6).replacing("\n", with: " ").hasPrefix(
                "Aikoja 12. Pois jää 0: pyhät, suljetut päivät ja menneet ajat. Avataanko?"))
        #expect(console.screen(after: 7).hasPrefix("Avattu aikoja: 12."))
        #expect(try fixture.timetable("aino").count == 15)
    }
}
