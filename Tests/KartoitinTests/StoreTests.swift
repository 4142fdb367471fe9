import Foundation
import Storage
import TestValues
import Testing

@Suite("store create, store check and doctor")
struct StoreTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    private static func made(_ path: String) -> String {
        "made a store at \(path)\n"
            + "nobody has to sign in yet; set the main user's password with: kartoitin staff password main-user\n"
    }

    @Test("A store is made where it was asked for, and says so unless told to be quiet")
    func create() throws {
        let made = ProgramResult(code: 0, error: Self.made(fixture.store))
        #expect(try fixture.run(["store", "create"]) == made)
        let other = fixture.path("other.sqlite")
        #expect(try fixture.run(["store", "create", "--store", other, "--quiet"]) == ProgramResult(code: 0))
        #expect(FileManager.default.fileExists(atPath: other))
    }

    @Test("A store that is there is not made again")
    func createTwice() throws {
        try fixture.makeStore()
        let told = "kartoitin: there is a file at \(fixture.store) already; nothing was changed\n"
        #expect(try fixture.run(["store", "create"]) == ProgramResult(code: 69, error: told))
    }

    @Test("The usual place is in XDG_STATE_HOME, else in the home folder")
    func usualPlace() throws {
        fixture.environment["KARTOITIN_STORE"] = nil
        let home = fixture.path(".local/state/kartoitin/kartoitin.sqlite")
        #expect(try fixture.run(["store", "create"]) == ProgramResult(code: 0, error: Self.made(home)))
        fixture.environment["XDG_STATE_HOME"] = fixture.path("state")
        let state = fixture.path("state/kartoitin/kartoitin.sqlite")
        #expect(try fixture.run(["store", "create"]) == ProgramResult(code: 0, error: Self.made(state)))
    }

    @Test("A sound store has no faults")
    func sound() throws {
        try fixture.makeStore()
        let expected = ProgramResult(code: 0, output: "\(fixture.store): no faults\n")
        #expect(try fixture.run(["store", "check"]) == expected)
    }

    @Test("Faults of a store are told, one a line")
    func faults() throws {
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00")
        _ = try fixture.book(at: "2099-12-01T09:00")
        try fixture.damage(.noDescriptions, .noProfessionals)
        let expected =
            "a row of change points to nothing\na row of change points to nothing\n"
            + "a row of slot points to nothing\nbookings without a description: 1\n"
        #expect(try fixture.run(["store", "check"]) == ProgramResult(code: 1, output: expected))
    }

    #if PostgreSQL
    private static let postgreSQL = "ok       PostgreSQL: libpq 15"
    #else
    private static let postgreSQL = """
        without  PostgreSQL: this program was built without PostgreSQL; build it with: swift build -c release \
        --traits PostgreSQL
        """
    #endif

    @Test("doctor tells that all is well")
    func doctor() throws {
        fixture.environment["KARTOITIN_CONTENT"] = KartoitinProgram.content
        try fixture.makeStore()
        fixture.environment["PATH"] = fixture.path("no-programs")
        let ended = try fixture.run(["doctor"])
        let expected = """
            ok       content: 53 questions in \(KartoitinProgram.content)
            ok       time zone: Europe/Helsinki
            ok       store: \(fixture.store)
            ok       store's version: schema \(Schema.version), SQLite 3
            ok       store's rights: readable by its owner alone
            ok       terminal: none, answers are read line by line
            without  speech: spd-say is not there, so nothing is read aloud; install it with: apt-get install speech-dispatcher
            without  SMS by a gateway: curl is not there, so no SMS goes to a gateway; install it with: apt-get install curl
            without  sign-in: no main user has a password, so whoever may write the store may do what staff do; set one with: kartoitin staff password main-user
            \(Self.postgreSQL)

            """
        let counted = ended.output.replacing(/\d+ questions/, with: "53 questions")
            .replacing(/SQLite 3[.0-9]+/, with: "SQLite 3").replacing(/libpq \d+\.\d+/, with: "libpq 15")
        #expect(
            ProgramResult(code: ended.code, output: counted, error: ended.error)
                == ProgramResult(code: 0, output: expected))
    }

    @Test("doctor tells each thing that is missing, and what to do")
    func doctorMissing() throws {
        fixture.environment["KARTOITIN_CONTENT"] = fixture.path("nowhere")
        fixture.environment["PATH"] = fixture.path("no-programs")
        let nothing = "there is no content in \(fixture.path("nowhere")); say where it is with --content DIR"
        let make = "make one with: kartoitin store create --store \(fixture.store)"
        let expected = """
            missing  content: \(nothing)
            missing  time zone: \(nothing)
            missing  store: there is no store at \(fixture.store); \(make)
            missing  store's version: there is no store at \(fixture.store); \(make)
            missing  store's rights: there is no file to look at yet
            ok       terminal: none, answers are read line by line
            without  speech: spd-say is not there, so nothing is read aloud; install it with: apt-get install speech-dispatcher
            without  SMS by a gateway: curl is not there, so no SMS goes to a gateway; install it with: apt-get install curl
            \(Self.postgreSQL)

            """
        let ended = try fixture.run(["doctor"])
        let told = ended.output.replacing(/libpq \d+\.\d+/, with: "libpq 15")
        #expect(
            ProgramResult(code: ended.code, output: told, error: ended.error)
                == ProgramResult(code: 1, output: expected))
    }

    @Test("doctor tells that others can read the store")
    func doctorRights() throws {
        try fixture.makeStore()
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: fixture.store)
        let ended = try fixture.run(["doctor"])
        let line =
            "missing  store's rights: others can read \(fixture.store); take it from them with: chmod 600 \(fixture.store)\n"
        #expect(ended.code == 1)
        #expect(ended.output.contains(line))
    }
}
