import Foundation
import TestSupport
import Testing

/// The real kiosk on terminals of their own, in English, with times of one professional to book.
final class TerminalKioskFixture {
    let program: CommandFixture
    static let start = "I already have an appointment or a code"
    static let wipe = "\u{1B}[3J"
    /// From the first question to that of the name.
    static let walk = [
        ("family", "Who needs the help?"), ("me", "hardest"), ("parenting", "with the child right now?"),
        ("limits", "Enter: more"), ("book", "How do you want to meet"), ("phone", "Choose a day"),
        ("1", "What is your name"),
    ]

    init(until: String = "2031-01-13T09:15") throws {
        program = try CommandFixture(languages: ["en"])
        try program.makeStore()
        try program.open("aino", at: "2031-01-13T09:00", "--until", until, "--method", "phone")
    }

    func environment(_ own: [String: String] = [:]) -> [String: String] {
        program.environment.merging(["TERM": "xterm"]) { $1 }.merging(own) { $1 }
    }

    /// At the first question.
    func kiosk(_ options: [String] = [], _ own: [String: String] = [:]) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            KartoitinProgram.path, ["kiosk", "--language", "en"] + options, environment: environment(own), rows: 24,
            columns: 80)
        terminal.expect(Self.start)
        terminal.expect("> ")
        return terminal
    }

    /// Types lines, each once the program has asked for it.
    static func type(_ lines: [(String, String)], on terminal: PseudoTerminal) {
        for (line, text) in lines {
            terminal.send(line + "\r")
            terminal.expect(text)
            terminal.expect("> ")
        }
    }
}
