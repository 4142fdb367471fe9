import Mapper
import SocialServices

/// The tree as nodes and edges, for programs that draw.
struct TreeGraph {
    enum Shape {
        case entrance
        case question
        case outcome(OutcomeGroup)
    }

    struct Node {
        /// Its place in the list, from 0.
        let number: Int
        /// Lines, short enough to stand in a box.
        let label: [String]
        let shape: Shape
    }

    /// All ways from one node to another, drawn as one arrow.
    struct Edge {
        let from: Int
        let to: Int
        var label: [String]
    }

    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    private var numbers: [Destination: Int] = [:]
    private let drawing: TreeDrawing

    /// In characters. Longer words stand alone on their line.
    private static let width = 28

    init(_ drawing: TreeDrawing) {
        self.drawing = drawing
        for entrance in drawing.entrances {
            let question = draw(.question(entrance.question))
            guard let name = entrance.name else { continue }
            if let earlier = edges.firstIndex(where: { $0.to == question && nodes[$0.from].isEntrance }) {
                // Two names of one way in are one arrow.
                let from = edges[earlier].from
                nodes[from] = Node(number: from, label: nodes[from].label + [name], shape: .entrance)
                continue
            }
            edges.append(Edge(from: add([name], .entrance), to: question, label: []))
        }
    }

    private mutating func add(_ label: [String], _ shape: Shape) -> Int {
        nodes.append(Node(number: nodes.count, label: label, shape: shape))
        return nodes.count - 1
    }

    /// Draws a place and everything below it; its node's number.
    private mutating func draw(_ place: Destination) -> Int {
        if let number = numbers[place] { return number }
        let tree = drawing.content.tree
        guard case .question(let id) = place, let question = tree.questions[id] else {
            let number = drawOutcome(place.id)
            numbers[place] = number
            return number
        }
        // What no arrow of its own carries stands in the box.
        let left = question.options.filter { $0.destination == nil }.map { wrapped("· " + text(of: $0, in: id)) }
        let number = add([id] + wrapped(drawing.ask(question)) + left.joined(), .question)
        numbers[place] = number
        for option in question.options {
            guard let destination = option.destination else { continue }
            connect(number, draw(destination), text(of: option, in: id))
        }
        for route in question.routeTexts(in: tree) { connect(number, draw(route.destination), route.text) }
        return number
    }

    private mutating func drawOutcome(_ id: String) -> Int {
        guard let outcome = drawing.content.tree.outcomes[id] else { return add([id], .outcome(.elsewhere)) }
        let facts = drawing.facts(of: outcome).map { "(\($0))" }
        return add([id] + wrapped(drawing.title(of: outcome)) + facts, .outcome(outcome.group))
    }

    private mutating func connect(_ from: Int, _ to: Int, _ label: String) {
        if let same = edges.firstIndex(where: { $0.from == from && $0.to == to }) {
            edges[same].label += wrapped("· " + label)
            if !edges[same].label[0].hasPrefix("· ") { edges[same].label[0] = "· " + edges[same].label[0] }
        } else {
            edges.append(Edge(from: from, to: to, label: wrapped(label)))
        }
    }

    private func text(of option: Option, in question: String) -> String {
        drawing.showsIDs ? option.id : drawing.words.text(of: option.id, in: question)
    }

    private func wrapped(_ text: String) -> [String] { text.wrapped(at: Self.width) }
}

extension TreeGraph.Node {
    fileprivate var isEntrance: Bool {
        if case .entrance = shape { return true }
        return false
    }
}

extension String {
    /// Lines of at most `width` characters, broken between words.
    fileprivate func wrapped(at width: Int) -> [String] {
        var lines: [String] = []
        for word in split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension OutcomeGroup {
    /// A pale colour to stand behind black text.
    var colour: String {
        switch self {
        case .families: "#d9ead3"
        case .childProtection: "#f9cb9c"
        case .familyLaw: "#d9d2e9"
        case .workingAge: "#cfe2f3"
        case .disability: "#d0e0e3"
        case .urgent: "#f4cccc"
        case .elsewhere: "#eeeeee"
        }
    }
}
