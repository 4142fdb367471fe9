/// Reads the one plain format of all content files.
///
/// A line is `key value`; deeper indentation belongs to the line above; `#` at the start of a line or after a
/// space starts a comment. Indentation is made of spaces.
struct OutlineReader {
    let file: String
    private(set) var faults: [ContentFault] = []

    private struct Line {
        let indent: Int
        let node: OutlineNode
    }

    /// The indentation of a line that others stand beside, and where it is.
    private struct Level {
        let indent: Int
        let line: Int
    }

    init(file: String) { self.file = file }

    /// The top-level lines of the file. Lines with a fault are left out and told in `faults`.
    mutating func read(_ bytes: [UInt8]) -> [OutlineNode] {
        var lines: [Line] = []
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let pieces = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
        // Looked at as a whole, because line by line it takes ten times as long; only a fault needs its line.
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        for (index, piece) in pieces.enumerated() {
            if let line = self.line(piece, number: index + 1, isUTF8: isUTF8) { lines.append(line) }
        }
        var position = 0
        return tree(of: lines, from: &position, below: [])
    }

    /// - Parameter isUTF8: whether that is known already.
    private mutating func line(_ bytes: ArraySlice<UInt8>, number: Int, isUTF8: Bool) -> Line? {
        let indent = bytes.prefix { $0 == 0x20 }.count
        let whole = bytes.dropFirst(indent)
        let rest = content(of: whole)
        guard let first = rest.first else { return nil }
        if first == 0x09 {
            fault(number, "a tab in the indentation; use spaces only")
            return nil
        }
        guard isUTF8 || String(validating: rest, as: UTF8.self) != nil else {
            fault(number, "bytes that are not UTF-8; save the file as UTF-8")
            return nil
        }
        // Taken apart as bytes: all content is read at every start, and Characters are slow to find.
        let keyEnd = rest.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? rest.endIndex
        let valueStart = rest[keyEnd...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? rest.endIndex
        let key = String(decoding: rest[..<keyEnd], as: UTF8.self)
        let text = String(decoding: rest[valueStart...], as: UTF8.self)
        var node = OutlineNode(key: key, text: text, line: number)
        let after = whole[rest.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
        if after.first == 0x23 {
            let comment = after.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
            node.comment = String(decoding: Self.trimmed(comment), as: UTF8.self)
        }
        return Line(indent: indent, node: node)
    }

    /// The line without its comment and the spaces at its end. Empty where only a comment or spaces stand.
    private func content(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = bytes.endIndex
        var previous: UInt8 = 0x20
        for index in bytes.indices {
            if bytes[index] == 0x23, previous == 0x20 || previous == 0x09 {
                end = index
                break
            }
            previous = bytes[index]
        }
        return Self.trimmed(bytes[bytes.startIndex..<end])
    }

    /// Without the spaces at its end.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
        return bytes
    }

    /// - Parameter outer: the indentation of the lines that these belong to, from the left.
    private mutating func tree(of lines: [Line], from position: inout Int, below outer: [Int]) -> [OutlineNode] {
        var nodes: [OutlineNode] = []
        var level: Level?
        while position < lines.count, lines[position].indent > outer.last ?? -1 {
            let line = lines[position]
            if let level, line.indent != level.indent {
                fault(
                    line.node.line,
                    "this line is indented like no line above it; "
                        + "\(Indentation.advice(level.indent)), like line \(level.line)")
            }
            level = level ?? Level(indent: line.indent, line: line.node.line)
            position += 1
            var node = line.node
            node.indentation = Indentation(own: line.indent, outer: outer)
            node.children = tree(of: lines, from: &position, below: outer + [line.indent])
            nodes.append(node)
        }
        return nodes
    }

    private mutating func fault(_ line: Int, _ message: String) {
        faults.append(ContentFault(file: file, line: line, message: message))
    }
}

/// One line of an outline with the lines that belong to it.
struct OutlineNode: Equatable, Sendable {
    /// The first word of the line.
    let key: String
    /// The rest of the line, without the spaces around it.
    let text: String
    /// 1 for the first line of the file.
    let line: Int
    /// How it is indented; nil where it is a part of a line.
    var indentation: Indentation?
    /// What stands behind it as a comment; nil if nothing does.
    var comment: String?
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

    /// What follows the key as a line of its own: `answer topic family` holds `topic family`. `nil` if nothing does.
    var rest: OutlineNode? {
        let prose = prose
        let key = prose.prefix { $0 != " " && $0 != "\t" }
        let text = prose.dropFirst(key.count).drop { $0 == " " || $0 == "\t" }
        return key.isEmpty ? nil : OutlineNode(key: String(key), text: String(text), line: line)
    }

    /// All lines below it, from the top.
    var below: [OutlineNode] { children.flatMap { [$0] + $0.below } }

    /// The line itself, key and text. Of an entry of words it is what tells it from all others.
    var wholeLine: String { text.isEmpty ? key : "\(key) \(text)" }

    private var wholeLines: [(line: Int, text: String)] {
        [(line, wholeLine)] + children.flatMap { $0.wholeLines }
    }
}
