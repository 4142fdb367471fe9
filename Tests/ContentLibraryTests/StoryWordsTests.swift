import Mapper
import Testing

@testable import ContentLibrary

@Suite("Stories: own words must be understood")
struct StoryWordsTests {
    private let says = "  says    bills and no money          # 4\n"

    @Test("Own words that suggest something else are told with what they suggest")
    func suggestsOther() throws {
        let stories = try StoryFolder()
        let money = "situation money\n  group working-age\n  answer money\n"
        try stories.folder.replace(money, with: "", in: "tree/start.txt")
        try stories.folder.remove("situations/en/money.txt")
        try stories.folder.replace(
            says, with: "  says    the neighbour's child is left alone and cries\n", in: "stories/en/money.txt")
        #expect(
            try stories.failures() == """
                stories/en/money.txt:4: "rent-and-debts" left its path at once: \
                the own words suggest child, unknown, not "topic money"
                """)
    }

    @Test("Own words that nothing is like suggest nothing")
    func notUnderstood() throws {
        try expectFailures(
            replacing: says, with: "  says    zxqwv kjhgf\n",
            are: """
                stories/en/money.txt:4: "rent-and-debts" left its path at once: \
                the own words are not understood and do not suggest "topic money"
                """)
    }

    @Test("Danger must be taken for danger; where it leads is another matter")
    func urgent() throws {
        try expectFailures(replacing: says, with: "  says    he has a knife\n  urgent  yes\n", are: "")
        try expectFailures(
            replacing: says, with: "  says    unpaid bills\n  urgent  yes\n",
            are: """
                stories/en/money.txt:4: "rent-and-debts" left its path at once: \
                the own words are not taken for danger; they suggest money, unknown, child
                """)
    }

    @Test("What is no danger may be told not to be taken for it")
    func notUrgent() throws {
        try expectFailures(replacing: says, with: "  says    unpaid bills\n  urgent  no\n", are: "")
        try expectFailures(
            replacing: says, with: "  says    he has a knife\n  urgent  no\n",
            are: """
                stories/en/money.txt:4: "rent-and-debts" left its path at once: the own words are taken for danger
                """)
    }

    @Test("A story of danger may begin at the urgent question")
    func fromUrgent() throws {
        let story = """
            story knife
              person  Somebody at the door.
              says    he has a knife
              urgent  yes
              from    urgent
              answer  talk advice
              ends    advice
            """
        let stories = try StoryFolder(story)
        try stories.folder.replace("urgent danger", with: "urgent talk", in: "tree/urgent.txt")
        let result = try #require(try stories.results().first)
        #expect(result.fault == nil)
        #expect(result.suggested.first == "danger")
        #expect(result.path.map(\.question.id) == ["talk"])
    }
}
