import Mapper
import Testing

@testable import ContentLibrary

@Suite("Faults in the ways through the tree, with file and line")
struct RouteFaultTests {
    private let start = "tree/start.txt"
    private let money = "tree/money.txt"
    private let route = "  then debt-help when needs debts and needs rent"

    @Test(
        "A route is an id, or an id, \"when\", a question and an option",
        arguments: [
            "then", "then debt-help when", "then debt-help when needs", "then debt-help if needs debts",
            "then debt-help advice",
        ])
    func routeForm(line: String) throws {
        try expectFaults(
            in: money, replacing: route, with: "  " + line,
            are: """
                tree/money.txt:8: write "then id" or "then id when question option"
                """)
    }

    @Test(
        "Each side of \"and\" needs a question and an option", arguments: ["and", "and needs", "and and needs rent"])
    func and(tail: String) throws {
        try expectFaults(
            in: money, replacing: route, with: "  then debt-help when needs debts " + tail,
            are: """
                tree/money.txt:8: a condition needs a question and at least one of its options
                """)
    }

    @Test("A condition on a question that does not exist is told")
    func conditionQuestion() throws {
        try expectFaults(
            in: money, replacing: route, with: "  then debt-help when topic money and neds rent",
            are: """
                tree/money.txt:8: no question is called "neds", did you mean "needs"?
                """)
    }

    @Test("A condition on an option that does not exist is told")
    func conditionOption() throws {
        try expectFaults(
            in: money, replacing: route, with: "  then debt-help when needs debts rents",
            are: """
                tree/money.txt:8: no option of "needs" is called "rents", did you mean "rent"?
                """)
    }

    @Test("An outcome that mentions what no other file has is told, with what was meant")
    func danglingMentions() throws {
        try expectFaults(
            in: money, replacing: "  service debt-advice", with: "  service dept-advice",
            are: """
                tree/money.txt:19: no service is called "dept-advice", did you mean "debt-advice"?
                """)
        try expectFaults(
            in: money, replacing: "  book advice-money             # 26", with: "  book advice-mony",
            are: """
                tree/money.txt:26: no appointment is called "advice-mony", did you mean "advice-money"?
                """)
        try expectFaults(
            in: money, replacing: "  ready budget  ", with: "  ready moon",
            are: """
                tree/money.txt:21: no ready answer is called "moon"
                """)
        try expectFaults(
            in: start, replacing: "  contact helpline", with: "  contact helplin",
            are: """
                tree/start.txt:18: no contact is called "helplin", did you mean "helpline"?
                """)
        try expectFaults(
            in: money, replacing: "ready budget                    # 28\n  contact kela",
            with: "ready budget\n  contact kelo",
            are: """
                tree/money.txt:29: no contact is called "kelo", did you mean "kela"?
                """)
    }

    @Test("An outcome needs a group, and a known one")
    func group() throws {
        try expectFaults(
            in: start, replacing: "  group child-protection", with: "  group child-protecton",
            are: """
                tree/start.txt:17: unknown group "child-protecton", did you mean "child-protection"?
                """)
        try expectFaults(
            in: start, replacing: "  group child-protection\n", with: "\n",
            are: """
                tree/start.txt:16: "outcome child-help" has no "group"
                """)
    }

    @Test("A tree without a start is told")
    func noStart() throws {
        try expectFaults(
            in: start, replacing: "start topic", with: "# nothing",
            are: """
                tree/money.txt: no file of the tree says "start" and a question
                tree/money.txt:1: no walk reaches the question "needs"
                tree/money.txt:12: no walk reaches the question "story"
                tree/money.txt:17: no walk reaches the outcome "debt-help"
                tree/start.txt:5: no walk reaches the question "topic"
                tree/start.txt:16: no walk reaches the outcome "child-help"
                """)
    }

    /// The faults of reading alone: a walk from a wrong start reaches nothing, and all of that would be told too.
    private func expectReadingFaults(replacing old: String, with new: String, are expected: String...) throws {
        let folder = try ContentFolder()
        try folder.replace(old, with: new, in: start)
        var reader = ContentReader(folder: folder.path)
        let found = try reader.readWithFaults().1.map(\.description)
        #expect(found == expected)
    }

    @Test("The start is a question that exists, told once")
    func startQuestion() throws {
        try expectReadingFaults(
            replacing: "start topic", with: "start advice",
            are: #"tree/start.txt:1: "start" must lead to a question; "advice" is an outcome"#)
        try expectReadingFaults(
            replacing: "start topic", with: "start topc",
            are: #"tree/start.txt:1: no question or outcome is called "topc", did you mean "topic"?"#)
        try expectReadingFaults(
            replacing: "start topic", with: "start topic talk",
            are: #"tree/start.txt:1: "start" needs one id after it"#)
        try expectFaults(
            in: money, adding: "start topic", are: #"tree/start.txt:1: "start" is defined twice; keep one"#)
    }

    @Test("The way to a human being is a question that exists, told once")
    func humanQuestion() throws {
        try expectFaults(
            in: start, replacing: "human talk", with: "human advice",
            are: #"tree/start.txt:2: "human" must lead to a question; "advice" is an outcome"#)
        try expectFaults(
            in: start, replacing: "human talk", with: "human tlak",
            are: #"tree/start.txt:2: no question or outcome is called "tlak", did you mean "talk"?"#)
        try expectFaults(
            in: start, replacing: "human talk", with: "human",
            are: #"tree/start.txt:2: "human" needs one id after it"#)
        try expectFaults(
            in: start, adding: "human talk", are: #"tree/start.txt:19: "human" is defined twice; keep one"#)
    }

    @Test("A tree without a way to a human being or to urgent help is told")
    func noOtherEntrance() throws {
        try expectFaults(
            in: start, replacing: "human talk\n", with: "\n",
            are: #"tree/money.txt: no file of the tree says "human" and a question"#)
        let folder = try ContentFolder()
        try folder.replace("urgent danger\n", with: "\n", in: "tree/urgent.txt")
        var reader = ContentReader(folder: folder.path)
        let found = try reader.readWithFaults().1.map(\.description)
        #expect(found == [#"tree/money.txt: no file of the tree says "urgent" and a question"#])
    }

    @Test("\"Describes\" is yes or no")
    func describes() throws {
        try expectFaults(
            in: start, replacing: "  describes yes", with: "  describes no",
            are: """
                tree/start.txt:13: the option "advice" of "talk" changes nothing: it leads where "unknown" leads; \
                give it a way of its own or a flag, or write "describes yes" where answers only tell the \
                professional more
                """)
        let folder = try ContentFolder()
        try folder.replace("  describes yes", with: "  describes it", in: start)
        #expect(try folder.faults().hasPrefix(#"tree/start.txt:13: the option "advice" of "talk" changes nothing"#))
        #expect(try folder.faults().hasSuffix(#"tree/start.txt:15: "describes" must be yes or no"#))
    }

    @Test(
        "The longest walk is a number from 1 up", arguments: ["longest 0", "longest -1", "longest three", "longest"])
    func longest(line: String) throws {
        try expectReadingFaults(
            replacing: "longest 3", with: line, are: #"tree/start.txt:3: "longest" needs a number from 1 up"#)
    }
}
