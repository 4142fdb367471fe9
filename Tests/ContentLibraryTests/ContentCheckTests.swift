import Mapper
import Testing

@testable import ContentLibrary

@Suite("Checks over a whole content folder")
struct ContentCheckTests {
    private let start = "tree/start.txt"
    private let money = "tree/money.txt"

    @Test("Sound content has no fault, and is counted")
    func sound() throws {
        let folder = try ContentFolder()
        let check = try folder.check()
        #expect(check.faults.isEmpty)
        #expect(check.remarks.isEmpty)
        #expect(check.questions == 5)
        #expect(check.options == 12)
        #expect(check.longestPath == 3)
        // The two options of talk, one to the child's help; debts, rent, none, unknown and debts with rent: the
        // first two lead to the story, which is told or not.
        #expect(check.paths == 2 + 1 + (2 + 2 + 1 + 1 + 1))
    }

    @Test("A question that no walk reaches is told, and what only it leads to")
    func unreachable() throws {
        let folder = try ContentFolder()
        let island = """
            question island
              kind one
              option unknown -> beach
            outcome beach
              group elsewhere
              contact kela
            """
        try folder.append(island, to: start)
        try folder.append("island\n  ask  A?\n  why  B.\nbeach\n  title  C\n  tell  D", to: "words/en/start.txt")
        try folder.expectFaults(
            """
            tree/start.txt:19: no walk reaches the question "island"
            tree/start.txt:22: no walk reaches the outcome "beach"
            """)
    }

    @Test("A circle is told where it closes, with the way it takes")
    func circle() throws {
        try expectFaults(
            in: money, replacing: "  option unknown                # 14", with: "  option unknown -> needs",
            are: """
                tree/money.txt:12: the questions lead in a circle: needs -> story -> needs
                """)
    }

    @Test("A walk that is too long is told at the start")
    func tooLong() throws {
        try expectFaults(
            in: start, replacing: "longest 3", with: "longest 2",
            are: """
                tree/start.txt:5: the longest walk asks 3 questions; at most 2 are allowed
                """)
    }

    @Test("The way to a human being may not be too long either")
    func tooLongToHuman() throws {
        let folder = try ContentFolder()
        try folder.replace("human talk", with: "human first", in: start)
        let detour = (1...3).map { number in
            "question \(["first", "second", "third"][number - 1])\n  kind one\n"
                + "  option unknown -> \(["second", "third", "talk"][number - 1])"
        }
        try folder.append(detour.joined(separator: "\n"), to: start)
        for id in ["first", "second", "third"] {
            try folder.append("\(id)\n  ask  A?\n  why  B.", to: "words/en/start.txt")
        }
        try folder.expectFaults("tree/start.txt:5: the longest walk asks 4 questions; at most 3 are allowed")
    }

    @Test("An answer for which no route holds is told with its option")
    func noRoute() throws {
        try expectFaults(
            in: money, replacing: "  then advice                   # 10\n", with: "\n",
            are: """
                tree/money.txt:1: the option "unknown" of "needs" leads nowhere: no "then" line holds for it
                """)
    }

    @Test("Own words that lead nowhere are told as such")
    func wordsLeadNowhere() throws {
        try expectFaults(
            in: money, replacing: "  option unknown                # 14\n  then debt-help",
            with: "  option unknown -> debt-help",
            are: """
                tree/money.txt:12: the answer in own words of "story" leads nowhere: no "then" line holds for it
                """)
    }

    @Test("Faults come by file and line, of all files at once")
    func order() throws {
        let folder = try ContentFolder()
        try folder.replace("  kind words", with: "  kind wirds", in: money)
        try folder.replace("  required yes", with: "  required ja", in: "county.txt")
        try folder.append("moon", to: "words/en/money.txt")
        try folder.replace("    flag soon", with: "    flag moon", in: money)
        try folder.expectFaults(
            """
            county.txt:11: "required" must be yes or no
            tree/money.txt:4: unknown flag "moon", did you mean "soon"?
            tree/money.txt:13: unknown kind "wirds", did you mean "words"?
            words/en/money.txt:27: no question or outcome is called "moon"
            """)
    }

    @Test("Tabs mixed with spaces are told, and what they leave out")
    func tabs() throws {
        try expectFaults(
            in: start, replacing: "  option child   -> child-help", with: "\toption child   -> child-help",
            are: """
                tree/start.txt:8: a tab in the indentation; use spaces only
                tree/start.txt:16: no walk reaches the outcome "child-help"
                words/en/start.txt:5: unknown word "child"
                """)
    }

    @Test("Bytes that are not UTF-8 are told, and what they leave out")
    func notUTF8() throws {
        let folder = try ContentFolder()
        let latin1 = Array("talk\n  ask  ".utf8) + [0xC4] + Array("r det?\n  why  So.\n".utf8)
        try folder.replace("talk\n", with: "", in: "words/en/start.txt")
        try folder.replace("  ask  Who would you like to talk to?\n", with: "", in: "words/en/start.txt")
        try folder.replace("  why  Each worker knows other things.\n", with: "", in: "words/en/start.txt")
        try folder.replace("  advice  Somebody who gives advice\n", with: "", in: "words/en/start.txt")
        try folder.replace("    short  advice\n", with: "", in: "words/en/start.txt")
        try folder.write(latin1 + Array("  advice  Advice\n".utf8), to: "words/en/talk.txt")
        try folder.expectFaults(
            """
            words/en/talk.txt:1: "talk" has no "ask"
            words/en/talk.txt:2: bytes that are not UTF-8; save the file as UTF-8
            """)
    }

    @Test("A number that a real county must give is remarked on, and is no fault")
    func required() throws {
        let folder = try ContentFolder()
        try folder.replace("  website www.kela.fi", with: "  required yes\n  instead helpline", in: "county.txt")
        try folder.append("contact police\n  required yes", to: "county.txt")
        try folder.append("contact police\n  name  Police\n  tell  When there is danger.", to: "words/en/county.txt")
        let check = try folder.check()
        #expect(check.faults.isEmpty)
        #expect(
            check.remarks.map(\.description) == [
                #"note: county.txt:15: a real county must give the number of "kela"; 112 is shown instead"#,
                #"note: county.txt:18: a real county must give the number of "police"; no number is shown"#,
                #"note: county.txt:18: nothing leads to the contact "police"; name it in an outcome, or take it away"#,
            ])
    }

    @Test("The way to a human being ends where something can be booked or somebody called")
    func humanEnds() throws {
        let folder = try ContentFolder()
        try folder.replace("  book advice-money             # 26", with: "  ready budget", in: money)
        let told = #"tree/money.txt:24: the way to a human being ends at "advice", where nothing can be booked "#
        try folder.expectFaults(told + "and nobody called")
        try folder.append("  contact kela", to: money)
        try folder.expectFaults(told + "and nobody called")
        try folder.replace("  ready budget\n\nready", with: "  ready budget\n  contact helpline\nready", in: money)
        try folder.expectFaults("")
    }

    @Test("A tree that is too much to survey is told, and nothing of it is called unreachable")
    func tooManyWays() throws {
        let folder = try ContentFolder()
        var reader = ContentReader(folder: folder.path)
        let content = try reader.readWithFaults().0
        let check = WalkCheck(of: Walks(of: content.tree, limit: 2), in: content, outlines: reader.outlines)
        let told = "there are too many ways through the tree to look at each; let \"when\" ask about nearer questions"
        #expect(check.faults.map(\.description) == ["tree/start.txt:5: " + told])
    }

    @Test("Urgent help leads to an outcome of its group")
    func urgentEnds() throws {
        try expectFaults(
            in: "tree/urgent.txt", replacing: "urgent danger", with: "urgent talk",
            are: """
                tree/urgent.txt:1: no walk from "talk" reaches an outcome of the group urgent
                tree/urgent.txt:2: no walk reaches the question "danger"
                tree/urgent.txt:6: no walk reaches the outcome "call-now"
                """)
    }

    @Test("The short form of an option may not read like another's, nor may an option like the desk's \"unknown\"")
    func sameWords() throws {
        let words = "words/en/start.txt"
        try expectFaults(
            in: words, replacing: "  child  A child", with: "  child  A child\n    short  MONEY",
            are: #"words/en/start.txt:6: in short the option "child" reads the same as "money": MONEY"#)
        try expectFaults(
            in: words, replacing: "  child  A child", with: "  child  the words",
            are: #"words/en/start.txt:5: the option "child" reads the same as "unknown": the words"#)
        try expectFaults(
            in: words, replacing: "  child  A child", with: "  child  A child\n  unknown  A  CHILD",
            are: #"words/en/start.txt:6: the option "unknown" reads the same as "child": A  CHILD"#)
    }
}
