import Mapper
import Testing

@Suite("Questions that lead in a circle")
struct CircleTests {
    @Test("A circle is told at the question that closes it, from where it begins")
    func circle() {
        let walks = Walks(
            of: tree(
                .one("start", "unknown" --> "a"), .one("a", "unknown" --> "b"),
                .one("b", "on" --> "!end", "back" --> "a")))
        #expect(walks.cycles == ["b": ["a", "b", "a"]])
        #expect(walks.count == 1)
        #expect(walks.reachedOutcomes == ["end"])
    }

    @Test("A question that leads to itself is a circle")
    func itself() {
        let walks = Walks(of: tree(.one("a", "again" --> "a", "on" --> "!end")))
        #expect(walks.cycles == ["a": ["a", "a"]])
    }

    @Test("Two circles are both told")
    func two() {
        let walks = Walks(
            of: tree(
                .one("start", "x" --> "a", "y" --> "b"), .one("a", "on" --> "!end", "back" --> "start"),
                .one("b", "on" --> "!end", "again" --> "b")))
        #expect(walks.cycles == ["a": ["start", "a", "start"], "b": ["b", "b"]])
    }

    @Test("Two questions in either order are no circle where a condition keeps them apart")
    func eitherOrder() {
        let walks = Walks(
            of: tree(
                .one("topic", "x" --> "who", "y" --> "age"),
                .one("who", "unknown", then: [then("age", when: ["topic": ["x"]]), then("!end")]),
                .one("age", "unknown", then: [then("who", when: ["topic": ["y"]]), then("!end")])))
        #expect(walks.cycles.isEmpty)
        #expect(walks.count == 2)
        #expect(walks.longest == 3)
    }

    @Test("A circle is found in a branch that another walk left without one", arguments: [true, false])
    func hiddenByAnotherWalk(harmlessFirst: Bool) throws {
        // a → c → a comes back only for those who begin at a: the others have answered c by then.
        let options = harmlessFirst ? ["c" --> "c", "a" --> "a"] : ["a" --> "a", "c" --> "c"]
        let tree = tree(
            Question(id: "start", kind: .one, options: options),
            .one("a", "unknown", then: [then("!end", when: ["c": ["unknown"]]), then("c")]),
            .one("c", "unknown" --> "a"))
        var interview = Interview(tree: tree)
        try interview.answer(["start": "a", "a": "unknown", "c": "unknown"])
        try #require(interview.position == .nowhere)

        let walks = Walks(of: tree)
        #expect(walks.cycles == ["c": ["a", "c", "a"]])
        #expect(walks.reachedOutcomes == ["end"])
    }
}
