import Testing

@testable import Dialogue

@Suite("Text while it is on the line")
struct ConcealedTextTests {
    @Test(
        "comes back as it was",
        arguments: [
            "äöå 👩‍👩‍👧‍👦 ❤️", "\u{9B}31m\u{202E}x\u{200B}", "\0a\u{1B}[2J\t", "\u{10FF00}\u{100041}", "\u{FFFD}", "",
            "\u{10009B}31m\u{9B}\u{10202E}\u{10FFFD}", "\u{F009B}\u{E0041}\u{10FFFF}",
        ])
    func roundTrip(_ text: String) {
        var concealed = ConcealedText()
        let once = concealed.conceal(Array(text.utf8))
        #expect(concealed.reveal(once) == text)
        #expect(concealed.conceal(text) == once)
    }

    @Test("cannot be typed in its concealed form")
    func placeholdersAreOurs() {
        var concealed = ConcealedText()
        let placeholder = concealed.conceal("\u{9B}")
        #expect(concealed.conceal(placeholder) != placeholder)
        #expect(concealed.reveal(concealed.conceal(placeholder)) == placeholder)
        #expect(ConcealedText().reveal(placeholder) == nil)
    }

    @Test("takes one Character for each, to be deleted one by one")
    func countsAsTyped() {
        var concealed = ConcealedText()
        #expect(concealed.conceal("a\u{202E}b\u{9B}").unicodeScalars.count == 4)
    }

    @Test("with more strange scalars than there are placeholders counts as invalid, not as something else")
    func usedUp() throws {
        var concealed = ConcealedText()
        let all = (0x10_0000...0x10_FFFF).compactMap { Unicode.Scalar($0 as UInt32) }
        for scalar in all { _ = concealed.conceal(String(scalar)) }
        #expect(concealed.reveal(concealed.conceal(String(all[5]))) == String(all[5]))
        #expect(concealed.reveal(concealed.conceal("\u{9B}")) == nil)
    }

    @Test("has nothing in it that readline would hand to the terminal as an order")
    func harmless() {
        var table = ConcealedText()
        let concealed = table.conceal("\u{9B}31m\u{202E}\u{200B}\0\u{E0041}\u{E0100}\u{10FFFE}")
        #expect(!concealed.unicodeScalars.contains { $0.isHidden || $0 == "\0" })
    }

    @Test("has spaces for newlines")
    func newlines() {
        var concealed = ConcealedText()
        #expect(concealed.conceal("a\r\nb\nc\rd\n") == "a b c d ")
    }

    @Test("remembers what was not UTF-8 until it is deleted")
    func invalid() {
        var table = ConcealedText()
        let concealed = table.conceal([0x61, 0xE4])
        #expect(table.reveal(concealed) == nil)
        #expect(table.reveal(String(concealed.dropLast())) == "a")
    }
}
