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
    var prose: String {
        ([text] + children.map { $0.wholeLine }).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The text in words split at spaces.
    var words: [String] { text.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) } }

    /// What follows the key as a line of its own: `answer topic family` holds `topic family`. Nil where nothing does.
    var rest: OutlineNode? {
        let prose = prose
        let key = prose.prefix { $0 != " " && $0 != "\t" }
        let text = prose.dropFirst(key.count).drop { $0 == " " || $0 == "\t" }
        return key.isEmpty ? nil : OutlineNode(key: String(key), text: String(text), line: line)
    }

    private var wholeLine: String {
        ([key, text] + children.map { $0.wholeLine }).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
