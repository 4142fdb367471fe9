import Testing

@testable import Dialogue

@Suite("Laying out lines")
struct TextLayoutTests {
    private func wrap(_ block: TextBlock, _ columns: Int) -> String {
        TextLayout.wrap(block, columns: columns).map(\.plain).joined(separator: "\n")
    }

    private let story: TerminalText =
        "Puhut 15 minuuttia perheiden työntekijän kanssa. Hän kertoo, millaista apua kotiin voi saada."

    @Test("breaks at spaces at 80 columns")
    func eighty() {
        let expected = """
            Puhut 15 minuuttia perheiden työntekijän kanssa. Hän kertoo, millaista apua
            kotiin voi saada.
            """
        #expect(wrap(.paragraph(story), 80) == expected)
    }

    @Test("breaks at spaces at 40 columns")
    func forty() {
        let expected = """
            Puhut 15 minuuttia perheiden työntekijän
            kanssa. Hän kertoo, millaista apua
            kotiin voi saada.
            """
        #expect(wrap(.paragraph(story), 40) == expected)
    }

    @Test("later lines of an option stand under its text")
    func option() {
        let expected = """
              1  Tarvitsen apua kotiin, koska en
                 jaksa lapsen kanssa
            """
        #expect(
            wrap(.option(number: 1, "Tarvitsen apua kotiin, koska en jaksa lapsen kanssa"), 40) == expected)
    }

    @Test("option numbers end in the same column")
    func numbers() {
        #expect(wrap(.option(number: 9, "a"), 40) == "  9  a")
        #expect(wrap(.option(number: 10, "a"), 40) == " 10  a")
        #expect(wrap(.option(number: 100, "a"), 40) == " 100  a")
    }

    @Test("a word is split only when it is longer than a whole line")
    func longWords() {
        #expect(wrap(.paragraph("abcde fghijklmnopqrstuvwx"), 20) == "abcde\nfghijklmnopqrstuvwx")
        #expect(
            wrap(.paragraph("abc 0123456789012345678901234"), 20) == "abc 0123456789012345\n678901234")
    }

    @Test("a long word of an option begins beside its number")
    func longWordInOption() {
        let word = String(repeating: "x", count: 20)
        #expect(wrap(.option(number: 1, "\(word)"), 20) == "  1  xxxxxxxxxxxxxxx\n     xxxxx")
    }

    @Test("graphemes are never split and wide ones count two")
    func graphemes() {
        let families = String(repeating: "👩‍👩‍👧‍👦", count: 11)
        let lines = TextLayout.wrap(.paragraph("a\(families)"), columns: 20)
        #expect(lines.map(\.columns) == [19, 4])
        #expect(lines.map(\.plain.count) == [10, 2])
    }

    @Test("a very narrow screen is laid out as twenty columns")
    func narrow() {
        #expect(wrap(.paragraph(story), 1) == wrap(.paragraph(story), 20))
        #expect(wrap(.paragraph(story), -5) == wrap(.paragraph(story), 20))
    }

    @Test("no line ends in a space, and spaces inside stay")
    func spaces() {
        #expect(wrap(.paragraph("a   b   "), 40) == "a   b")
        #expect(wrap(TextBlock("     ", indent: 4), 40) == "")
        #expect(wrap(.paragraph("0123456789012345678   b"), 20) == "0123456789012345678\nb")
        #expect(wrap(.blank, 40) == "")
    }

    @Test("a no-break space holds")
    func noBreakSpace() {
        #expect(wrap(.paragraph("klo on nyt tasan 09\u{A0}00"), 20) == "klo on nyt tasan\n09\u{A0}00")
    }

    @Test("newlines asked for begin hanging lines")
    func hardLines() {
        #expect(
            wrap(TextBlock(TerminalText(lines: "a\n\n  b\n"), indent: 1, hanging: 2), 40) == " a\n\n    b\n")
    }

    @Test("indentation takes at most half of a line")
    func wideIndent() {
        #expect(
            wrap(TextBlock("abc def ghi jkl", indent: 90, hanging: 90), 20).split(separator: "\n").count == 2)
    }

    @Test("styles survive wrapping")
    func styles() {
        let text: TerminalText = "aaaaaaaaaaaaaaaa \(TerminalText("bbbb cccc").styled(.strong))"
        let lines = TextLayout.wrap(.paragraph(text), columns: 20)
        #expect(lines == ["aaaaaaaaaaaaaaaa", TerminalText("bbbb cccc").styled(.strong)])
    }

    @Test("no line is wider than asked, whatever the text", arguments: [20, 21, 40, 79])
    func neverWider(columns: Int) {
        let text: TerminalText =
            "\(story) 中文中文中文中文中文中文中文中文中文中文中文 https://example.org/\(String(repeating: "ä", count: 90))"
        for indent in [0, 3, 10, 60] {
            for line in TextLayout.wrap(TextBlock(text, indent: indent, hanging: 5), columns: columns) {
                #expect(line.columns <= columns)
                #expect(!line.plain.hasSuffix(" "))
            }
        }
    }
}
