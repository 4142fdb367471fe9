import Testing

@testable import ContentLibrary

@Suite("Faults in a language's words, with file and line")
struct WordsFaultTests {
    private let start = "words/en/start.txt"
    private let money = "words/en/money.txt"

    @Test("An option without words is told")
    func optionLacks() throws {
        try expectFaults(
            in: start, replacing: "  child  A child\n", with: "\n",
            are: """
                words/en/start.txt:1: "topic" has no words for the option "child"
                """)
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child",
            are: """
                words/en/start.txt:5: "child" is empty
                """)
    }

    @Test("Words for \"unknown\" may be left out, and may be written")
    func unknownOption() throws {
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child  A child\n  unknown  No idea", are: "")
    }

    @Test("Words for an option that the question lacks are told, with what was meant")
    func strangeOption() throws {
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child  A child\n  chidl  A child",
            are: """
                words/en/start.txt:6: unknown word "chidl", did you mean "child"?
                """)
    }

    @Test("An option that is defined twice is told")
    func optionTwice() throws {
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child  A child\n  child  Children",
            are: """
                words/en/start.txt:6: "child" is defined twice; keep one
                """)
    }

    @Test("What belongs under an option is its short form only")
    func underOption() throws {
        try expectFaults(
            in: start, replacing: "    short  advice", with: "    shrt  advice",
            are: """
                words/en/start.txt:11: unknown word "shrt", did you mean "short"?
                """)
    }

    @Test("A question needs words to ask it, and why", arguments: ["ask", "why"])
    func question(key: String) throws {
        let old = key == "ask" ? "  ask  Who would you like to talk to?" : "  why  Each worker knows other things."
        let line = key == "ask" ? 8 : 9
        try expectFaults(in: start, replacing: old, with: "", are: "words/en/start.txt:7: \"talk\" has no \"\(key)\"")
        try expectFaults(
            in: start, replacing: old, with: "  " + key, are: "words/en/start.txt:\(line): \"\(key)\" is empty")
    }

    @Test("An outcome and a ready answer need a title and something to tell")
    func outcome() throws {
        try expectFaults(
            in: money, replacing: "  title  Advice", with: "",
            are: """
                words/en/money.txt:20: "advice" has no "title"
                """)
        try expectFaults(
            in: money, replacing: "  tell  A worker listens.", with: "",
            are: """
                words/en/money.txt:20: "advice" has no "tell"
                """)
        try expectFaults(
            in: money, replacing: "  tell  Write down what you spend.", with: "  tell",
            are: """
                words/en/money.txt:24: "ready budget" has no "tell"
                """)
    }

    @Test("A service, an appointment, a contact and the county need their words")
    func others() throws {
        let services = "words/en/services.txt"
        let county = "words/en/county.txt"
        try expectFaults(
            in: services, replacing: "  official  Financial and debt advice", with: "",
            are: """
                words/en/services.txt:5: "service debt-advice" has no "official"
                """)
        try expectFaults(
            in: services, replacing: "  meeting  We talk.", with: "",
            are: """
                words/en/services.txt:9: "appointment advice-money" has no "meeting"
                """)
        try expectFaults(
            in: services, replacing: "  prompt  What worries you most?", with: "",
            are: """
                words/en/services.txt:9: "appointment advice-money" has no "prompt"
                """)
        try expectFaults(
            in: county, replacing: "  tell  When you need help now.", with: "",
            are: """
                words/en/county.txt:8: "contact helpline" has no "tell"
                """)
        try expectFaults(
            in: county, replacing: "  name  Joensuu", with: "",
            are: """
                words/en/county.txt:4: "municipality 167" has no "name"
                """)
    }

    @Test("Words that are defined twice are told, with the place of the first ones")
    func twice() throws {
        try expectFaults(
            in: money, adding: "talk\n  ask  Who?\n  why  So.\n  advice  Advice",
            are: """
                words/en/start.txt:7: the words of "talk" are already defined at words/en/money.txt:27
                """)
        try expectFaults(
            in: "words/en/services.txt", adding: "contact kela\n  name  Kela\n  tell  Benefits.",
            are: """
                words/en/services.txt:13: the words of "contact kela" are already defined at words/en/county.txt:12
                """)
    }

    @Test("Words for a question or an outcome that does not exist are told, with what was meant")
    func strangeEntry() throws {
        try expectFaults(
            in: money, adding: "topics\n  ask  What?",
            are: """
                words/en/money.txt:27: no question or outcome is called "topics", did you mean "topic"?
                """)
    }

    @Test("Words of a kind that does not exist are told, with what was meant")
    func strangeKind() throws {
        try expectFaults(
            in: money, adding: "contakt kela\n  name  Kela",
            are: """
                words/en/money.txt:27: unknown word "contakt", did you mean "contact"?
                """)
    }

    @Test(
        "Words for something that no other file has are told",
        arguments: [
            ("contact", "contact", "kelaa", "name X\n  tell Y", "kela"),
            ("service", "service", "debt-advise", "name X\n  official Y", "debt-advice"),
            ("appointment", "appointment", "advice-mony", "name X\n  meeting Y\n  prompt Z", "advice-money"),
            ("ready", "ready answer", "budgets", "title X\n  tell Y", "budget"),
            ("task", "task", "working-aged", "name X", "working-age"),
            ("municipality", "municipality", "176", "name X", "167"),
            ("office", "office", "townhall", "name X", "town-hall"),
        ])
    func dangling(key: String, kind: String, id: String, lines: String, meant: String) throws {
        try expectFaults(
            in: money, adding: "\(key) \(id)\n  \(lines)",
            are: """
                words/en/money.txt:27: no \(kind) is called "\(id)", did you mean "\(meant)"?
                """)
    }

    @Test("A hint for the staff is one line that says something, of a question or an outcome")
    func staffHint() throws {
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child  A child\n  staff  Ask softly.", are: "")
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child  A child\n  staff",
            are: """
                words/en/start.txt:6: "staff" is empty
                """)
        try expectFaults(
            in: start, replacing: "  child  A child", with: "  child  A child\n  staff  One\n  staff  Two",
            are: """
                words/en/start.txt:7: "staff" is defined twice; keep one
                """)
    }
}
