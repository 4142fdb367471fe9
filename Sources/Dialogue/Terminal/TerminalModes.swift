import CReadline
import Glibc

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
