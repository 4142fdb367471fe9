import Foundation
import Testing

@testable import KartoitinCommand

@Suite("An option that would do nothing is refused")
struct UnusedOptionTests {
    private let fixture: CommandFixture

    init() throws { fixture = try CommandFixture(languages: ["en"]) }

    @Test(
        "It is told with what does what was meant, and nothing is done",
        arguments: [
            ("kiosk --format json", "kiosk is a conversation; leave --format out"),
            (
                "professional --format csv",
                "professional is a conversation; a table of times is printed by kartoitin timetable list; leave --format out"
            ),
            (
                "description K7PF-3M2R --purpose x --format json",
                "description is a text, or a page with --html; leave --format out"
            ),
            ("content tree --format json", "content tree is drawn in the form that --as says; leave --format out"),
            ("store create --format json", "store create prints nothing; leave --format out"),
            ("doctor --format json", "doctor prints lines of text; leave --format out"),
            (
                "staff password aino --format csv",
                "staff password prints nothing; accounts are printed by kartoitin staff list; leave --format out"
            ),
            (
                "messages write K7PF-3M2R --text x --format csv",
                "messages write prints nothing; what waits to be sent is printed by kartoitin messages due; leave --format out"
            ),
            (
                "report bookings --from 2026-11-01 --until 2026-11-30 --chart --format csv",
                "--chart is a picture and no table; leave --format out"
            ),
            (
                "timetable absence --professional aino --from 2099-12-01 --until 2099-12-01 --take-back --format json",
                "timetable absence prints nothing with --take-back; leave --format out"
            ),
            ("content check --language en", "content check looks at all languages; leave --language out"),
            (
                "messages send --sendmail /bin/true --language sv",
                "each message is in the language of its client; leave --language out"
            ),
            ("doctor --language en", "doctor prints nothing in a language; leave --language out"),
            (
                "booking show K7PF-3M2R --phone 0401234567 --language en",
                "booking show prints nothing in a language; leave --language out"
            ),
            ("content check --hints --quiet", "--quiet leaves out what --hints lists; give one of them"),
            (
                "content tree --ids",
                "--ids is for drawings, a text says the ids anyhow; add --as dot or --as mermaid"
            ),
            (
                "content tree --ids --as text",
                "--ids is for drawings, a text says the ids anyhow; add --as dot or --as mermaid"
            ),
            (
                "content stories next-door --uncovered",
                "--uncovered is told of all stories together; leave NAME out"
            ),
            (
                "store purge --dry-run --yes",
                "--dry-run removes nothing, so there is nothing to say --yes to; give one"
            ),
            ("slots --phone 0401234567", "--phone needs --right CODE beside it"),
            (
                "booking cancel K7PF-3M2R --phone 0401234567 --as soile",
                "a client does not sign in; say who changes the booking with --by phone-service, professional or county, "
                    + "or leave --as and --password-file out"
            ),
            (
                "booking move K7PF-3M2R --phone 0401234567 --at 2099-12-01T09:00 --by client --password-file -",
                "a client does not sign in; say who changes the booking with --by phone-service, professional or county, "
                    + "or leave --as and --password-file out"
            ),
            (
                "messages send --sms-spool /tmp --from county@example.fi",
                "--from needs --sendmail PATH beside it"
            ),
            (
                "timetable open --professional aino --at 2099-12-01T09:00 --until 2099-12-01T10:00 --purpose meeting "
                    + "--appointment-type advice-families",
                "--appointment-type and --purpose do not go together; give one"
            ),
        ])
    func refused(_ line: String, _ told: String) throws {
        let ended = try fixture.call(line.split(separator: " ").map(String.init))
        #expect(ended == ProgramResult(code: 64, error: "kartoitin: \(told)\n"))
        #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }

    @Test("All of these commands are there")
    func names() {
        for name in Array(UnusedOptions.withoutTable.keys) + Array(UnusedOptions.withoutLanguage.keys) {
            #expect(Command.all.contains { $0.name == name }, "\(name)")
        }
    }

    @Test("Of a professional whom the store knows, other details are refused, and the same ones are not")
    func known() throws {
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--team", "north")
        try fixture.open("aino", at: "2099-12-02T09:00", "--team", "north")
        let open = ["timetable", "open", "--professional", "aino", "--at", "2099-12-03T09:00"]
        for (details, names) in [
            (["--name", "Aino Toinen"], "--name"), (["--team", "south"], "--team"),
            (["--service-task", "disability", "--name", "Aino Toinen"], "--name, --service-task"),
            (["--language-of-service", "en"], "--language-of-service"),
        ] {
            #expect(
                try fixture.call(open + details)
                    == ProgramResult(
                        code: 64,
                        error:
                            "kartoitin: \(names) would do nothing: aino is known already, with something else; use "
                            + "kartoitin worker set aino\n"))
        }
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00", "2099-12-02T09:00:00+02:00"])
    }

    @Test("Who signs in to look for free times is checked, as who books is")
    func signsIn() throws {
        try fixture.makeStore()
        try fixture.addStaff()
        #expect(try fixture.call(as: "puhelin", ["slots"]).code == 0)
        try fixture.write("väärä salasana\n", to: "password", rights: 0o600)
        #expect(try fixture.call(as: "puhelin", ["slots"]).code == 77)
        #expect(try fixture.call(["slots"]).code == 0)
    }
}
