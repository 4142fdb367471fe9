import OwnWords
import SocialServices

/// Reads the plainest words of danger: `situations/dangers.txt`, which names what they mean, and of each language
/// `situations/<language>/cries.txt`, which has them.
struct DangerReader {
    /// The file that names the meanings, once for all languages.
    static let meanings = "dangers.txt"
    /// The file of a language.
    static let words = "cries.txt"

    private(set) var faults: [ContentFault] = []
    private(set) var signs: [DangerSign] = []
    private(set) var cries: [DangerCry] = []
    private(set) var fillers: [String] = []
    /// Where each meaning is named.
    private var places: [String: Int] = [:]

    /// Words that are written once for many lines of the language that is being read: `<me>` stands for all of them.
    private var lists: [String: DangerList] = [:]

    private static let meaningsPath = "situations/\(meanings)"

    /// Reads the meanings. Before the words of any language.
    mutating func readMeanings(_ nodes: [OutlineNode]) {
        var file = OutlineFile(name: Self.meaningsPath)
        file.expect(leaves: ["danger"], in: nodes)
        for node in nodes where node.key == "danger" {
            guard let id = file.id(of: node) else { continue }
            if places[id] != nil { file.fault(node.line, "the danger \"\(id)\" is defined twice; keep one") }
            places[id] = node.line
        }
        faults += file.faults
    }

    /// Reads the words of one language; none where it has no file.
    ///
    /// - Parameter mayLack: `true` of a language that need not have words for every danger yet.
    mutating func readWords(_ nodes: [OutlineNode]?, in folder: String, mayLack: Bool) {
        guard let nodes else {
            if !places.isEmpty, !mayLack {
                faults.append(
                    ContentFault(
                        file: folder, line: 0, message: "no words of danger; add them to \(Self.words)"))
            }
            return
        }
        var file = OutlineFile(name: "\(folder)/\(Self.words)")
        file.expect(["filler", "list", "danger"], leaves: ["filler", "list"], in: nodes)
        lists = [:]
        for node in nodes where node.key == "list" { readList(node, in: &file) }
        for node in nodes where node.key == "filler" {
            if node.text.isEmpty { file.fault(node.line, "\"filler\" needs words after it") }
            fillers.append(node.text)
        }
        var missing = Set(places.keys)
        var seen: Set<String> = []
        for node in nodes where node.key == "danger" {
            guard let id = file.id(of: node) else { continue }
            if places[id] == nil {
                file.fault(
                    node.line,
                    "\(Self.meaningsPath) has no danger \"\(id)\"" + DidYouMean.hint(for: id, among: places.keys))
            }
            if !seen.insert(id).inserted {
                file.fault(node.line, "the danger \"\(id)\" is defined twice; keep one")
            }
            if readWords(below: node, in: &file) { missing.remove(id) }
        }
        for id in missing.sorted() where !mayLack {
            file.fault(0, "no cry and no sign means \"\(id)\" (\(Self.meaningsPath):\(places[id] ?? 0))")
        }
        faults += file.faults
    }

    /// `list me minua mua`: the name and its words.
    private mutating func readList(_ node: OutlineNode, in file: inout OutlineFile) {
        guard let name = node.words.first, node.words.count > 1 else {
            file.fault(node.line, "\"list\" needs a name and words after it")
            return
        }
        if lists[name] != nil { file.fault(node.line, "the list \"\(name)\" is defined twice; keep one") }
        lists[name] = DangerList(Array(node.words.dropFirst()))
    }

    /// Tells each `<name>` in a line that no list has.
    private func tellUnknownLists(in node: OutlineNode, _ file: inout OutlineFile) {
        for piece in node.text.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
        {
            guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { continue }
            let name = String(Substring(piece[..<end]))
            if lists[name] == nil {
                file.fault(
                    node.line, "no list is called \"\(name)\"" + DidYouMean.hint(for: name, among: lists.keys))
            }
        }
    }

    /// Whether there are any.
    private mutating func readWords(below danger: OutlineNode, in file: inout OutlineFile) -> Bool {
        let keys = ["cry", "sign", "short"]
        file.expect(leaves: keys, in: danger.children)
        let count = cries.count + signs.count
        for node in danger.children where keys.contains(node.key) {
            guard node.text.contains(where: { $0.isLetter || $0.isNumber }) else {
                file.fault(node.line, "\"\(node.key)\" needs words after it")
                continue
            }
            tellUnknownLists(in: node, &file)
            if node.key == "cry" {
                cries.append(DangerCry(node.text, lists: lists))
            } else {
                signs.append(DangerSign(node.text, isForShortTexts: node.key == "short", lists: lists))
            }
        }
        return cries.count + signs.count > count
    }
}
