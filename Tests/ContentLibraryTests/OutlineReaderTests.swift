import Testing

@testable import ContentLibrary

@Suite("The outline, the one format of all content files")
struct OutlineReaderTests {
    /// The outline written back: `line: key = text`, two spaces for each level, and the faults below it.
    private func read(_ bytes: [UInt8]) -> String {
        var reader = OutlineReader(file: "a.txt")
        let nodes = reader.read(bytes)
        return (nodes.flatMap { shown($0, indent: "") } + reader.faults.map(\.description)).joined(separator: "\n")
    }

    private func read(_ text: String) -> String { read(Array(text.utf8)) }

    private func shown(_ node: OutlineNode, indent: String) -> [String] {
        ["\(indent)\(node.line): \(node.key) = \(node.text)"]
            + node.children.flatMap { shown($0, indent: indent + "  ") }
    }

    @Test("Deeper lines belong to the line above")
    func nesting() {
        let text = """
            question a
              kind one
              option x -> b
                flag soon
              option y
            question b
            """
        #expect(
            read(text) == """
                1: question = a
                  2: kind = one
                  3: option = x -> b
                    4: flag = soon
                  5: option = y
                6: question = b
                """)
    }

    @Test("Any depth will do, and each line may have its own")
    func depths() {
        #expect(
            read("a\n        b\nc\n d\n    e") == """
                1: a = 
                  2: b = 
                3: c = 
                  4: d = 
                    5: e = 
                """)
    }

    @Test("A file may begin with indented lines, if all are indented alike")
    func indentedWhole() {
        #expect(read("  a\n    b\n  c") == "1: a = \n  2: b = \n3: c = ")
    }

    @Test("Empty lines, lines of spaces and comments count as lines and say nothing")
    func emptyLines() {
        #expect(read("# a comment\n\n   \n\t\n  # deeper\na\n#b\n c # and more") == "6: a = \n  8: c = ")
    }

    @Test("A # within a word is no comment; one after a space or a tab is")
    func comments() {
        #expect(read("a x#y # z") == "1: a = x#y")
        #expect(read("a x\t# z") == "1: a = x")
        #expect(read("a #") == "1: a = ")
    }

    @Test("Spaces and tabs between and after the words do not matter")
    func spaces() {
        #expect(read("key  \t value of  it \t ") == "1: key = value of  it")
    }

    @Test("Windows line ends are line ends")
    func windows() {
        #expect(read("a b\r\n  c d\r\n\r\ne\r\n") == "1: a = b\n  2: c = d\n4: e = ")
    }

    @Test("A byte order mark is not part of the first word")
    func byteOrderMark() {
        #expect(read([0xEF, 0xBB, 0xBF] + Array("a b\n  c".utf8)) == "1: a = b\n  2: c = ")
    }

    @Test("A file without lines is an empty outline", arguments: ["", "\n", "\n\n", "  ", "# only this"])
    func nothing(text: String) {
        #expect(read(text) == "")
    }

    @Test("A missing last line end does not matter")
    func lastLine() {
        #expect(read("a\n  b") == read("a\n  b\n"))
    }

    @Test("Prose goes on on deeper lines, at any depth")
    func prose() throws {
        var reader = OutlineReader(file: "a.txt")
        let nodes = reader.read(Array("tell\n    You can book\n      a time  here,\n    or call us.\nwhy So.".utf8))
        #expect(nodes.map(\.prose) == ["You can book a time  here, or call us.", "So."])
        #expect(reader.faults.isEmpty)
    }

    @Test("A line's text is split into words at spaces and tabs")
    func words() throws {
        var reader = OutlineReader(file: "a.txt")
        let node = try #require(reader.read(Array("option x  ->\ty".utf8)).first)
        #expect(node.words == ["x", "->", "y"])
    }

    @Test("A tab in the indentation is told, and the line left out", arguments: ["\tb", "  \tb", " \t b"])
    func tabs(line: String) {
        #expect(
            read("a\n\(line)\nc") == """
                1: a = 
                3: c = 
                a.txt:2: a tab in the indentation; use spaces only
                """)
    }

    @Test(
        "Bytes that are not UTF-8 are told with their line",
        arguments: [[0xE4], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        #expect(
            read(Array("a b\nc ".utf8) + bytes + Array("\nd".utf8)) == """
                1: a = b
                3: d = 
                a.txt:2: bytes that are not UTF-8; save the file as UTF-8
                """)
    }

    @Test("Bytes that are not UTF-8 do not matter in a comment")
    func notUTF8InComment() {
        #expect(read(Array("a b # ".utf8) + [0xE4]) == "1: a = b")
    }

    @Test("A line between two depths is told, and stays where it would belong")
    func betweenDepths() {
        #expect(
            read("a\n    b\n  c\n    d") == """
                1: a = 
                  2: b = 
                  3: c = 
                    4: d = 
                a.txt:3: this line is indented like no line above it; indent this line by four, like line 2
                """)
    }

    @Test("A line further left than the first one is told")
    func leftOfFirst() {
        #expect(
            read("  a\nb")
                == "1: a = \n2: b = \n"
                + "a.txt:2: this line is indented like no line above it; indent this line by two, like line 1")
    }
}
