import Testing

@testable import ContentLibrary

@Suite("Texts that are cut or say nothing")
struct SilentTextTests {
    @Test("A # behind a text is told with what it takes away")
    func cut() throws {
        try expectFaults(
            in: "words/en/start.txt", replacing: "What is it about?", with: "What is # 2 about?",
            are: """
                words/en/start.txt:2: the text ends at "#": "2 about?" is a comment and is never shown; \
                give a comment a line of its own, or write the text without "#"
                """)
        let folder = try ContentFolder()
        try folder.replace(
            "\nconfirmed-no-messages The words\n", with: "\nconfirmed-no-messages The # words\n",
            in: "words/en/desk.txt")
        #expect(try folder.faults().contains("the text ends at \"#\": \"words\" is a comment and is never shown; "))
    }

    @Test("A comment on a line of its own, and a # within a word, cut nothing")
    func comments() throws {
        try expectFaults(
            in: "words/en/start.txt", replacing: "What is it about?", with: "What is C#?\n  # the first one", are: "")
    }

    @Test("A line of an outcome that tells nothing is told, beside others too")
    func tell() throws {
        let money = "words/en/money.txt"
        for silent in ["tell", "tell  –"] {
            try expectFaults(
                in: money, replacing: "  tell  There is help.", with: "  \(silent)",
                are: "words/en/money.txt:15: \"tell\" says nothing")
        }
        try expectFaults(
            in: money, replacing: "  tell  A worker listens.", with: "  tell  …",
            are: "words/en/money.txt:22: \"tell\" says nothing")
        try expectFaults(
            in: money, replacing: "  tell  A worker listens.", with: "  tell",
            are: "words/en/money.txt:20: \"advice\" has no \"tell\"")
    }

    @Test(
        "So is a line that may be left out",
        arguments: [
            ("money", "  prompt  How long have you had them?", "prompt", 18),
            ("money", "  hint   Choose what fits.", "hint", 7), ("services", "  bring  Your letters", "bring", 8),
            ("county", "  hours  Always", "hours", 11),
        ])
    func optional(file: String, old: String, key: String, line: Int) throws {
        try expectFaults(
            in: "words/en/\(file).txt", replacing: old, with: "  \(key)",
            are: "words/en/\(file).txt:\(line): \"\(key)\" says nothing")
    }
}
