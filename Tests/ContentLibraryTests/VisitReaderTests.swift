import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Visits of stories")
struct VisitReaderTests {
    /// A visit that uses everything.
    private static let sound = """
        visit afraid-of-the-phone
          person  Kim cannot be called
            at home.
          also    narrow spoken               # 4
          store   away
          types   1                           # 6
          types
          turns                               # 8
          waits
          sees    Call 112
          unseen  is not a number             # 11
          reads   VAARA
          unread  nothing of the kind         # 13
          speaks  en
          sends   0                           # 15

        """

    @Test("Everything a visit can say is read, in order")
    func sound() throws {
        let stories = try StoryFolder(Self.sound)
        try stories.folder.expectFaults("")
        let content = try stories.content()
        let visit = try #require(try StoryReader.read(folder: stories.folder.path, content: content).visits.first)
        #expect(visit.name == "afraid-of-the-phone")
        #expect(visit.person == "Kim cannot be called at home.")
        #expect(visit.manners == [.narrow, .spoken])
        #expect(visit.isStoreAway)
        #expect(
            visit.steps.map(\.value) == [
                .types("1"), .types(""), .turns, .waits, .sees("Call 112"), .unseen("is not a number"),
                .reads("VAARA"),
                .unread("nothing of the kind"), .speaks(.english), .sends(0),
            ])
        #expect(visit.steps.map(\.line) == [6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    }

    @Test(
        "What a visit cannot say is told by line",
        arguments: [
            ("also    narrow spoken", 4, "also    narow", "unknown also \"narow\", did you mean \"narrow\"?"),
            ("store   away", 5, "store   closed", "\"store\" must be away, or be left out"),
            ("types   1 ", 6, "tpes   1 ", "unknown word \"tpes\", did you mean \"types\"?"),
            ("sees    Call 112", 10, "sees", "\"sees\" needs the words that it looks for"),
            ("speaks  en", 14, "speaks  de", "\"speaks\" needs a language of the content: en"),
            ("sends   0 ", 15, "sends   many ", "\"sends\" must be a number from 0 to 9"),
        ])
    func faults(old: String, line: Int, new: String, told: String) throws {
        let folder = try StoryFolder(Self.sound).folder
        try folder.replace(old, with: new, in: "stories/en/money.txt")
        try folder.expectFaults("stories/en/money.txt:\(line): \(told)")
    }

    @Test("A visit that looks at nothing proves nothing")
    func provesNothing() throws {
        try StoryFolder("visit idle\n  person  Kim.\n  types   1\n").folder.expectFaults(
            "stories/en/money.txt:1: \"visit idle\" proves nothing; say what must be seen with \"sees\"")
    }

    @Test("A story and a visit cannot have one name")
    func oneName() throws {
        let twice = "visit idle\n  person  Kim.\n  sees    Hello\n"
        try StoryFolder(twice + twice).folder.expectFaults(
            "stories/en/money.txt:4: the visit \"idle\" is already defined at stories/en/money.txt:1; "
                + "give it another name")
    }
}
