import Testing

@testable import Dialogue

@Suite("Text for a terminal")
struct TerminalTextTests {
    @Test(
        "shows what would act on the terminal instead of doing it",
        arguments: [
            ("\u{1B}]52;c;aGk=\u{07}", "␛]52;c;aGk=␇"),
            ("\u{1B}]8;;https://x\u{1B}\\here\u{1B}]8;;\u{1B}\\", "␛]8;;https://x␛\\here␛]8;;␛\\"),
            ("\u{1B}[6n", "␛[6n"),
            ("\u{1B}]0;title\u{07}", "␛]0;title␇"),
            ("\u{9B}31mred", "�31mred"),
            ("\u{9D}0;title\u{9C}", "�0;title�"),
            ("paid 100\rpaid 900", "paid 100␍paid 900"),
            ("a\u{202E}gnp.exe", "a�gnp.exe"),
            ("a\u{2066}b\u{2069}\u{200F}", "a�b��"),
            ("a\u{200B}b\u{AD}c\u{FEFF}", "a�b�c�"),
            ("a\u{E0041}\u{E0101}\u{FE0F}", "a���"),
            ("a\u{200D}b", "a�b"),
            ("\u{2028}\u{2029}\u{85}", "���"),
            ("one\r\ntwo\tthree\u{0}\u{7F}", "one␍␊two␉three␀␡"),
            ("\u{3164}\u{FFFE}", "��"),
        ])
    func replaces(_ untrusted: String, _ visible: String) {
        #expect(TerminalText(untrusted).plain == visible)
    }

    @Test(
        "leaves ordinary text alone",
        arguments: [
            "Äiti, Åke ja öljy", "e\u{301}", "Привет", "中文", "👩‍👩‍👧‍👦 ❤️ 1️⃣ 🇫🇮 👍🏽 ☎︎", "a\u{A0}b – “c” €",
            "العربية", "",
        ])
    func keeps(_ text: String) {
        #expect(TerminalText(text).plain == text)
    }

    @Test("keeps newlines and softens tabs when lines are asked for")
    func lines() {
        #expect(TerminalText(lines: "a\r\nb\nc\td\re\u{1B}").plain == "a\nb\nc d␍e␛")
    }

    @Test("makes interpolated values safe, each by itself")
    func interpolation() {
        let joiner = "\u{200D}"
        #expect(("<\("\u{1B}[2J")> \(42) 👩\(joiner)👩" as TerminalText).plain == "<␛[2J> 42 👩�👩")
    }

    @Test("an interpolated text keeps its style")
    func interpolatedStyle() {
        let text: TerminalText = "a \(TerminalText("b").styled(.strong)) c"
        #expect(text.runs.map(\.style) == [.plain, .strong, .plain])
        #expect(text.plain == "a b c")
    }

    @Test("styles become codes only when rendered, and never from the text")
    func styles() {
        let text = TerminalText("\u{1B}[31m").styled(.warning) + " x"
        #expect(text.escapeCoded() == "\u{1B}[1;31m␛[31m\u{1B}[0m x")
        #expect(text.escapeCoded(hidden: true) == "\u{1}\u{1B}[1;31m\u{2}␛[31m\u{1}\u{1B}[0m\u{2} x")
        #expect(text.plain == "␛[31m x")
    }

    @Test("equal texts are equal however they were put together")
    func equality() {
        #expect(TerminalText("a") + TerminalText("b") + "" == "ab")
        #expect(TerminalText("").styled(.strong).isEmpty)
    }

    @Test(
        "counts columns by grapheme",
        arguments: [
            ("", 0), ("aä", 2), ("e\u{301}", 1), ("中文", 4), ("👩‍👩‍👧‍👦", 2), ("🇫🇮", 2), ("1️⃣", 2), ("❤️", 2),
            ("ｆ", 2), ("한국", 4), ("Привет", 6), ("\u{1B}", 1), ("\u{301}", 0), ("☎", 1),
        ])
    func columns(_ text: String, _ columns: Int) {
        #expect(TerminalText(text).columns == columns)
    }

    @Test("the columns of several lines are those of the widest")
    func widestLine() {
        #expect(TerminalText(lines: "abc\nabcde\na").columns == 5)
    }
}
