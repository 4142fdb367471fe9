import Mapper
import Testing

@Suite("About how many questions are left")
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

    @Test("The last question is told as the last only where every answer ends the walk")
    func notQuiteLast() throws {
        let mostly = [Question.one("q", "a" --> "!end", "b" --> "!end", "c" --> "!end", "d" --> "more1")]
        #expect(try left(in: tree(mostly + row("more", 1))) == 2, "the mean is 1.25")
    }

    @Test("The mean of the branches is told, rounded to the nearest")
    func mean() throws {
        let fork = [Question.one("q", "short" --> "s1", "long" --> "l1")]
        #expect(try left(in: tree(fork + row("s", 1) + row("l", 5))) == 4, "1 + (1 + 5) / 2")
        let three = [Question.one("q", "a" --> "!end", "b" --> "!end", "c" --> "l1")]
        #expect(try left(in: tree(three + row("l", 5))) == 3, "1 + 5 / 3 is 2.67")
        #expect(try left(in: tree(three + row("l", 4))) == 2, "1 + 4 / 3 is 2.33")
    }

    @Test("A route whose condition is known to hold, or not to hold, is no longer averaged")
    func knownConditions() throws {
        let routed = [
            Question.one("topic", "short" --> "who", "long" --> "who", "other" --> "who"),
            .one("who", "unknown", then: [then("l1", when: ["topic": ["long"]]), then("!end")]),
        ]
        let tree = tree(routed + row("l", 4))
        #expect(try left(in: tree) == 4, "2 + (4 + 0) / 2")
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
