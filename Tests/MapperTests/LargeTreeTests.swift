import Mapper
import Testing

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

    @Test("No more questions are told than a walk may have")
    func atMost() throws {
        var interview = Interview(tree: tree(ladder(20), longest: 12))
        #expect(interview.questionsLeft == 12)
        try interview.answer("q0", .options(["x"]))
        #expect(interview.questionsLeft == 11)
    }

    @Test("A chain of 10,000 questions needs no recursion")
    func chain() throws {
        let tree = tree(ladder(10_000), longest: 10_000)
        let walks = Walks(of: tree)
        #expect(walks.longest == 10_000)
        #expect(walks.count == Int.max)
        #expect(walks.toOutcomes.map(\.shortest) == [10_000])
        #expect(walks.toOutcomes.first?.first { _ in true }?.steps.count == 10_000)
        #expect(Interview(tree: tree).questionsLeft == 10_000)
    }

    @Test("A circle of 10,000 questions is found")
    func longCircle() {
        let walks = Walks(of: tree(ladder(10_000, to: "q0")))
        #expect(walks.cycles.mapValues(\.count) == ["q9999": 10_001])
    }

    @Test("Conditions whose answers nothing asks about any more are forgotten")
    func forgotten() {
        // Each third question asks about the one two before: all answers together would be 2 to the 3333rd power.
        let questions = (0..<10_000).map { number in
            let next = number + 1 < 10_000 ? "q\(number + 1)" : "!end"
            return number % 3 == 2
                ? Question.one(
                    "q\(number)", "x", "y", then: [then("!out", when: ["q\(number - 2)": ["y"]]), then(next)])
                : .one("q\(number)", "x" --> next, "y" --> next)
        }
        let walks = Walks(of: tree(questions))
        #expect(walks.longest == 10_000)
        #expect(walks.reachedQuestions.count == 10_000)
        #expect(walks.reachedOutcomes == ["end", "out"])
    }

    @Test("10,000 questions in layers, with branches that meet and conditions, are surveyed")
    func layers() throws {
        let tree = LayeredTree(layers: 20, width: 500, seed: 1).tree
        let walks = Walks(of: tree)
        try #require(tree.questions.count == 10_000)
        #expect(walks.longest == 20)
        #expect(walks.cycles.isEmpty)
        #expect(walks.deadEnds.isEmpty)
        #expect(walks.toOutcomes.reduce(0) { $0 + $1.count } == walks.count)
    }

    @Test("A tree with too many places is surveyed in part, and says so")
    func limit() {
        // At the end everything is remembered: 2 to the 40th power.
        let end = (0..<40).map { number in
            let next = number < 39 ? "e\(number + 1)" : "!end"
            return Question.one(
                "e\(number)", "unknown", then: [then("!out", when: ["q\(number)": ["x"]]), then(next)])
        }
        let walks = Walks(of: tree(ladder(40, to: "e0") + end), limit: 1000)
        #expect(!walks.isComplete)
        #expect(Walks(of: tree(ladder(40)), limit: 40).isComplete)
        #expect(!Walks(of: tree(ladder(40)), limit: 39).isComplete)
    }

    /// Questions with two options that both lead to the next one, the last one's to the outcome.
    private func ladder(_ count: Int, to end: String = "!end") -> [Question] {
        (0..<count).map { number in
            let next = number + 1 < count ? "q\(number + 1)" : end
            return .one("q\(number)", "x" --> next, "y" --> next)
        }
    }
}
