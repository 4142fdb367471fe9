/// Reads `words/<language>/desk.txt`: what the desks themselves say.
struct PhraseReader {
    var file: OutlineFile

    mutating func read(_ nodes: [OutlineNode]) -> [Phrase: String] {
        var phrases: [Phrase: String] = [:]
        for node in nodes {
            guard let phrase = Phrase(key: node.key) else {
                let known = Phrase.allCases.map(\.key)
                file.fault(
                    node.line, "unknown word \"\(node.key)\"" + Suggestion.question(for: node.key, among: known))
                continue
            }
            if phrases[phrase] != nil { file.fault(node.line, "\"\(node.key)\" stands twice; keep one") }
            phrases[phrase] = node.prose
            checkBlanks(of: phrase, in: node)
        }
        for phrase in Phrase.allCases where phrases[phrase]?.isEmpty != false {
            file.fault(0, "the words of \"\(phrase.key)\" are missing")
        }
        return phrases
    }

    private mutating func checkBlanks(of phrase: Phrase, in node: OutlineNode) {
        let blanks = Self.blanks(in: node.prose)
        for name in blanks.subtracting(phrase.blanks).sorted() {
            file.fault(node.line, "\"\(node.key)\" has a blank it does not know, {\(name)}")
        }
        for name in phrase.blanks.subtracting(blanks).sorted() {
            file.fault(node.line, "\"\(node.key)\" lacks {\(name)}")
        }
    }

    private static func blanks(in text: String) -> Set<String> {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
        let pieces = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return Set(pieces.compactMap { piece in piece.firstIndex(of: "}").map { String(piece[..<$0]) } })
    }
}
