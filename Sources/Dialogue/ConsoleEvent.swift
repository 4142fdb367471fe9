/// What happens while a console waits for a line, for those who cannot see it.
public enum ConsoleEvent: Sendable, Hashable {
    /// The first key of a line: whatever is being read aloud should stop.
    case typingBegan
    /// The warning of an `IdleRule` is on the screen.
    case warningShown(TerminalText)
}
