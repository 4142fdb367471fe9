import Mapper
import SocialServices

/// Whether there are words in each language that the county serves in, and each says as much as the others: as many lines
/// of each kind, and hours where another has them.
///
/// A language in which something differs on purpose says so beside the id: `differs tell REASON`.
struct LanguageCheck {
    private(set) var faults: [ContentFault] = []
    private(set) var remarks: [ContentRemark] = []

    /// One entry in one language.
    private struct Entry {
        let language: Language
        let file: String
        let line: Int
        /// How many lines it has of each kind.
        let counts: [String: Int]
        /// What differs in it on purpose: where it says so.
        let marks: [String: Int]
    }

    /// The lines that are counted, with what each language must have alike.
    private static let counted = ["tell", "meeting", "prompt", "needed", "bring", "prepare", hours]

    /// When a number is answered: without it a line that is shut looks open.
    private static let hours = "hours"

    init(of content: Content, outlines: ContentSources) {
        var entries: [String: [Entry]] = [:]
        for (language, files) in outlines.words {
            for file in files where !["/desk.txt", "/heard.txt"].contains(where: file.name.hasSuffix) {
                for node in file.nodes {
                    let id = node.wholeLine
                    // What is written twice is told by the reader.
                    if entries[id]?.last?.language == language { continue }
                    entries[id, default: []].append(entry(node, in: language, file.name))
                }
            }
        }
        for node in outlines.county where node.key == "language" {
            guard let language = Language(rawValue: node.text), !content.languages.contains(language) else {
                continue
            }
            let message =
                "the county serves in \"\(node.text)\", and nothing is written in it; add words/\(node.text), "
                + "or take this line away"
            remarks.append(ContentRemark(kind: .fact, file: "county.txt", line: node.line, message: message))
        }
        let order = Dictionary(uniqueKeysWithValues: content.languages.enumerated().map { ($1, $0) })
        for (id, found) in entries {
            let inOrder = found.sorted { order[$0.language, default: 0] < order[$1.language, default: 0] }
            // An office has hours or none in all languages alike, which is checked with the other lines that it may have.
            for key in Self.counted where key != Self.hours || id.hasPrefix("contact ") { compare(id, key, inOrder) }
        }
    }

    private mutating func entry(_ node: OutlineNode, in language: Language, _ file: String) -> Entry {
        var counts: [String: Int] = [:]
        for child in node.children { counts[child.key, default: 0] += 1 }
        var marks: [String: Int] = [:]
        for line in node.children where line.key == WordsReader.differs {
            let words = OutlineNode(key: line.key, text: line.prose, line: line.line).words
            guard let key = words.first, Self.counted.contains(key), words.count > 1 else {
                let message =
                    "\"\(WordsReader.differs)\" needs one of these after it, and why: "
                    + Self.counted.joined(separator: ", ")
                faults.append(ContentFault(file: file, line: line.line, message: message))
                continue
            }
            marks[key] = line.line
        }
        return Entry(language: language, file: file, line: node.line, counts: counts, marks: marks)
    }

    /// Tells the languages that say less or more than most of them do; of as many the first one counts.
    private mutating func compare(_ id: String, _ key: String, _ entries: [Entry]) {
        func count(_ entry: Entry) -> Int { entry.counts[key] ?? 0 }
        let plain = entries.filter { $0.marks[key] == nil }
        func alike(_ entry: Entry) -> Int { plain.count { count($0) == count(entry) } }
        guard let usual = plain.max(by: { alike($0) < alike($1) }) else { return }
        for entry in plain where count(entry) != count(usual) {
            let message =
                "\"\(id)\" has \(Self.lines(count(entry), key)) here and \(count(usual)) in \(usual.language.rawValue); "
                + "say the same in every language, or write \"differs \(key)\" and why"
            if key == Self.hours {
                faults.append(ContentFault(file: entry.file, line: entry.line, message: message))
            } else {
                remark(entry, entry.line, message)
            }
        }
        for entry in entries where entry.marks[key] != nil && count(entry) == count(usual) {
            let message =
                "\"\(id)\" has as many \"\(key)\" lines as in \(usual.language.rawValue); take \"differs\" away"
            remark(entry, entry.marks[key] ?? entry.line, message)
        }
    }

    private mutating func remark(_ entry: Entry, _ line: Int, _ message: String) {
        remarks.append(ContentRemark(kind: .translation, file: entry.file, line: line, message: message))
    }

    private static func lines(_ count: Int, _ key: String) -> String {
        "\(count == 0 ? "no" : String(count)) \"\(key)\" line\(count == 1 ? "" : "s")"
    }
}
