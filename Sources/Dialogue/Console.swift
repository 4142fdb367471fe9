/// Somebody to talk with, line by line.
///
/// Plain lines from top to bottom: nothing is redrawn above the prompt, so a screen reader and a transcript
/// hold the same. A console belongs to one thread.
public protocol Console: AnyObject {
    /// Width to lay text out for, in columns. May change between two calls.
    var columns: Int { get }
    /// How many lines a person sees at once; nil where nothing leaves the top, as on a pipe. May change between two calls.
    var rows: Int? { get }
    /// Whether a person is at the other end, and not a pipe.
    var isInteractive: Bool { get }
    /// Prints the blocks, wrapped, each from the beginning of a line.
    func show(_ blocks: [TextBlock])
    /// Waits for one line.
    func ask(_ request: LineRequest) -> Reply
    /// Waits without asking for anything. What is typed meanwhile answers no question and is dropped.
    ///
    /// - Returns: `timedOut` when the seconds are over, else `endOfInput` or `interrupted` as soon as that comes.
    func rest(seconds: Double) -> Reply
    /// Told, on the same thread and inside `ask`, what happens meanwhile. It must not talk with the console.
    var observer: ((ConsoleEvent) -> Void)? { get set }
    /// Takes what was shown and typed out of sight and out of reach of the next person.
    func wipe()
}

extension Console {
    /// A console without keys has nothing to tell, and need not keep anybody to tell it to.
    public var observer: ((ConsoleEvent) -> Void)? {
        get { nil }
        set {}
    }
}

/// What happens while a console waits for a line, for those who cannot see it.
public enum ConsoleEvent: Sendable, Hashable {
    /// The first key of a line: whatever is being read aloud should stop.
    case typingBegan
    /// The warning of an `IdleTimeout` is on the screen.
    case warningShown(TerminalText)
}
