import Foundation
import SocialServices
import TestValues
import Testing

@Suite("The command line")
struct CommandLineTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    @Test("The version is told on standard output")
    func version() throws {
        let ended = try fixture.run(["--version"])
        #expect(ended.output.contains(/^kartoitin 0\.2\.0( \((older than )?[0-9a-f]{7,9}\))?\n$/))
        #expect(ended == ProgramResult(code: 0, output: ended.output))
    }

    @Test("Help that was asked for comes on standard output, for every command")
    func help() throws {
        let overview = try fixture.run(["--help"])
        #expect(overview.code == 0)
        #expect(overview.error == "")
        let commands = [
            "kiosk", "phone", "professional", "demo [kiosk|phone|professional]", "slots", "book",
            "booking show REFERENCE",
            "booking cancel REFERENCE", "timetable open", "timetable template [FILE]", "timetable absence",
            "timetable handover", "timetable list", "content check",
            "content stories [NAME]", "store create", "store check", "store migrate", "store backup FILE",
            "store copy",
            "service-unit kiosk|messages|purge|backup", "doctor",
        ]
        for command in commands {
            #expect(overview.output.contains("\n  \(command)  "), "\(command)")
            let words = command.split(separator: " ").map(String.init).filter {
                $0.allSatisfy { $0.isLowercase || $0 == "-" }
            }
            let help = try fixture.run(words + ["--help"])
            #expect(help.code == 0)
            #expect(help.output.hasPrefix("kartoitin \(command) [options]\n"), "\(command)")
            #expect(help.output.contains("\n  --store PATH"), "\(command)")
        }
    }

    @Test("Without a command the help comes on standard error, and the command line is wrong")
    func nothing() throws {
        let ended = try fixture.run([])
        #expect(ended.code == 64)
        #expect(ended.output == "")
        #expect(ended.error == (try fixture.run(["--help"]).output))
    }

    /// Most tests of commands run them in the tests' own process; this one sees that each code reaches who started the
    /// program. `interrupted` comes from a terminal: see `SignInCommandTests` and `ReadlineKeysTests`.
    @Test("Each way in which a command ends is told to the shell by a number of its own")
    func exitCodes() throws {
        let fixture = try CommandFixture(languages: ["en"])
        #expect(try fixture.run(["slots"]).code == 69)
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00")
        let booking = CommandFixture.booking(at: "2099-12-01T09:00")
        #expect(try [fixture.run(booking).code, fixture.run(booking).code] == [0, 75])
        #expect(try fixture.run(["booking", "show", "AAAA-AAAA", "--phone", "040 123 4567"]).code == 65)
        #expect(try fixture.run(["slots", "--limit", "0"]).code == 64)
        try fixture.damage(.noDescriptions)
        #expect(try fixture.run(["store", "check"]).code == 1)
        try fixture.addStaff()
        #expect(try fixture.run(["staff", "list"]).code == 77)
    }

    @Test("Each wrong word of the command line is told with what to type instead", arguments: WrongWords.all)
    func wrongWords(_ wrong: WrongWords) throws {
        let ended = try fixture.run(wrong.words)
        #expect(ended == ProgramResult(code: wrong.code, error: "kartoitin: \(wrong.message)\n"))
        // Nothing was made by the way.
        #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }
}

/// A command line that is wrong, and what is told of it.
struct WrongWords: CustomTestStringConvertible {
    let words: [String]
    let message: String
    var code: Int32 = 64

    init(_ line: String, _ message: String, code: Int32 = 64) {
        words = line.split(separator: " ").map(String.init)
        self.message = message
        self.code = code
    }

    var testDescription: String { words.joined(separator: " ") }

    private static let methods = ContactMethod.allCases.map(\.rawValue).joined(separator: ", ")
    private static let namedMunicipalities =
        "090 (Heinävesi), 146 (Ilomantsi), 167 (Joensuu), 176 (Juuka), 260 (Kitee), 276 (Kontiolahti), 309 (Outokumpu), "
        + "422 (Lieksa), 426 (Liperi), 541 (Nurmes), 607 (Polvijärvi), 707 (Rääkkylä), 848 (Tohmajärvi)"
    private static let offices =
        "heinavesi (Heinäveden toimisto), ilomantsi (Ilomantsin toimisto), joensuu (Joensuun toimisto), "
        + "juuka (Juuan toimisto), kitee (Kiteen toimisto), kontiolahti (Kontiolahden toimisto), "
        + "outokumpu (Outokummun toimisto), lieksa (Lieksan toimisto), liperi (Liperin toimisto), "
        + "nurmes (Nurmeksen toimisto), polvijarvi (Polvijärven toimisto), raakkyla (Rääkkylän toimisto), "
        + "tohmajarvi (Tohmajärven toimisto)"

    static let all = [
        WrongWords("bok", #"unknown command "bok", did you mean "book"?; see kartoitin --help"#),
        WrongWords("cake", #"unknown command "cake"; see kartoitin --help"#),
        WrongWords(
            "booking",
            "booking needs one of these after it: show, move, cancel, undo, set, list, attendance, advice, also"),
        WrongWords("store check check", #"store check does not know what to do with "check""#),
        WrongWords("bokking show", #"unknown command "bokking", did you mean "booking"?; see kartoitin --help"#),
        WrongWords(
            "handover", #"unknown command "handover", did you mean "timetable handover"?; see kartoitin --help"#),
        WrongWords(
            "list",
            #"unknown command "list", did you mean "booking list" or "timetable list" or "worker list" or "right list" or "#
                + #""staff list"?; "#
                + "see kartoitin --help"
        ),
        WrongWords("timetable opn", #"unknown command "timetable opn", did you mean "timetable open"?"#),
        WrongWords("content chek", #"unknown command "content chek", did you mean "content check"?"#),
        WrongWords(
            "content cake",
            "content needs one of these after it: check, paths, tree, try, stories, diff, state, use"),
        WrongWords(
            "timetable --format json",
            "timetable needs one of these after it: open, template, absence, leave, handover, list, close, change, "
                + "shift, copy, conflicts"),
        WrongWords(
            "booking show",
            "booking show needs REFERENCE after it, and --phone; "
                + "for example: kartoitin booking show K7PF-3M2R --phone '040 123 4567'"),
        WrongWords(
            "store backup",
            "store backup needs FILE after it; for example: kartoitin store backup kartoitin-backup.sqlite"),
        WrongWords("slots --methd phone", #"unknown option --methd, did you mean "--method"?"#),
        WrongWords("slots -format=csv", #"unknown option -format=csv, did you mean "--format"?"#),
        WrongWords("slots –limit 1", #"unknown option –limit, did you mean "--limit"?"#),
        WrongWords("slots -x", #"slots does not know what to do with "-x""#),
        WrongWords("slots --cake", "unknown option --cake"),
        WrongWords("doctor --limit 1", "unknown option --limit"),
        WrongWords("slots --limit", "--limit needs a value after it: --limit N"),
        WrongWords("slots --limit 1 --limit 2", "--limit is given twice; give it once"),
        WrongWords("slots --quiet=1", "--quiet takes no value"),
        WrongWords("slots --limit=0", #"--limit needs a number from 1 up, not "0""#),
        WrongWords("slots --limit many", #"--limit needs a number from 1 up, not "many""#),
        WrongWords("slots --format xml", #"unknown --format "xml"; use one of: table, json, csv"#),
        WrongWords("slots --format jsn", #"unknown --format "jsn", did you mean "json"?"#),
        WrongWords("slots --service-task familes", #"unknown --service-task "familes", did you mean "families"?"#),
        WrongWords("slots --method letter", #"unknown --method "letter"; use one of: \#(methods)"#),
        WrongWords("slots --municipality 999", #"unknown --municipality "999"; use one of: \#(namedMunicipalities)"#),
        WrongWords("slots --municipality Lieska", #"unknown --municipality "Lieska", did you mean "Lieksa"?"#),
        WrongWords("slots --municipality Libelit", #"unknown --municipality "Libelit", did you mean "Libelits"?"#),
        WrongWords(
            "slots --from 2099-02-30",
            #"--from needs a time such as 2026-12-01T09:00 or "1.12. 9.00", not "2099-02-30""#),
        WrongWords(
            "slots --until 9.00", #"--until needs a time such as 2026-12-01T09:00 or "1.12. 9.00", not "9.00""#),
        WrongWords(
            "slots --from 2027-03-28T03:30",
            "2027-03-28T03:30 does not exist: the clock skips it when summer time begins", code: 65),
        WrongWords(
            "slots --from 2027-10-31T03:30",
            "2027-10-31T03:30 comes twice when summer time ends; say which with +03:00 or +02:00 after it", code: 65),
        WrongWords("kiosk --language de", #"unknown --language "de"; use one of: fi, sv, en"#),
        WrongWords("kiosk --office joensu", #"unknown --office "joensu", did you mean "joensuu"?"#),
        WrongWords("kiosk --office helsinki", #"unknown --office "helsinki"; use one of: \#(offices)"#),
        WrongWords("kiosk --municipality Lieska", #"unknown --municipality "Lieska", did you mean "Lieksa"?"#),
        WrongWords("kiosk --municipality 091", #"unknown --municipality "091"; use one of: \#(namedMunicipalities)"#),
        WrongWords(
            "kiosk --municipality 167 --office joensuu",
            "--office says where the kiosk stands; leave --municipality out"),
        WrongWords(
            "demo phone --office joensuu", "demo phone takes no --office; leave it out, or open the desk kiosk"),
        WrongWords(
            "demo professional --speak", "demo professional takes no --speak; leave it out, or open the desk kiosk"),
        WrongWords(
            "demo --professional demo-aino",
            "demo kiosk takes no --professional; leave it out, or open the desk professional"),
        WrongWords("demo kisok", #"unknown desk "kisok", did you mean "kiosk"?"#),
        WrongWords("demo cake", #"unknown desk "cake"; use one of: kiosk, phone, professional"#),
        WrongWords("booking show K7PF-3M2R", "booking show needs --phone\(example(of: "booking show"))"),
        WrongWords(
            "booking show ABC --phone 0401234567",
            "a reference has eight characters, such as K7PF-3M2R; check it", code: 65),
        WrongWords(
            "booking cancel K7PF-3M2R --phone 12", "--phone: it must begin with 0 or with + and a country code",
            code: 65),
        WrongWords("timetable open --professional aino", "timetable open needs --at\(example(of: "timetable open"))"),
        WrongWords(
            "timetable open --at 2099-12-01T09:00",
            "timetable open needs --professional\(example(of: "timetable open"))"),
        WrongWords(
            "book --name Maija",
            "book needs --service-task, --at, --method, --phone, --description and --consent; for example: kartoitin book "
                + "--service-task families --at 'tomorrow 9.15' --method phone --name 'Maija Meikäläinen' "
                + "--phone '040 123 4567' --description 'My child does not sleep.' --consent"),
        WrongWords(
            "booking move --by county",
            "booking move needs REFERENCE after it, and --at and --reason\(example(of: "booking move", 1))"),
    ]
}
