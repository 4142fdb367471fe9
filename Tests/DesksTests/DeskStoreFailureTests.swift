import BookingCore
import Desks
import Dialogue
import Storage
import Testing

@Suite("When the store does not answer")
struct DeskStoreFailureTests {
    private static let told = """
        Emme saa juuri nyt yhteyttä ajanvaraukseen. Kirjoittamasi on tallessa tällä
        ruudulla. Aikaa ei ole varattu.
          1  Yritä uudelleen
          2  Lopeta varaamatta
        """

    @Test(
        "The visitor is told kindly, the staff exactly, and trying again books with all that was typed",
        arguments: [
            (SQLError.busy, "another program keeps the store busy; try again in a moment"),
            (.full, "the disk is full; make room and try again, nothing was lost"),
            (.readOnly, "the store cannot be written; check the owner and the rights of the file and its folder"),
        ])
    func again(failure: SQLError, reported: String) throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.booking + ["again"]) {
            if $0 == 8 { fixture.connection.failures = [failure] }
        }
        #expect(console.screen(after: 9) == Self.told)
        #expect(console.lastScreen.contains("Aikasi on varattu."))
        #expect(fixture.reports == [reported])
    }

    @Test("Giving up books nothing")
    func giveUp() throws {
        let fixture = try DeskFixture()
        try fixture.open("aino", "2026-11-23T09:00")
        let console = fixture.visit(DeskFixture.untilDetails + ["2"]) {
            if $0 == 4 { fixture.connection.failures = [.busy] }
        }
        #expect(console.screen(after: 5) == Self.told)
        #expect(console.lastScreen.hasPrefix("Kiitos käynnistä. Vastauksistasi ei jäänyt mitään talteen."))
        #expect(try fixture.timetable("aino").map(\.state) == [.free])
    }

    @Test(
        "What only those who look after the store meet is told to them word for word",
        arguments: [
            (
                StoreFailure.alreadyThere(path: "/a.sqlite"),
                "there is a file at /a.sqlite already; nothing was changed"
            ),
            (
                .alreadyThere(path: "postgresql://db/kart"),
                "there is a store at postgresql://db/kart already; nothing was changed"
            ),
            (
                .halfCopied(path: "postgresql://db/kart"),
                """
                the copy of a store at postgresql://db/kart is not whole yet; finish it with the kartoitin store copy \
                that began it, or give it up with: DROP SCHEMA kartoitin_copy CASCADE
                """
            ),
            (
                .older(path: "/a.sqlite", found: 1, known: 3),
                """
                the store was written by an older version of kartoitin (schema 1, this one knows 3); \
                bring it up to date with: kartoitin store migrate --store /a.sqlite
                """
            ),
            (
                .faulty(path: "/a.sqlite", faults: 2),
                """
                the store has faults (2), nothing was copied; see them with: kartoitin store check --store /a.sqlite
                """
            ),
            (
                .unequal(table: "slot"),
                "the table slot of the copy is not as it is in the store, so nothing was kept of the copy; try again"
            ),
            (
                .clock(seconds: 75),
                "the server's clock is 75 s ahead of this machine's; set both by a time server, see: timedatectl"
            ),
            (
                .clock(seconds: -75),
                "the server's clock is 75 s behind this machine's; set both by a time server, see: timedatectl"
            ),
        ])
    func explanation(failure: StoreFailure, told: String) {
        #expect(failure.explanation == told)
    }
}
