import SocialServices
import Testing

@testable import ContentLibrary

@Suite("A sentence in up to three forms")
struct SentenceFormTests {
    private let start = "words/en/start.txt"
    private let money = "words/en/money.txt"

    private func words(_ change: (ContentFolder) throws -> Void) throws -> Words {
        let folder = try ContentFolder()
        try change(folder)
        return try ContentReader.read(folder: folder.path).words(in: .english)
    }

    @Test("A form is said about whom it is for; without one the general sentence stands")
    func forms() throws {
        let words = try words { folder in
            try folder.replace(
                "  ask  What do you need?",
                with: """
                      ask  What do you need?
                        for-child  What does your child
                          need most?
                        for-other  What do they need?
                    """, in: money)
        }
        let asked = Subject.allCases.map { words.said(about: $0).questions["needs"]?.ask }
        #expect(asked == ["What do you need?", "What does your child need most?", "What do they need?"])
        let why = Subject.allCases.map { words.said(about: $0).questions["needs"]?.why }
        #expect(why == Array(repeating: "So we can prepare.", count: 3))
        #expect(words.said(about: .other).questions["story"] == words.questions["story"])
    }

    @Test("An option's form may have short words of its own, and takes the general ones otherwise")
    func options() throws {
        let words = try words { folder in
            try folder.replace(
                "    short  advice",
                with: """
                        short  advice
                        for-child  Somebody who knows children
                        for-other  Somebody for them
                          short  their advice
                    """, in: start)
        }
        let options = Subject.allCases.map { words.said(about: $0).questions["talk"]?.options["advice"] }
        #expect(
            options.map { $0?.text } == [
                "Somebody who gives advice", "Somebody who knows children", "Somebody for them",
            ])
        #expect(options.map { $0?.short } == ["advice", "advice", "their advice"])
    }

    @Test("An outcome, a ready answer, a service, an appointment and a phrase have forms too")
    func others() throws {
        let words = try words { folder in
            try folder.replace("a time here.", with: "a time here.\n    for-other  They can book.", in: money)
            try folder.replace("title  A budget", with: "title  A budget\n    for-other  Their budget", in: money)
            try folder.replace(
                "bring  Your letters", with: "bring  Your letters\n    for-other  Their letters",
                in: "words/en/services.txt")
            try folder.replace(
                "meeting  We talk.", with: "meeting  We talk.\n    for-other  We talk of them.",
                in: "words/en/services.txt")
            try folder.append("\n  for-other  NOT THEIRS", to: "words/en/desk.txt")
        }
        let other = words.said(about: .other)
        #expect(other.outcomes["debt-help"]?.tell == ["There is help.", "They can book."])
        #expect(other.readyAnswers["budget"]?.title == "Their budget")
        #expect(other.services["debt-advice"]?.bring == ["Their letters"])
        #expect(other.appointments["advice-money"]?.meeting == ["We talk of them."])
        #expect(words.outcomes["debt-help"]?.tell == ["There is help.", "You can book a time here."])
        #expect(words.said(about: .child).outcomes == words.outcomes)
        let last = try #require(PhraseCatalogue.all.entries.first { other.phrases[$0.key] == "NOT THEIRS" })
        #expect(words.phrases[last.key] != "NOT THEIRS")
    }

    @Test("The flags of the answers say whose matter it is")
    func subject() {
        #expect(Subject([]) == .me)
        #expect(Subject([.child, .soon]) == .me)
        #expect(Subject([.child, .ownChild]) == .child)
        #expect(Subject([.forSomeoneElse]) == .other)
        #expect(Subject([.forSomeoneElse, .child, .ownChild]) == .other)
    }

    @Test("An unknown form, a second one and an empty one are told")
    func unknown() throws {
        try expectFaults(
            in: money, replacing: "  ask  What do you need?",
            with: "  ask  What do you need?\n    for-othr  What do they need?",
            are: """
                words/en/money.txt:3: unknown word "for-othr", did you mean "for-other"?
                """)
        try expectFaults(
            in: money, replacing: "  ask  What do you need?",
            with: "  ask  What do you need?\n    for-other  They?\n    for-other  What do they need?\n    for-child",
            are: """
                words/en/money.txt:4: "for-other" is defined twice; keep one
                words/en/money.txt:5: "for-child" is empty
                """)
    }

    @Test("A form that reads the same as the general sentence is told")
    func same() throws {
        try expectFaults(
            in: money, replacing: "  ask  What do you need?",
            with: "  ask  What do you need?\n    for-other  What do\n      you need?",
            are: """
                words/en/money.txt:3: "for-other" reads the same as the sentence above it; take it away
                """)
        try expectFaults(
            in: money, replacing: "  rent   Help with rent",
            with: "  rent   Help with rent\n    for-other  Help with rent\n      short  their rent", are: "")
    }

    @Test("A line that is said in one form only takes none")
    func oneForm() throws {
        try expectFaults(
            in: money, replacing: "  ask  What do you need?",
            with: "  ask  What do you need?\n  staff  Ask gently.\n    for-other  Ask more.",
            are: """
                words/en/money.txt:4: "staff" has no "for-other": it is said in one form only
                """)
        try expectFaults(
            in: "words/en/services.txt", replacing: "  name  Debt advice",
            with: "  name  Debt advice\n    for-child  Advice",
            are: """
                words/en/services.txt:7: "name" has no "for-child": it is said in one form only
                """)
    }

    @Test("Below an option's form stands its short form only")
    func belowOption() throws {
        try expectFaults(
            in: money, replacing: "  rent   Help with rent",
            with: "  rent   Help with rent\n    for-other  Their rent\n      shrt  their rent",
            are: """
                words/en/money.txt:7: unknown word "shrt", did you mean "short"?
                """)
    }

    @Test("Two options whose forms read the same are told at the form")
    func sameOptions() throws {
        try expectFaults(
            in: money, replacing: "  rent   Help with rent",
            with: "  rent   Help with rent\n    for-other  Help with debts",
            are: """
                words/en/money.txt:6: the option "rent" reads the same as "debts": Help with debts
                """)
    }

    @Test("A form of a phrase has the phrase's blanks")
    func blanks() throws {
        let folder = try ContentFolder()
        let line = "\nsuggestion The words {title}"
        try folder.replace(line, with: line + "\n  for-other  {name}", in: "words/en/desk.txt")
        let faults = try folder.faults()
        #expect(faults.contains(#""suggestion" has an unknown blank, {name}"#))
        #expect(faults.contains(#""suggestion" is missing {title}"#))
    }

    @Test("A form that one language has and another lacks is told where it is missing")
    func languages() throws {
        let folder = try ContentFolder()
        try folder.copy("words/en", to: "words/sv")
        try folder.replace(
            "  ask  What do you need?", with: "  ask  What do you need?\n    for-other  What do they need?", in: money
        )
        try folder.expectFaults(
            """
            words/sv/money.txt:2: "ask" of "needs" has no "for-other" here, as it has in en; write it in every language or in none
            """)
    }

    @Test("What becomes of a form is told of two states of the content")
    func difference() throws {
        let folder = try ContentFolder()
        let before = try ContentReader.read(folder: folder.path)
        try folder.replace(
            "  ask  What do you need?", with: "  ask  What do you need?\n    for-other  What do they need?", in: money
        )
        let after = try ContentReader.read(folder: folder.path)
        let names = Set(ContentInventory(of: after).values.names).subtracting(
            ContentInventory(of: before).values.names)
        #expect(names.map(\.part) == ["ask for-other"])
    }
}
