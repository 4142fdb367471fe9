import Mapper
import SocialServices

/// What is told in `stories/`, by file and line.
public struct StoryCollection: Sendable, Equatable {
    /// Walks of the tree.
    public internal(set) var stories: [Story] = []
    /// Whole visits at the kiosk.
    public internal(set) var visits: [Visit] = []

    public init() {}
}

/// Reads `stories/<language>/*.txt`. Only the checks need stories; no desk does.
public struct StoryReader {
    private var files: ContentFiles
    private let content: Content
    private var faults: [ContentFault] = []
    private var collected = StoryCollection()
    /// Where each name was first seen in the language that is being read.
    private var places: [String: String] = [:]
    /// What the story that is being read names and the content does not have.
    private var unknown: [Story.Line<String>] = []

    private init(folder: String, content: Content) {
        files = ContentFiles(folder: folder)
        self.content = content
    }

    /// The stories and visits of a content folder, by file and line; none where it has no folder of stories.
    public static func read(folder: String, content: Content) throws(ContentError) -> StoryCollection {
        let (collected, faults, _) = try readWithFaults(folder: folder, content: content)
        if !faults.isEmpty { throw .faults(faults) }
        return collected
    }

    /// Remarks tell what stories name and the content does not have yet: they fail, and all others are walked.
    static func readWithFaults(
        folder: String, content: Content
    ) throws(ContentError) -> (collection: StoryCollection, faults: [ContentFault], remarks: [ContentRemark]) {
        var reader = StoryReader(folder: folder, content: content)
        try reader.read()
        let remarks = reader.collected.stories.flatMap { story in
            story.unknown.map { line in
                ContentRemark(
                    kind: .story, file: story.file, line: line.line,
                    message: "the story \"\(story.name)\" fails until there is one: \(line.value)")
            }
        }
        return (reader.collected, reader.files.faults + reader.faults, remarks)
    }

    private mutating func read() throws(ContentError) {
        guard files.isFolder("stories") else { return }
        for name in try files.names(in: "stories") where files.isFolder("stories/\(name)") {
            let language = Language(rawValue: name)
            // Nobody can be walked through a language that is not whole.
            if let language, content.begunLanguages.contains(language) { continue }
            guard let language, content.languages.contains(language) else {
                let known = content.languages.map { "stories/\($0.rawValue)" }.joined(separator: ", ")
                let message = "a folder of stories is named like a folder of words; use one of: \(known)"
                faults.append(ContentFault(file: "stories/\(name)", line: 0, message: message))
                continue
            }
            places = [:]
            for (name, nodes) in try files.outlines(in: "stories/\(name)") {
                var file = OutlineFile(name: name)
                file.expect(["story", "visit"], in: nodes)
                for node in nodes { read(node, in: language, &file) }
                faults += file.faults
            }
        }
    }

    private mutating func read(_ node: OutlineNode, in language: Language, _ file: inout OutlineFile) {
        guard ["story", "visit"].contains(node.key), let name = file.id(of: node) else { return }
        if let place = places[name] {
            file.fault(
                node.line, "the \(node.key) \"\(name)\" is already defined at \(place); give it another name")
            return
        }
        places[name] = "\(file.name):\(node.line)"
        if node.key == "visit" {
            let visit = VisitReader(content: content, language: language).read(node, named: name, &file)
            if let visit { collected.visits.append(visit) }
            return
        }
        unknown = []
        let lines = node.children
        file.expect(
            ["person", "says", "urgent", "from", "answer", "ends", "shows"], leaves: ["urgent", "from", "ends"],
            in: lines)
        let person = file.required("person", in: lines, of: node)
        let says = file.one("says", in: lines)
        for line in [person, says].compactMap(\.self) where line.prose.isEmpty {
            file.fault(line.line, "\"\(line.key)\" is empty")
        }
        let answers = answers(in: lines, &file)
        let isUrgent = lines.contains { $0.key == "urgent" } ? file.yes("urgent", in: lines) : nil
        check(says, isUrgent: isUrgent, answers, in: lines, &file)
        let start = file.one("from", in: lines).flatMap { file.choice(Story.Start.self, of: $0) }
        let shows = lines.filter { $0.key == "shows" }.compactMap { expectation($0, &file) }
        guard let ends = file.required("ends", in: lines, of: node), let outcome = file.id(of: ends) else { return }
        refer(to: .outcome(outcome), ends, file)
        collected.stories.append(
            Story(
                name: name, language: language, file: file.name, line: node.line, person: person?.prose ?? "",
                says: says.map { Story.Line(value: $0.prose, line: $0.line) }, isUrgent: isUrgent,
                start: start ?? .start, answers: answers, ends: Story.Line(value: outcome, line: ends.line),
                shows: shows, unknown: unknown.sorted { $0.line < $1.line }))
    }

    private mutating func answers(in lines: [OutlineNode], _ file: inout OutlineFile) -> [Story.Line<Story.Answer>] {
        var answers: [Story.Line<Story.Answer>] = []
        for line in lines where line.key == "answer" {
            guard let given = line.rest, !given.text.isEmpty else {
                file.fault(line.line, "\"answer\" needs a question after it, and what is answered")
                continue
            }
            if answers.contains(where: { $0.value.question == given.key }) {
                file.fault(line.line, "the answer to \"\(given.key)\" is given twice; keep one")
                continue
            }
            refer(to: .answer(question: given.key, options: []), line, file)
            answers.append(
                Story.Line(value: Story.Answer(question: given.key, text: given.text), line: line.line))
        }
        return answers
    }

    /// Own words prove nothing unless the story says what they must be taken for.
    private func check(
        _ says: OutlineNode?, isUrgent: Bool?, _ answers: [Story.Line<Story.Answer>], in lines: [OutlineNode],
        _ file: inout OutlineFile
    ) {
        let start = content.tree.start
        if let says {
            if content.situations.isEmpty {
                file.fault(says.line, "\"says\" needs situations to compare with; the tree has none")
            } else if isUrgent != true, !answers.contains(where: { $0.value.question == start }) {
                file.fault(
                    says.line,
                    "\"says\" needs \"answer \(start)\" or \"urgent yes\": what the words must be taken for")
            }
        } else if let urgent = lines.first(where: { $0.key == "urgent" }) {
            file.fault(urgent.line, "\"urgent\" needs \"says\": the own words that are taken for danger or not")
        }
    }

    private mutating func expectation(_ line: OutlineNode, _ file: inout OutlineFile) -> Story.Line<
        Story.Expectation
    >? {
        let kinds = ["book", "ready", "contact", "flag", "words"]
        guard let shown = line.rest else {
            file.fault(line.line, "\"shows\" needs one of these after it: \(kinds.joined(separator: ", "))")
            return nil
        }
        file.expect(kinds, in: [shown])
        let expectation: Story.Expectation?
        switch shown.key {
        case "book": expectation = id(of: shown, &file) { .appointment($0) }.map { .book($0) }
        case "ready": expectation = id(of: shown, &file) { .ready($0) }.map { .ready($0) }
        case "contact": expectation = id(of: shown, &file) { .contact($0) }.map { .contact($0) }
        case "flag": expectation = file.choice(SituationFlag.self, of: shown).map { .flag($0) }
        case "words":
            let words = shown.text.trimmingQuotes
            if words.isEmpty { file.fault(line.line, "\"words\" needs words in quotation marks after it") }
            expectation = .words(words)
        default: expectation = nil
        }
        return expectation.map { Story.Line(value: $0, line: line.line) }
    }

    private mutating func id(
        of node: OutlineNode, _ file: inout OutlineFile, _ target: (String) -> Reference.Target
    ) -> String? {
        guard let id = file.id(of: node) else { return nil }
        refer(to: target(id), node, file)
        return id
    }

    /// Keeps what no other file has.
    private mutating func refer(to target: Reference.Target, _ node: OutlineNode, _ file: OutlineFile) {
        let reference = Reference(to: target, file: file.name, line: node.line)
        unknown += ReferenceCheck(content: content, references: [reference]).dangling
            .map { Story.Line(value: $0.message, line: $0.line) }
    }
}

extension String {
    /// Without the quotation marks around it.
    fileprivate var trimmingQuotes: String {
        let marks: Set<Character> = ["\"", "”", "“"]
        guard count > 1, let first, let last, marks.contains(first), marks.contains(last) else { return self }
        return String(dropFirst().dropLast())
    }
}
