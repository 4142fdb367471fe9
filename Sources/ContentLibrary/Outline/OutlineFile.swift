import CivilTime
import SocialServices

/// One content file while it is being read: its name, and the faults found so far.
///
/// The readers of trees, words and services ask it for the lines they know; what they do not know, what stands
/// twice and what is missing becomes a fault with its line.
struct OutlineFile {
    let name: String

    /// The key of what the words claim of law, benefits, hours or prices. It stands beside them, and no visitor sees it:
    ///
    /// ```
    /// ready maintenance-support
    ///   fact maintenance support is paid for at most three months back
    ///     source https://www.kela.fi/elatustuki
    ///     checked 2026-11-21
    /// ```
    static let fact = "fact"

    /// In the order in which they were found.
    private var findings: [Finding] = []
    /// Lines that were missed elsewhere, and told as indented wrongly.
    private var misplaced: Set<Int> = []
    /// The words that are known at each depth, from the left edge.
    private var vocabulary: [Set<String>] = []

    private enum Finding {
        case fault(ContentFault)
        case stranger(Stranger)
    }

    /// A line that cannot stand where it does; why depends on what else the file has.
    private struct Stranger {
        let node: OutlineNode
        /// The line above, which takes none below it; nil if the word is not known there.
        let leaf: OutlineNode?
        /// The words that are known there.
        let known: [String]
    }

    init(name: String) { self.name = name }

    var faults: [ContentFault] {
        findings.compactMap { finding in
            switch finding {
            case .fault(let fault): fault
            case .stranger(let stranger): misplaced.contains(stranger.node.line) ? nil : fault(stranger)
            }
        }
    }

    mutating func fault(_ line: Int, _ message: String) {
        findings.append(.fault(ContentFault(file: name, line: line, message: message)))
    }

    /// Tells every line whose key is none of `known`, and every line below one of `leaves`, which take none.
    mutating func expect(_ known: [String], leaves: [String] = [], in nodes: [OutlineNode]) {
        if let depth = nodes.first?.indentation?.depth {
            while vocabulary.count <= depth { vocabulary.append([]) }
            vocabulary[depth].formUnion(known)
        }
        for node in nodes {
            if !known.contains(node.key) {
                findings.append(.stranger(Stranger(node: node, leaf: nil, known: known)))
            } else if leaves.contains(node.key), let lost = node.children.first {
                findings.append(.stranger(Stranger(node: lost, leaf: node, known: known)))
            }
        }
    }

    /// What is wrong with a line: its indentation, where its word is known at another depth.
    private func fault(_ stranger: Stranger) -> ContentFault {
        let node = stranger.node
        let spaces = spaces(for: node)
        let message =
            if let leaf = stranger.leaf {
                "\"\(leaf.key)\" takes no lines below it; \(spaces.map(Indentation.advice) ?? "indent this line less")"
            } else if let spaces {
                Self.misplaced(node.key, spaces)
            } else {
                "unknown word \"\(node.key)\"" + DidYouMean.hint(for: node.key, among: stranger.known)
            }
        return ContentFault(file: name, line: node.line, message: message)
    }

    static func misplaced(_ key: String, _ spaces: Int) -> String {
        "\"\(key)\" is indented wrongly; \(Indentation.advice(spaces))"
    }

    /// The spaces before a line at the nearest depth where its word is known; nil if it is known at none.
    private func spaces(for node: OutlineNode) -> Int? {
        guard let place = node.indentation else { return nil }
        let depths = vocabulary.indices.filter { vocabulary[$0].contains(node.key) && $0 != place.depth }
        return depths.min { (abs($0 - place.depth), $0) < (abs($1 - place.depth), $1) }.map(place.spaces)
    }

    /// Tells that no line has this key: at the line that has it too deep, or as `message` at `line`.
    mutating func missing(_ key: String, in nodes: [OutlineNode], _ line: Int, _ message: String) {
        let depth = nodes.first?.indentation?.depth
        guard let depth, let lost = nodes.flatMap(\.below).first(where: { $0.key == key }),
            let spaces = lost.indentation?.spaces(at: depth)
        else {
            fault(line, message)
            return
        }
        misplaced.insert(lost.line)
        fault(lost.line, Self.misplaced(key, spaces))
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
        if node == nil { missing(key, in: nodes, owner.line, "\"\(Self.title(owner))\" has no \"\(key)\"") }
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
        if node.text.isEmpty { return node.key }
        // A number or a claim is told whole; of all else the first word is its id.
        let name = ["number", fact].contains(node.key) ? node.text : node.words[0]
        return "\(node.key) \(name)"
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
