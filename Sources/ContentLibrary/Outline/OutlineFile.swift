import CivilTime
import SocialServices

/// One content file while it is being read: its name, and the faults found so far.
///
/// The readers of trees, words and services ask it for the lines they know; what they do not know, what stands
/// twice and what is missing becomes a fault with its line.
struct OutlineFile {
    let name: String
    private(set) var faults: [ContentFault] = []

    init(name: String) { self.name = name }

    mutating func fault(_ line: Int, _ message: String) {
        faults.append(ContentFault(file: name, line: line, message: message))
    }

    /// Tells every line whose key is none of `known`, and every line below one of `leaves`, which take none.
    mutating func expect(_ known: [String], leaves: [String] = [], in nodes: [OutlineNode]) {
        for node in nodes {
            if !known.contains(node.key) {
                fault(
                    node.line, "unknown word \"\(node.key)\"" + DidYouMean.hint(for: node.key, among: known))
            } else if leaves.contains(node.key), let lost = node.children.first {
                fault(lost.line, "\"\(node.key)\" takes no lines below it; indent this line less")
            }
        }
    }

    /// As above where no line takes another below it.
    mutating func expect(leaves: [String], in nodes: [OutlineNode]) { expect(leaves, leaves: leaves, in: nodes) }

    /// The one line with this key. A second one is a fault.
    mutating func one(_ key: String, in nodes: [OutlineNode]) -> OutlineNode? {
        let found = nodes.filter { $0.key == key }
        for node in found.dropFirst() { fault(node.line, "\"\(key)\" is defined twice; keep one") }
        return found.first
    }

    /// The one line with this key, which `owner` cannot do without.
    mutating func required(_ key: String, in nodes: [OutlineNode], of owner: OutlineNode) -> OutlineNode? {
        let node = one(key, in: nodes)
        if node == nil { fault(owner.line, "\"\(Self.title(owner))\" has no \"\(key)\"") }
        return node
    }

    /// The value of a line that may only say one of a few things.
    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type, of node: OutlineNode
    ) -> Value? where Value.RawValue == String {
        if let value = Value(rawValue: node.text) { return value }
        let known = Value.allCases.map(\.rawValue)
        let suggestion = DidYouMean.hint(for: node.text, among: known)
        fault(
            node.line,
            "unknown \(node.key) \"\(node.text)\""
                + (suggestion.isEmpty ? "; use one of: \(known.joined(separator: ", "))" : suggestion))
        return nil
    }

    /// `yes` or `no`; no where the line is missing.
    mutating func yes(_ key: String, in nodes: [OutlineNode]) -> Bool {
        guard let node = one(key, in: nodes) else { return false }
        if node.text != "yes", node.text != "no" { fault(node.line, "\"\(key)\" must be yes or no") }
        return node.text == "yes"
    }

    /// The whole number of a line. Anything else, or one out of the range, is a fault.
    mutating func number(_ range: ClosedRange<Int>, of node: OutlineNode) -> Int? {
        if let number = Int(node.text), range.contains(number) { return number }
        fault(node.line, "\"\(node.key)\" must be a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    /// The length of time of a line, in the one notation of all content files.
    mutating func span(of node: OutlineNode) -> TimeSpan? {
        if let span = TimeSpan(node.text) { return span }
        fault(node.line, "\"\(node.key)\" must be a time such as 30min, 2h or 1d")
        return nil
    }

    /// The single word that names something. Empty or several words are a fault.
    mutating func id(of node: OutlineNode) -> String? {
        guard node.words.count == 1 else {
            fault(node.line, "\"\(node.key)\" needs one id after it")
            return nil
        }
        return node.words[0]
    }

    private static func title(_ node: OutlineNode) -> String {
        node.text.isEmpty ? node.key : "\(node.key) \(node.words[0])"
    }
}

/// The lines of a content folder as they were read, for the checks that must tell one of them.
struct ContentSources {
    typealias File = (name: String, nodes: [OutlineNode])

    var tree: [File] = []
    var county: [OutlineNode] = []
    var services: [OutlineNode] = []
    var words: [(language: Language, files: [File])] = []

    /// The first line of the tree's files with this key.
    func treeLine(_ key: String) -> (file: String, line: Int)? {
        for file in tree {
            if let node = file.nodes.first(where: { $0.key == key }) { return (file.name, node.line) }
        }
        return nil
    }
}
