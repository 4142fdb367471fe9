import Foundation
import TestSupport
import Testing

/// The real kiosk on a terminal, whose standard error goes to a file as the journal takes it.
final class KioskOutageFixture {
    let program: CommandFixture

    init(languages: [String] = ["en"]) throws {
        program = try CommandFixture(languages: languages)
        program.environment["TERM"] = "xterm"
    }

    static let start = "I already have an appointment or a code"
    static let closed = "Booking is closed just now. You can still find out which help fits, and whom to call."
    static let paused =
        "We are sorry: booking pauses just now. Your answers are still here. Try again in a moment, or call:"
    /// To an outcome with a time to book, and to an urgent one.
    static let toOutcome = [
        ("family", "Who needs the help?"), ("me", "hardest"), ("parenting", "with the child right now?"),
        ("limits", "Book an appointment"),
    ]

    var content: URL { program.folder.appending(path: "Content") }

    /// - Parameter store: its address; the fixture's own if nil.
    func terminal(
        store: String? = nil, language: String? = "en", options place: String = "", shell: String = "",
        log: String = "log",
        program path: String = KartoitinProgram.path
    ) throws -> PseudoTerminal {
        var environment = program.environment
        environment["LOG"] = program.path(log)
        if let store { environment["KARTOITIN_STORE"] = store }
        let options = (language.map { " --language \($0)" } ?? "") + " \(place)"
        return try PseudoTerminal(
            "/bin/sh", ["-c", "\(shell) exec \"$0\" kiosk\(options) 2>\"$LOG\"", path],
            environment: environment, rows: 40, columns: 200)
    }

    /// What the staff have read so far.
    func journal(_ name: String = "log") throws -> [String] {
        try String(contentsOfFile: program.path(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Waits for what the staff read, and compares it with what they should.
    func expectJournal(_ wanted: [String], _ name: String = "log") throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while try journal(name).count < wanted.count, .now < deadline { usleep(20_000) }
        #expect(try journal(name) == wanted)
    }

    /// Waits for what the staff read last.
    func expectLast(_ wanted: String) throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while try journal().last != wanted, .now < deadline { usleep(20_000) }
        #expect(try journal().last == wanted)
    }

    /// From the first question to an outcome, to booking that pauses, and back; then urgent help.
    func walk(_ terminal: PseudoTerminal) {
        terminal.expect("> ")
        TerminalKioskFixture.type(Self.toOutcome, on: terminal)
        #expect(!terminal.output.contains("Next available appointment") && !terminal.output.contains("no free times"))
        TerminalKioskFixture.type(
            [
                ("book", Self.paused), ("again", Self.paused), ("back", "Book an appointment"),
                ("!", "call 112 now"),
            ],
            on: terminal)
    }

    /// Replaces a line of a file of the content, or of another folder.
    func edit(_ file: String, _ line: String, with other: String, of folder: URL? = nil) throws {
        let file = (folder ?? content).appending(path: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(line))
        // As an editor does: the file is never half there.
        try Data(text.replacing(line, with: other).utf8).write(to: file, options: .atomic)
    }
}

/// A server that takes connections and never says a word.
final class SilentServer {
    private let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let port: UInt16

    init() throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        // The system itself takes connections, as long as nobody else does.
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 100) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        try #require(isListening)
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(listener) }
}
