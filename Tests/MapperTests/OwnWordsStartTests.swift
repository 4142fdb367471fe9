import Mapper
import OwnWords
import SocialServices
import Testing

@Suite("Where own words lead on")
struct SituationTests {
    private let tree = QuestionTree(
        start: "topic", urgent: "danger", longestWalk: 8,
        questions: [
            .one("topic", "family" --> "who", "money" --> "!money", "unknown" --> "!money"),
            .one("who", "me", "unknown", then: [then("need", when: ["topic": ["family"]]), then("!money")]),
            .one("need", "rest" --> "!rest", "unknown" --> "!talk"),
            .one("danger", "violence" --> "!rest", "unknown" --> "!talk"),
        ],
        outcomes: ["money", "rest", "talk"].map { Outcome(id: $0, group: .families) })

    @Test("The walk goes on as if the option had been chosen, and leads back to the first question")
    func option() throws {
        var interview = tree.interview(choosing: "family")
        #expect(interview.path.map(\.question.id) == ["topic"])
        #expect(interview.position == .question(try #require(tree.questions["who"])))
        let wentBack = interview.stepBack()
        #expect(wentBack)
        #expect(interview.position == .question(try #require(tree.questions["topic"])))
    }

    @Test("Danger leads to the urgent question")
    func urgent() throws {
        let interview = tree.interview(choosing: nil)
        #expect(interview.position == .question(try #require(tree.questions["danger"])))
        #expect(tree.narrowingQuestion(choosing: nil) == "danger")
    }

    @Test("The question to go on from is the first one whose answers lead apart")
    func narrowing() { #expect(tree.narrowingQuestion(choosing: "family") == "need") }

    @Test("An option that the first question lacks leads to that question")
    func strange() throws {
        let strange = Situation(id: "strange", group: .families, option: "moon")
        #expect(tree.interview(choosing: strange.option).position == .question(try #require(tree.questions["topic"])))
        #expect(tree.narrowingQuestion(choosing: strange.option) == "topic")
    }
}
