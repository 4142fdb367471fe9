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

extension ContentFault: Comparable {
    /// By file and line.
    public static func < (left: ContentFault, right: ContentFault) -> Bool {
        (left.file, left.line, left.message) < (right.file, right.line, right.message)
    }
}

/// Something in a content file that is worth a look and is no fault: the content may be published with it.
public struct ContentRemark: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// What is told may no longer hold, or is not known yet.
        case fact
        /// Something that no visitor ever sees.
        case unused
        /// A language says less than the others, or more.
        case translation
        /// A story names what does not exist yet.
        case story
        /// A language that is begun and not offered yet.
        case begun
        /// What is wrong or missing in a language that is begun.
        case draft(Language)
        /// A word or a sentence of this language may be hard to read.
        case plainLanguage(Language)

        /// `true` if a county must mend it before it opens.
        public var mustBeMendedToOpen: Bool {
            switch self {
            case .fact, .unused, .translation, .story: true
            case .begun, .draft, .plainLanguage: false
            }
        }
    }

    public let kind: Kind
    /// The file's path below the content folder.
    public let file: String
    /// 1 for the first line; 0 where it is about the whole file or folder.
    public let line: Int
    /// Lower case, without a full stop.
    public let message: String

    /// As a fault, where it must be mended.
    public var fault: ContentFault { ContentFault(file: file, line: line, message: message) }

    /// `note: file:line: message`.
    public var description: String { "note: \(fault.description)" }
}
