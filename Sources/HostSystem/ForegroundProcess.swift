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
    }

    /// Starts a program with the three streams and the session of this one, and waits for its end. SIGINT and
    /// SIGTERM that come meanwhile are passed on as SIGTERM.
    ///
    /// - Returns: nil if it could not be started.
    public static func run(_ program: String, _ arguments: [String], environment: [String: String]) -> End? {
        let signals = SignalCatcher()
        defer { signals.restore() }
        guard let process = ChildProcess.start(program, arguments, environment: environment),
            let status = ChildProcess.waitStatus(
                of: process, interrupted: { if signals.take() { kill(process, SIGTERM) } })
        else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// Asks the system to end this program (SIGTERM) when the one that started it ends.
    public static func endWithParent() { end_with_parent() }
}
