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
