import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Faults in the form of stories")
struct StoryFaultTests {
    private let file = "stories/en/money.txt"

    /// Compares what `content check` tells when one place of the sound stories is changed.
    private func expectFaults(
        replacing old: String, with new: String, are expected: String, at place: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try StoryFolder().folder
        try folder.replace(old, with: new, in: file)
        try folder.expectFaults(expected, at: place)
    }

    @Test("Sound stories have no fault, nor has content without stories or with an empty folder of them")
    func sound() throws {
        let folder = try StoryFolder().folder
        try folder.expectFaults("")
        try folder.remove("stories/en/money.txt")
        try folder.expectFaults("")
        try folder.remove("stories")
        try folder.expectFaults("")
        let content = try ContentReader.read(folder: folder.path)
        #expect(try StoryReader.read(folder: folder.path, content: content) == StoryCollection())
    }

    @Test("Unknown words are told with what was meant")
    func unknownWords() throws {
        try expectFaults(
            replacing: "story whoever-answers", with: "stry whoever-answers",
            are: """
                stories/en/money.txt:14: unknown word "stry", did you mean "story"?
                """)
        try expectFaults(
            replacing: "  answer  talk unknown", with: "  anwser  talk unknown",
            are: """
                stories/en/money.txt:17: unknown word "anwser", did you mean "answer"?
                """)
        try expectFaults(
            replacing: "shows   ready budget", with: "shows   redy budget",
            are: """
                stories/en/money.txt:10: unknown word "redy", did you mean "ready"?
                """)
        try expectFaults(
            replacing: "from    human", with: "from    humn",
            are: """
                stories/en/money.txt:16: unknown from "humn", did you mean "human"?
                """)
    }

    @Test(
        "An id that nothing has yet is remarked on with what may be meant, and only that story fails",
        arguments: [
            ("answer  needs rent", 7, "answer  need rent", "no question is called \"need\", did you mean \"needs\"?"),
            (
                "ends    debt-help", 8, "ends    debts-help",
                "no outcome is called \"debts-help\", did you mean \"debt-help\"?"
            ),
            (
                "book advice-money", 9, "book advice-mony",
                "no appointment is called \"advice-mony\", did you mean \"advice-money\"?"
            ),
            ("ready budget", 10, "ready buget", "no ready answer is called \"buget\", did you mean \"budget\"?"),
            ("contact kela", 11, "contact kella", "no contact is called \"kella\", did you mean \"kela\"?"),
        ])
    func unknownIDs(old: String, line: Int, new: String, told: String) throws {
        let stories = try StoryFolder()
        try stories.folder.replace(old, with: new, in: file)
        try stories.folder.expectFaults("")
        let remark = "stories/en/money.txt:\(line): the story \"rent-and-debts\" fails until there is one: \(told)"
        #expect(try stories.folder.remarks() == "note: " + remark)
        #expect(try stories.folder.openingFaults().contains(remark))
        #expect(
            try stories.failures() == "stories/en/money.txt:\(line): \"rent-and-debts\" cannot be walked yet: \(told)"
        )
        #expect(try stories.results().map { $0.failure == nil } == [false, true])
    }

    @Test("A flag that the program does not know is a fault: no content can add one")
    func unknownFlag() throws {
        try expectFaults(
            replacing: "contact kela", with: "flag son",
            are: "stories/en/money.txt:11: unknown flag \"son\", did you mean \"soon\"?")
    }

    @Test("What a story cannot do without is told")
    func missing() throws {
        try expectFaults(
            replacing: "  person  Sam wants to talk to somebody.\n", with: "",
            are: """
                stories/en/money.txt:14: "story whoever-answers" has no "person"
                """)
        try expectFaults(
            replacing: "  ends    advice                      # 18\n", with: "",
            are: """
                stories/en/money.txt:14: "story whoever-answers" has no "ends"
                """)
        try expectFaults(
            replacing: "story whoever-answers", with: "story whoever answers",
            are: """
                stories/en/money.txt:14: "story" needs one id after it
                """)
        try expectFaults(
            replacing: "Sam wants to talk to somebody.", with: "",
            are: """
                stories/en/money.txt:15: "person" is empty
                """)
        try expectFaults(
            replacing: "bills and no money", with: "",
            are: """
                stories/en/money.txt:4: "says" is empty
                """)
        try expectFaults(
            replacing: "answer  talk unknown", with: "answer  talk",
            are: """
                stories/en/money.txt:17: "answer" needs a question after it, and what is answered
                """)
        try expectFaults(
            replacing: "shows   ready budget", with: "shows",
            are: """
                stories/en/money.txt:10: "shows" needs one of these after it: book, ready, contact, flag, words
                """)
        try expectFaults(
            replacing: "ready budget", with: "ready",
            are: """
                stories/en/money.txt:10: "ready" needs one id after it
                """)
        try expectFaults(
            replacing: "words \"a time here\"", with: "words \"\"",
            are: """
                stories/en/money.txt:12: "words" needs words in quotation marks after it
                """)
    }

    @Test("What is defined twice is told")
    func twice() throws {
        try expectFaults(
            replacing: "  answer  needs rent", with: "  answer  needs rent\n  answer  needs debts",
            are: """
                stories/en/money.txt:8: the answer to "needs" is given twice; keep one
                """)
        try expectFaults(
            replacing: "story whoever-answers", with: "story rent-and-debts",
            are: """
                stories/en/money.txt:14: the story "rent-and-debts" is already defined at stories/en/money.txt:1; \
                give it another name
                """)
        try expectFaults(
            replacing: "  from    human", with: "  from    human\n  from    start",
            are: """
                stories/en/money.txt:17: "from" is defined twice; keep one
                """)
    }

    @Test("Own words need to be taken for something, and danger needs own words")
    func ownWords() throws {
        try expectFaults(
            replacing: "  from    human ", with: "  says    anybody\n  from    human ",
            are: """
                stories/en/money.txt:16: "says" needs "answer topic" or "urgent yes": what the words must be taken for
                """)
        try expectFaults(
            replacing: "  from    human ", with: "  urgent  yes\n  from    human ",
            are: """
                stories/en/money.txt:16: "urgent" needs "says": the own words that are taken for danger or not
                """)
        try expectFaults(
            replacing: "  answer  needs rent", with: "  answer  needs rent\n  urgent  perhaps",
            are: """
                stories/en/money.txt:8: "urgent" must be yes or no
                """)
    }

    @Test("Own words are told where the tree has no situations to compare them with")
    func noSituations() throws {
        let folder = try ContentFolder()
        try folder.write(StoryFolder.sound, to: file)
        try folder.expectFaults(
            "stories/en/money.txt:4: \"says\" needs situations to compare with; the tree has none")
    }

    @Test("A folder of stories in a language that has no words is told; the same name is free in each language")
    func languages() throws {
        let folder = try StoryFolder().folder
        try folder.copy("stories/en", to: "stories/de")
        try folder.expectFaults(
            "stories/de: a folder of stories is named like a folder of words; use one of: stories/en")
        try folder.copy("words/en", to: "words/de")
        try folder.expectFaults("")
    }

    @Test("Stories with a fault are not walked: all faults are thrown")
    func thrown() throws {
        let stories = try StoryFolder()
        try stories.folder.replace("ends    advice", with: "end     advice", in: file)
        let message = "unknown word \"end\", did you mean \"ends\"?"
        let faults = [
            ContentFault(file: file, line: 18, message: message),
            ContentFault(file: file, line: 14, message: "\"story whoever-answers\" has no \"ends\""),
        ]
        #expect(throws: ContentError.faults(faults)) { try stories.results() }
    }
}
