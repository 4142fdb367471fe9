/// What came of asking. Only `line` is an answer.
public enum Reply: Sendable, Hashable {
    /// Without its newline, otherwise as typed: surrounding spaces and control characters are kept, since
    /// making text safe is for printing (`TerminalText`).
    case line(String)
    /// The input has ended or the terminal has hung up. Every later ask replies the same.
    case endOfInput
    /// The process was told to stop (SIGINT or SIGTERM, or Ctrl-C among `TerminalKeys.staff`). Asking again
    /// is possible.
    case interrupted
    /// Nobody touched a key, not even after the warning (`LineRequest.idle`). Asking again is possible.
    case timedOut
    /// The line was not valid UTF-8. It is not repaired: nobody knows what was meant.
    case notUTF8
    /// More than `LineRequest.longest`. Carries all that was typed, up to `Reply.mostBytes`.
    case tooLong(typed: String)

    /// Bytes of one line that are kept. What goes beyond is dropped, and the line is `tooLong`.
    public static let mostBytes = 1_000_000

    /// - Parameter wasCut: whether bytes beyond `mostBytes` were dropped.
    init(bytes: [UInt8], wasCut: Bool, longest: Int) {
        let whole = wasCut ? bytes.dropLast(UTF8Tail.unfinished(in: bytes)) : bytes[...]
        guard let text = String(validating: whole, as: UTF8.self) else {
            self = .notUTF8
            return
        }
        self.init(text: text, wasCut: wasCut, longest: longest)
    }

    init(text: String, wasCut: Bool, longest: Int) {
        // A text has no more Characters than bytes: most answers need no counting.
        let isTooLong = wasCut || (text.utf8.count > longest && text.count > longest)
        self = isTooLong ? .tooLong(typed: text) : .line(text)
    }
}

extension Reply: ExpressibleByStringLiteral {
    /// A string literal is a `line`: scripts of answers read better so.
    public init(stringLiteral text: String) {
        self = .line(text)
    }
}
