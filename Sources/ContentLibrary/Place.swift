/// Where something of the tree was written.
public struct Place: Sendable, Hashable {
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

/// A mention of something that another file defines; linking tells the ones that dangle.
struct Reference {
    enum Target: Equatable {
        case service(String)
        case appointment(String)
        case contact(String)
        case ready(String)
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
