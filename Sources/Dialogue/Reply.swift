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
    /// The line was not valid UTF-8. It is not repaired: what was meant is not known.
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

    package init(text: String, wasCut: Bool, longest: Int) {
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

/// Characters that have come only in part.
enum UTF8Tail {
    /// How many bytes at the end begin a UTF-8 scalar without finishing it: 0...3.
    static func unfinished(in bytes: some BidirectionalCollection<UInt8>) -> Int {
        for (count, byte) in zip(1...3, bytes.reversed()) where byte & 0xC0 != 0x80 {
            return count < length(leadBy: byte) ? count : 0
        }
        return 0
    }

    /// Bytes of the scalar that this byte begins: 1...4; 1 also for a byte that begins none.
    static func length(leadBy byte: UInt8) -> Int {
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
