import Mapper
import SocialServices

/// What is wrong with the ways through the tree.
struct WalkCheck {
    private(set) var faults: [ContentFault] = []
    private let content: Content
    private let walks: Walks

    init(of walks: Walks, in content: Content, outlines: ContentSources) {
        self.content = content
        self.walks = walks
        tellBrokenWalks()
        tellHumanEnds(in: outlines)
        if !walks.isComplete {
            fault(
                content.tree.start,
                "there are too many ways through the tree to look at each; let \"when\" ask about nearer questions")
            return
        }
        tellUnreached()
        tellIdleOptions(in: outlines)
        tellNoUrgentEnd(in: outlines)
    }

    private mutating func fault(_ id: String, _ message: String) {
        guard let place = content.places[id] else { return }
        faults.append(ContentFault(file: place.file, line: place.line, message: message))
    }

    private mutating func tellUnreached() {
        for id in content.tree.questions.keys where !walks.reachedQuestions.contains(id) {
            fault(id, "no walk reaches the question \"\(id)\"")
        }
        for id in content.tree.outcomes.keys where !walks.reachedOutcomes.contains(id) {
            fault(id, "no walk reaches the outcome \"\(id)\"")
        }
    }

    private mutating func tellBrokenWalks() {
        for (id, circle) in walks.cycles {
            fault(id, "the questions lead in a circle: \(circle.joined(separator: " -> "))")
        }
        for (id, answer) in walks.deadEnds {
            // Where there is no "then" line at all, reading has told the option already.
            if !answer.isEmpty, content.tree.questions[id]?.routes.isEmpty == true { continue }
            let answer = answer.first.map { "the option \"\($0)\"" } ?? "the answer in own words"
            fault(id, "\(answer) of \"\(id)\" leads nowhere: no \"then\" line holds for it")
        }
        if walks.longest > content.tree.longestWalk {
            fault(
                content.tree.start,
                "the longest walk asks \(walks.longest) questions; at most \(content.tree.longestWalk) are allowed")
        }
    }

    private mutating func tellIdleOptions(in outlines: ContentSources) {
        if walks.idleOptions.isEmpty { return }
        for (name, nodes) in outlines.tree {
            for node in nodes where node.key == "question" && content.places[node.text]?.line == node.line {
                let idle = walks.idleOptions[node.text] ?? []
                for line in node.children where line.key == "option" {
                    guard let id = line.words.first, idle.contains(id) else { continue }
                    faults.append(ContentFault(file: name, line: line.line, message: Self.idle(id, of: node.text)))
                }
            }
        }
    }

    private static func idle(_ option: String, of question: String) -> String {
        "the option \"\(option)\" of \"\(question)\" changes nothing: it leads where \"unknown\" leads; give it a way "
            + "of its own or a flag, or write \"describes yes\" where answers only tell the professional more"
    }

    /// Whoever asks for a human being is given one.
    private mutating func tellHumanEnds(in outlines: ContentSources) {
        guard outlines.treeLine("human") != nil else { return }
        let ends = walks.outcomes(from: .human)
        for node in outlines.tree.flatMap(\.nodes) where node.key == "outcome" && ends.contains(node.text) {
            guard let outcome = content.tree.outcomes[node.text], !node.says(["book"]),
                !content.county.canCall(anyOf: outcome.contacts)
            else { continue }
            let end = "the way to a human being ends at \"\(node.text)\""
            fault(node.text, "\(end), where nothing can be booked and nobody called")
        }
    }

    private mutating func tellNoUrgentEnd(in outlines: ContentSources) {
        guard let line = outlines.treeLine("urgent"), content.tree.questions[content.tree.urgent] != nil else {
            return
        }
        let groups = walks.outcomes(from: .urgent).compactMap { content.tree.outcomes[$0]?.group }
        if groups.contains(.urgent) { return }
        faults.append(
            ContentFault(
                file: line.file, line: line.line,
                message: "no walk from \"\(content.tree.urgent)\" reaches an outcome of the group urgent"))
    }
}
