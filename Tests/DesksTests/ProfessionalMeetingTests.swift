import BookingCore
import Desks
import Dialogue
import Foundation
import SocialServices
import TestConsole
import Testing

@Suite("What a professional does about a meeting")
struct ProfessionalMeetingTests {
    let fixture: DeskFixture
    let booking: Booking
    private let code: Reply

    init() throws {
        fixture = try DeskFixture(team: "Tiimi A")
        try fixture.open("aino", "2026-11-21T12:00", count: 3)
        booking = try fixture.book("2026-11-21T12:00")
        code = .line(booking.reference.grouped)
    }

    private func now() throws -> Booking { try #require(try fixture.store.booking(booking.reference)) }

    @Test("Met and did not come are marked by one letter once the meeting has begun")
    func attendance() throws {
        #expect(
            try fixture.work(["1", "t"]).lastScreen.hasPrefix(
                "Tapaaminen ei ole vielä alkanut. Merkitse sen jälkeen."))
        #expect(try now().attendance == nil)
        fixture.now += 3 * 3600
        #expect(try fixture.work(["1", "t"]).lastScreen.hasPrefix("Merkitty: tavattu."))
        #expect(try now().attendance == .met)
        _ = try fixture.work(["1", "e"])
        #expect(try now().attendance == .noShow)
        #expect(try fixture.work([]).lastScreen.contains(" · ei tullut"))
        try fixture.open("aino", "2026-11-23T09:00")
        let later = try fixture.book("2026-11-23T09:00")
        let refused = try fixture.work([.line(later.reference.grouped), "t"]).lastScreen
        #expect(refused.hasPrefix("Vaihtoehtoa t ei ole. Kirjoita rivin alussa oleva kirjain."))
    }

    @Test("The advice has several lines, what is stored and what is shared; it is shown again to be changed")
    func advice() throws {
        let console = try fixture.work(["1", "k", "Neuvoin hakemaan.", "Soitan takaisin.", "", "Tämä", "", "", "0"])
        #expect(console.screens.contains { $0.contains("Neuvo on kirjattu.") })
        let kept = try fixture.session("aino").meetings.advice(of: booking, purpose: "test")
        #expect(kept == Advice(text: "Neuvoin hakemaan.\nSoitan takaisin.", stored: "Tämä"))
        _ = try fixture.work(["1", "k", "Ja lisää.", "", "<", "", "-", "Koululle", "0"])
        let changed = try fixture.session("aino").meetings.advice(of: booking, purpose: "test")
        #expect(
            changed == Advice(text: "Neuvoin hakemaan.\nSoitan takaisin.\nJa lisää.", stored: "", shared: "Koululle"))
    }

    @Test("A guard is asked for with a reason, changed and no longer asked for")
    func guardAsked() throws {
        #expect(try fixture.work(["1", "j", "uhkailtu"]).lastScreen.hasPrefix("Vartijaa on pyydetty."))
        #expect(try now().guardReason == "uhkailtu")
        #expect(try fixture.work(["1"]).screen(after: 1).contains("! VARTIJA: uhkailtu\n"))
        #expect(try fixture.work(["1", "j", "-"]).lastScreen.hasPrefix("Vartijaa ei enää pyydetä."))
        #expect(try now().guardReason == nil)
        // Nothing asked for and nothing written changes nothing.
        #expect(try fixture.work(["1", "j", ""]).transcript.contains("Vartijaa") == false)
    }

    @Test("A guard that was asked for comes along when the booking is moved")
    func guardMoves() throws {
        _ = try fixture.work(["1", "j", "uhkailtu", "s", "1", "yes"])
        #expect(try now().slot.start != booking.slot.start)
        #expect(try now().guardReason == "uhkailtu")
    }

    @Test("A cancellation needs a reason, which stays with the booking")
    func cancelled() throws {
        let console = try fixture.work(["1", "p", "", "sairastuin", "0"])
        #expect(console.screen(after: 3) == "Kirjoita muutama sana.")
        #expect(console.screen(after: 4).hasPrefix("Aika on peruttu. Asiakas saa viestin."))
        #expect(try now().cancellation == Cancellation(by: .professional, reason: "sairastuin"))
        let page = try fixture.work([code]).screen(after: 1)
        #expect(page.contains("! peruttu\n"))
        #expect(page.hasSuffix("\n\nu tulosta tai tallenna   Enter takaisin"))
    }

    @Test("The way back from the reason cancels nothing")
    func notCancelled() throws {
        _ = try fixture.work(["1", "p", "<", "0"])
        #expect(try now().status == .booked)
    }

    @Test("A booking is moved to another of the professional's own times")
    func moved() throws {
        try fixture.open("veikko", "2026-11-21T11:00", count: 8)
        let console = try fixture.work(["1", "s", "2", "yes", "0"])
        #expect(
            console.screen(after: 2) == """
                Mihin aikaan siirretään? Vapaat aikasi
                  1  la 21.11. klo 12.15   puhelin
                  2  la 21.11. klo 12.30   puhelin
                """)
        #expect(
            console.screen(after: 3).hasPrefix(
                "Nyt: la 21.11. klo 12.00, puhelin. Siirretäänkö tähän: la 21.11. klo 12.30,\npuhelin?"))
        #expect(console.screen(after: 4).hasPrefix("Aika on siirretty. Asiakas saa viestin."))
        #expect(try now().slot.professional == "aino")
        #expect(try now().slot.start == booking.slot.start + 1800)
    }

    @Test("Where the client is elsewhere then, that is asked before the booking is moved")
    func movedToAnother() throws {
        try fixture.open("veikko", "2026-11-21T12:15")
        try fixture.book("2026-11-21T12:15", with: "veikko")
        let kept = try fixture.work(["1", "s", "1", "yes", "no", "0"])
        #expect(
            kept.screen(after: 4).hasPrefix("Asiakkaalla on jo toinen tapaaminen samaan aikaan. Siirretäänkö silti?"))
        #expect(try now().slot.start == booking.slot.start)
        #expect(
            try fixture.work(["1", "s", "1", "yes", "yes", "0"]).screen(after: 5).hasPrefix("Aika on siirretty."))
        #expect(try now().slot.start == booking.slot.start + 900)
    }

    @Test("A time that was taken meanwhile is told, and another can be chosen")
    func takenMeanwhile() throws {
        let console = try fixture.work(["1", "s", "1", "yes", "1", "yes", "0"]) { answered in
            if answered == 3 { try fixture.book("2026-11-21T12:15") }
        }
        #expect(console.screen(after: 4).hasPrefix("Aika ehdittiin varata. Valitse toinen."))
        #expect(try now().slot.start == booking.slot.start + 1800)
    }

    @Test("A message says how long it is before it goes, and can be changed")
    func letter() throws {
        let console = try fixture.work(["1", "v", "Soitan puhelimeen.", "2", "Soitan € puhelimeen.", "1"])
        #expect(
            console.screen(after: 3).hasPrefix("Pituus: merkkejä 18, tekstiviestejä 1. Lähetetäänkö?"))
        #expect(console.screen(after: 5).hasPrefix("Pituus: merkkejä 21, tekstiviestejä 1."))
        #expect(console.lastScreen.hasPrefix("Viesti lähtee seuraavan lähetyksen mukana."))
        let texts = try fixture.store.messages(dueUntil: fixture.now).compactMap(\.text)
        #expect(texts == ["Soitan € puhelimeen."])
    }

    @Test("What a message is told to have room for is what it has room for")
    func letterOfUnusualLetters() throws {
        let typed = String(repeating: "ž", count: 202)
        let console = try fixture.work(["1", "v", .line(typed), .line(String(typed.dropLast())), "1"])
        let asked = console.screen(after: 2).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(asked.contains("enintään 459 merkkiä; 201, jos joukossa on kirjain kuten ž. Älä kirjoita"))
        #expect(console.screen(after: 3).hasPrefix("Kirjoitit 202 merkkiä. Tähän mahtuu 201."))
        #expect(console.screen(after: 4).hasPrefix("Pituus: merkkejä 201, tekstiviestejä 3."))
        #expect(console.lastScreen.hasPrefix("Viesti lähtee seuraavan lähetyksen mukana."))
    }

    @Test("A right is granted alone, as a pair or to the team, and its code is read aloud")
    func right() throws {
        let console = try fixture.work(["1", "o", "alone", "3", "31.12.", "o", "new", "pair", "1", "", "24.12.", "0"])
        let rights = try fixture.store.rights(of: nil, now: fixture.now).reversed()
        let alone = try #require(rights.first)
        #expect(alone.grant.grantee == .workers(["aino"]))
        #expect(alone.grant.uses == 3)
        let spelled = alone.code.characters.map { String($0) }.joined(separator: " ")
        #expect(
            console.screen(after: 5).replacing("\n", with: " ").hasPrefix(
                "Varausoikeus \(alone.code.grouped). Lue ääneen: \(spelled). Aikoja 3, voimassa to 31.12. asti."))
        #expect(rights.last?.grant.grantee == .workers(["aino", "veikko"]))
        #expect(rights.last?.grant.uses == 1)
        _ = try fixture.work(["1", "o", "new", "team", "", "24.12."])
        #expect(try fixture.store.rights(of: nil, now: fixture.now).contains { $0.grant.grantee == .team("Tiimi A") })
    }

    @Test("A right that the professional granted is withdrawn at the desk; a colleague's is not shown")
    func withdrawn() throws {
        _ = try fixture.work(["1", "o", "alone", "", "31.12."])
        let right = try #require(try fixture.store.rights(of: nil, now: fixture.now).first)
        let console = try fixture.work(["1", "o", "2", "o"])
        #expect(console.screen(after: 2).contains("  2  Peru oikeus \(right.code.grouped): Neuvonta, käytetty 0/1"))
        #expect(
            console.screen(after: 3).hasPrefix(
                "Oikeus \(right.code.grouped) on peruttu. Varatut ajat jäävät voimaan."))
        #expect(try fixture.store.right(right.code, now: fixture.now)?.withdrawnAt == fixture.now)
        #expect(console.screen(after: 4).hasPrefix("Kenen kanssa?"))
    }

    @Test("A colleague's booking opens with a purpose where the county allows, and only to read")
    func colleague() throws {
        let console = try fixture.work([code, "", "sijaistan"], as: "veikko", teamReads: true)
        #expect(
            console.screen(after: 1)
                == """
                Varaus on kollegan: Aino Esimerkki. Miksi luet tilannekuvauksen? Syy jää lokiin.
                """)
        #expect(console.lastScreen.contains("Omin sanoin\n  En jaksa."))
        #expect(console.lastScreen.hasSuffix("\n\nu tulosta tai tallenna   Enter takaisin"))
        let log = try fixture.store.accessLog(ofUser: "veikko", from: .distantPast, until: .distantFuture)
        #expect(log.contains { $0.data == "description" && $0.purpose == "sijaistan" })
        let refused = try fixture.work([code], as: "veikko").lastScreen
        #expect(refused.hasPrefix("Tällaista varausta ei ole, tai se on kollegan"))
    }

    @Test("A description that is no longer kept is told; what is done about the booking stays open")
    func purged() throws {
        fixture.now += 40 * 86_400
        let timer = AccessContext(userID: "timer", userName: "timer", purpose: "purge", at: fixture.now)
        _ = try fixture.store.purge(meetingsEndedBefore: fixture.now, clientsBefore: nil, isDryRun: false, by: timer)
        let screen = try fixture.work([code]).lastScreen
        #expect(screen.contains("\n\nTilannekuvaus on poistettu, koska sen säilytysaika päättyi.\n\nt tavattu   e"))
        #expect(!screen.contains("tulosta"))
    }

    @Test("Every reading of a description stands in the log, once an hour for each purpose")
    func logged() throws {
        _ = try fixture.work(["1", "", "1", "u", "-"])
        let log = try fixture.store.accessLog(ofUser: "aino", from: .distantPast, until: .distantFuture)
        #expect(log.filter { $0.data == "description" }.map(\.purpose) == ["meeting", "print"])
        #expect(log.allSatisfy { $0.provider == "Testialue" && !$0.isRefused })
    }
}
