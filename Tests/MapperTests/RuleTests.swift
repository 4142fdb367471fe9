import Mapper
import Testing

@Suite("What led on from each answer")
struct RuleTests {
    @Test("An option's own arrow, or the first line whose conditions hold")
    func rules() throws {
        var interview = Interview(
            tree: tree(
                .one("a", "x" --> "b", "y" --> "!end"),
                .one("b", "p", "unknown", then: [then("!q", when: ["a": ["y"]]), then("!end", when: ["a": ["x"]])])))
        try interview.answer(["a": "x", "b": "p"])
        let route = then("!end", when: ["a": ["x"]])
        #expect(interview.rules == [.arrow(option: "x", to: .question("b")), .route(route)])
        #expect(interview.rules.map { $0?.destination } == [.question("b"), .outcome("end")])
    }

    @Test("Where nothing leads on there is none")
    func none() throws {
        var interview = Interview(tree: tree(.one("a", "x", then: [then("!end", when: ["b": ["y"]])])))
        try interview.answer(["a": "x"])
        #expect(interview.rules == [nil])
    }
}
