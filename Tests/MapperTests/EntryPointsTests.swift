import Mapper
import OwnWords
import SocialServices
import Testing

@Suite("Where to begin for what is known already")
struct EntryPointsTests {
    /// Money leads to rent, then to advice or a loan; everything else to talk.
    private let tree = QuestionTree(
        start: "topic", longestWalk: 5,
        questions: [
            Question(
                id: "topic", kind: .one,
                options: [
                    Option(id: "money", destination: .question("rent")),
                    Option(id: "unknown", destination: .outcome("talk")),
                ]),
            Question(
                id: "rent", kind: .one,
                options: [
                    Option(id: "late", destination: .question("owner")),
                    Option(id: "unknown", destination: .question("owner")),
                ]),
            Question(
                id: "owner", kind: .one, options: [Option(id: "city"), Option(id: "unknown")],
                routes: [
                    Route(to: .outcome("advice"), when: [Condition(question: "owner", options: ["city"])]),
                    Route(to: .outcome("loan")),
                ]),
        ],
        outcomes: ["talk", "advice", "loan"].map { Outcome(id: $0, group: .workingAge) })

    @Test("Of the questions that lead there and to as little else, the earliest is where to begin")
    func earliest() {
        var entrances = EntryPoints(tree: tree)
        #expect(entrances.question(leadingTo: ["advice"]) == "rent")
        #expect(entrances.question(leadingTo: ["advice", "loan"]) == "rent")
        #expect(entrances.question(leadingTo: ["talk"]) == "topic")
        #expect(entrances.question(leadingTo: []) == nil)
        #expect(entrances.question(leadingTo: ["moon"]) == nil)
    }

    @Test("Every outcome that a walk may end at is known, by arrows and by routes")
    func outcomes() {
        var entrances = EntryPoints(tree: tree)
        #expect(entrances.outcomes(from: .question("rent")) == ["advice", "loan"])
        #expect(entrances.outcomes(from: .question("topic")) == ["talk", "advice", "loan"])
        #expect(entrances.outcomes(from: .outcome("talk")) == ["talk"])
    }

    @Test("Words are compared by their beginnings, without capitals, dots and accents")
    func beginnings() {
        let text = FoldedWords("Lapsen ELATUSAPU, äidille")
        #expect(text.words == ["lapsen", "elatusapu", "aidille"])
        #expect(text.haveBeginnings(FoldedWords("elatus")))
        #expect(text.haveBeginnings(FoldedWords("ÄI laps")))
        #expect(!text.haveBeginnings(FoldedWords("elatus isä")))
        #expect(!text.haveBeginnings(FoldedWords("apu")))
        #expect(!text.haveBeginnings(FoldedWords(" … ")))
    }
}
