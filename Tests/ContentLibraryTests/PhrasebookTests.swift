import Mapper
import OwnWords
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("What people say in their own words: situations/")
struct PhrasebookTests {
    private let folder: ContentFolder

    init() throws {
        folder = try ContentFolder()
        try folder.append(
            """
            situation money
              group working-age
              answer money
            situation danger
              group urgent
            """, to: "tree/start.txt")
        try folder.write("phrase unpaid bills\nheld-back I owe rent\n", to: "situations/en/money.txt")
        try folder.write(
            "lead -0.5\nsign knife\nphrase he is hitting me\n", to: "situations/en/danger.txt")
    }

    private func read() throws -> (Phrasebook, String) {
        let situations = try ContentReader.read(folder: folder.path).situations
        let (book, faults) = try PhrasebookReader.readWithFaults(folder: folder.path, situations: situations)
        return (book, faults.map(\.description).joined(separator: "\n"))
    }

    private func expectFaults(_ expected: String, at place: SourceLocation = #_sourceLocation) throws {
        #expect(try read().1 == expected, sourceLocation: place)
    }

    @Test("Phrases are learned from, those held out are not")
    func phrases() throws {
        let (book, faults) = try read()
        #expect(faults == "")
        #expect(
            book.learned[.english] == [
                ExamplePhrase(situation: "danger", text: "he is hitting me"),
                ExamplePhrase(situation: "money", text: "unpaid bills"),
            ])
        #expect(book.heldOut[.english] == [ExamplePhrase(situation: "money", text: "I owe rent")])
        #expect(book.signs == [DangerSign("knife")])
        #expect(book.dangerLeads == [.english: DangerLeads(sure: -0.5, possible: -0.5)])
    }

    @Test("Phrases of a language that nobody thought of need a folder and no code")
    func fourthLanguage() throws {
        try folder.write("phrase lacag la'aan\n", to: "situations/so/money.txt")
        try folder.write("phrase waa i garaacayaa\n", to: "situations/so/danger.txt")
        let (book, faults) = try read()
        #expect(faults == "")
        let somali = try #require(Language(rawValue: "so"))
        let match = book.matcher().match("lacag ma haysto", in: somali)
        #expect(match.ranked.first?.situation.id == "money")
    }

    @Test("Each fault is told with its place")
    func faults() throws {
        try folder.write(
            """
            phrase unpaid bills
            phrase unpaid bills
            held-back unpaid bills
            phrase
            prase too late
            sign knife
            """, to: "situations/en/money.txt")
        try folder.write("lead far\nlead 1\nphrase x\n", to: "situations/en/danger.txt")
        try expectFaults(
            """
            situations/en/danger.txt:2: "lead" is defined twice; keep one
            situations/en/danger.txt:1: "lead" needs a number, for example -0.5
            situations/en/money.txt:5: unknown word "prase", did you mean "phrase"?
            situations/en/money.txt:6: unknown word "sign"
            situations/en/money.txt:2: this phrase is already at situations/en/money.txt:1; keep one
            situations/en/money.txt:3: this phrase is already at situations/en/money.txt:1; keep one
            situations/en/money.txt:4: "phrase" needs words after it
            """)
    }

    @Test("What one hand wrote is known to be of one hand, and stands in blocks")
    func hands() throws {
        try folder.write(
            "phrase unpaid bills\nhand anna   # a nurse\n  phrase bailiff\nhand bo\n  held-back rent\n",
            to: "situations/en/money.txt")
        try folder.write("phrase he is hitting me\nhand anna\n  phrase knife\n", to: "situations/en/danger.txt")
        let (book, faults) = try read()
        #expect(faults == "")
        #expect(
            book.learned[.english]?.filter { $0.hand != nil } == [
                ExamplePhrase(situation: "danger", text: "knife", hand: "anna"),
                ExamplePhrase(situation: "money", text: "bailiff", hand: "anna"),
            ])
        #expect(book.heldOut[.english] == [ExamplePhrase(situation: "money", text: "rent", hand: "bo")])
    }

    @Test("What one hand wrote is either learned from or held back, in all files of the language")
    func mixedHand() throws {
        try folder.write(
            "hand anna\n  held-back bailiff\n  held-back rent\nhand\n  phrase x\nhand bo\n  sign x\n",
            to: "situations/en/money.txt")
        try folder.write("hand anna\n  phrase knife\n", to: "situations/en/danger.txt")
        try expectFaults(
            """
            situations/en/money.txt:2: what the hand "anna" wrote is learned from, or all of it is held back; here is the first of the other kind
            situations/en/money.txt:4: "hand" needs one id after it
            situations/en/money.txt:7: unknown word "sign"
            """)
    }

    @Test("Possible danger is told from a lower lead on than what is sure")
    func possible() throws {
        try folder.write("lead 0.5\npossible -2\nphrase x\n", to: "situations/en/danger.txt")
        let (book, faults) = try read()
        #expect(faults == "")
        #expect(book.dangerLeads == [.english: DangerLeads(sure: 0.5, possible: -2)])
        try folder.write("lead -1\npossible 2\nphrase x\n", to: "situations/en/danger.txt")
        try expectFaults(
            "situations/en/danger.txt:2: \"possible\" is looser than \"lead\": give it -1.0 or less")
        try folder.write("possible 2\nphrase x\n", to: "situations/en/danger.txt")
        try expectFaults("situations/en/danger.txt:1: \"possible\" stands beside \"lead\"; add a lead")
    }

    @Test("A situation that is no matter has no outcomes and no answer")
    func nothing() throws {
        try folder.append(
            """
            situation smalltalk
              nothing yes
            """, to: "tree/start.txt")
        try folder.write("phrase hello\n", to: "situations/en/smalltalk.txt")
        #expect(try read().1 == "")
        let situations = try ContentReader.read(folder: folder.path).situations
        #expect(situations.last == Situation(id: "smalltalk", group: nil))
    }

    @Test("Cries and signs stand under what they mean, with lists of words")
    func dangers() throws {
        try folder.write("danger hit\n", to: "situations/dangers.txt")
        try folder.write(
            """
            filler now please
            list dad dad stepdad
            danger hit
              cry <dad>|mum hits*
              short hits <dad>
              sign strangl me!
            """, to: "situations/en/cries.txt")
        let (book, faults) = try read()
        #expect(faults == "")
        #expect(book.cries == [DangerCry("dad|stepdad|mum hits*")])
        #expect(
            book.signs == [
                DangerSign("knife"), DangerSign("hits dad!|stepdad!", isForShortTexts: true),
                DangerSign("strangl me!"),
            ])
        #expect(book.fillers == ["now please"])
    }

    @Test("Each fault among the words of danger is told with its place")
    func dangerFaults() throws {
        try folder.write("danger hit\ndanger hit\ndanger\ndangr fire\n", to: "situations/dangers.txt")
        try folder.write(
            """
            filler
            list dad
            list me me
            list me us
            danger hits
              cry <mee> hits
              cry ?!
              crie dad hits
            danger hit
            danger hit
              cry dad hits
            """, to: "situations/en/cries.txt")
        try expectFaults(
            """
            situations/dangers.txt:4: unknown word "dangr", did you mean "danger"?
            situations/dangers.txt:2: the danger "hit" is defined twice; keep one
            situations/dangers.txt:3: "danger" needs one id after it
            situations/en/cries.txt:2: "list" needs a name and words after it
            situations/en/cries.txt:4: the list "me" is defined twice; keep one
            situations/en/cries.txt:1: "filler" needs words after it
            situations/en/cries.txt:5: situations/dangers.txt has no danger "hits", did you mean "hit"?
            situations/en/cries.txt:8: unknown word "crie"
            situations/en/cries.txt:6: no list is called "mee", did you mean "me"?
            situations/en/cries.txt:7: "cry" needs words after it
            situations/en/cries.txt:10: the danger "hit" is defined twice; keep one
            """)
        try folder.remove("situations/en/cries.txt")
        try folder.write("danger hit\n", to: "situations/dangers.txt")
        try expectFaults("situations/en: no words of danger; add them to cries.txt")
    }

    @Test("A file of no situation, and a situation without a file, are told")
    func files() throws {
        try folder.copy("situations/en/money.txt", to: "situations/en/mony.txt")
        try folder.remove("situations/en/money.txt")
        try folder.write("", to: "situations/notes/money.txt")
        try expectFaults(
            """
            situations/en/mony.txt: no situation is called "mony", did you mean "money"?
            situations/en: no phrases for the situation "money"; add them to money.txt
            situations/notes: a folder of situations is named by two letters, for example situations/fi
            """)
    }

    @Test("A missing folder is told where the tree knows situations")
    func noFolder() throws {
        try folder.remove("situations")
        try expectFaults(
            "situations: this folder is missing: the tree has situations, but no file has phrases for them")
    }

    @Test("Faults of a situation in the tree are told with their place")
    func situations() throws {
        try folder.append(
            """
            situation money
              group working-age
            situation child
              group child-protection
              answer chld
            situation rent
              group working-age
              answer money
            situation lost
              group elsewhere
            """, to: "tree/start.txt")
        try folder.expectFaults(
            """
            situations/en: no phrases for the situation "child"; add them to child.txt
            situations/en: no phrases for the situation "lost"; add them to lost.txt
            situations/en: no phrases for the situation "rent"; add them to rent.txt
            tree/start.txt:24: the situation "money" is defined twice; keep one
            tree/start.txt:28: no option of "topic" is called "chld", did you mean "child"?
            tree/start.txt:31: "money" is the answer of the situation "money" already
            tree/start.txt:32: "situation lost" has no "answer": the option of the first question it stands for
            """)
    }
}
