import Foundation
import TestSupport
import Testing

@Suite("Signing in on the command line and at a terminal")
struct SignInCommandTests {
    private let fixture: StaffAccountsFixture
    private var program: CommandFixture { fixture.program }

    init() throws { fixture = try StaffAccountsFixture() }

    private static let list = ["staff", "list", "--format", "csv"]
    private static let listed = "id,name,role,state\npaavo,Paavo Pääkäyttäjä,main-user,ready\n"

    private func wrongPasswords() throws -> [String] {
        try program.stored("SELECT wrong_passwords || ' ' || is_locked FROM staff WHERE id = 'paavo'")
    }

    @Test("Ten wrong passwords lock; the right one is refused then, and an unlocked account takes it again")
    func tenWrong() throws {
        try fixture.add("raija", "main-user")
        for _ in 1...10 {
            #expect(
                try fixture.call(Self.list, as: "paavo", password: "väärä salasana")
                    == ProgramResult(code: 77, error: StaffAccountsFixture.wrong))
        }
        #expect(try wrongPasswords() == ["10 1"])
        #expect(
            try fixture.call(Self.list, as: "paavo") == ProgramResult(code: 77, error: StaffAccountsFixture.wrong))
        let opened = try fixture.call(["staff", "unlock", "paavo", "--format", "csv"], as: "raija")
        #expect(opened == ProgramResult(code: 0, output: Self.listed))
        #expect(try fixture.call(Self.list, as: "paavo").code == 0)
    }

    @Test(
        "An unknown name, an account without a password and a wrong password get the same words",
        arguments: ["nobody", "raija", "paavo", "'; --", ""])
    func sameWords(name: String) throws {
        try program.prepare(
            ["staff", "add", "raija", "--name", "Raija", "--role", "supervisor", "--quiet"] + fixture.signIn("paavo"))
        let ended = try fixture.call(Self.list, as: name, password: "väärä salasana")
        let told = name.isEmpty ? "kartoitin: staff list needs --as\n" : StaffAccountsFixture.wrong
        #expect(ended == ProgramResult(code: name.isEmpty ? 64 : 77, error: told))
    }

    @Test("Of wrong passwords that come at once none is lost; right ones at once all get in")
    func atOnce() throws {
        func start(_ password: String) throws -> RunningProgram {
            try program.start(
                Self.list + ["--as", "paavo", "--password-file", "-"], input: Data("\(password)\n".utf8))
        }
        let wrong = try (1...6).map { _ in try start("väärä salasana") }
        #expect(try wrong.map { try $0.wait().code } == [77, 77, 77, 77, 77, 77])
        #expect(try wrongPasswords() == ["6 0"])
        let right = try (1...2).map { _ in try start(StaffAccountsFixture.password) }
        #expect(try right.map { try $0.wait() } == [1, 2].map { _ in ProgramResult(code: 0, output: Self.listed) })
        #expect(try wrongPasswords() == ["0 0"])
    }

    @Test("A password file that others can read is refused, whatever is in it", arguments: [0o640, 0o604, 0o644])
    func rights(of file: Int) throws {
        let path = try program.write(StaffAccountsFixture.password + "\n", to: "open", rights: file)
        let told = "kartoitin: others can read \(path); take it from them with: chmod 600 \(path)\n"
        #expect(
            try program.call(Self.list + ["--as", "paavo", "--password-file", path])
                == ProgramResult(code: 65, error: told))
        #expect(
            try fixture.call(["staff", "password", "paavo", "--new-password-file", path], as: "paavo")
                == ProgramResult(code: 65, error: told))
        #expect(try wrongPasswords() == ["0 0"])
    }

    @Test("A password file that is missing, empty or no file is told")
    func badFiles() throws {
        let empty = try program.write("\n", to: "empty", rights: 0o600)
        let told = [
            program.path("nowhere"):
                "the password file \(program.path("nowhere")) cannot be read; check its path and its owner",
            empty: "there is no password in \(empty); write it to the first line",
            program.folder.path: "\(program.folder.path) is no file; give a file with the password in its first line",
        ]
        for (path, told) in told {
            #expect(
                try program.call(Self.list + ["--as", "paavo", "--password-file", path])
                    == ProgramResult(code: 65, error: "kartoitin: \(told)\n"))
        }
        #expect(
            try program.call(Self.list + ["--as", "paavo"])
                == ProgramResult(code: 64, error: "kartoitin: staff list needs --password-file\n"))
        #expect(
            try program.call(Self.list + ["--password-file", empty])
                == ProgramResult(code: 64, error: "kartoitin: staff list needs --as\n"))
    }

    @Test("There is no option and no variable of the environment that takes a password itself")
    func noOtherWay() throws {
        for name in ["KARTOITIN_PASSWORD", "PASSWORD", "KARTOITIN_AS"] {
            program.environment[name] = StaffAccountsFixture.password
        }
        #expect(try program.call(Self.list) == ProgramResult(code: 77, error: StaffAccountsFixture.whoAreYou))
        let ended = try program.call(Self.list + ["--as", "paavo", "--password", StaffAccountsFixture.password])
        #expect(ended.code == 64)
        #expect(ended.error == "kartoitin: unknown option --password\n")
    }

    @Test("The store keeps a yescrypt hash; the password is in none of its bytes, nor in any output")
    func nowhere() throws {
        try fixture.add("sirpa", "phone-service")
        let said = try [
            fixture.call(Self.list, as: "paavo"), fixture.call(Self.list, as: "sirpa"),
            fixture.call(["staff", "password", "paavo", "--new-password-file", "-"], as: "paavo", input: "lyhyt\n"),
            fixture.call(Self.list, as: "paavo", password: StaffAccountsFixture.password + "x"),
        ]
        for ended in said {
            #expect(!(ended.output + ended.error).contains("neljä") && !ended.error.contains("lyhyt\n"))
        }
        let hashes = try program.stored("SELECT password FROM staff")
        #expect(hashes.count == 2 && hashes.allSatisfy { $0.hasPrefix("$y$") })
        for text in [StaffAccountsFixture.password, StaffAccountsFixture.password(of: "sirpa"), "neljä sanaa"] {
            #expect(!fixture.storeHolds(text))
        }
        #expect(fixture.storeHolds("$y$"))
        let log = try program.stored("SELECT user_id || user_name || purpose || data FROM access_log")
        #expect(!log.isEmpty && log.allSatisfy { !$0.contains("neljä") })
    }

    // At a terminal.

    @Test(
        "On a terminal the name and the password are asked for; the password is neither shown nor in the process table"
    )
    func terminal() throws {
        let terminal = try fixture.terminal(Self.list)
        terminal.expect("Account: ")
        terminal.send("paavo\r")
        terminal.expect("Password (not shown as you type): ")
        terminal.send("\(StaffAccountsFixture.password)")
        terminal.collect(seconds: 0.5)
        for name in ["cmdline", "environ"] {
            let bytes = try #require(FileManager.default.contents(atPath: "/proc/\(terminal.process)/\(name)"))
            #expect(bytes.range(of: Data("neljä".utf8)) == nil)
        }
        terminal.send("\r")
        terminal.expect("paavo,Paavo Pääkäyttäjä,main-user,ready")
        #expect(terminal.exitStatus() == 0)
        #expect(!terminal.output.contains("sanaa"))
        #expect(terminal.isAsBefore)
    }

    @Test("With --as only the password is asked for; a wrong one is answered after a while, and asked for anew")
    func wrongAtTerminal() throws {
        let terminal = try fixture.terminal(Self.list + ["--as", "paavo"])
        terminal.expect("Password (not shown as you type): ")
        terminal.send("väärä salasana\r")
        terminal.expect("The account or the password is wrong, or the account is locked.")
        terminal.expect("Account: ")
        terminal.send("0\r")
        terminal.expect("kartoitin: nobody signed in; nothing was done")
        #expect(terminal.exitStatus() == 77)
        #expect(!terminal.output.contains("salasana"))
        #expect(terminal.isAsBefore)
    }

    @Test("Ctrl-C where the password is asked for ends without a trace of what was typed")
    func interrupted() throws {
        let terminal = try fixture.terminal(Self.list + ["--as", "paavo"])
        terminal.expect("Password (not shown as you type): ")
        terminal.send("neljä sanaa\u{3}\u{3}")
        terminal.expect("kartoitin: nobody signed in; nothing was done")
        #expect(terminal.exitStatus() == 130)
        #expect(!terminal.output.contains("sanaa"))
    }

    @Test("A desk of staff that nobody touches warns, ends and is wiped")
    func idle() throws {
        let terminal = try fixture.terminal([
            "demo", "professional", "--store", program.path("demo.sqlite"), "--language", "en", "--idle-end", "2",
        ])
        terminal.expect("Aino Esimerkki")
        terminal.expect("Otherwise we end in 1")
        terminal.expect("\u{1B}[3J")
        #expect(terminal.exitStatus() == 0)
        #expect(terminal.isAsBefore)
    }

    @Test("A new password is asked for twice at a terminal, and shown never")
    func newPasswordAtTerminal() throws {
        let terminal = try fixture.terminal(["staff", "password", "paavo", "--as", "paavo"])
        terminal.expect("Password (not shown as you type): ")
        terminal.send("\(StaffAccountsFixture.password)\r")
        terminal.expect("New password (not shown as you type): ")
        terminal.send("lyhyt\r")
        terminal.expect("The password is too short.")
        for prompt in ["New password (not shown as you type): ", "The same password once more: "] {
            terminal.expect(prompt)
            terminal.send("aivan uusi salasana\r")
        }
        terminal.expect("the password of paavo is set")
        #expect(terminal.exitStatus() == 0)
        for word in ["sanaa", "lyhyt", "aivan"] { #expect(!terminal.output.contains(word)) }
        #expect(try fixture.call(Self.list, as: "paavo", password: "aivan uusi salasana").code == 0)
    }
}
