public import SocialServices

/// A fault in a content file, told so that its author can mend it: where, and what is wrong.
public struct ContentFault: Error, Sendable, Hashable {
    /// The file's path below the content folder, for example `words/fi/families.txt`.
    public let file: String
    /// 1 for the first line; 0 where the fault is the whole file's.
    public let line: Int
    /// Lower case, without a full stop.
    public let message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `file:line: message`, as compilers print it.
    public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}

/// Something in a content file that is worth a look and is no fault: the content may be published with it.
public struct ContentRemark: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// What is told may no longer hold, or is not known yet.
        case fact
        /// A word or a sentence of this language may be hard to read.
        case plainLanguage(Language)
    }

    public let kind: Kind
    /// The file's path below the content folder.
    public let file: String
    /// 1 for the first line.
    public let line: Int
    /// Lower case, without a full stop.
    public let message: String

    /// `note: file:line: message`.
    public var description: String { "note: \(file):\(line): \(message)" }
}
