import BookingCore
import Desks
import Dialogue
import Foundation
import HostSystem
import SocialServices
import Testing

@Suite("A description on paper")
struct DescriptionDocumentTests {
    let fixture: DeskFixture
    let booking: Booking

    init() throws {
        fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        booking = try fixture.book(
            "2026-11-23T09:00", words: "En jaksa <b>enää</b> & \"nyt\".\nVauva\u{1B}[2J valvottaa.", hope: "Lepoa.",
            flags: [.over75], needs: SpecialNeeds(meetingLanguage: .finnish, interpreter: "somali"))
    }

    private func path(_ name: String) -> String { fixture.folder.appendingPathComponent(name).path }

    @Test("As text it has the national fields, and only its owner can read it")
    func text() throws {
        let console = try fixture.work(["1", "k", "Neuvoin.", "", "Tämä", "", "u", .line(path("kuvaus.txt"))])
        #expect(console.lastScreen.replacing("\n", with: " ").hasPrefix("Tallennettu: "))
        let text = try String(contentsOfFile: path("kuvaus.txt"), encoding: .utf8)
        #expect(
            text == """
                Tilannekuvaus \(booking.reference.grouped)

                Varaustunnus
                  \(booking.reference.grouped)

                19 Tila
                  varattu

                86 Aika
                  maanantaina 23. marraskuuta 2026 klo 9.00, 15 minuuttia

                71 Palvelu
                  Apua kotiin lapsiperheelle

                72 Asiointitapa
                  puhelin

                73 Varaustuote
                  Neuvonta

                75 Ammattihenkilö
                  Aino Esimerkki

                Asiakas
                  Maija Meikäläinen

                83 Yhteystiedot
                  040 123 4567

                Yhteydenotto
                  lauantaina 21. marraskuuta 2026 klo 10.00

                99 Huomautukset
                  TULKKI: somali
                  75 VUOTTA TÄYTTÄNYT
                  MÄÄRÄAIKA saattaa koskea. Arviointi aloitettava viimeistään ti 1.12. (SHL 36 §: yli 75 v tai ylin hoitotuki; yhteys la 21.11.)

                76 Palvelutarve
                  Apua kotiin lapsiperheelle

                Omin sanoin
                  En jaksa <b>enää</b> & "nyt".
                  Vauva␛[2J valvottaa.

                Toivoo
                  Lepoa.

                100 Ohjeet
                  Hakemus

                Annettu neuvo
                  Neuvoin.

                Sovittu tallennettavaksi
                  Tämä

                Tulostanut
                  Aino Esimerkki, lauantaina 21. marraskuuta 2026 klo 10.00

                """)
        let rights = try FileManager.default.attributesOfItem(atPath: path("kuvaus.txt"))[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("As a page it escapes everything and needs nothing else")
    func html() throws {
        _ = try fixture.work(["1", "u", .line(path("kuvaus.html"))])
        let page = try String(contentsOfFile: path("kuvaus.html"), encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fi\">\n<head>\n<meta charset=\"utf-8\">\n"))
        #expect(
            page.contains(
                "<dt>Omin sanoin</dt>\n<dd><p>En jaksa &lt;b&gt;enää&lt;/b&gt; &amp; &quot;nyt&quot;.</p>"
                    + "<p>Vauva␛[2J valvottaa.</p></dd>"))
        #expect(!page.contains("http"))
        #expect(!page.contains("<script"))
    }

    @Test("On the screen it is the same text")
    func screen() throws {
        let screen = try fixture.work(["1", "u", "-"]).lastScreen
        #expect(
            screen.contains(
                "\n76 Palvelutarve\n  Apua kotiin lapsiperheelle\n\nOmin sanoin\n  En jaksa <b>enää</b> & \"nyt\".\n  Vauva␛[2J valvottaa.\n"
            ))
    }

    @Test("A file that is there already stays as it is, and another name is asked for")
    func exists() throws {
        try Data("vanha".utf8).write(to: URL(filePath: path("vanha.txt")))
        try FileManager.default.createSymbolicLink(atPath: path("linkki.txt"), withDestinationPath: path("uusi.txt"))
        let missing = path("ei/ole.txt")
        let console = try fixture.work([
            "1", "u", .line(path("vanha.txt")), .line(path("linkki.txt")), .line(missing), .line(path("hyvä.txt")),
        ])
        for answer in [3, 4] {
            #expect(console.screen(after: answer).replacing("\n", with: " ").contains("on jo olemassa. Anna toinen"))
        }
        #expect(console.screen(after: 5).replacing("\n", with: " ").contains("ei voi kirjoittaa. Tarkista kansio"))
        #expect(try String(contentsOfFile: path("vanha.txt"), encoding: .utf8) == "vanha")
        #expect(!FileManager.default.fileExists(atPath: path("uusi.txt")))
        #expect(FileManager.default.fileExists(atPath: path("hyvä.txt")))
    }

    @Test("A full disk is told, and another place can be given")
    func full() throws {
        var written: [String] = []
        let files = DeskFiles(
            read: { _ in nil },
            write: { (_, path) throws(FileError) in
                if path == "täysi.txt" { throw .full }
                written.append(path)
            })
        let console = try fixture.work(["1", "u", "täysi.txt", "muu.txt"], files: files)
        #expect(console.screen(after: 3).hasPrefix("Levy on täynnä. Mitään ei tallennettu. Anna toinen paikka."))
        #expect(written == ["muu.txt"])
    }
}
