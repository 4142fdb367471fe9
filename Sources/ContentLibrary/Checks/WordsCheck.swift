import Foundation
import Mapper
import SocialServices

/// What the words of one language say twice or not at all, and what in them may be hard to read.
struct WordsCheck {
    private(set) var faults: [ContentFault] = []
    private(set) var remarks: [ContentRemark] = []
    private let language: Language
    private let content: Content
    /// What reading has told.
    private let known: Set<ContentFault>

    /// - Parameter known: what reading has told.
    init(
        of files: [ContentSources.File], in language: Language, of content: Content, known: [ContentFault] = []
    ) {
        self.language = language
        self.content = content
        self.known = Set(known)
        var seen: Set<String> = []
        for (name, nodes) in files {
            let isDesk = name.hasSuffix("/desk.txt")
            let isHeard = name.hasSuffix("/heard.txt")
            for node in nodes {
                tellCut([node] + node.below, in: name)
                if isDesk || isHeard { continue }
                if node.key != Words.NameKind.office.rawValue { tellSilent(node, in: name) }
                tellSwallowed(node, in: name)
            }
            for node in nodes where isDesk || !node.text.isEmpty || seen.insert(node.key).inserted {
                let question = isDesk || !node.text.isEmpty ? nil : content.tree.questions[node.key]
                if let question { tellSameTexts(of: question, node, in: name) }
                for text in isDesk ? Self.forms(of: node) : texts(below: node, of: question) {
                    tellHardWords(text, in: name)
                }
            }
        }
    }

    // What is not said.

    /// Texts that end where their author wrote a "#": what follows is taken for a comment, and no visitor sees it.
    private mutating func tellCut(_ lines: [OutlineNode], in file: String) {
        for line in lines {
            guard let comment = line.comment else { continue }
            let message =
                "the text ends at \"#\": \"\(comment)\" is a comment and is never shown; "
                + "give a comment a line of its own, or write the text without \"#\""
            faults.append(ContentFault(file: file, line: line.line, message: message))
        }
    }

    /// Lines that are there and say nothing. That a text which must be there is empty, reading has told.
    private mutating func tellSilent(_ entry: OutlineNode, in file: String) {
        let told = entry.children.filter { Self.paragraphs.contains($0.key) }
        let full = Set(told.filter { Self.says($0.prose) }.map(\.key))
        for line in told where !Self.says(line.prose) {
            let isMissed =
                ["tell", "meeting"].contains(line.key) || line.key == "prompt" && entry.key == "appointment"
            if isMissed, line.prose.isEmpty, !full.contains(line.key) { continue }
            faults.append(ContentFault(file: file, line: line.line, message: "\"\(line.key)\" says nothing"))
        }
    }

    private static let paragraphs: Set<String> = [
        "tell", "meeting", "prompt", "needed", "bring", "prepare", "hint", "hours",
    ]

    /// Whether a text has any word.
    private static func says(_ text: String) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

    /// Lines that became the end of the text above them, although they begin with a word of the entry: after a whole
    /// sentence, or where they stand only one space deeper.
    private mutating func tellSwallowed(_ entry: OutlineNode, in file: String) {
        let options = entry.text.isEmpty ? content.tree.questions[entry.key]?.options.map(\.id) ?? [] : []
        let words = Self.entryKeys.union(options)
        for node in entry.children where !options.contains(node.key) {
            var text = node.text
            for line in node.below {
                let isCloser = (line.indentation?.own ?? 0) == (node.indentation?.own ?? 0) + 1
                if words.contains(line.key), isCloser || text.last.map({ ".!?…".contains($0) }) ?? false {
                    let message = OutlineFile.misplaced(line.key, node.indentation?.own ?? 0)
                    let fault = ContentFault(file: file, line: line.line, message: message)
                    // Reading has told it where the line is missed.
                    if !known.contains(fault) { faults.append(fault) }
                    break
                }
                text = line.text.isEmpty ? line.key : line.text
            }
        }
    }

    /// What begins a line of an entry in `words/`.
    private static let entryKeys: Set<String> = Set(WordsReader.questionKeys).union([
        "title", "tell", "prompt", "needed", "name", "official", "bring", "prepare", "meeting", "hours",
        WordsReader.differs,
    ]).union(WordsReader.officeKeys)

    // What reads the same.

    private struct Wording {
        let option: String
        let text: String
        let short: String
        /// Where the text and the short one stand; nil for the desk's own "I don't know".
        let lines: (text: Int, short: Int)?
    }

    /// About each whom the question is asked about; what reads the same in every form is told once.
    private mutating func tellSameTexts(of question: Question, _ node: OutlineNode, in file: String) {
        let options = Set(question.options.map(\.id))
        for subject in Subject.allCases {
            guard subject == .me || node.children.contains(where: { $0.form(for: subject) != nil }) else { continue }
            for fault in sameTexts(of: question, node.entry(about: subject, options: options), in: file)
            where !faults.contains(fault) {
                faults.append(fault)
            }
        }
    }

    private func sameTexts(of question: Question, _ node: OutlineNode, in file: String) -> [ContentFault] {
        var faults: [ContentFault] = []
        var texts: [String: Wording] = [:]
        var shorts: [String: Wording] = [:]
        var seen: Set<String> = []
        for wording in wordings(of: question, node) where seen.insert(wording.option).inserted {
            let text = Self.folded(wording.text)
            let short = Self.folded(wording.short)
            let option = wording.option
            if let same = texts[text], let line = wording.lines?.text {
                let message = "the option \"\(option)\" reads the same as \"\(same.option)\": \(wording.text)"
                faults.append(ContentFault(file: file, line: line, message: message))
            } else if let same = shorts[short], let line = wording.lines?.short {
                let message =
                    "in short the option \"\(option)\" reads the same as \"\(same.option)\": \(wording.short)"
                faults.append(ContentFault(file: file, line: line, message: message))
            }
            texts[text] = texts[text] ?? wording
            shorts[short] = shorts[short] ?? wording
        }
        return faults
    }

    /// The options that have words, the desk's own "I don't know" first: what reads like it is told at its own line.
    private func wordings(of question: Question, _ node: OutlineNode) -> [Wording] {
        let written = question.options.compactMap { option -> Wording? in
            guard let line = node.children.first(where: { $0.key == option.id }), !line.text.isEmpty else {
                return nil
            }
            let short = line.children.first { $0.key == "short" }
            return Wording(
                option: option.id, text: line.text, short: short?.text ?? line.text,
                lines: (line.line, short?.line ?? line.line))
        }
        if written.contains(where: { $0.option == Option.unknown }) { return written }
        let unknown = content.words(in: language).phrases[Phrase.shared.unknown.key]
        return (unknown.map { [Wording(option: Option.unknown, text: $0, short: $0, lines: nil)] } ?? []) + written
    }

    /// Without case, accents and spaces.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter { !$0.isWhitespace }
    }

    // What may be hard to read.

    private mutating func tellHardWords(_ node: OutlineNode, in file: String) {
        if Self.notMeasured.contains(node.key) { return }
        for hint in Readability(language).hints(on: node.proseLines) {
            remarks.append(
                ContentRemark(kind: .plainLanguage(language), file: file, line: hint.line, message: hint.message))
        }
    }

    /// Official names are the law's, hints are for those who know the field, and these phrases are no prose.
    private static let notMeasured: Set<String> = [
        "official", "staff", WordsReader.differs, Phrase.shared.locale.key, Phrase.shared.shortMonth.key,
    ]

    /// The lines below an entry with their wrapped ones; the short form of an option is a text of its own.
    private func texts(below node: OutlineNode, of question: Question?) -> [OutlineNode] {
        node.children.flatMap(Self.forms).flatMap { child -> [OutlineNode] in
            guard question?.option(child.key) != nil else { return [child] }
            return [OutlineNode(key: child.key, text: child.text, line: child.line)] + child.children
        }
    }

    /// A sentence in each of its forms.
    private static func forms(of node: OutlineNode) -> [OutlineNode] {
        [node.said(about: .me)]
            + node.forms.map { OutlineNode(key: node.key, text: $0.text, line: $0.line, children: $0.children) }
    }
}

/// Lines that may be left out: one that is written in one language is written in all.
struct OptionalLineCheck {
    let faults: [ContentFault]

    /// A line of an entry, such as the hint for the phone service of a question.
    private struct Line {
        /// The entry's first line: its key and what follows it.
        let entry: (key: String, text: String)
        let key: String
        let isEntryIn: (Words) -> Bool
        let isIn: (Words) -> Bool

        var title: String { entry.text.isEmpty ? entry.key : "\(entry.key) \(entry.text)" }
    }

    init(of content: Content, outlines: ContentSources) {
        let all = content.languages.map { content.words(in: $0) }
        var faults: [ContentFault] = []
        for line in Self.hints(of: content) + Self.offices(of: content) {
            guard let first = all.first(where: line.isIn) else { continue }
            for (language, files) in outlines.words {
                let words = content.words(in: language)
                // Words that are missing altogether are another fault.
                guard line.isEntryIn(words), !line.isIn(words) else { continue }
                let message =
                    "\"\(line.title)\" has a \"\(line.key)\" line in \(first.language.rawValue) and none here; "
                    + "write it in every language or in none"
                for file in files {
                    let node = file.nodes.first { $0.key == line.entry.key && $0.text == line.entry.text }
                    guard let node else { continue }
                    faults.append(ContentFault(file: file.name, line: node.line, message: message))
                }
            }
        }
        self.faults = faults
    }

    /// Hints for the phone service.
    private static func hints(of content: Content) -> [Line] {
        (Array(content.tree.questions.keys) + Array(content.tree.outcomes.keys)).map { id in
            Line(
                entry: (id, ""), key: "staff",
                isEntryIn: { $0.questions[id] != nil || $0.outcomes[id] != nil },
                isIn: { $0.questions[id]?.staff != nil || $0.outcomes[id]?.staff != nil })
        }
    }

    /// What is told of an office.
    private static func offices(of content: Content) -> [Line] {
        content.county.offices.flatMap { office in
            WordsReader.officeKeys.map { key in
                Line(
                    entry: ("office", office.id), key: key, isEntryIn: { $0.offices[office.id] != nil },
                    isIn: { $0.offices[office.id]?[key] != nil })
            }
        }
    }
}

extension OfficeWords {
    /// What stands in a line of its words.
    fileprivate subscript(key: String) -> String? {
        switch key {
        case "building": building
        case "floor": floor
        case "room": room
        case "enter": enter
        case "hours": hours
        case "way": way
        case "notice": notice
        default: nil
        }
    }
}
