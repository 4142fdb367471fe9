import Mapper
import OwnWords
import SocialServices

/// Reads the files of `tree/`: questions, outcomes and ready answers, and where each answer leads.
struct TreeReader {
    private(set) var faults: [ContentFault] = []
    private(set) var references: [Reference] = []
    private(set) var places: [String: ContentLocation] = [:]
    private var questions: [Question] = []
    private var outcomes: [Outcome] = []
    private var readyAnswers: [ReadyAnswer] = []
    private var start: OutlineNode?
    private var human: OutlineNode?
    private var urgent: OutlineNode?
    private(set) var situations = SituationReader()
    private var longestWalk = 8

    /// Reads all files together, so that an arrow may lead from one file to another.
    mutating func read(_ files: [(name: String, nodes: [OutlineNode])]) -> (QuestionTree, [ReadyAnswer]) {
        for (name, nodes) in files { collectIDs(of: nodes, file: name) }
        for (name, nodes) in files { read(nodes, file: name) }
        references += situations.references(to: start?.text)
        let tree = QuestionTree(
            start: start?.text ?? "", human: human?.text, urgent: urgent?.text, longestWalk: longestWalk,
            questions: questions, outcomes: outcomes)
        tellMissing(["start", "human", "urgent"], in: files)
        return (tree, readyAnswers)
    }

    /// The ways in that no file names. One that is named badly is told where it stands.
    private mutating func tellMissing(_ entrances: [String], in files: [(name: String, nodes: [OutlineNode])]) {
        guard let first = files.first else { return }
        let keys = Set(files.flatMap(\.nodes).map(\.key))
        for entrance in entrances where !keys.contains(entrance) {
            faults.append(
                ContentFault(
                    file: first.name, line: 0, message: "no file of the tree says \"\(entrance)\" and a question"))
        }
    }

    private mutating func collectIDs(of nodes: [OutlineNode], file name: String) {
        var file = OutlineFile(name: name)
        for node in nodes {
            guard ContentLocation.Kind(rawValue: node.key) != nil, let id = file.id(of: node) else { continue }
            if let earlier = places[id] {
                file.fault(node.line, "the id \"\(id)\" is taken already at \(earlier.file):\(earlier.line)")
            } else {
                places[id] = ContentLocation(node, file: name)
            }
        }
        faults += file.faults
    }

    private mutating func read(_ nodes: [OutlineNode], file name: String) {
        var file = OutlineFile(name: name)
        let leaves = ["start", "human", "urgent", "longest"]
        file.expect(leaves + ["question", "outcome", "ready", "situation"], leaves: leaves, in: nodes)
        for node in nodes {
            switch node.key {
            case "start": start = firstQuestion(node, after: start, in: &file)
            case "human": human = firstQuestion(node, after: human, in: &file)
            case "urgent": urgent = firstQuestion(node, after: urgent, in: &file)
            case "situation": situations.read(node, in: &file)
            case "longest":
                longestWalk = Int(node.text) ?? 0
                if longestWalk < 1 { file.fault(node.line, "\"longest\" needs a number from 1 up") }
            case _ where places[node.text] != ContentLocation(node, file: name): break  // told with the ids
            case "question": questions.append(question(node, in: &file))
            case "outcome": outcomes.append(outcome(node, in: &file))
            case "ready": readyAnswers.append(readyAnswer(node, in: &file))
            default: break
            }
        }
        faults += file.faults
    }

    /// The line of `start`, `human` or `urgent`, each once in all files, which must name a question.
    private func firstQuestion(
        _ node: OutlineNode, after earlier: OutlineNode?, in file: inout OutlineFile
    ) -> OutlineNode? {
        if earlier != nil { file.fault(node.line, "\"\(node.key)\" is defined twice; keep one") }
        guard let id = file.id(of: node) else { return earlier }
        if case .outcome = destination(id, line: node.line, in: &file) {
            file.fault(node.line, "\"\(node.key)\" must lead to a question; \"\(id)\" is an outcome")
        }
        return earlier ?? node
    }

    private mutating func question(_ node: OutlineNode, in file: inout OutlineFile) -> Question {
        file.expectFacts(and: ["option"], leaves: ["kind", "describes", "then"], in: node.children)
        let kind = file.required("kind", in: node.children, of: node)
            .flatMap { file.choice(Question.Kind.self, of: $0) }
        let optionNodes = node.children.filter { $0.key == "option" }
        let routes = node.children.filter { $0.key == "then" }.compactMap { route($0, in: &file) }
        var options: [Option] = []
        for child in optionNodes {
            guard let option = option(child, in: &file) else { continue }
            if options.contains(where: { $0.id == option.id }) {
                file.fault(child.line, "the option \"\(option.id)\" is defined twice in \"\(node.text)\"")
            }
            if option.destination == nil, routes.isEmpty {
                file.fault(
                    child.line, "\"\(option.id)\" leads nowhere; write \"-> id\" after it or \"then id\" below")
            }
            options.append(option)
        }
        if !options.contains(where: { $0.id == Option.unknown }) {
            file.fault(
                node.line, "\"\(node.text)\" has no option \"unknown\": anyone may answer \"I don't know\"")
        }
        return Question(
            id: node.text, kind: kind ?? .one, options: options, routes: routes,
            describes: file.yes("describes", in: node.children))
    }

    private mutating func option(_ node: OutlineNode, in file: inout OutlineFile) -> Option? {
        let words = node.words
        guard words.count == 1 || (words.count == 3 && words[1] == "->") else {
            file.fault(node.line, "write \"option id -> where it leads\"")
            return nil
        }
        file.expect(leaves: ["flag"], in: node.children)
        let flags = node.children.filter { $0.key == "flag" }
            .compactMap { file.choice(SituationFlag.self, of: $0) }
        let target = words.count == 3 ? destination(words[2], line: node.line, in: &file) : nil
        // An arrow that dangles is told once; the option is not told again as leading nowhere.
        let kept = words.count == 3 ? target ?? .outcome(words[2]) : nil
        return Option(id: words[0], destination: kept, flags: Set(flags))
    }

    /// `then X`, or `then X when question option option and question option`.
    private mutating func route(_ node: OutlineNode, in file: inout OutlineFile) -> Route? {
        let words = node.words
        guard let first = words.first, words.count == 1 || (words.count > 3 && words[1] == "when") else {
            file.fault(node.line, "write \"then id\" or \"then id when question option\"")
            return nil
        }
        let target = destination(first, line: node.line, in: &file) ?? .outcome(first)
        var conditions: [Condition] = []
        let parts = words.dropFirst(2).split(separator: "and", omittingEmptySubsequences: false)
        for part in parts where words.count > 1 {
            guard let question = part.first, part.count > 1 else {
                file.fault(node.line, "a condition needs a question and at least one of its options")
                continue
            }
            references.append(
                Reference(
                    to: .answer(question: question, options: Array(part.dropFirst())), file: file.name,
                    line: node.line))
            conditions.append(Condition(question: question, options: Set(part.dropFirst())))
        }
        return Route(to: target, when: conditions)
    }

    private mutating func outcome(_ node: OutlineNode, in file: inout OutlineFile) -> Outcome {
        file.expectFacts(leaves: ["group", "service", "book", "ready", "contact", "quiet"], in: node.children)
        let group = file.required("group", in: node.children, of: node)
            .flatMap { file.choice(OutcomeGroup.self, of: $0) }
        let service = file.one("service", in: node.children)
        let book = file.one("book", in: node.children)
        if let service { refer(.service(service.text), service, in: file) }
        if let book { refer(.booked(book.text), book, in: file) }
        return Outcome(
            id: node.text, group: group ?? .elsewhere, service: service?.text, appointmentType: book?.text,
            readyAnswers: list("ready", of: node, as: Reference.Target.ready, in: file),
            contacts: list("contact", of: node, as: Reference.Target.contact, in: file),
            isQuiet: file.yes("quiet", in: node.children))
    }

    private mutating func readyAnswer(_ node: OutlineNode, in file: inout OutlineFile) -> ReadyAnswer {
        file.expectFacts(leaves: ["contact"], in: node.children)
        return ReadyAnswer(
            id: node.text, contacts: list("contact", of: node, as: Reference.Target.contact, in: file))
    }

    private mutating func list(
        _ key: String, of node: OutlineNode, as target: (String) -> Reference.Target, in file: OutlineFile
    ) -> [String] {
        let lines = node.children.filter { $0.key == key }
        for line in lines { refer(target(line.text), line, in: file) }
        return lines.map(\.text)
    }

    private mutating func refer(_ target: Reference.Target, _ node: OutlineNode, in file: OutlineFile) {
        references.append(Reference(to: target, file: file.name, line: node.line))
    }

    private func destination(
        _ id: String, line: Int, in file: inout OutlineFile
    ) -> Destination? {
        switch places[id]?.kind {
        case .question: return .question(id)
        case .outcome: return .outcome(id)
        case .ready, nil:
            let known = places.filter { $0.value.kind != .ready }.keys
            file.fault(
                line, "no question or outcome is called \"\(id)\"" + DidYouMean.hint(for: id, among: known))
            return nil
        }
    }
}

/// Reads the `situation` lines of a tree: what own words may sound like, and which answer they stand for.
struct SituationReader {
    private(set) var situations: [Situation] = []
    private var answers: [(option: String, file: String, line: Int)] = []

    mutating func read(_ node: OutlineNode, in file: inout OutlineFile) {
        file.expect(leaves: ["group", "answer", "beside", "nothing"], in: node.children)
        guard let id = file.id(of: node) else { return }
        if situations.contains(where: { $0.id == id }) {
            file.fault(node.line, "the situation \"\(id)\" is defined twice; keep one")
            return
        }
        if file.yes("nothing", in: node.children) {
            for other in node.children where other.key != "nothing" {
                file.fault(other.line, "\"nothing\" says that \"\(id)\" is no matter; it has no \"\(other.key)\"")
            }
            situations.append(Situation(id: id, group: nil))
            return
        }
        let group = file.required("group", in: node.children, of: node)
            .flatMap { file.choice(OutcomeGroup.self, of: $0) }
        let answer = file.one("answer", in: node.children)
        if let answer {
            if let other = situations.first(where: { $0.option == answer.text }) {
                file.fault(answer.line, "\"\(answer.text)\" is the answer of the situation \"\(other.id)\" already")
            }
            answers.append((answer.text, file.name, answer.line))
        }
        if answer == nil, group != .urgent, group != nil {
            file.fault(
                node.line, "\"situation \(id)\" has no \"answer\": the option of the first question it stands for")
        }
        let beside = file.one("beside", in: node.children)
        if let beside { answers.append((beside.text, file.name, beside.line)) }
        situations.append(
            Situation(id: id, group: group ?? .elsewhere, option: answer?.text, beside: beside?.text))
    }

    /// The options of the first question that situations mention.
    func references(to start: String?) -> [Reference] {
        guard let start else { return [] }
        return answers.map {
            Reference(to: .answer(question: start, options: [$0.option]), file: $0.file, line: $0.line)
        }
    }
}
