import Mapper
import Testing

@Suite("All walks through a tree")
struct WalksTests {
    @Test("Each option is a walk; the longest counts questions")
    func counted() {
        let walks = Walks(
            of: tree(
                .one("a", "x" --> "b", "y" --> "!end", "unknown" --> "!talk"),
                .one("b", "x" --> "!end", "unknown" --> "!talk")))
        #expect(walks.count == 4)
        #expect(walks.longest == 2)
        #expect(walks.reachedQuestions == ["a", "b"])
        #expect(walks.reachedOutcomes == ["end", "talk"])
        #expect(walks.cycles.isEmpty)
        #expect(walks.deadEnds.isEmpty)
    }

    @Test("A branch that several answers share is counted for each of them")
    func shared() {
        let walks = Walks(
            of: tree(.one("a", "x" --> "b", "y" --> "b", "z" --> "b"), .one("b", "x" --> "!end", "y" --> "!end")))
        #expect(walks.count == 6)
        #expect(walks.longest == 2)
    }

    @Test("A shared branch that depends on an earlier answer is walked for each answer")
    func conditions() {
        let walks = Walks(
            of: tree(
                .one("a", "x" --> "b", "y" --> "b"),
                .one("b", "unknown", then: [then("c", when: ["a": ["x"]]), then("!short")]),
                .one("c", "p" --> "!long", "q" --> "!long")))
        #expect(walks.count == 3)
        #expect(walks.longest == 3)
        #expect(walks.reachedOutcomes == ["short", "long"])
    }

    @Test("Own words are one walk beside the options")
    func words() {
        let walks = Walks(
            of: tree(.words("a", "unknown", then: [then("!skipped", when: ["a": ["unknown"]]), then("!told")])))
        #expect(walks.count == 2)
        #expect(walks.reachedOutcomes == ["skipped", "told"])
    }

    @Test("Of several options each stands alone, and so does the set that a route asks for")
    func several() {
        let walks = Walks(
            of: tree(
                .several(
                    "a", "x", "y", "none",
                    then: [then("!both", when: ["a": ["x"], "a": ["y"]]), then("!other")])))
        #expect(walks.count == 4)
        #expect(walks.reachedOutcomes == ["both", "other"])
    }

    @Test("Two sets of which the same options can be chosen together are one walk")
    func severalWithNone() {
        let none = then("!odd", when: ["a": ["x"], "a": ["y"], "a": ["none"]])
        let tree = tree(
            .several(
                "a", "x", "y", "none", then: [none, then("!both", when: ["a": ["x"], "a": ["y"]]), then("!other")]))
        #expect(Walks(of: tree).count == 4)
        #expect(TreeComparison(of: tree, with: tree).walks == 4)
    }

    @Test("A set of options that a later question's route asks for is walked too")
    func severalLater() {
        let walks = Walks(
            of: tree(
                .several("a", "x", "y", "none", then: [then("b")]),
                .one("b", "unknown", then: [then("!both", when: ["a": ["x"], "a": ["y"]]), then("!other")])))
        #expect(walks.count == 4)
        #expect(walks.reachedOutcomes == ["both", "other"])
    }

    @Test("A question that no answer leads to is not reached, nor is what only it leads to")
    func unreachable() {
        let walks = Walks(
            of: tree(
                .one("a", "unknown" --> "!end"), .one("island", "unknown" --> "beach"),
                .one("beach", "unknown" --> "!sea")))
        #expect(walks.reachedQuestions == ["a"])
        #expect(walks.reachedOutcomes == ["end"])
        #expect(walks.count == 1)
    }

    @Test("A route whose condition no walk meets reaches nothing")
    func unreachableRoute() {
        let walks = Walks(
            of: tree(
                .one("a", "x" --> "b", "y" --> "!end"),
                .one("b", "unknown", then: [then("!y", when: ["a": ["y"]]), then("!x")])))
        #expect(walks.reachedOutcomes == ["end", "x"])
    }

    @Test("The way to a human being is reached and measured, but its walks are not counted twice")
    func human() {
        let walks = Walks(
            of: tree(
                .one("a", "unknown" --> "!end"), .one("talk", "unknown" --> "more"),
                .one("more", "unknown" --> "!human"), human: "talk"))
        #expect(walks.count == 1)
        #expect(walks.longest == 2)
        #expect(walks.reachedQuestions == ["a", "talk", "more"])
        #expect(walks.reachedOutcomes == ["end", "human"])
    }

    @Test("An option without an arrow is a dead end where no route holds")
    func deadEnd() {
        let walks = Walks(of: tree(.one("a", "x", "y", then: [then("!end", when: ["a": ["x"]])])))
        #expect(walks.deadEnds == ["a": ["y"]])
        #expect(walks.count == 1)
    }

    @Test("Own words are a dead end where only \"unknown\" leads on")
    func deadEndOfWords() {
        let walks = Walks(of: tree(.words("a", "unknown" --> "!end", then: [])))
        #expect(walks.deadEnds == ["a": []])
    }

    @Test("A place that does not exist ends a walk without counting it")
    func missingQuestion() {
        let walks = Walks(of: tree(.one("a", "x" --> "moon", "y" --> "!end")))
        #expect(walks.count == 1)
        #expect(walks.reachedQuestions == ["a"])
    }

    @Test("A tree without questions has no walk")
    func noTree() {
        let walks = Walks(of: tree([]))
        #expect(walks.count == 0)
        #expect(walks.longest == 0)
    }
}
