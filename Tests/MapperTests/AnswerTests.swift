import Mapper
import Testing

@Suite("An answer and its question")
struct AnswerTests {
    static let topics = tree(
        .one("one", "a" --> "several", "b" --> "several", "unknown" --> "several"),
        .several("several", "money", "home", "work", "none", "unknown", then: [then("words")]),
        .words("words", "unknown", then: [then("!end")]))

    private func checked(_ question: String, _ answer: Answer) throws -> Answer {
        try #require(Self.topics.questions[question]).checked(answer)
    }

    @Test("One option is taken by a question that takes one")
    func oneOption() throws {
        #expect(try checked("one", .options(["b"])) == .options(["b"]))
    }

    @Test("The same option twice is one option")
    func repeated() throws {
        #expect(try checked("one", .options(["a", "a"])) == .options(["a"]))
    }

    @Test("Two options are too many for a question that takes one")
    func tooMany() {
        #expect(throws: AnswerFault.onlyOne) { try checked("one", .options(["a", "b"])) }
        #expect(throws: AnswerFault.onlyOne) { try checked("one", .options(["a", "unknown"])) }
    }

    @Test("Several options come in the question's own order, each once")
    func severalInOrder() throws {
        let answer = try checked("several", .options(["work", "money", "work"]))
        #expect(answer == .options(["money", "work"]))
        #expect(answer.optionIDs == ["money", "work"])
    }

    @Test("\"None\" and \"unknown\" stand alone", arguments: ["none", "unknown"])
    func exclusiveAlone(option: String) throws {
        #expect(try checked("several", .options([option])) == .options([option]))
    }

    @Test("\"None\" and \"unknown\" go with no other option", arguments: ["none", "unknown"])
    func exclusive(option: String) {
        #expect(throws: AnswerFault.exclusive(option)) { try checked("several", .options(["money", option])) }
    }

    @Test("\"None\" with \"unknown\" tells the one that is offered first")
    func bothExclusive() {
        #expect(throws: AnswerFault.exclusive("none")) { try checked("several", .options(["unknown", "none"])) }
    }

    @Test("An option that the question lacks is named", arguments: ["one", "several", "words"])
    func stranger(question: String) {
        #expect(throws: AnswerFault.noSuchOption("moon")) {
            try checked(question, .options(["unknown", "moon", "sun"]))
        }
    }

    @Test("No option at all is an empty answer", arguments: ["one", "several", "words"])
    func noOption(question: String) {
        #expect(throws: AnswerFault.empty) { try checked(question, .options([])) }
    }

    @Test("Own words are kept as typed")
    func words() throws {
        let answer = Answer.words("  En jaksa enää.\u{1B}[31m 🙂\n")
        #expect(try checked("words", answer) == answer)
        #expect(answer.optionIDs.isEmpty)
    }

    @Test("Own words of spaces alone are an empty answer", arguments: ["", "   ", "\n\t", "\u{A0}"])
    func noWords(typed: String) {
        #expect(throws: AnswerFault.empty) { try checked("words", .words(typed)) }
    }

    @Test("\"Unknown\" answers a question for own words")
    func unknownForWords() throws {
        #expect(try checked("words", .options(["unknown"])) == .options(["unknown"]))
    }

    @Test("Own words do not answer a question with options", arguments: ["one", "several"])
    func optionsOnly(question: String) {
        #expect(throws: AnswerFault.optionsOnly) { try checked(question, .words("money")) }
    }

    @Test("A question that the tree lacks takes no answer")
    func noSuchQuestion() {
        var interview = Interview(tree: Self.topics)
        #expect(throws: AnswerFault.noSuchQuestion("moon")) { try interview.answer("moon", .options(["a"])) }
    }

    @Test("A refused answer leaves the interview as it was")
    func refusedAnswer() throws {
        var interview = Interview(tree: Self.topics)
        try interview.answer("one", .options(["a"]))
        #expect(throws: AnswerFault.onlyOne) { try interview.answer("one", .options(["a", "b"])) }
        #expect(interview.path.map(\.answer) == [.options(["a"])])
        #expect(interview.position.place == "several")
    }
}
