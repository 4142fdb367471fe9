import BookingCore
import Desks
import Dialogue
import Foundation
import TestConsole
import Testing

@Suite("Kindness at the kiosk")
struct KindnessTests {
    @Test("After the second failure help comes unasked, after the third a human being is offered")
    func failures() throws {
        let console = try DeskFixture().visit(["x", "y", "z", "q", "home", "x"])
        let fault = "ei ole. Kirjoita numero väliltä 1–7 ja paina Enter."
        #expect(console.screen(after: 1) == "Vaihtoehtoa x \(fault)")
        #expect(
            console.screen(after: 2) == """
                Vaihtoehtoa y \(fault)
                Näin löydämme avun.
                ? ohje  ! hätä  < takaisin  << alusta  + ihminen  * toista  0 lopeta
                """)
        let offer = """
            Eikö tämä onnistu? Ei haittaa. Kirjoita +, niin voit varata ajan työntekijälle.
            """
        #expect(console.screen(after: 3) == "Vaihtoehtoa z \(fault)\n\n\(offer)")
        #expect(console.screen(after: 4) == "Vaihtoehtoa q \(fault)\n\n\(offer)")
        // The next question begins afresh.
        #expect(console.screen(after: 6) == "Vaihtoehtoa x ei ole. Kirjoita numero väliltä 1–3 ja paina Enter.")
    }

    @Test("A detail that is not understood gets the same help")
    func failuresInDetails() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.untilDetails + ["1", "2", "3"])
        let fault = "Kirjoita nimi kirjaimilla, esimerkiksi etunimi ja sukunimi."
        #expect(
            console.screen(after: 7) == """
                \(fault)
                Mikä on nimesi, ja minä vuonna olet syntynyt? Esimerkiksi Maija Meikäläinen
                1980. Vuoden voit jättää pois. Sillä löydät aikasi, jos varaustunnus katoaa.
                ? ohje  ! hätä  < takaisin  << alusta  + ihminen  * toista  0 lopeta
                """)
        #expect(console.lastScreen.hasPrefix("\(fault)\n\nEikö tämä onnistu?"))
    }

    @Test("* says the question again")
    func again() throws {
        let console = try DeskFixture().visit(["home", "*"])
        #expect(console.lastScreen == console.screen(after: 1))
    }

    @Test(
        "Silence warns, then ends the visit: nothing booked, the time given back, the screen wiped, the next served")
    func silence() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.untilDetails + ["Maija Meikäläinen", .timedOut, "home"])
        #expect(
            console.transcript.contains(
                """
                Oletko vielä siinä? Paina mitä tahansa näppäintä, niin saat lisää aikaa. Muuten
                lopetamme 60 sekunnin kuluttua ja tyhjennämme näytön.
                """))
        let rest = try #require(console.transcript.components(separatedBy: "[wiped]").dropFirst().first)
        #expect(!rest.contains("Maija") && rest.contains("Kuka auttaa?"))
        #expect(try fixture.timetable("aino").map(\.state) == [.free])
    }

    @Test("The clock of silence starts with the first answer, with the seconds that were set")
    func clock() throws {
        let settings = KioskSettings(idleWarning: 90, idleEnd: 25)
        let console = try DeskFixture().visit(["home"], settings: settings)
        #expect(console.requests[0].idle == nil)
        let rule = try #require(console.requests[1].idle)
        #expect(rule.warnAfter == 90 && rule.endAfter == 25)
        #expect(rule.warning.plain.contains("25 sekunnin"))
    }

    @Test("A chosen language has begun the visit; before that nobody may be there")
    func clockAfterLanguage() throws {
        let console = try DeskFixture().visit(["en"], language: nil)
        #expect(console.requests[0].idle == nil)
        #expect(console.requests[1].idle != nil)
    }
}
