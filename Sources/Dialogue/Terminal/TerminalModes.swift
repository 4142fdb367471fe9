import CReadline
public import Foundation
import Glibc
import HostSystem

/// A terminal's modes as they were, to be given back.
struct TerminalModes {
    private let descriptor: Int32
    private let original: termios

    /// Makes the terminal hand over single bytes, with no echo and no key that signals.
    ///
    /// - Parameter dropsTypedAhead: whether keys that were pressed before are dropped.
    init(makingRaw descriptor: Int32, dropsTypedAhead: Bool) throws(ReadlineConsoleError) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { throw .notATerminal }
        self.descriptor = descriptor
        original = modes
        terminal_make_raw(&modes)
        guard tcsetattr(descriptor, dropsTypedAhead ? TCSAFLUSH : TCSADRAIN, &modes) == 0 else { throw .notATerminal }
    }

    /// Drops what was typed ahead, so that it does not reach the shell.
    func restore() {
        var modes = original
        tcsetattr(descriptor, TCSAFLUSH, &modes)
    }
}

/// The terminal as it was before something else was let at it: for a program whose child talks on the same
/// terminal and may be killed, which leaves the terminal as the child had it.
///
///     let state = TerminalState()   // before the child starts
///     …                             // the child is dead
///     state?.restore()
public struct TerminalState: Sendable {
    private let input: Int32 = STDIN_FILENO
    private let modes: termios

    /// Remembers the modes of the standard input; nil if it is not a terminal.
    public init?() {
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return nil }
        self.modes = modes
    }

    /// Makes the terminal deaf from now on: nothing typed is shown, and no key signals anybody. For the moments
    /// between two programs that set modes of their own.
    public func makeDeaf() {
        var modes = modes
        terminal_make_raw(&modes)
        tcsetattr(input, TCSAFLUSH, &modes)
    }

    /// Gives the modes back, drops what was typed ahead, turns bracketed paste off, shows the cursor, and
    /// clears the screen and its scrollback. A dumb terminal gets empty lines instead of codes. Does not wait
    /// for a terminal that has stopped its output, nor for one that has hung up.
    public func restore(environment: [String: String] = ProcessInfo.processInfo.environment) {
        giveBack()
        let output = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : input
        let size = terminal_size(output)
        let text =
            EscapeCode.areUnknown(in: environment)
            ? EscapeCode.emptyLines(rows: Int(size.ws_row))
            : EscapeCode.pasteOff + EscapeCode.showCursor + EscapeCode.wipe
        var writer = ByteWriter(descriptor: output)
        writer.write(text)
    }

    /// Shows a few lines on a cleared terminal, where no other program has anything to show.
    public func show(_ lines: [String], environment: [String: String] = ProcessInfo.processInfo.environment) {
        restore(environment: environment)
        var writer = ByteWriter(descriptor: isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : input)
        // The terminal as it is between two programs adds no return to a new line.
        writer.write(lines.map { TerminalText($0).plain + "\r\n" }.joined())
    }

    /// Gives the modes back and drops what was typed ahead. What is on the screen stays.
    public func giveBack() {
        // A program in the background is stopped when it sets modes, unless it blocks the signal; and the
        // child may have left this one there.
        var stop = sigset_t()
        var earlier = sigset_t()
        sigemptyset(&stop)
        sigaddset(&stop, SIGTTOU)
        pthread_sigmask(SIG_BLOCK, &stop, &earlier)
        defer { pthread_sigmask(SIG_SETMASK, &earlier, nil) }
        // Ctrl-S may have stopped the output, which would keep the writing below waiting.
        tcflow(input, TCOON)
        var modes = modes
        tcsetattr(input, TCSANOW, &modes)
        tcflush(input, TCIFLUSH)
    }
}

/// Orders to a terminal. Sources: ECMA-48; xterm (scrollback, cursor, bracketed paste).
enum EscapeCode {
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    static let showCursor = "\u{1B}[?25h"
    /// Styles off, home, screen, scrollback: in this order, since clearing the screen moves it into the
    /// scrollback of some terminals.
    static let wipe = "\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J"

    /// Whether the terminal understands none of them.
    static func areUnknown(in environment: [String: String]) -> Bool {
        ["", "dumb"].contains(environment["TERM"] ?? "")
    }

    /// Puts what stood on the screen out of sight where nothing can be cleared.
    static func emptyLines(rows: Int) -> String {
        String(repeating: "\n", count: max(rows, 100))
    }
}
