import Mapper
import SocialServices
import Testing

@Suite("A walk through the tree")
struct InterviewTests {
    /// `topic` decides what comes after `who`; `money` and `family` lead to questions of their own.
    static let household = tree(
        .one("topic", "family" --> "who", "money" --> "who", "unknown" --> "!talk"),
        .one("who", "me", "other", "unknown", then: [then("debts", when: ["topic": ["money"]]), then("tired")]),
        .one("debts", "yes" --> "!money", "unknown" --> "!money"),
        .one("tired", "yes" --> "!help", "no" --> "!advice", "unknown" --> "!advice"))

    @Test("It begins at the tree's first question, with nothing behind it")
    func beginning() {
        let interview = Interview(tree: Self.household)
        #expect(interview.position.place == "topic")
        #expect(interview.path.isEmpty)
        #expect(interview.start == "topic")
    }

    @Test("An option with an arrow leads where its arrow points")
    func arrow() throws {
        var interview = Interview(tree: Self.household)
        try interview.answer(["topic": "unknown"])
        #expect(interview.position.place == "!talk")
        #expect(interview.path.map(\.question) == [try #require(Self.household.questions["topic"])])
        #expect(interview.path.map(\.answer) == [.options(["unknown"])])
    }

    @Test("An outcome that is reached comes as the tree has it")
    func outcome() throws {
        let end = Outcome(id: "end", group: .families, service: "home-help", contacts: ["phone-service"])
        let tree = QuestionTree(
            start: "a", human: "a", longestWalk: 1, questions: [.one("a", "unknown" --> "!end")], outcomes: [end])
        var interview = Interview(tree: tree)
        try interview.answer(["a": "unknown"])
        #expect(interview.position == .outcome(end))
    }

    @Test("Of several options the first in the question's order leads on")
    func severalArrows() throws {
        var interview = Interview(
            tree: tree(.several("needs", "money" --> "!money", "home" --> "!home", "none" --> "!end")))
        try interview.answer("needs", .options(["home", "money"]))
        #expect(interview.position.place == "!money")
    }

    @Test("Own words take the question's route, \"unknown\" may take its own")
    func words() throws {
        var interview = Interview(
            tree: tree(.words("story", "unknown" --> "!talk", then: [then("!read")])))
        try interview.answer("story", .words("unknown"))
        #expect(interview.position.place == "!read")
        try interview.answer("story", .options(["unknown"]))
        #expect(interview.position.place == "!talk")
    }

    @Test("It may start at another question")
    func otherStart() throws {
        var interview = Interview(tree: Self.household, startingAt: "tired")
        #expect(interview.start == "tired")
        #expect(interview.position.place == "tired")
        try interview.answer(["tired": "yes"])
        #expect(interview.position.place == "!help")
        #expect(interview.asked == ["tired"])
    }

    @Test("Started further on, a condition on a question that was never asked does not hold")
    func otherStartCondition() throws {
        var interview = Interview(tree: Self.household, startingAt: "who")
        try interview.answer(["who": "me"])
        #expect(interview.position.place == "tired")
    }

    @Test("Flags are those of the options on the path, each once")
    func flags() throws {
        let soon = Option(id: "today", destination: .question("who"), flags: [.soon, .child])
        let later = Option(id: "later", destination: .outcome("end"), flags: [.over75])
        var interview = Interview(
            tree: tree(
                .one("when", soon, later),
                .several(
                    "who", Option(id: "child", flags: [.child]), Option(id: "ill", flags: [.disability]),
                    "me", then: [then("!end")])))
        #expect(interview.flags.isEmpty)
        try interview.answer("when", .options(["today"]))
        #expect(interview.flags == [.soon, .child])
        try interview.answer("who", .options(["child", "ill", "me"]))
        #expect(interview.flags == [.soon, .child, .disability])
        #expect(interview.path.dropFirst().flags == [.child, .disability])
        try interview.answer("when", .options(["later"]))
        #expect(interview.flags == [.over75], "the answer to \"who\" is off the path")
    }

    @Test("Two walks with the same answers are at the same place, whatever the order of answering")
    func replayed() throws {
        var forward = Interview(tree: Self.household)
        try forward.answer(["topic": "money", "who": "me", "debts": "yes"])
        var backward = Interview(tree: Self.household)
        try backward.answer(["debts": "yes", "who": "me", "topic": "money"])
        #expect(forward.path == backward.path)
        #expect(forward.asked == ["topic", "who", "debts"])
        #expect(backward.position == forward.position)
        #expect(forward.position.place == "!money")
    }
}

@Suite("A tree that was not checked leads nowhere, and nothing breaks")
struct NowhereTests {
    private func place(in tree: QuestionTree, after answers: KeyValuePairs<String, String>) throws -> String {
        var interview = Interview(tree: tree)
        try interview.answer(answers)
        return interview.position.place
    }

    @Test("A start that is no question")
    func noStart() throws {
        #expect(try place(in: tree([]), after: [:]) == "nowhere")
        let household = Interview(tree: InterviewTests.household, startingAt: "moon")
        #expect(household.position == .nowhere)
        #expect(household.questionsLeft == 0)
    }

    @Test("A question that does not exist")
    func noQuestion() throws {
        #expect(try place(in: tree(.one("a", "unknown" --> "moon")), after: ["a": "unknown"]) == "nowhere")
    }

    @Test("An outcome that does not exist")
    func noOutcome() throws {
        #expect(try place(in: tree(.one("a", "unknown" --> "!lost")), after: ["a": "unknown"]) == "nowhere")
    }

    @Test("No route that holds")
    func noRoute() throws {
        let split = tree(.one("a", "yes", "unknown", then: [then("!end", when: ["a": ["yes"]])]))
        #expect(try place(in: split, after: ["a": "yes"]) == "!end")
        #expect(try place(in: split, after: ["a": "unknown"]) == "nowhere")
    }

    @Test("A circle ends when a question comes again; the path keeps each question once")
    func circle() throws {
        let circle = tree(.one("a", "unknown" --> "b"), .one("b", "unknown" --> "a"))
        var interview = Interview(tree: circle)
        try interview.answer(["a": "unknown", "b": "unknown"])
        #expect(interview.position == .nowhere)
        #expect(interview.asked == ["a", "b"])
    }
}
