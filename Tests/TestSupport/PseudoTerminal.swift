public import CReadline  // owner of termios and winsize, as Swift sees it
import Foundation
import Synchronization
public import Testing

/// A program on a terminal of its own, to type at and to read from.
///
/// The terminal controls the program's session, as a real one does: Ctrl-C would signal it, and closing the
/// terminal hangs it up. Nothing runs in the background; output is collected while something is sent or
/// expected, so a long input cannot block on a full output.
public final class PseudoTerminal {
    public enum Failure: Error {
        case noTerminal(errno: Int32)
        case notStarted(String, errno: Int32)
    }

    /// POSIX_SPAWN_SETSID, _SETSIGMASK and _SETSIGDEF of glibc; Swift does not import the first.
    private static let newSessionAndSignals: Int16 = 0x80 | 0x08 | 0x04

    /// Held from `openpty` until its descriptors are marked as not to be inherited: a terminal that the
    /// program of another test holds as well does not hang up.
    private static let starting = Mutex(())

    private var master: Int32
    private let process: pid_t
    private var received = Data()
    private var consumed = 0
    private var status: Int32?

    /// The terminal's modes before the program started.
    public let originalModes: termios

    public init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = ["TERM": "xterm"],
        rows: Int = 50, columns: Int = 200
    ) throws {
        (master, originalModes, process) = try Self.starting.withLock { _ in
            var (master, slave): (Int32, Int32) = (-1, -1)
            var name = [CChar](repeating: 0, count: 128)
            var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
            guard openpty(&master, &slave, &name, nil, &size) == 0 else {
                throw Failure.noTerminal(errno: errno)
            }
            defer { close(slave) }
            _ = fcntl(master, F_SETFD, FD_CLOEXEC)
            _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
            _ = fcntl(master, F_SETFL, O_NONBLOCK)
            var modes = termios()
            tcgetattr(master, &modes)
            do {
                let process = try Self.spawn(program, arguments, environment, terminal: name)
                return (master, modes, process)
            } catch {
                close(master)
                throw error
            }
        }
    }

    deinit {
        if master >= 0 { close(master) }
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    private static func spawn(
        _ program: String, _ arguments: [String], _ environment: [String: String], terminal: [CChar]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session leader opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, newSessionAndSignals)
        // The threads that run tests block all signals, and a shell may have had some ignored.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)

        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for copy in words + variables { free(copy) } }
        var process = pid_t()
        let failure = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
        guard failure == 0 else { throw Failure.notStarted(program, errno: failure) }
        return process
    }

    // MARK: - Typing

    public func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// - Parameter seconds: how long the program may take to accept it all.
    public func send(_ bytes: [UInt8], within seconds: Double = 30) {
        var rest = bytes[...]
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !rest.isEmpty, ContinuousClock.now < deadline {
            wait(for: POLLIN | POLLOUT, milliseconds: 100)
            receive()
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) }
        }
        if !rest.isEmpty { Issue.record("\(rest.count) bytes were not accepted in \(seconds) s") }
    }

    public func resize(rows: Int = 50, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Closes the terminal under the program.
    public func hangUp() {
        close(master)
        master = -1
    }

    public func signal(_ number: Int32) {
        kill(process, number)
    }

    // MARK: - Reading

    /// All that the program has written so far.
    public var output: String { String(decoding: received, as: UTF8.self) }

    /// What it has written since the text last expected.
    public var unexpected: String { String(decoding: received.dropFirst(consumed), as: UTF8.self) }

    /// Waits until the text comes after the one last expected. Records an issue if it does not.
    @discardableResult
    public func expect(
        _ text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Bool {
        let deadline = ContinuousClock.now + .seconds(seconds)
        repeat {
            if let found = received.range(of: Data(text.utf8), in: consumed..<received.count) {
                consumed = found.upperBound
                return true
            }
            wait(for: POLLIN, milliseconds: 100)
            guard receive() else { break }
        } while ContinuousClock.now < deadline
        if received.range(of: Data(text.utf8), in: consumed..<received.count) != nil {
            return expect(text, within: 0)
        }
        Issue.record(
            "expected \(text.debugDescription), got \(unexpected.suffix(2000).debugDescription)",
            sourceLocation: sourceLocation)
        return false
    }

    /// Collects what comes for a while: for tests that something does not happen.
    public func collect(seconds: Double) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            wait(for: POLLIN, milliseconds: 20)
            receive()
        }
    }

    /// The program's exit status, 128 and up for a signal; nil if it is still running after the time.
    public func exitStatus(within seconds: Double = 20) -> Int32? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while status == nil, ContinuousClock.now < deadline {
            if master >= 0 {
                wait(for: POLLIN, milliseconds: 20)
                receive()
            } else {
                usleep(20_000)
            }
            var raw: Int32 = 0
            if waitpid(process, &raw, WNOHANG) == process {
                status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
            }
        }
        return status
    }

    /// The terminal's modes now.
    public var modes: termios {
        var modes = termios()
        tcgetattr(master, &modes)
        return modes
    }

    /// Whether the modes are those before the program started.
    public var isAsBefore: Bool {
        // Their descriptions: the bytes have gaps between them that hold anything.
        String(describing: modes) == String(describing: originalModes)
    }

    /// False once the program has closed its end.
    @discardableResult
    private func receive() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(master, &chunk, chunk.count)
            if count <= 0 { return count < 0 && errno == EAGAIN }
            received.append(contentsOf: chunk.prefix(count))
        }
    }

    private func wait(for events: Int32, milliseconds: Int32) {
        var waiting = pollfd(fd: master, events: Int16(events), revents: 0)
        _ = poll(&waiting, 1, milliseconds)
    }
}
