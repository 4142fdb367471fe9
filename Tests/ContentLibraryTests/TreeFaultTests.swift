import Testing

@testable import ContentLibrary

@Suite("Faults in a tree file, with file and line")
struct TreeFaultTests {
    private let start = "tree/start.txt"
    private let money = "tree/money.txt"

    @Test("An unknown word is told, with the word that was meant")
    func unknownWord() throws {
        try expectFaults(
            in: start, replacing: "  option unknown -> talk", with: "  optoin unknown -> talk",
            are: """
                tree/start.txt:5: "topic" has no option "unknown": anyone may answer "I don't know"
                tree/start.txt:9: unknown word "optoin", did you mean "option"?
                """)
        try expectFaults(in: start, adding: "moon x", are: #"tree/start.txt:19: unknown word "moon""#)
        try expectFaults(
            in: money, replacing: "  ready budget   ", with: "  redy budget",
            are: """
                tree/money.txt:21: unknown word "redy", did you mean "ready"?
                """)
    }

    @Test("An id that is used already is told, with the place of the first one")
    func duplicateID() throws {
        let again = """
            outcome needs
              group elsewhere
            """
        try expectFaults(
            in: start, adding: again,
            are: """
                tree/start.txt:19: the id "needs" is taken already at tree/money.txt:1
                """)
    }

    @Test("Words, questions and outcomes share their ids", arguments: ["question", "ready"])
    func duplicateAcrossKinds(kind: String) throws {
        let folder = try ContentFolder()
        let lines = kind == "question" ? "question advice\n  kind one\n  option unknown -> advice" : "ready advice"
        try folder.append(lines, to: start)
        try folder.expectFaults("tree/start.txt:19: the id \"advice\" is taken already at tree/money.txt:24")
    }

    @Test("An arrow to nothing is told, with the id that was meant")
    func danglingArrow() throws {
        try expectFaults(
            in: start, replacing: "-> child-help", with: "-> chld-help",
            are: """
                tree/start.txt:8: no question or outcome is called "chld-help", did you mean "child-help"?
                tree/start.txt:16: no walk reaches the outcome "child-help"
                """)
        try expectFaults(
            in: money, replacing: "  then advice ", with: "  then moon ",
            are: """
                tree/money.txt:10: no question or outcome is called "moon"
                """)
    }

    @Test("An arrow cannot lead to a ready answer")
    func arrowToReady() throws {
        try expectFaults(
            in: start, replacing: "  option advice  -> advice", with: "  option advice  -> budget",
            are: """
                tree/start.txt:13: no question or outcome is called "budget"
                """)
    }

    @Test("An option that leads nowhere is told")
    func leadsNowhere() throws {
        try expectFaults(
            in: start, replacing: "  option unknown -> talk", with: "  option unknown",
            are: """
                tree/start.txt:9: "unknown" leads nowhere; write "-> id" after it or "then id" below
                """)
    }

    @Test(
        "An option is an id, or an id, an arrow and an id",
        arguments: [
            "option", "option advice ->", "option advice advice", "option advice => advice", "option a b c d",
        ])
    func optionForm(line: String) throws {
        try expectFaults(
            in: start, replacing: "  option advice  -> advice", with: "  " + line,
            are: """
                tree/start.txt:13: write "option id -> where it leads"
                words/en/start.txt:10: unknown word "advice"
                """)
    }

    @Test("An option that is defined twice is told")
    func optionTwice() throws {
        try expectFaults(
            in: money, replacing: "  option none\n", with: "  option debts\n  option none\n",
            are: """
                tree/money.txt:6: the option "debts" is defined twice in "needs"
                """)
    }

    @Test("A question without \"unknown\" is told")
    func noUnknown() throws {
        try expectFaults(
            in: start, replacing: "  option unknown -> advice      # 14\n", with: "\n",
            are: """
                tree/start.txt:11: "talk" has no option "unknown": anyone may answer "I don't know"
                """)
    }

    @Test("A question needs a kind, and a known one, once")
    func kind() throws {
        try expectFaults(
            in: start, replacing: "  kind one                      # 12\n", with: "\n",
            are: """
                tree/start.txt:11: "question talk" has no "kind"
                """)
        try expectFaults(
            in: start, replacing: "  kind one                      # 12", with: "  kind oen",
            are: """
                tree/start.txt:12: unknown kind "oen", did you mean "one"?
                """)
        try expectFaults(
            in: start, replacing: "  kind one                      # 12", with: "  kind yes-or-no",
            are: """
                tree/start.txt:12: unknown kind "yes-or-no"; use one of: one, several, words
                """)
        try expectFaults(
            in: start, replacing: "  option advice  -> advice", with: "  kind one\n  option advice -> advice",
            are: #"tree/start.txt:13: "kind" is defined twice; keep one"#)
    }

    @Test("A flag must be one of the known ones")
    func flag() throws {
        try expectFaults(
            in: money, replacing: "    flag soon", with: "    flag son",
            are: """
                tree/money.txt:4: unknown flag "son", did you mean "soon"?
                """)
        try expectFaults(
            in: money, replacing: "    flag soon", with: "    falg soon",
            are: """
                tree/money.txt:4: unknown word "falg", did you mean "flag"?
                """)
    }

    @Test("A thing that is named needs one id", arguments: ["question", "question a b", "outcome", "ready a b"])
    func oneID(line: String) throws {
        let key = line.prefix { $0 != " " }
        try expectFaults(in: start, adding: line, are: "tree/start.txt:19: \"\(key)\" needs one id after it")
    }

    @Test("A line that is indented too deep is told, not lost")
    func tooDeep() throws {
        try expectFaults(
            in: start, replacing: "\n  option advice  -> advice", with: "\n    option advice  -> advice",
            are: """
                tree/start.txt:13: "kind" takes no lines below it; indent this line by two
                words/en/start.txt:10: unknown word "advice"
                """)
        try expectFaults(
            in: money, replacing: "\n  book advice-money             # 26", with: "\n    book advice-money",
            are: """
                tree/money.txt:26: "group" takes no lines below it; indent this line by two
                """)
    }
}
