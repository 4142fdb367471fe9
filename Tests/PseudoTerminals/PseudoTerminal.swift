public import CReadline  // owner of termios and winsize, as Swift sees it
import CSpawn
import Foundation
import HostSystem
import Synchronization

/// A program on a terminal of its own, to type at and to read from.
///
/// The terminal controls the program's session, as a real one does: Ctrl-C would signal it, and closing the
/// terminal hangs it up. Nothing runs in the background; output is collected while something is typed or
/// waited for, so a long input cannot block on a full output.
public final class PseudoTerminal {
    public enum Failure: Error {
        case noTerminal(errno: Int32)
        case notStarted(String)
    }

    /// Held from `openpty` until its descriptors are marked as not to be inherited: a terminal that the program of another
    /// test holds as well does not hang up.
    private static let starting = Mutex(())

    var master: Int32
    /// The program's number.
    public let process: Int32
    var received = Data()
    var consumed = 0
    var status: Int32?

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
        // Foundation sees that another child has ended by a file that no process holds open any more.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        // The threads that run tests block all signals, and a shell may have had some ignored.
        let process = ChildProcess.start(
            program, arguments, environment: environment, flags: ChildProcess.newSession, actions: &actions)
        guard let process else { throw Failure.notStarted(program) }
        return process
    }
}
