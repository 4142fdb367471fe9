import Mapper
import Testing

@Suite("Routes and their conditions")
struct RouteTests {
    private func place(in tree: QuestionTree, after answers: KeyValuePairs<String, String>) throws -> String {
        var interview = Interview(tree: tree)
        try interview.answer(answers)
        return interview.position.place
    }

    @Test("A condition on an earlier question decides the way", arguments: [("x", "!x"), ("y", "!other")])
    func earlierQuestion(answer: String, expected: String) throws {
        let tree = tree(
            .one("first", "x" --> "second", "y" --> "second"),
            .one("second", "unknown", then: [then("!x", when: ["first": ["x"]]), then("!other")]))
        #expect(try place(in: tree, after: ["first": answer, "second": "unknown"]) == expected)
    }

    @Test("A condition on the question itself decides the way", arguments: [("x", "!x"), ("y", "!other")])
    func ownQuestion(answer: String, expected: String) throws {
        let tree = tree(.one("only", "x", "y", then: [then("!x", when: ["only": ["x"]]), then("!other")]))
        #expect(try place(in: tree, after: ["only": answer]) == expected)
    }

    @Test("One of the named options is enough", arguments: [("x", "!xy"), ("y", "!xy"), ("z", "!other")])
    func anyOption(answer: String, expected: String) throws {
        let tree = tree(
            .one("only", "x", "y", "z", then: [then("!xy", when: ["only": ["x", "y"]]), then("!other")]))
        #expect(try place(in: tree, after: ["only": answer]) == expected)
    }

    @Test(
        "With \"and\" all conditions must hold",
        arguments: [("x", "p", "!both"), ("x", "q", "!other"), ("y", "p", "!other"), ("y", "q", "!other")])
    func and(first: String, second: String, expected: String) throws {
        let tree = tree(
            .one("first", "x" --> "second", "y" --> "second"),
            .one(
                "second", "p", "q",
                then: [then("!both", when: ["first": ["x"], "second": ["p"]]), then("!other")]))
        #expect(try place(in: tree, after: ["first": first, "second": second]) == expected)
    }

    @Test("\"And\" on one question of several options asks for both")
    func andOnOneQuestion() throws {
        var interview = Interview(
            tree: tree(
                .several(
                    "needs", "x", "y", "none",
                    then: [then("!both", when: ["needs": ["x"], "needs": ["y"]]), then("!other")])))
        try interview.answer("needs", .options(["x"]))
        #expect(interview.position.place == "!other")
        try interview.answer("needs", .options(["x", "y"]))
        #expect(interview.position.place == "!both")
    }

    @Test("The first route that holds is taken")
    func firstRoute() throws {
        let tree = tree(
            .one("only", "x", then: [then("!first", when: ["only": ["x"]]), then("!second", when: ["only": ["x"]])]))
        #expect(try place(in: tree, after: ["only": "x"]) == "!first")
    }

    @Test("An option's own arrow comes before every route")
    func arrowFirst() throws {
        let tree = tree(.one("only", "x" --> "!arrow", "y", then: [then("!route")]))
        #expect(try place(in: tree, after: ["only": "x"]) == "!arrow")
        #expect(try place(in: tree, after: ["only": "y"]) == "!route")
    }

    @Test("Own words satisfy no condition on options")
    func ownWords() throws {
        var interview = Interview(
            tree: tree(
                .words(
                    "story", "unknown", then: [then("!skipped", when: ["story": ["unknown"]]), then("!told")])))
        try interview.answer("story", .words("unknown"))
        #expect(interview.position.place == "!told")
    }

    @Test("A condition on an answer off the path does not hold")
    func offThePath() throws {
        let tree = tree(
            .one("start", "long" --> "detour", "short" --> "last"),
            .one("detour", "x" --> "last"),
            .one("last", "unknown", then: [then("!detoured", when: ["detour": ["x"]]), then("!straight")]))
        var interview = Interview(tree: tree)
        try interview.answer(["start": "long", "detour": "x", "last": "unknown"])
        #expect(interview.position.place == "!detoured")
        try interview.answer(["start": "short"])
        #expect(interview.position.place == "!straight")
    }
}
