import Mapper
import Testing

@Suite("Going back and changing an answer")
struct BackTests {
    private func interview(after answers: KeyValuePairs<String, String>) throws -> Interview {
        var interview = Interview(tree: InterviewTests.household)
        try interview.answer(answers)
        return interview
    }

    @Test("Back takes the last answer, one at a time, and stops at the first question")
    func back() throws {
        var interview = try interview(after: ["topic": "family", "who": "me", "tired": "yes"])
        try interview.back()
        #expect(interview.position.place == "tired")
        try interview.back()
        #expect(interview.position.place == "who")
        try interview.back()
        #expect(interview.position.place == "topic")
        let moved = interview.stepBack()
        #expect(!moved)
        #expect(interview.position.place == "topic")
        #expect(interview.path.isEmpty)
    }

    @Test("Back and the same answer again is the same walk")
    func backAndAgain() throws {
        var interview = try interview(after: ["topic": "family", "who": "me", "tired": "yes"])
        let before = interview.path
        try interview.back()
        try interview.answer(["tired": "yes"])
        #expect(interview.path == before)
        #expect(interview.position.place == "!help")
    }

    @Test("A changed earlier answer takes the walk another way")
    func changed() throws {
        var interview = try interview(after: ["topic": "family", "who": "me", "tired": "yes"])
        try interview.answer(["topic": "money"])
        #expect(interview.asked == ["topic", "who"])
        #expect(interview.position.place == "debts")
    }

    @Test("An earlier answer changed to one that leads the same way keeps what came after it")
    func changedSameWay() throws {
        var interview = try interview(after: ["topic": "family", "who": "me", "tired": "yes"])
        try interview.answer(["who": "other"])
        #expect(interview.asked == ["topic", "who", "tired"])
        #expect(interview.position.place == "!help")
    }

    @Test("An answer off the path is inert, and comes alive again when the path returns")
    func inert() throws {
        var interview = try interview(after: ["topic": "family", "who": "me", "tired": "yes"])
        try interview.answer(["topic": "money", "debts": "yes"])
        #expect(interview.asked == ["topic", "who", "debts"])
        #expect(interview.position.place == "!money")
        try interview.answer(["topic": "family"])
        #expect(interview.asked == ["topic", "who", "tired"])
        #expect(interview.path.last?.answer == .options(["yes"]))
        #expect(interview.position.place == "!help")
    }

    @Test("Back does not touch an answer off the path")
    func backLeavesInert() throws {
        var interview = try interview(after: ["topic": "family", "who": "me", "tired": "yes"])
        try interview.answer(["topic": "unknown"])
        #expect(interview.position.place == "!talk")
        try interview.back()
        #expect(interview.position.place == "topic")
        try interview.answer(["topic": "family"])
        #expect(interview.asked == ["topic", "who", "tired"])
    }

    @Test("An answer given ahead waits until its question comes")
    func ahead() throws {
        var interview = try interview(after: ["tired": "no", "topic": "family"])
        #expect(interview.asked == ["topic"])
        #expect(interview.position.place == "who")
        try interview.answer(["who": "me"])
        #expect(interview.position.place == "!advice")
    }
}
