import Foundation
import PseudoTerminals
import Storage

/// The real kiosk on a terminal of its own, in English; its standard error goes to a file, as the journal takes it.
final class FaultyVisit {
    /// What a visitor reads, word for word.
    enum Sentence {
        static let start = "I already have an appointment or a code"
        static let trouble =
            "The booking system is not working just now. What you typed is still on this screen. No appointment is booked."
        static let unsure =
            "The connection broke, and we do not know yet if this got through. What you typed is still on this screen. "
            + "Try again: nothing is done twice."
        static let closed =
            "Booking is closed just now. You can still find out which help fits, and whom to call."
        static let paused =
            "We are sorry: booking pauses just now. Your answers are still here. Try again in a moment, or call:"
        static let booked = "Your appointment is booked."
    }

    /// What the staff read, word for word.
    enum Remark {
        static let gone =
            "kartoitin: the database server does not answer; check that it runs and that this machine reaches it"
        static let turnedAway =
            "kartoitin: the database server answers, but does not let this login in; check login, password and database "
            + "in --store, and that the server has room for one more connection"
        static let back = "kartoitin: the database server answers again"
        static let full = "kartoitin: the disk is full; make room and try again, nothing was lost"
        static let newer =
            "kartoitin: the store was written by a newer version of kartoitin (schema 99, this one knows \(Schema.version)); "
            + "update the program"
    }

    /// From the first question to that of the name, then to the last one: an answer, and what is shown after it.
    static let walk = [
        ("family", "Who needs the help?"), ("me", "hardest"), ("parenting", "with the child right now?"),
        ("limits", "Book an appointment"), ("book", "How do you want to meet"), ("phone", "Choose a day"),
        ("1", "What is your name"),
    ]
    static let details = [
        ("Maija Testinen", "Which number can we reach you on?"), ("040 123 4567", "Tell us about your situation"),
        ("I am tired.", "I am tired."), ("", "Check your details"),
    ]

    private let terminal: PseudoTerminal
    private let log: URL

    /// - Parameter shows: the text that is waited for at its start.
    init(_ address: String, content: String, in folder: URL, shows: String = Sentence.start) throws {
        log = folder.appendingPathComponent("log-\(UUID().uuidString)")
        let own = ProcessInfo.processInfo.environment
        let environment = [
            "TERM": "xterm", "HOME": folder.path, "PATH": own["PATH"] ?? "", "SWIFT_BACKTRACE": "enable=no",
            "KARTOITIN_STORE": address, "KARTOITIN_CONTENT": content, "LOG": log.path,
        ]
        terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "exec \"$0\" kiosk --language en 2>\"$LOG\"", BuiltProgram.url.path],
            environment: environment, columns: 200)
        try see(shows)
    }

    /// The terminal goes away; so does the kiosk.
    deinit {
        terminal.hangUp()
        _ = terminal.exitStatus()
    }

    /// Waits until something is shown; a sentence fits on a line.
    func see(_ text: String, within seconds: Double = 20) throws {
        guard terminal.waitFor(text, within: seconds) else {
            throw DrillFailure("waited for \"\(text)\", saw: \(terminal.unexpected.suffix(1500))")
        }
    }

    func type(_ line: String, then text: String, within seconds: Double = 20) throws {
        try see("> ")
        terminal.type(line + "\r")
        try see(text, within: seconds)
    }

    /// Types a line whose answer may be one of several.
    func answer(_ line: String) { terminal.type(line + "\r") }

    /// Waits until one of several texts is shown, and says which.
    func seeOne(of texts: [String], within seconds: Double = 60) throws -> String {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            terminal.collect(seconds: 0.1)
            if let shown = texts.first(where: terminal.unexpected.contains) {
                try see(shown)
                return shown
            }
        }
        throw DrillFailure("waited for one of \(texts), saw: \(terminal.unexpected.suffix(1500))")
    }

    func type(_ walk: [(String, String)]) throws {
        for (line, text) in walk { try type(line, then: text) }
    }

    /// Agrees to what the last screen shows, and sees the booking made.
    ///
    /// - Returns: the code that was promised.
    func book() throws -> String {
        try type("ok", then: Sentence.booked)
        return try reference()
    }

    /// Leaves the confirmation and the empty screen after it.
    func end(then text: String) throws {
        try type("done", then: "last four digits")
        try type("", then: text)
    }

    /// The same after trouble.
    func bookAgain() throws -> String {
        try type("again", then: Sentence.booked)
        return try reference()
    }

    private func reference() throws -> String {
        try see("Booking code: ")
        terminal.collect(seconds: 0.2)
        return String(terminal.unexpected.prefix(9))
    }

    /// Compares what the staff could read so far with what they should have read.
    func expectRemarks(_ wanted: [String]) throws {
        // What a visit tells reaches the journal a moment after the screen has changed.
        let deadline = ContinuousClock.now + .seconds(3)
        var found = try remarks()
        while found != wanted, ContinuousClock.now < deadline {
            Thread.sleep(forTimeInterval: 0.05)
            found = try remarks()
        }
        if found != wanted { throw DrillFailure("the staff read: \(found) instead of \(wanted)") }
    }

    /// All that the staff could read so far.
    func remarks() throws -> [String] {
        try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Everything that was on the screen.
    var screen: String { terminal.output }

    /// Tells it to end, as systemd does, and gives its exit status.
    func terminate() -> Int32? {
        terminal.signal(SIGTERM)
        return terminal.exitStatus(within: 10)
    }
}
