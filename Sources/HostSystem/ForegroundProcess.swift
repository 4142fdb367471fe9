import CHost
import Glibc

/// A program that talks on this program's own terminal while this one waits.
public enum ForegroundProcess {
    /// How a program came to its end.
    public enum End: Sendable, Hashable {
        /// It ended by itself, with this exit code.
        case exited(Int32)
        /// A signal ended it: a crash or a kill.
        case killed(signal: Int32)
        /// It has left the terminal to others, and ends by itself.
        case left(process: Int32)
    }

    /// What came of running one.
    public struct Run: Sendable {
        /// Nil if it could not be started.
        public let end: End?
        /// `true` if this program itself was told to end meanwhile.
        public let isToldToEnd: Bool
    }

    /// The descriptor on which a program that is started here tells news, in lines.
    public static let news: Int32 = 3

    /// Starts a program with the three streams and the session of this one, and waits until it ends or leaves the terminal.
    /// SIGINT and SIGTERM that come meanwhile are passed on as SIGTERM.
    ///
    /// - Parameters:
    ///   - hear: gets each line of its news; `false` says that it has left the terminal.
    ///   - meanwhile: called twice a second or more while it runs.
    public static func run(
        _ program: String, _ arguments: [String], environment: [String: String],
        hearing hear: (String) -> Bool = { _ in true }, meanwhile: () -> Void = {}
    ) -> Run {
        let signals = SignalCatcher()
        defer { signals.restore() }
        guard var line = NewsLine() else { return Run(end: nil, isToldToEnd: false) }
        defer { line.close() }
        guard let process = line.start(program, arguments, environment: environment) else {
            return Run(end: nil, isToldToEnd: signals.take())
        }
        var isToldToEnd = false
        while true {
            let heard = line.next()
            meanwhile()
            if signals.take() {
                isToldToEnd = true
                kill(process, SIGTERM)
            }
            for text in heard where !hear(text) {
                return Run(end: .left(process: process), isToldToEnd: isToldToEnd)
            }
            if let end = end(of: process) { return Run(end: end, isToldToEnd: isToldToEnd) }
        }
    }

    /// How a program ended; nil while it runs.
    private static func end(of process: pid_t) -> End? {
        var status: Int32 = 0
        let found = waitpid(process, &status, WNOHANG)
        if found == 0 || (found < 0 && errno == EINTR) { return nil }
        // Nobody is there any more to be waited for.
        guard found == process else { return .killed(signal: 0) }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// Whether a program that left the terminal still runs; looks after one that has ended.
    public static func isRunning(_ process: Int32) -> Bool { end(of: process) == nil }

    /// Asks the system to end this program (SIGTERM) when the one that started it ends.
    public static func endWithParent() { end_with_parent() }
}

/// The way on which a program that was started tells its news.
private struct NewsLine {
    private var reading: Int32
    private var writing: Int32
    private var rest: [UInt8] = []

    /// How long to wait for news before checking that the program still runs, in milliseconds.
    private static let patience: Int32 = 500

    init?() {
        guard let ends = ChildProcess.pipe() else { return nil }
        (reading, writing) = ends
    }

    mutating func start(_ program: String, _ arguments: [String], environment: [String: String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, writing, ForegroundProcess.news)
        let process = ChildProcess.start(program, arguments, environment: environment, actions: &actions)
        Glibc.close(writing)
        writing = -1
        return process
    }

    /// Whole lines that have come; none when the program has closed its end, or a while has passed.
    mutating func next() -> [String] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, reading < 0 ? 20 : Self.patience) > 0 else { return [] }
        let count = read(reading, &buffer, buffer.count)
        if count < 0, errno == EINTR { return [] }
        guard count > 0 else {
            // Its end is near; a pipe without a writer would only make us look again and again.
            Glibc.close(reading)
            reading = -1
            return []
        }
        rest += buffer.prefix(count)
        let parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        rest = Array(parts.last ?? [])
        return parts.dropLast().map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func close() {
        for descriptor in [reading, writing] where descriptor >= 0 { Glibc.close(descriptor) }
        (reading, writing) = (-1, -1)
    }
}
