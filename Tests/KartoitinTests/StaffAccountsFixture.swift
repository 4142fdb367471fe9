import Foundation
import TestSupport
import Testing

/// A store in operation: accounts with passwords, each in a file of its owner's.
final class StaffAccountsFixture {
    let program: CommandFixture
    /// Of the main user `paavo`.
    static let password = "neljä sanaa peräkkäin tässä"

    init() throws {
        program = try CommandFixture(languages: ["en"])
        try program.write("\(Self.password)\n", to: "paavo.password", rights: 0o600)
        try program.prepare([
            "store", "create", "--quiet", "--main-user", "paavo", "--name", "Paavo Pääkäyttäjä", "--password-file",
            program.path("paavo.password"),
        ])
    }

    /// Gives somebody an account; the password is the id, four times.
    func add(_ id: String, _ role: String) throws {
        let file = try program.write(Self.password(of: id) + "\n", to: "\(id).password", rights: 0o600)
        try program.prepare(
            ["staff", "add", id, "--name", "\(id) Esimerkki", "--role", role, "--new-password-file", file]
                + signIn("paavo"))
    }

    static func password(of id: String) -> String { "\(id) \(id) \(id) \(id)" }

    /// The options by which somebody signs in.
    func signIn(_ id: String) -> [String] { ["--as", id, "--password-file", program.path("\(id).password")] }

    /// Runs a command as somebody.
    func call(_ arguments: [String], as id: String, input: String = "") throws -> ProgramResult {
        try program.call(arguments + signIn(id), input: input)
    }

    /// Runs a command as somebody with a password typed into standard input.
    func call(_ arguments: [String], as id: String, password: String) throws -> ProgramResult {
        try program.call(arguments + ["--as", id, "--password-file", "-"], input: password + "\n")
    }

    func terminal(_ arguments: [String]) throws -> PseudoTerminal {
        let environment = program.environment.merging(["TERM": "xterm"]) { $1 }
        return try PseudoTerminal(KartoitinProgram.path, arguments, environment: environment, rows: 24, columns: 80)
    }

    /// Whether a text stands anywhere in the store's files.
    func storeHolds(_ text: String) -> Bool {
        ["", "-wal", "-shm"].contains { suffix in
            guard let bytes = FileManager.default.contents(atPath: program.store + suffix) else { return false }
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }

    static let wrong =
        "kartoitin: the name or the password is wrong, or the account is locked; "
        + "ten wrong passwords lock it, a main user opens it\n"
    static let whoAreYou =
        "kartoitin: this store is in operation: say who you are with --as ID and --password-file FILE\n"
}
