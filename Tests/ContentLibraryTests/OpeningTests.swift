import Foundation
import Testing

@testable import ContentLibrary

@Suite("What a county must mend before it opens, and what the demonstration may leave")
struct CountyOpeningTests {
    @Test("Sound content has an example office; a real one needs its address and whether it is accessible")
    func offices() throws {
        let folder = try ContentFolder()
        try folder.replace("  website www.kela.fi\n", with: "  website www.kela.fi\n", in: "county.txt")
        #expect(try folder.remarks() == "")
        #expect(
            try folder.openingFaults()
                == "county.txt:7: the office \"town-hall\" is an example; a county that opens must write its own")
        try folder.replace("  example yes                   # 7\n", with: "\n", in: "county.txt")
        #expect(
            try folder.openingFaults() == """
                county.txt:5: a county that opens must write the "accessible" line of the office "town-hall"
                county.txt:5: a county that opens must write the "address" line of the office "town-hall"
                """)
        try folder.replace(
            "office town-hall                # 5\n",
            with: "office town-hall\n  address Test Street 1, Joensuu\n  accessible no\n", in: "county.txt")
        #expect(try folder.openingFaults() == "")
        try folder.expectFaults("")
    }

    @Test("A crisis number that nobody compared for a year, and a required number that is missing")
    func numbers() throws {
        let folder = try ContentFolder()
        try folder.replace("    checked 2026", with: "    checked 2021", in: "county.txt")
        try folder.replace("  website www.kela.fi", with: "  required yes", in: "county.txt")
        let told = """
            county.txt:14: the number 112 was last compared with its source in 2021, more than a year ago
            county.txt:15: a real county must give the number of "kela"; no number is shown
            """
        try folder.expectFaults("")
        #expect(try folder.remarks() == told.split(separator: "\n").map { "note: \($0)" }.joined(separator: "\n"))
        #expect(try folder.openingFaults().hasSuffix("\n" + told))
    }

    @Test("A contact that can be reached in no way")
    func noWay() throws {
        let folder = try ContentFolder()
        try folder.replace("  website www.kela.fi", with: "", in: "county.txt")
        #expect(try folder.remarks() == "")
        #expect(
            try folder.openingFaults().hasSuffix(
                "\ncounty.txt:15: a county that opens must say how \"kela\" is reached: its number or its website"))
    }

    @Test("A contact that nothing leads to is remarked on; one that answers for another is used")
    func unused() throws {
        let folder = try ContentFolder()
        try folder.append("contact police\n  website police.example\n", to: "county.txt")
        try folder.append("contact police\n  name  Police\n  tell  When it is over.", to: "words/en/county.txt")
        let told = "county.txt:17: nothing leads to the contact \"police\"; name it in an outcome, or take it away"
        #expect(try folder.remarks() == "note: " + told)
        #expect(try folder.openingFaults().hasSuffix("\n" + told))
        try folder.expectFaults("")
        try folder.replace("  website www.kela.fi", with: "  instead police", in: "county.txt")
        #expect(try folder.remarks() == "")
    }

    @Test("A number that cannot be dialled as it stands", arguments: ["116-117 (24h)", "0295 x", "+", "call us"])
    func letters(number: String) throws {
        try expectFaults(
            in: "county.txt", replacing: "number 112", with: "number \(number)",
            are: """
                county.txt:12: "number" takes digits and spaces only, for example 116 117; say all else in words/, \
                with "hours" or "tell"
                """)
    }

    @Test("Spaces and the sign of another country are parts of a number", arguments: ["116 117", "+358 29 546 3177"])
    func digits(number: String) throws {
        try expectFaults(in: "county.txt", replacing: "number 112", with: "number \(number)", are: "")
    }

    @Test("A question, an outcome or a ready answer that is called by a number or a key")
    func ids() throws {
        let folder = try ContentFolder()
        for file in ["tree/money.txt", "words/en/money.txt"] {
            let text = try #require(SoundContent.files[file])
            try folder.write(text.replacing("ready budget", with: "ready 7"), to: file)
        }
        try folder.expectFaults(
            "tree/money.txt:28: the ready \"7\" has an id that is a number; give it one of letters")
    }
}
