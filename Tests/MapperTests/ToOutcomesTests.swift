import Mapper
import Testing

@Suite("The walks to each outcome")
struct ToOutcomesTests {
    @Test("Each outcome has its count, its shortest and longest walk, and an example")
    func counted() throws {
        let walks = Walks(
            of: tree(
                .one("a", "x" --> "b", "y" --> "!end", "unknown" --> "!talk"),
                .one("b", "x" --> "!end", "unknown" --> "!end")))
        let found = walks.toOutcomes
        #expect(found.map(\.outcome) == ["end", "talk"])
        #expect(found.map(\.count) == [3, 1])
        #expect(found.map(\.shortest) == [1, 1])
        #expect(found.map(\.longest) == [2, 1])
        #expect(found.map(\.example.text) == ["a=y", "a=unknown"])
        #expect(found.map(\.entrance) == [.start, .start])
        #expect(found.first?.map(\.text) == ["a=x b=x", "a=x b=unknown", "a=y"])
    }

    @Test("An outcome that only the way to a human being or to urgent help reaches is found from there")
    func entrances() {
        let tree = tree(
            .one("a", "unknown" --> "!end"), .one("talk", "x" --> "!end", "unknown" --> "!human"),
            .one("danger", "x" --> "!human", "unknown" --> "!call"), human: "talk", urgent: "danger")
        let found = Walks(of: tree).toOutcomes
        #expect(found.map(\.outcome) == ["call", "end", "human"])
        #expect(found.map(\.entrance) == [.urgent, .start, .human])
        #expect(found.map(\.count) == [1, 1, 1])
        #expect(found.map { $0.map(\.text) } == [["danger=unknown"], ["a=unknown"], ["talk=unknown"]])
        #expect(Walks(of: tree).outcomes(from: .human) == ["end", "human"])
        #expect(Walks(of: tree).outcomes(from: .urgent) == ["human", "call"])
    }

    @Test("The first walks of very many are there at once")
    func lazy() {
        let ladder = (0..<60).map { number in
            Question.one(
                "q\(number)", "x" --> (number < 59 ? "q\(number + 1)" : "!end"),
                "y" --> (number < 59 ? "q\(number + 1)" : "!end"))
        }
        let found = Walks(of: tree(ladder)).toOutcomes
        #expect(found.map(\.count) == [1 << 60])
        let first = found.flatMap { $0.prefix(3) }
        #expect(
            first.map { $0.steps.suffix(2).map(\.options) } == [[["x"], ["x"]], [["x"], ["y"]], [["y"], ["x"]]])
    }

    @Test("A walk answered in an interview ends where it says, in trees drawn by lot", arguments: 1...20)
    func interviews(seed: UInt64) throws {
        let tree = LayeredTree(layers: 6, width: 4, seed: seed).tree
        let walks = Walks(of: tree)
        var total = 0
        for outcome in walks.toOutcomes {
            var lengths: Set<Int> = []
            var seen: Set<String> = []
            for walk in outcome {
                var interview = Interview(tree: tree)
                for step in walk.steps {
                    try interview.answer(step.question, step.options.isEmpty ? .words("so") : .options(step.options))
                }
                #expect(interview.position.place == "!" + outcome.outcome)
                #expect(interview.asked == walk.steps.map(\.question))
                #expect(seen.insert(walk.text).inserted, "told once")
                lengths.insert(walk.steps.count)
            }
            #expect(seen.count == outcome.count)
            #expect(lengths.min() == outcome.shortest)
            #expect(lengths.max() == outcome.longest)
            #expect(outcome.example.steps.count == outcome.shortest)
            total += outcome.count
        }
        #expect(total == walks.count)
    }
}

extension Walk {
    /// `a=x b=y`, short enough to compare.
    fileprivate var text: String {
        steps.map { "\($0.question)=\($0.options.joined(separator: "+"))" }.joined(separator: " ")
    }
}
