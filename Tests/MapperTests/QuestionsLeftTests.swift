import Mapper
import Testing

@Suite("How many questions are left at most")
struct QuestionsLeftTests {
    private func left(in tree: QuestionTree, after answers: KeyValuePairs<String, String> = [:]) throws -> Int {
        var interview = Interview(tree: tree)
        try interview.answer(answers)
        return interview.questionsLeft
    }

    /// A row of questions `first1 … firstN` that ends at an outcome.
    private func row(_ first: String, _ count: Int) -> [Question] {
        (1...count).map { number in
            .one(first + "\(number)", "unknown" --> (number == count ? "!end" : first + "\(number + 1)"))
        }
    }

    @Test("In a row each question counts, the present one too; none is left at the outcome")
    func straight() throws {
        var interview = Interview(tree: tree(row("q", 3)))
        #expect(interview.questionsLeft == 3)
        try interview.answer(["q1": "unknown"])
        #expect(interview.questionsLeft == 2)
        try interview.answer(["q2": "unknown"])
        #expect(interview.questionsLeft == 1)
        try interview.answer(["q3": "unknown"])
        #expect(interview.questionsLeft == 0)
    }

    @Test("The last question is the last only where every answer ends the walk")
    func notQuiteLast() throws {
        let mostly = [Question.one("q", "a" --> "!end", "b" --> "!end", "c" --> "!end", "d" --> "more1")]
        #expect(try left(in: tree(mostly + row("more", 1))) == 2)
    }

    @Test("Of the branches the longest is told")
    func longest() throws {
        let fork = [Question.one("q", "short" --> "s1", "long" --> "l1")]
        let tree = tree(fork + row("s", 1) + row("l", 5))
        #expect(try left(in: tree) == 6)
        #expect(try left(in: tree, after: ["q": "short"]) == 1)
        #expect(try left(in: tree, after: ["q": "long"]) == 5)
    }

    @Test("Neither a detour nor a merge of ways makes it grow: each answer takes one away at least")
    func neverGrows() throws {
        let joined = [
            Question.one("q", "a" --> "l1", "b" --> "m1"), .one("m1", "unknown" --> "l1"),
        ]
        var interview = Interview(tree: tree(joined + row("l", 3)))
        var before = interview.questionsLeft
        for answers in [["q": "b"], ["m1": "unknown"], ["l1": "unknown"], ["l2": "unknown"], ["l3": "unknown"]] {
            for (question, option) in answers { try interview.answer(question, .options([option])) }
            #expect(interview.questionsLeft < before)
            before = interview.questionsLeft
        }
        #expect(before == 0)
    }

    @Test("A route whose condition is known to hold, or not to hold, no longer counts")
    func knownConditions() throws {
        let routed = [
            Question.one("topic", "short" --> "who", "long" --> "who", "other" --> "who"),
            .one("who", "unknown", then: [then("l1", when: ["topic": ["long"]]), then("!end")]),
        ]
        let tree = tree(routed + row("l", 4))
        #expect(try left(in: tree) == 6)
        #expect(try left(in: tree, after: ["topic": "long"]) == 5)
        #expect(try left(in: tree, after: ["topic": "short"]) == 1)
    }

    @Test("Own words count once, by their routes")
    func words() throws {
        let story = [Question.words("story", "unknown" --> "!end", then: [then("l1")])]
        #expect(try left(in: tree(story + row("l", 2))) == 3)
    }

    @Test("A circle in an unchecked tree is counted once")
    func circle() throws {
        #expect(try left(in: tree(.one("a", "unknown" --> "b"), .one("b", "unknown" --> "a"))) == 2)
    }
}
