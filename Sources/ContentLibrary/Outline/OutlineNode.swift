/// One line of an outline with the lines that belong to it.
struct OutlineNode: Equatable {
    /// The first word of the line.
    let key: String
    /// The rest of the line, without the spaces around it.
    let text: String
    /// 1 for the first line of the file.
    let line: Int
    var children: [OutlineNode] = []

    /// The text with the deeper lines joined to it: prose may be wrapped onto lines of its own.
    var prose: String { children.isEmpty ? text : proseLines.map(\.text).joined(separator: " ") }

    /// The lines that `prose` is made of.
    var proseLines: [(line: Int, text: String)] {
        (text.isEmpty ? [] : [(line, text)]) + children.flatMap { $0.wholeLines }
    }

    /// The text in words split at spaces.
    var words: [String] { text.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) } }

    /// Whether a line below has one of these keys. One that is indented too deep counts too: it is told by itself.
    func says(_ keys: [String]) -> Bool { children.contains { keys.contains($0.key) || $0.says(keys) } }

    /// What follows the key as a line of its own: `answer topic family` holds `topic family`. Nil where nothing does.
    var rest: OutlineNode? {
        let prose = prose
        let key = prose.prefix { $0 != " " && $0 != "\t" }
        let text = prose.dropFirst(key.count).drop { $0 == " " || $0 == "\t" }
        return key.isEmpty ? nil : OutlineNode(key: String(key), text: String(text), line: line)
    }

    private var wholeLines: [(line: Int, text: String)] {
        [(line, text.isEmpty ? key : "\(key) \(text)")] + children.flatMap { $0.wholeLines }
    }
}
