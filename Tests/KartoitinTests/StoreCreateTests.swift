import Foundation
import TestSupport
import TestValues
import Testing

@Suite("The first main user")
struct StoreCreateTests {
    private let fixture: CommandFixture
    private let set = ["staff", "password", "main-user", "--new-password-file", "-"]

    init() throws { fixture = try CommandFixture(languages: ["en"]) }

    private func list() throws -> [String] {
        try fixture.stored("SELECT id || ' ' || name || ' ' || role || ' ' || (password IS NOT NULL) FROM staff")
    }

    @Test("Without a terminal there is one without a password, and how to set it is told")
    func withoutTerminal() throws {
        let told =
            "made a store at \(fixture.store)\n"
            + "nobody has to sign in yet; set the main user's password with: kartoitin staff password main-user\n"
        #expect(try fixture.run(["store", "create"]) == ProgramResult(code: 0, error: told))
        #expect(try list() == ["main-user main-user main-user 0"])
        #expect(try fixture.run(["doctor"]).output.contains("without  sign-in: no main user has a password, "))
    }

    @Test("The first password is set without signing in, once, and logged")
    func firstPassword() throws {
        try fixture.makeStore()
        let done = ProgramResult(code: 0, error: "the password of main-user is set\n")
        #expect(try fixture.run(set, input: "neljä sanaa peräkkäin\n") == done)
        #expect(
            try fixture.stored("SELECT user_id || ' ' || purpose || ' ' || data FROM access_log")
                == ["(owner) password of main-user manage-staff"])
        #expect(
            try fixture.run(set, input: "toinen hyvä salasana\n")
                == ProgramResult(code: 77, error: StaffAccountsFixture.whoAreYou))
        #expect(try fixture.run(["doctor"]).output.contains("ok       sign-in: a main user has a password\n"))
        let first = ["staff", "list", "--as", "main-user", "--password-file", "-"]
        #expect(try fixture.run(first, input: "neljä sanaa peräkkäin\n").code == 0)
    }

    @Test(
        "Two who set the first password at once: one of them has it, and the other is told to sign in or wins later")
    func firstPasswordAtOnce() throws {
        try fixture.makeStore()
        let words = ["ensimmäinen sana", "toinen tässä sana"]
        let running = try words.map { try fixture.start(set, input: Data("\($0)\n".utf8)) }
        let codes = try running.map { try $0.wait().code }
        #expect(codes.contains(0) && codes.allSatisfy { $0 == 0 || $0 == 77 })
        let list = ["staff", "list", "--as", "main-user", "--password-file", "-"]
        let entering = try words.map { try fixture.run(list, input: $0 + "\n").code }
        #expect(entering.sorted() == [0, 77])
    }

    @Test("A store of an earlier version has no main user: the first one is made with its password")
    func earlierVersion() throws {
        try fixture.makeStore()
        try fixture.edit(.noAccounts)
        let told = "kartoitin: an account's id has a-z, 0-9, - and ., 1 to 64 of them; \"Paavo\" has something else\n"
        let strange = ["staff", "password", "Paavo", "--new-password-file", "-"]
        #expect(try fixture.run(strange, input: "neljä sanaa peräkkäin\n") == ProgramResult(code: 65, error: told))
        #expect(try fixture.run(set, input: "neljä sanaa peräkkäin\n").code == 0)
        #expect(try list() == ["main-user main-user main-user 1"])
    }

    @Test("From a script the main user has a name, an id and a password")
    func script() throws {
        let options = ["--main-user", "paavo", "--name", "Paavo Pää", "--password-file", "-"]
        let made = ProgramResult(code: 0, error: "made a store at \(fixture.store)\n")
        #expect(try fixture.run(["store", "create"] + options, input: "neljä sanaa peräkkäin\n") == made)
        #expect(try list() == ["paavo Paavo Pää main-user 1"])
    }

    @Test(
        "What is wrong with the first main user is told, and no store is made",
        arguments: [
            (
                ["--main-user", "paavo"], 64,
                "store create needs --name and --password-file\(example(of: "store create"))"
            ),
            (
                ["--name", "Paavo"], 64,
                "store create needs --main-user and --password-file\(example(of: "store create"))"
            ),
            (
                ["--main-user", "paavo", "--name", "Paavo"], 64,
                "store create needs --password-file\(example(of: "store create"))"
            ),
            (
                ["--main-user", "Paavo", "--name", "Paavo", "--password-file", "-"], 65,
                #"an account's id has a-z, 0-9, - and ., 1 to 64 of them; "Paavo" has something else"#
            ),
            (
                ["--main-user", "paavo", "--name", "Paavo", "--password-file", "-"], 65,
                "the password is too short; take at least 12 characters, for example four words in a row"
            ),
        ])
    func badMainUser(options: [String], code: Int, told: String) throws {
        let ended = try fixture.run(["store", "create"] + options, input: "lyhyt\n")
        #expect(ended == ProgramResult(code: Int32(code), error: "kartoitin: \(told)\n"))
        #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }

    @Test("On a terminal it is asked who it is, and the password twice")
    func terminal() throws {
        let environment = fixture.environment.merging(["TERM": "xterm"]) { $1 }
        let terminal = try PseudoTerminal(
            KartoitinProgram.path, ["store", "create"], environment: environment, rows: 24, columns: 80)
        let steps = [
            ("The main user's name?", "Paavo Pääkäyttäjä"), ("Account?", "paavo"),
            ("New password (not shown as you type): ", "neljä sanaa peräkkäin"),
            ("The same password once more: ", "neljä sanaa peräkkäin"),
        ]
        for (prompt, answer) in steps {
            terminal.expect(prompt)
            terminal.send(answer + "\r")
        }
        terminal.expect("made a store at ")
        #expect(terminal.exitStatus() == 0)
        #expect(!terminal.output.contains("sanaa"))
        #expect(try list() == ["paavo Paavo Pääkäyttäjä main-user 1"])
    }

    @Test("Whoever leaves before the end has made nothing")
    func terminalLeft() throws {
        let environment = fixture.environment.merging(["TERM": "xterm"]) { $1 }
        let terminal = try PseudoTerminal(
            KartoitinProgram.path, ["store", "create"], environment: environment, rows: 24, columns: 80)
        terminal.expect("The main user's name?")
        terminal.send("0\r")
        terminal.expect("kartoitin: no store was made")
        #expect(terminal.exitStatus() == 77)
        #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }
}
