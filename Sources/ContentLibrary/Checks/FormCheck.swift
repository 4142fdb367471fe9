import Mapper
import SocialServices

/// Sentences that are said in several forms: a form says something else than the general sentence, and one that is
/// written in one language is written in all.
struct FormCheck {
    private(set) var faults: [ContentFault] = []

    /// A line of an entry that has forms: `disability-age`, `ask`.
    private struct Sentence: Hashable {
        let entry: String
        let key: String
    }

    init(of content: Content, outlines: ContentSources) {
        let languages = outlines.words.map { words in (words, forms: Self.forms(in: words.files)) }
        for (words, forms) in languages {
            for file in words.files { tellSameForms(in: file, of: content.tree) }
            for (other, theirs) in languages where other.language != words.language {
                for (sentence, keys) in theirs {
                    let missing = keys.subtracting(forms[sentence] ?? [])
                    for key in missing.sorted() {
                        tell(missing: key, of: sentence, from: other.language, in: words.files)
                    }
                }
            }
        }
        // A form that several languages have is missing once.
        var seen: Set<String> = []
        faults = faults.filter { seen.insert("\($0.file):\($0.line):\($0.message.prefix { $0 != "," })").inserted }
    }

    private static func forms(in files: [ContentSources.File]) -> [Sentence: Set<String>] {
        files.reduce(into: [:]) { forms, file in
            for node in file.nodes {
                for (sentence, line) in sentences(of: node, in: file.name) {
                    let keys = SentenceForms.keys.filter { key in line.forms.contains { $0.key == key } }
                    if !keys.isEmpty { forms[sentence, default: []].formUnion(keys) }
                }
            }
        }
    }

    private static func sentences(of node: OutlineNode, in file: String) -> [(Sentence, OutlineNode)] {
        if file.hasSuffix("/desk.txt") { return [(Sentence(entry: node.key, key: ""), node)] }
        return node.children.map { (Sentence(entry: node.wholeLine, key: $0.key), $0) }
    }

    private mutating func tellSameForms(in file: ContentSources.File, of tree: QuestionTree) {
        for node in file.nodes {
            for (sentence, line) in Self.sentences(of: node, in: file.name) {
                let isOption = tree.questions[sentence.entry]?.option(sentence.key) != nil
                for subject in Subject.allCases {
                    guard let form = line.form(for: subject), !form.prose.isEmpty else { continue }
                    let kept = isOption ? ["short"] : []
                    let (own, general) = (line.said(about: subject, keeping: kept), line.said(about: .me))
                    guard own.prose == general.prose else { continue }
                    let message = "\"\(form.key)\" reads the same as the sentence above it; take it away"
                    faults.append(ContentFault(file: file.name, line: form.line, message: message))
                }
            }
        }
    }

    private mutating func tell(
        missing key: String, of sentence: Sentence, from language: Language, in files: [ContentSources.File]
    ) {
        let name = sentence.key.isEmpty ? "" : "\"\(sentence.key)\" of "
        let message =
            "\(name)\"\(sentence.entry)\" has no \"\(key)\" here, as it has in \(language.rawValue); write it in every "
            + "language or in none"
        for file in files {
            // Words that are missing altogether are another fault.
            let found = file.nodes.flatMap { Self.sentences(of: $0, in: file.name) }.first { $0.0 == sentence }
            guard let line = found?.1.line else { continue }
            faults.append(ContentFault(file: file.name, line: line, message: message))
        }
    }
}
