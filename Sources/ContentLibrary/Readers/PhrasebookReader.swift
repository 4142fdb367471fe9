public import Mapper
import SocialServices

/// Reads `situations/<language>/<situation>.txt`.
///
/// Apart from the rest of the content, because a visit that is walked by numbers never needs it.
public struct PhrasebookReader {
    private var files: ContentFiles
    private let tree: QuestionTree
    private var faults: [ContentFault] = []
    private var learned: [Language: [ExamplePhrase]] = [:]
    private var heldBack: [Language: [ExamplePhrase]] = [:]
    private var signs: [DangerSign] = []
    /// Where each text was first seen in the language that is being read.
    private var seen: [String: String] = [:]

    private init(folder: String, tree: QuestionTree) {
        files = ContentFiles(folder: folder)
        self.tree = tree
    }

    /// The phrases of a content folder; none where the tree knows no situations.
    public static func read(folder: String, tree: QuestionTree) throws(ContentError) -> Phrasebook {
        let (phrasebook, faults) = try readWithFaults(folder: folder, tree: tree)
        if !faults.isEmpty { throw .faults(faults) }
        return phrasebook
    }

    static func readWithFaults(
        folder: String, tree: QuestionTree
    ) throws(ContentError) -> (Phrasebook, [ContentFault]) {
        var reader = PhrasebookReader(folder: folder, tree: tree)
        try reader.read()
        let phrasebook = Phrasebook(learned: reader.learned, heldBack: reader.heldBack, signs: reader.signs)
        return (phrasebook, reader.files.faults + reader.faults)
    }

    private mutating func read() throws(ContentError) {
        guard !tree.situations.isEmpty else { return }
        guard files.isFolder("situations") else {
            fault("situations", 0, "this folder is missing: the tree knows situations, and nothing says their words")
            return
        }
        for name in try files.names(in: "situations") {
            guard let language = Language(rawValue: name) else {
                fault("situations/\(name)", 0, "a folder of situations is named by two letters, for example situations/fi")
                continue
            }
            var missing = Set(tree.situations.map(\.id))
            seen = [:]
            for (file, nodes) in try files.outlines(in: "situations/\(name)") {
                let id = String(file.split(separator: "/").last?.dropLast(".txt".count) ?? "")
                guard missing.remove(id) != nil else {
                    let hint = Suggestion.question(for: id, among: tree.situations.map(\.id))
                    fault(file, 0, "no situation is called \"\(id)\"" + hint)
                    continue
                }
                read(nodes, of: id, in: language, file: file)
            }
            for id in missing.sorted() {
                fault("situations/\(name)", 0, "no phrases for the situation \"\(id)\"; add them to \(id).txt")
            }
        }
    }

    private mutating func read(_ nodes: [OutlineNode], of situation: String, in language: Language, file name: String) {
        var file = OutlineFile(name: name)
        let keys = ["phrase", "held-back", "sign"]
        file.expect(leaves: keys, in: nodes)
        for node in nodes where keys.contains(node.key) {
            if node.text.isEmpty {
                file.fault(node.line, "\"\(node.key)\" needs words after it")
            } else if node.key == "sign" {
                signs.append(DangerSign(node.text))
            } else if let place = seen[node.text] {
                file.fault(node.line, "this phrase stands already at \(place); keep one")
            } else {
                seen[node.text] = "\(name):\(node.line)"
                let phrase = ExamplePhrase(situation: situation, text: node.text)
                if node.key == "phrase" {
                    learned[language, default: []].append(phrase)
                } else {
                    heldBack[language, default: []].append(phrase)
                }
            }
        }
        faults += file.faults
    }

    private mutating func fault(_ file: String, _ line: Int, _ message: String) {
        faults.append(ContentFault(file: file, line: line, message: message))
    }
}
