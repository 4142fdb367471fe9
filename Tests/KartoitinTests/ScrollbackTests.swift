import Foundation
import TestSupport
import Testing

/// A terminal that remembers: tmux with a server of its own.
private final class Tmux {
    private let name = "kartoitin-\(UUID().uuidString)"
    private let environment: [String: String]
    private let configuration: String

    init(_ program: String, in fixture: CommandFixture) throws {
        environment = fixture.environment.merging(["TMUX_TMPDIR": fixture.folder.path, "TERM": "xterm"]) { $1 }
        configuration = fixture.path("tmux.conf")
        try Data("set -g history-limit 50000\nset -g remain-on-exit on\n".utf8).write(
            to: URL(filePath: configuration))
        try run("new-session", "-d", "-x", "80", "-y", "24", program)
    }

    deinit { _ = try? run("kill-server") }

    /// Not by `Process`: what that waits by would be held open by the server.
    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let call = try PseudoTerminal(
            "/usr/bin/tmux", ["-u", "-L", name, "-f", configuration] + arguments, environment: environment)
        #expect(call.exitStatus() == 0, "\(arguments): \(call.output)")
        return call.output.replacing("\r\n", with: "\n")
    }

    /// Types a line.
    func type(_ line: String) throws {
        if !line.isEmpty { try run("send-keys", "-l", "--", line) }
        try run("send-keys", "Enter")
    }

    /// The screen and all that has gone up from it.
    func history() throws -> String { try run("capture-pane", "-p", "-J", "-S", "-") }

    /// Waits until the last line is a prompt and the history has so many of some words.
    func expect(_ text: String, times: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let deadline = Date() + 30
        var seen = ""
        repeat {
            seen = try history()
            let last = seen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } ?? ""
            if last.hasPrefix(">"), last.dropFirst().allSatisfy(\.isWhitespace),
                seen.components(separatedBy: text).count > times
            {
                return
            }
            usleep(20_000)
        } while Date() < deadline
        Issue.record("expected \(text), got \(seen.suffix(1500))", sourceLocation: sourceLocation)
    }
}

@Suite("What a terminal remembers of a visitor")
struct ScrollbackTests {
    private let fixture: TerminalKioskFixture

    init() throws { fixture = try TerminalKioskFixture() }

    @Test("Own text, reference and phone number are gone from the screen and the scrollback after the visit")
    func tmux() throws {
        let tmux = try Tmux("exec '\(KartoitinProgram.path)' kiosk --language en", in: fixture.program)
        try tmux.expect(TerminalKioskFixture.start)
        let details = [
            ("Åke Salainen", "reach you on?"), ("040 765 4321", "own words"), ("Salaisuus on tämä", "Salaisuus"),
            ("", "Check your details"), ("hope", "hope"), ("Lepoa", "Check your details"), ("ok", "Booking code: "),
        ]
        for (line, text) in TerminalKioskFixture.walk + details {
            try tmux.type(line)
            try tmux.expect(text)
        }
        let before = try tmux.history()
        let found = try #require(before.components(separatedBy: "Booking code: ").last)
        let secrets = [String(found.prefix(9)), "Salainen", "Salaisuus", "Lepoa", "765 4321"]
        for secret in secrets { #expect(before.contains(secret), "\(secret)") }
        // More than the screen holds: some of it is in the scrollback.
        #expect(before.split(separator: "\n").count > 24)
        try tmux.type("done")
        try tmux.expect("last four digits")
        let cleared = try tmux.history()
        for secret in secrets { #expect(!cleared.contains(secret), "\(secret) in \(cleared)") }
        try tmux.type("")
        try tmux.expect(TerminalKioskFixture.start)
        let after = try tmux.history()
        for secret in secrets { #expect(!after.contains(secret), "\(secret) in \(after)") }
    }
}
