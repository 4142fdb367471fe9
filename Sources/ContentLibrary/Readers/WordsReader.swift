import Mapper
import SocialServices

/// Reads the files of `words/<language>/` into one `Words`.
///
/// A top-level line is the id of a question or an outcome, or a kind and an id (`contact kela`). The file
/// `desk.txt` holds the desks' own phrases instead, and `heard.txt` what people type instead of a number.
struct WordsReader {
    let tree: QuestionTree
    private(set) var words: Words
    private(set) var faults: [ContentFault] = []
    /// What the words are for, where another file than the tree's must define it.
    private(set) var references: [Reference] = []
    private(set) var places: [String: (file: String, line: Int)] = [:]

    init(language: Language, tree: QuestionTree) {
        self.tree = tree
        words = Words(language: language)
    }

    mutating func read(_ nodes: [OutlineNode], file name: String) {
        var file = OutlineFile(name: name)
        if name.hasSuffix("/desk.txt") {
            var reader = PhraseReader(file: file)
            words.merge(reader.read(nodes, in: words.language))
            words.forms.merge(reader.forms) { general, own in
                var forms = general
                forms.merge(own)
                return forms
            }
            file = reader.file
        } else if name.hasSuffix("/heard.txt") {
            var reader = HeardReader(file: file)
            words.heard = reader.read(nodes)
            file = reader.file
        } else {
            for node in nodes { entry(node, in: &file) }
        }
        faults += file.faults
    }

    private mutating func entry(_ node: OutlineNode, in file: inout OutlineFile) {
        let id = node.wholeLine
        if let earlier = places[id] {
            file.fault(node.line, "the words of \"\(id)\" are already defined at \(earlier.file):\(earlier.line)")
            return
        }
        places[id] = (file.name, node.line)
        refer(node, in: &file)
        // Moved out and back, so that nothing of them is copied: all content is read at every start.
        var general = Words(language: words.language)
        swap(&general, &words)
        defer { swap(&general, &words) }
        guard node.hasForms else { return say(node, in: &general, &file) }
        let sentences = sentences(of: node)
        tellForms(of: node, sentences, in: &file)
        say(node.entry(about: .me, options: sentences.options), in: &general, &file)
        for subject in Subject.allCases where node.children.contains(where: { $0.form(for: subject) != nil }) {
            // What is wrong with the entry itself is told already.
            var unheard = OutlineFile(name: file.name)
            var own = general.forms.removeValue(forKey: subject) ?? Words(language: general.language)
            say(node.entry(about: subject, options: sentences.options), in: &own, &unheard)
            general.forms[subject] = own
        }
    }

    /// Keys of the lines of an entry that may have forms; among them those of options.
    private func sentences(of node: OutlineNode) -> (keys: Set<String>, options: Set<String>) {
        switch node.key {
        case "ready": return (["title", "tell"], [])
        case "service": return (["bring", "prepare"], [])
        case "appointment": return (["meeting", "bring", "prepare", "prompt", "needed"], [])
        case _ where !node.text.isEmpty: return ([], [])
        default:
            guard let question = tree.questions[node.key] else { return (["title", "tell", "prompt"], []) }
            let options = Set(question.options.map(\.id))
            return (options.union(["ask", "why", "hint"]), options)
        }
    }

    /// Tells forms that are none, empty ones, and those of lines that have only one form.
    private func tellForms(
        of node: OutlineNode, _ sentences: (keys: Set<String>, options: Set<String>), in file: inout OutlineFile
    ) {
        for line in node.children where !line.children.isEmpty {
            let forms = line.forms
            if forms.isEmpty { continue }
            guard sentences.keys.contains(line.key) else {
                file.fault(forms[0].line, "\"\(line.key)\" has no \"\(forms[0].key)\": it is said in one form only")
                continue
            }
            file.expectForms(of: line)
            if sentences.options.contains(line.key) {
                for form in forms { file.expect(leaves: ["short"], in: form.children) }
            }
        }
    }

    private mutating func refer(_ node: OutlineNode, in file: inout OutlineFile) {
        switch node.key {
        case _ where node.text.isEmpty: return
        case "ready": refer(.ready(node.text), node, in: file)
        case "contact": refer(.contact(node.text), node, in: file)
        case "service": refer(.service(node.text), node, in: file)
        case "appointment": refer(.appointment(node.text), node, in: file)
        case "county": return
        default:
            if let kind = Words.NameKind(rawValue: node.key) { return refer(.named(kind, node.text), node, in: file) }
            let known = Words.NameKind.allCases.map(\.rawValue) + Self.kinds
            file.fault(node.line, "unknown word \"\(node.key)\"" + DidYouMean.hint(for: node.key, among: known))
        }
    }

    /// Reads one entry, in which every sentence has one form.
    private func say(_ node: OutlineNode, in words: inout Words, _ file: inout OutlineFile) {
        switch node.key {
        case _ where node.text.isEmpty: questionOrOutcome(node, in: &words, &file)
        case "ready": words.readyAnswers[node.text] = readyAnswer(node, in: &file)
        case "contact": words.contacts[node.text] = contact(node, in: &file)
        case "service": words.services[node.text] = service(node, in: &file)
        case "appointment": words.appointments[node.text] = appointment(node, in: &file)
        case "county": words.county = county(node, in: &file)
        default:
            guard let kind = Words.NameKind(rawValue: node.key) else { return }
            file.expect(kind == .office ? ["name"] + Self.officeKeys : ["name"], in: node.children)
            words.names[kind, default: [:]][node.text] = text("name", of: node, in: &file)
            if kind == .office { words.offices[node.text] = office(node, in: &file) }
        }
    }

    private mutating func refer(_ target: Reference.Target, _ node: OutlineNode, in file: OutlineFile) {
        references.append(Reference(to: target, file: file.name, line: node.line))
    }

    /// What stands in the words of each question beside its options.
    static let questionKeys = ["ask", "why", "hint", "staff"]

    /// Marks what is not the same as in other languages on purpose; `LanguageCheck` reads it.
    static let differs = "differs"

    private static let kinds = ["ready", "contact", "service", "appointment", "county"]

    /// Whether these are the words of questions, outcomes and ready answers alone.
    ///
    /// - Parameter isNamedSo: `true` if their file is named as one of the tree: what is not understood in it is the tree's.
    static func areOfTree(_ nodes: [OutlineNode], named isNamedSo: Bool) -> Bool {
        let others = kinds.dropFirst() + Words.NameKind.allCases.map(\.rawValue)
        if isNamedSo { return nodes.allSatisfy { $0.text.isEmpty || !others.contains($0.key) } }
        return !nodes.isEmpty && nodes.allSatisfy { $0.text.isEmpty || $0.key == "ready" }
    }

    private func questionOrOutcome(_ node: OutlineNode, in words: inout Words, _ file: inout OutlineFile) {
        if let question = tree.questions[node.key] {
            words.questions[node.key] = self.question(node, question, in: &file)
        } else if tree.outcomes[node.key] != nil {
            file.expect(["title", "tell", "prompt", "staff", Self.differs], in: node.children)
            words.outcomes[node.key] = OutcomeWords(
                title: text("title", of: node, in: &file), tell: paragraphs("tell", of: node, in: &file),
                prompts: list("prompt", of: node), staff: staff(node, in: &file))
        } else {
            let known = Array(tree.questions.keys) + Array(tree.outcomes.keys)
            file.fault(
                node.line,
                "no question or outcome is called \"\(node.key)\""
                    + DidYouMean.hint(for: node.key, among: known))
        }
    }

    private func question(
        _ node: OutlineNode, _ question: Question, in file: inout OutlineFile
    ) -> QuestionWords {
        file.expect(Self.questionKeys + question.options.map(\.id), in: node.children)
        var options: [String: OptionWords] = [:]
        for option in question.options {
            guard let line = file.one(option.id, in: node.children) else {
                if option.id != Option.unknown {
                    file.missing(
                        option.id, in: node.children, node.line,
                        "\"\(node.key)\" has no words for the option \"\(option.id)\"")
                }
                continue
            }
            if line.text.isEmpty { file.fault(line.line, "\"\(option.id)\" is empty") }
            file.expect(leaves: ["short"], in: line.children)
            let short = file.one("short", in: line.children)?.text
            options[option.id] = OptionWords(text: line.text, short: short ?? line.text)
        }
        return QuestionWords(
            ask: text("ask", of: node, in: &file), why: text("why", of: node, in: &file),
            hint: file.one("hint", in: node.children)?.prose, staff: staff(node, in: &file), options: options)
    }

    /// The hint for the phone service, where there is one.
    private func staff(_ node: OutlineNode, in file: inout OutlineFile) -> String? {
        guard let line = file.one("staff", in: node.children) else { return nil }
        if line.prose.isEmpty { file.fault(line.line, "\"staff\" is empty") }
        return line.prose
    }

    private func readyAnswer(_ node: OutlineNode, in file: inout OutlineFile) -> ReadyAnswerWords {
        file.expect(["title", "tell", Self.differs], in: node.children)
        return ReadyAnswerWords(
            title: text("title", of: node, in: &file), tell: paragraphs("tell", of: node, in: &file))
    }

    private func contact(_ node: OutlineNode, in file: inout OutlineFile) -> ContactWords {
        file.expect(["name", "tell", "hours", Self.differs], in: node.children)
        return ContactWords(
            name: text("name", of: node, in: &file), tell: text("tell", of: node, in: &file),
            hours: file.one("hours", in: node.children)?.prose)
    }

    private func service(_ node: OutlineNode, in file: inout OutlineFile) -> ServiceWords {
        file.expect(["name", "official", "bring", "prepare", Self.differs], in: node.children)
        return ServiceWords(
            name: text("name", of: node, in: &file), official: text("official", of: node, in: &file),
            bring: list("bring", of: node), prepare: list("prepare", of: node))
    }

    private func appointment(_ node: OutlineNode, in file: inout OutlineFile) -> AppointmentWords {
        file.expect(["name", "meeting", "bring", "prepare", "prompt", "needed", Self.differs], in: node.children)
        return AppointmentWords(
            name: text("name", of: node, in: &file), meeting: paragraphs("meeting", of: node, in: &file),
            bring: list("bring", of: node), prepare: list("prepare", of: node),
            prompts: paragraphs("prompt", of: node, in: &file), needed: list("needed", of: node))
    }

    /// What an office may have beside its name.
    static let officeKeys = ["building", "floor", "room", "enter", "hours", "way", "notice"]

    private func office(_ node: OutlineNode, in file: inout OutlineFile) -> OfficeWords {
        var told: [String: String] = [:]
        for key in Self.officeKeys {
            guard let line = file.one(key, in: node.children) else { continue }
            if line.prose.isEmpty { file.fault(line.line, "\"\(key)\" is empty") }
            told[key] = line.prose
        }
        return OfficeWords(
            building: told["building"], floor: told["floor"], room: told["room"], enter: told["enter"],
            hours: told["hours"], way: told["way"], notice: told["notice"])
    }

    private func county(_ node: OutlineNode, in file: inout OutlineFile) -> CountyWords {
        file.expect(["name", "official"], in: node.children)
        return CountyWords(
            name: text("name", of: node, in: &file), official: text("official", of: node, in: &file))
    }

    private func text(_ key: String, of node: OutlineNode, in file: inout OutlineFile) -> String {
        guard let line = file.required(key, in: node.children, of: node) else { return "" }
        if line.prose.isEmpty { file.fault(line.line, "\"\(key)\" is empty") }
        return line.prose
    }

    private func list(_ key: String, of node: OutlineNode) -> [String] {
        node.children.filter { $0.key == key }.map(\.prose)
    }

    private func paragraphs(_ key: String, of node: OutlineNode, in file: inout OutlineFile) -> [String] {
        let found = list(key, of: node)
        if found.allSatisfy(\.isEmpty) {
            let title = node.words.first.map { "\(node.key) \($0)" } ?? node.key
            file.missing(key, in: node.children, node.line, "\"\(title)\" has no \"\(key)\"")
        }
        return found
    }
}

/// Reads `words/<language>/desk.txt`: what the desks themselves say.
struct PhraseReader {
    var file: OutlineFile
    /// What is said in other words where the matter is not the answerer's own.
    private(set) var forms: [Subject: Words] = [:]

    mutating func read(_ nodes: [OutlineNode], in language: Language) -> Words {
        var words = Words(language: language)
        var phrases: [String: String] = [:]
        for node in nodes {
            guard let phrase = PhraseCatalogue.all[node.key] else {
                let known = PhraseCatalogue.all.entries.map(\.key)
                file.fault(
                    node.line, "unknown word \"\(node.key)\"" + DidYouMean.hint(for: node.key, among: known))
                continue
            }
            if phrases[phrase.key] != nil { file.fault(node.line, "\"\(node.key)\" is defined twice; keep one") }
            phrases[phrase.key] = read(phrase, node.said(about: .me))
            file.expectForms(of: node)
            for subject in Subject.allCases where node.form(for: subject) != nil {
                forms[subject, default: Words(language: language)].phrases[phrase.key] = read(
                    phrase, node.said(about: subject))
            }
        }
        words.phrases = phrases
        return words
    }

    private mutating func read(_ phrase: PhraseCatalogue.Entry, _ node: OutlineNode) -> String {
        checkBlanks(of: phrase, in: node)
        return node.prose
    }

    private mutating func checkBlanks(of phrase: PhraseCatalogue.Entry, in node: OutlineNode) {
        let blanks = Self.blanks(in: node.prose)
        for name in blanks.subtracting(phrase.blanks).sorted() {
            file.fault(node.line, "\"\(node.key)\" has an unknown blank, {\(name)}")
        }
        for name in phrase.blanks.subtracting(blanks).sorted() {
            file.fault(node.line, "\"\(node.key)\" is missing {\(name)}")
        }
    }

    private static func blanks(in text: String) -> Set<String> {
        // Bytes, not Characters: every phrase of every language is looked at when the program starts.
        let text = text.utf8
        var blanks: Set<String> = []
        var rest = text[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
            rest = rest[text.index(after: start)...]
            let name = rest.prefix { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
            if name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "}") {
                blanks.insert(String(Substring(name)))
            }
        }
        return blanks
    }
}
