/// Why a terminal cannot be talked with.
public enum ReadlineConsoleError: Error, Equatable, CustomStringConvertible {
    /// Another `ReadlineConsole` is open: readline has one line in a process.
    case alreadyOpen
    /// The locale's codeset, such as `ANSI_X3.4-1968`, would lose letters.
    case notUTF8(codeset: String)
    /// Standard input has no terminal modes.
    case notATerminal

    public var description: String {
        switch self {
        case .alreadyOpen: "another console is open on this terminal"
        case .notUTF8(let codeset): "the locale's character set is \(codeset), not UTF-8"
        case .notATerminal: "standard input is not a terminal"
        }
    }
}
