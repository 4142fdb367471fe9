public import Foundation
import HostSystem
import Synchronization

/// Speech by speech-dispatcher, through its program `spd-say`.
///
/// The text goes to the program's standard input (`-e`): as an argument everybody on the machine could read
/// it in the list of processes. It is never taken for SSML, since `-x` is not given, nor for an order to the
/// daemon (`SpokenText`). Each call first cancels what the daemon still has to say (`-C`).
///
/// Where the program is missing, fails or hangs, nothing is heard and nothing else happens.
public final class SpdSay: Speaker {
    private struct State {
        /// The latest child, until it is waited for. Those before it were killed.
        var running: pid_t?
        /// Whether something may be being said.
        var isSpeaking = false
        var hasFailed = false
    }

    private let program: String?
    private let environment: [String: String]
    private let patience: Double
    private let state = Mutex(State())

    /// - Parameters:
    ///   - environment: its `PATH` is searched; the program gets all of it.
    ///   - patience: seconds that handing over a text may take, a start of the daemon included. Then the
    ///     program is killed.
    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment, patience: Double = 10
    ) {
        program = ProgramSearch.find("spd-say", path: environment["PATH"] ?? "")
        self.environment = environment
        self.patience = patience
    }

    /// Whether the program was found and has not failed the last time.
    public var isAvailable: Bool {
        program != nil && state.withLock { !$0.hasFailed }
    }

    public func say(_ texts: [String], language: String) {
        let text = SpokenText.make(from: texts)
        guard !text.isEmpty else { return stop() }
        start(["-C", "-e"] + (Self.isLanguage(language) ? ["-l", language] : []), input: text, speaks: true)
    }

    public func stop() {
        guard state.withLock({ $0.isSpeaking }) else { return }
        start(["-C"], input: "", speaks: false)
    }

    /// The newest word counts: a child that has not come to its end is killed, and the new one cancels what
    /// it may have handed over. So nothing is ever waited for, and nothing overtakes.
    private func start(_ arguments: [String], input: String, speaks: Bool) {
        guard let program else { return }
        let child = state.withLock { state in
            if let running = state.running { kill(running, SIGKILL) }
            let child = ChildProcess.startDetached(program, arguments, input: input, environment: environment)
            state.running = child
            state.isSpeaking = speaks && child != nil
            if child == nil { state.hasFailed = true }
            return child
        }
        guard let child else { return }
        Thread.detachNewThread { self.waitFor(child) }
    }

    /// Waits for the child's end, and brings it about when patience has.
    private func waitFor(_ child: pid_t) {
        let deadline = ContinuousClock.now + .seconds(patience)
        while !hasEnded(child) {
            if ContinuousClock.now > deadline { kill(child, SIGKILL) }
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    /// Under the lock, so that no process is killed whose number is another's already.
    private func hasEnded(_ child: pid_t) -> Bool {
        state.withLock { state in
            var status: Int32 = 0
            let ended = waitpid(child, &status, WNOHANG)
            if ended == 0 || (ended < 0 && errno == EINTR) { return false }
            if state.running == child {
                state.running = nil
                state.hasFailed = status != 0
            }
            return true
        }
    }

    /// A code of letters, digits and hyphens; anything else could be an order to the daemon.
    private static func isLanguage(_ code: String) -> Bool {
        (1...35).contains(code.utf8.count)
            && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}
