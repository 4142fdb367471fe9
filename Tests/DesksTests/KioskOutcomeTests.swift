import Dialogue
import Testing

@Suite("Outcomes at the kiosk")
struct KioskOutcomeTests {
    @Test("An outcome says what fits, which answers led to it, and when the first time is free")
    func bookable() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        #expect(
            fixture.visit(["home", "nobody"]).lastScreen == """
                Sinulle voisi sopia: Apua kotiin
                Ehdotamme tätä, koska kerroit: Apua kotiin · kukaan ei auta

                Työntekijä kertoo, mitä apua on.

                Ensimmäinen vapaa aika: ma 23.11. klo 9.00

                Mitä haluat tehdä?
                  1  Varaa neuvonta-aika
                  2  Lue: Lepoa
                  3  Muuta vastauksia
                  4  Tämä ei sovi minulle. Haluan puhua ihmiselle.
                  5  Lopeta
                """)
    }

    @Test("Without a free time that is said, and nothing is promised")
    func nothingFree() throws {
        #expect(
            try DeskFixture().visit(["home", "nobody"]).lastScreen.contains("\nVapaita aikoja ei ole juuri nyt.\n"))
    }

    @Test("Urgent help begins with what to do, then whom to call; no reasons")
    func urgent() throws {
        #expect(
            try DeskFixture().visit(["danger"]).lastScreen == """
                Soita heti
                Soita nyt.

                  1  Olen turvassa, jatketaan
                  2  Lisää apua ja neuvoja

                  Hätänumero   112
                """)
        let on = try DeskFixture().visit(["danger", "1"])
        #expect(
            on.lastScreen == """
                Mitä haluat tehdä?
                  1  Muuta vastauksia
                  2  Tämä ei sovi minulle. Haluan puhua ihmiselle.
                  3  Lopeta
                """)
        #expect(
            try DeskFixture().visit(["danger", "2"]).lastScreen.contains("    Kun on vaara.\n\n  1  Olen turvassa"))
        #expect(try DeskFixture().visit(["danger", "<"]).lastScreen.contains("Mikä hätänä?"))
    }

    @Test("A route may depend on the answer itself")
    func routed() throws {
        #expect(try DeskFixture().visit(["debts", "none"]).lastScreen.hasPrefix("Hyvä niin"))
        #expect(try DeskFixture().visit(["debts", "rent"]).lastScreen.hasPrefix("Sinulle voisi sopia: Apua rahaan"))
    }

    @Test("\u{201C}I don't know\u{201D} is no reason for a suggestion and leads on")
    func unknown() throws {
        let console = try DeskFixture().visit(["unknown", "unknown"])
        #expect(console.lastScreen.hasPrefix("Sinulle voisi sopia: Apua rahaan\n\nKela auttaa."))
    }

    @Test("An earlier answer can be changed, and the walk follows")
    func change() throws {
        let console = try DeskFixture().visit(["home", "nobody", "change", "topic", "danger"])
        #expect(
            console.screen(after: 3) == """
                Minkä vastauksen haluat muuttaa?
                  1  Mikä hätänä? Apua kotiin
                  2  Kuka auttaa? kukaan ei auta
                """)
        #expect(console.screen(after: 4).hasPrefix("Mikä hätänä?"))
        #expect(console.lastScreen.hasPrefix("Soita heti"))
    }

    @Test("A ready answer may be enough, with a way to book all the same")
    func ready() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(["home", "nobody", "rest", "enough"])
        #expect(
            console.screen(after: 3) == """
                Lepoa

                Nuku, kun lapsi nukkuu.

                  Kela
                    Raha-asioihin.

                Auttoiko tämä?
                  1  Kyllä, tämä riitti
                  2  Varaa neuvonta-aika
                  3  Takaisin
                """)
        #expect(console.lastScreen.hasPrefix("Kiitos käynnistä."))
        #expect(
            fixture.visit(["home", "nobody", "rest", "book"]).lastScreen.contains("Miten haluat tavata"))
        #expect(fixture.visit(["home", "nobody", "rest", "back"]).lastScreen.hasPrefix("Sinulle voisi sopia"))
    }

    @Test("\u{201C}This does not suit me\u{201D} leads to a human being")
    func notRight() throws {
        #expect(try DeskFixture().visit(["home", "nobody", "human"]).lastScreen.contains("Kenelle haluat puhua?"))
    }
}
