import Mapper
import TestValues

/// A tree drawn by lot: layers of questions, each leading to the next, with branches that meet, several options at
/// once, and routes that ask about the layer before the last.
struct LayeredTree {
    private var lot: RandomNumbers
    private let layers: Int
    private let width: Int

    init(layers: Int, width: Int, seed: UInt64) {
        self.layers = layers
        self.width = width
        lot = RandomNumbers(seed: seed)
    }

    /// All questions of a layer are reached from the first one's, each by its own options.
    var tree: QuestionTree {
        var drawn = self
        var questions: [Question] = []
        for layer in 0..<layers {
            for place in 0..<width { questions.append(drawn.question(layer, place)) }
        }
        return MapperTests.tree(questions)
    }

    private mutating func question(_ layer: Int, _ place: Int) -> Question {
        let id = name(layer, place)
        let kind: Question.Kind = draw(10) < 2 ? .several : draw(10) == 0 ? .words : .one
        if kind == .one {
            let options = (0..<3 + draw(3)).map { Option(id: "o\($0)", destination: next(layer)) }
            return Question(id: id, kind: kind, options: options + [Option(id: "unknown", destination: next(layer))])
        }
        var routes: [Route] = []
        if kind == .several { routes.append(Route(to: next(layer), when: [asks(id, 0), asks(id, 1)])) }
        if layer > 1 {
            let earlier = name(layer - 2, draw(width))
            routes.append(Route(to: next(layer), when: [asks(earlier, draw(3))]))
        }
        routes.append(Route(to: next(layer)))
        let several = ["o0", "o1", "o2", "none"].map { Option(id: $0) }
        return Question(
            id: id, kind: kind, options: (kind == .several ? several : []) + [Option(id: "unknown")], routes: routes)
    }

    private func asks(_ question: String, _ option: Int) -> Condition {
        Condition(question: question, options: ["o\(option)"])
    }

    private mutating func next(_ layer: Int) -> Destination {
        if layer + 1 == layers || draw(20) == 0 { return .outcome("end\(draw(5))") }
        return .question(name(layer + 1, draw(width)))
    }

    private func name(_ layer: Int, _ place: Int) -> String { "q\(layer)-\(place)" }

    /// A number below `limit`.
    private mutating func draw(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &lot) }
}
