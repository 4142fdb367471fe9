/// Where something of the tree was written.
public struct ContentLocation: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case question
        case outcome
        case ready
    }

    public let kind: Kind
    /// Path below the content folder.
    public let file: String
    /// 1 for the first line.
    public let line: Int
}

extension ContentLocation {
    /// Where a top-level line of a tree file stands; nil where it names nothing.
    init?(_ node: OutlineNode, file: String) {
        guard let kind = Kind(rawValue: node.key) else { return nil }
        self.init(kind: kind, file: file, line: node.line)
    }
}

/// A mention of something that another file defines; linking tells the ones that dangle.
struct Reference {
    enum Target: Equatable {
        case service(String)
        case appointment(String)
        /// An appointment that an outcome books, so that it must be open to all.
        case booked(String)
        case contact(String)
        case ready(String)
        case outcome(String)
        case named(Words.NameKind, String)
        case answer(question: String, options: [String])
    }

    let target: Target
    let file: String
    let line: Int

    init(to target: Target, file: String, line: Int) {
        self.target = target
        self.file = file
        self.line = line
    }
}
