import Mapper
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Stories: what people answer must lead where it should")
struct StoryTests {
    private static let file = "stories/en/money.txt"

    @Test("Stories hold, whatever order their answers stand in, by an option's id or by its words")
    func hold() throws {
        let results = try StoryFolder().results()
        #expect(results.compactMap(\.fault) == [])
        #expect(results.map(\.story.name) == ["rent-and-debts", "whoever-answers"])
        #expect(results[0].path.map(\.question.id) == ["topic", "needs", "story"])
        #expect(results[0].path.last?.answer == .words("Lost my job."))
        #expect(results[0].suggested.first == "money")
        #expect(results[0].outcome?.id == "debt-help")
        #expect(results[1].path.map(\.question.id) == ["talk"])
    }

    @Test("A story comes as it was written, its person's lines joined")
    func asWritten() throws {
        let story = try #require(try StoryFolder().results().first?.story)
        #expect(story.person == "Kim owes two months of rent and has a loan.")
        #expect(story.says == Story.Line(value: "bills and no money", line: 4))
        #expect(story.answers.map(\.value.question) == ["story", "topic", "needs"])
        #expect(story.ends == Story.Line(value: "debt-help", line: 8))
        #expect(
            story.shows.map(\.value) == [
                .book("advice-money"), .ready("budget"), .contact("kela"), .words("a time here"),
            ])
        #expect(story.place == "stories/en/money.txt:1 en start nil")
    }

    @Test("A question of several options takes several; all their flags are shown")
    func several() throws {
        try expectFailures(
            replacing: """
                answer  story Lost my job.
                  answer  topic Money                 # 6
                  answer  needs rent
                """,
            with: """
                answer  topic money
                  answer  needs rent debts
                  shows   flag soon
                """, are: "")
    }

    @Test("A story that does not say what is answered is told at its own line, with the question")
    func notAnswered() throws {
        try expectFailures(
            replacing: "  answer  needs rent\n", with: "",
            are: """
                stories/en/money.txt:1: "rent-and-debts" left its path at the question "needs": \
                the story does not say what is answered there
                """)
    }

    @Test("An option that is not there is told with what was meant, or with those that are")
    func noSuchOption() throws {
        try expectFailures(
            replacing: "needs rent", with: "needs rents",
            are: """
                stories/en/money.txt:7: "rent-and-debts" left its path at the question "needs": \
                there is no option "rents", did you mean "rent"?
                """)
        try expectFailures(
            replacing: "needs rent", with: "needs Help with rnt",
            are: """
                stories/en/money.txt:7: "rent-and-debts" left its path at the question "needs": \
                there is no option "Help with rnt", did you mean "Help with rent"?
                """)
        try expectFailures(
            replacing: "needs rent", with: "needs rent moon",
            are: """
                stories/en/money.txt:7: "rent-and-debts" left its path at the question "needs": \
                there is no option "moon"; use one of: debts, rent, none, unknown
                """)
        try expectFailures(
            replacing: "talk unknown", with: "talk advice unknown",
            are: """
                stories/en/money.txt:17: "whoever-answers" left its path at the question "talk": \
                there is no option "advice unknown"; use one of: advice, unknown
                """)
    }

    @Test("None of these goes with no other option")
    func notTogether() throws {
        try expectFailures(
            replacing: "needs rent", with: "needs none rent",
            are: """
                stories/en/money.txt:7: "rent-and-debts" left its path at the question "needs": \
                "none" goes with no other option
                """)
    }

    @Test("A story that ends elsewhere is told with both outcomes and the last answer")
    func endsElsewhere() throws {
        try expectFailures(
            replacing: "needs rent", with: "needs none",
            are: """
                stories/en/money.txt:8: "rent-and-debts" ends at "advice", not at "debt-help"; \
                the last answer was "none" to "needs"
                """)
    }

    @Test("An answer to a question that is not asked is told")
    func neverAsked() throws {
        try expectFailures(
            replacing: "  answer  talk unknown", with: "  answer  talk unknown\n  answer  needs rent",
            are: """
                stories/en/money.txt:18: "whoever-answers" has an answer to "needs" that was never asked
                """)
    }

    @Test(
        "What the outcome does not show is told, with what it shows instead",
        arguments: [
            ("contact helpline", "; it shows contact kela"), ("flag child", ""), ("words \"A time here\"", ""),
        ])
    func doesNotShow(expectation: String, others: String) throws {
        try expectFailures(
            replacing: "ready budget", with: expectation,
            are: #"stories/en/money.txt:10: "rent-and-debts" does not show \#(expectation)\#(others)"#)
    }

    @Test("Where nothing can be booked or read, a story that shows it does not hold")
    func nothingToShow() throws {
        let story = """
            story child
              person  A neighbour.
              answer  topic A child
              ends    child-help
              shows   book advice-money
            """
        #expect(
            try StoryFolder(story).failures()
                == #"stories/en/money.txt:5: "child" does not show book advice-money"#)
    }

    @Test("A tree that leads nowhere is told after the question that does")
    func leadsNowhere() throws {
        let stories = try StoryFolder()
        try stories.folder.replace("  then advice                   # 10\n", with: "\n", in: "tree/money.txt")
        try stories.folder.replace("needs rent", with: "needs none", in: Self.file)
        #expect(
            try stories.failures()
                == """
                stories/en/money.txt:1: "rent-and-debts" left its path after the question "needs": \
                its answer leads nowhere
                """)
    }
}

extension Story {
    /// Where the story stands, and where it begins.
    fileprivate var place: String {
        "\(file):\(line) \(language.rawValue) \(start.rawValue) \(isUrgent.map(String.init) ?? "nil")"
    }
}
