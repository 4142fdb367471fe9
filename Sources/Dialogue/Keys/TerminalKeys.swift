/// Which keys a terminal's line understands.
public enum TerminalKeys: Sendable, Hashable, CaseIterable {
    /// A public terminal: text, Enter, Backspace, Delete, left, right, Home and End. All else does nothing.
    case kiosk
    /// The keys of a desk where one person works all day.
    ///
    /// | keys | do |
    /// |---|---|
    /// | up, down, Ctrl-P, Ctrl-N | earlier lines of this session, where `LineRequest.remembers` |
    /// | Ctrl-A, Ctrl-E, Ctrl-B, Ctrl-F | move as Home, End, left and right do |
    /// | Alt or Ctrl with left or right, Alt-B, Alt-F | move by a word |
    /// | Ctrl-D | deletes under the cursor; never ends the input, so that one press too many loses no call |
    /// | Ctrl-K, Ctrl-U | cut to the end, to the beginning of the line |
    /// | Ctrl-W, Alt-Backspace, Alt-D | cut the word before, before (to its punctuation), after the cursor |
    /// | Ctrl-Y | pastes what was cut last |
    /// | Tab | completes one of `LineRequest.completions`, or lists those that fit; never files |
    /// | Ctrl-C | drops the line being typed; on an empty line, replies `interrupted` |
    ///
    /// No key signals the process here either.
    case staff
}

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
