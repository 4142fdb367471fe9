import Testing

@testable import ContentLibrary

@Suite("Lines that are indented wrongly")
struct IndentationTests {
    private let start = "tree/start.txt"
    private let words = "words/en/start.txt"

    @Test("An option with three spaces is no unknown word")
    func threeSpaces() throws {
        let folder = try ContentFolder()
        try folder.replace(
            "  option advice  -> advice\n", with: "  option advice  -> advice\n   option x -> advice\n", in: start)
        try folder.expectFaults("tree/start.txt:14: \"option\" is indented wrongly; indent this line by two")
    }

    @Test("A line that was moved to the left edge")
    func leftEdge() throws {
        try expectFaults(
            in: "tree/money.txt", replacing: "  contact kela\n\noutcome", with: "contact kela\n\noutcome",
            are: "tree/money.txt:22: \"contact\" is indented wrongly; indent this line by two")
    }

    @Test("A day that is closed, written as its example stands behind the sign of a comment", arguments: [1, 2, 3])
    func closedDay(spaces: Int) throws {
        let indent = String(repeating: " ", count: spaces)
        let told =
            spaces == 1
            ? "this line is indented like no line above it; indent this line by two, like line 2"
            : spaces == 2
                ? "\"closed\" is indented wrongly; begin this line at the left edge"
                : "\"zone\" takes no lines below it; begin this line at the left edge"
        let folder = try ContentFolder()
        try folder.replace(
            "  zone Europe/Helsinki          # 3\n",
            with: "  zone Europe/Helsinki\n\(indent)closed 2026-12-28\n\(indent)  reason training\n", in: "county.txt"
        )
        let found = try folder.faults()
        #expect(found.contains("county.txt:4: \(told)"), "\(found)")
    }

    @Test("What is missed because it became the end of the text above it is told where it stands")
    func swallowed() throws {
        try expectFaults(
            in: words, replacing: "  why  So we find", with: "   why  So we find",
            are: "words/en/start.txt:3: \"why\" is indented wrongly; indent this line by two")
        try expectFaults(
            in: words, replacing: "  child  A child", with: "    child  A child",
            are: "words/en/start.txt:5: \"child\" is indented wrongly; indent this line by two")
        try expectFaults(
            in: "words/en/money.txt", replacing: "  tell  A worker listens.", with: "    tell  A worker listens.",
            are: "words/en/money.txt:22: \"tell\" is indented wrongly; indent this line by two")
    }

    @Test("A line that may be left out and became the end of a whole sentence is told too")
    func swallowedOptional() throws {
        let told = "words/en/county.txt:11: \"hours\" is indented wrongly; indent this line by two"
        for spaces in ["   ", "    "] {
            try expectFaults(
                in: "words/en/county.txt", replacing: "  hours  Always", with: "\(spaces)hours  Always", are: told)
        }
        try expectFaults(
            in: "words/en/money.txt", replacing: "  tell  You can book", with: "   tell  You can book",
            are: "words/en/money.txt:16: \"tell\" is indented wrongly; indent this line by two")
    }

    @Test("A text may go on with any word in the middle of a sentence")
    func wrapped() throws {
        try expectFaults(
            in: "words/en/money.txt", replacing: "tell  You can book\n    a time here.",
            with: "tell  You can book or\n    ask and\n    tell us. Then\n    name a time here.", are: "")
    }
}
