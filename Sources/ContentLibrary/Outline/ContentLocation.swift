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
    /// Where a top-level line of a tree file stands; nil if it names nothing.
    init?(_ node: OutlineNode, file: String) {
        guard let kind = Kind(rawValue: node.key) else { return nil }
        self.init(kind: kind, file: file, line: node.line)
    }
}
