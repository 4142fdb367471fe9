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

@Suite("Large trees")
struct LargeTreeTests {
    @Test("A wide tree of 10,000 questions is counted")
    func wide() {
        // Each question has ten options that lead to questions of their own, as far as there are any.
        let total = 10_000
        let questions = (0..<total).map { number in
            Question(
                id: "q\(number)", kind: .one,
                options: (1...10).map { option in
                    let next = number * 10 + option
                    return "o\(option)" --> (next < total ? "q\(next)" : "!end")
                })
        }
        let walks = Walks(of: tree(questions))
        #expect(walks.reachedQuestions.count == total)
        #expect(walks.count == total * 10 - (total - 1), "every option leads to a question or ends a walk")
        #expect(walks.longest == 5)
    }

    @Test("Branches that meet again and again are not walked one by one")
    func folded() {
        let walks = Walks(of: tree(ladder(40)))
        #expect(walks.count == 1 << 40)
        #expect(walks.longest == 40)
    }

    @Test("Nor where a later condition asks about one of them")
    func foldedWithCondition() {
        let last = Question.one("q40", "unknown", then: [then("!x", when: ["q3": ["x"]]), then("!y")])
        let walks = Walks(of: tree(ladder(40, to: "q40") + [last]))
        #expect(walks.count == 1 << 40)
        #expect(walks.longest == 41)
        #expect(walks.reachedOutcomes == ["x", "y"])
    }

    @Test("Counting stops at the largest number")
    func overflow() {
        #expect(Walks(of: tree(ladder(70))).count == Int.max)
    }

    @Test("A circle in a tree of many walks is found without walking them one by one")
    func circleInManyWalks() {
        // Each fork leads over a question of its own, so that no two walks have asked the same questions.
        let forks = (0..<30).flatMap { number in
            [
                Question.one("q\(number)", "x" --> "x\(number)", "y" --> "y\(number)"),
                .one("x\(number)", "unknown" --> "q\(number + 1)"),
                .one("y\(number)", "unknown" --> "q\(number + 1)"),
            ]
        }
        let walks = Walks(of: tree(forks + [.one("q30", "unknown" --> "q0")]))
        #expect(Set(walks.cycles.keys) == ["q30"])
    }

    /// Questions with two options that both lead to the next one, the last one's to the outcome.
    private func ladder(_ count: Int, to end: String = "!end") -> [Question] {
        (0..<count).map { number in
            let next = number + 1 < count ? "q\(number + 1)" : end
            return .one("q\(number)", "x" --> next, "y" --> next)
        }
    }
}
