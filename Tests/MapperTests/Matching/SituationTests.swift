import Mapper
import SocialServices
import Testing

@Suite("Where own words lead on")
struct SituationTests {
    private let tree = QuestionTree(
        start: "topic", urgent: "danger", longestWalk: 8,
        situations: [
            Situation(id: "family", group: .families, option: "family"), Situation(id: "urgent", group: .urgent),
        ],
        questions: [
            .one("topic", "family" --> "who", "money" --> "!money", "unknown" --> "!money"),
            .one("who", "me", "unknown", then: [then("need", when: ["topic": ["family"]]), then("!money")]),
            .one("need", "rest" --> "!rest", "unknown" --> "!talk"),
            .one("danger", "violence" --> "!rest", "unknown" --> "!talk"),
        ],
        outcomes: ["money", "rest", "talk"].map { Outcome(id: $0, group: .families) })

    @Test("The walk goes on as if the option had been chosen, and leads back to the first question")
    func option() throws {
        var interview = tree.interview(from: tree.situations[0])
        #expect(interview.path.map(\.question.id) == ["topic"])
        #expect(interview.position == .question(try #require(tree.questions["who"])))
        let wentBack = interview.stepBack()
        #expect(wentBack)
        #expect(interview.position == .question(try #require(tree.questions["topic"])))
    }

    @Test("Danger leads to the urgent question")
    func urgent() throws {
        let interview = tree.interview(from: tree.situations[1])
        #expect(interview.position == .question(try #require(tree.questions["danger"])))
        #expect(tree.narrowingQuestion(of: tree.situations[1]) == "danger")
    }

    @Test("The question to go on from is the first one whose answers lead apart")
    func narrowing() { #expect(tree.narrowingQuestion(of: tree.situations[0]) == "need") }

    @Test("An option that the first question lacks leads to that question")
    func strange() throws {
        let strange = Situation(id: "strange", group: .families, option: "moon")
        #expect(tree.interview(from: strange).position == .question(try #require(tree.questions["topic"])))
        #expect(tree.narrowingQuestion(of: strange) == "topic")
    }
}
