/// Reads `words/<language>/heard.txt`: a meaning on each line, with its phrases between commas.
struct HeardReader {
    var file: OutlineFile

    mutating func read(_ nodes: [OutlineNode]) -> [HeardMeaning: [String]] {
        var phrases: [HeardMeaning: [String]] = [:]
        var meanings: [String: HeardMeaning] = [:]
        for node in nodes {
            guard let meaning = HeardMeaning(rawValue: node.key) else {
                let known = HeardMeaning.allCases.map(\.rawValue)
                file.fault(
                    node.line, "unknown word \"\(node.key)\"" + DidYouMean.hint(for: node.key, among: known))
                continue
            }
            if phrases[meaning] != nil { file.fault(node.line, "\"\(node.key)\" is defined twice; keep one") }
            phrases[meaning] = node.prose.split(separator: ",").map { phrase in
                phrase.split(separator: " ").joined(separator: " ")
            }
            for phrase in phrases[meaning, default: []] {
                if let other = meanings.updateValue(meaning, forKey: phrase.lowercased()), other != meaning {
                    file.fault(
                        node.line, "\"\(phrase)\" stands for \"\(other.rawValue)\" and for \"\(meaning.rawValue)\"")
                }
            }
        }
        for meaning in HeardMeaning.allCases where phrases[meaning]?.isEmpty != false {
            file.fault(0, "the words of \"\(meaning.rawValue)\" are missing")
        }
        return phrases
    }
}
