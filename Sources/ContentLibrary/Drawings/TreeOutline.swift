import Mapper

/// A tree as an indented outline for people. Each question is told once, where it is first come to; later only named.
public struct TreeOutline {
    public let text: String

    public init(of drawing: TreeDrawing) {
        var outline = Outline(drawing: drawing)
        for entrance in drawing.entrances {
            let name = entrance.name.map { "\($0) " } ?? ""
            let isNew = outline.isNew(entrance.question)
            if entrance.name != nil || !isNew {
                outline.lines.append(name + (isNew ? "-> " : "-> see ") + entrance.question)
            }
            outline.tell(.question(entrance.question), depth: entrance.name == nil ? 0 : 1)
        }
        text = outline.lines.joined(separator: "\n")
    }
}

private struct Outline {
    let drawing: TreeDrawing
    var lines: [String] = []
    private var told: Set<String> = []

    init(drawing: TreeDrawing) { self.drawing = drawing }

    private var tree: QuestionTree { drawing.content.tree }

    func isNew(_ question: String) -> Bool { !told.contains(question) }

    /// Tells a question that was not told yet, and everything below it.
    mutating func tell(_ place: Destination, depth: Int) {
        guard case .question(let id) = place, let question = tree.questions[id], told.insert(id).inserted else {
            return
        }
        add(depth, "\(id)  \(drawing.ask(question))\(nature(of: question))")
        for option in question.options {
            let flags = SituationFlagList(option.flags).text
            let text = "\(option.id)  \(drawing.words.text(of: option.id, in: id))\(flags)"
            lead(text, to: option.destination, depth: depth + 1)
        }
        for route in question.routeTexts(in: tree) { lead(route.text, to: route.destination, depth: depth + 1) }
    }

    private mutating func lead(_ text: String, to place: Destination?, depth: Int) {
        add(depth, text + (place.map { " -> " + name($0) } ?? ""))
        if let place { tell(place, depth: depth + 1) }
    }

    private func name(_ place: Destination) -> String {
        switch place {
        case .question(let id): return isNew(id) ? id : "see \(id)"
        case .outcome(let id):
            guard let outcome = tree.outcomes[id] else { return "outcome \(id)" }
            return
                "outcome \(id)  \(drawing.title(of: outcome))  (\(drawing.facts(of: outcome).joined(separator: ", ")))"
        }
    }

    /// How it is answered where that is not one option, and whether it is there to describe the situation.
    private func nature(of question: Question) -> String {
        let kind: String? =
            switch question.kind {
            case .one: nil
            case .several: "several"
            case .words: "own words"
            }
        let facts = [kind, question.describes ? "describes" : nil].compactMap(\.self)
        return facts.isEmpty ? "" : "  (\(facts.joined(separator: ", ")))"
    }

    private mutating func add(_ depth: Int, _ text: String) {
        lines.append(String(repeating: "  ", count: depth) + text)
    }
}
