import Testing

@testable import Dialogue

@Suite("Text while it is on the line")
struct ConcealedTextTests {
    @Test(
        "comes back as it was",
        arguments: [
            "äöå 👩‍👩‍👧‍👦 ❤️", "\u{9B}31m\u{202E}x\u{200B}", "\0a\u{1B}[2J\t", "\u{10FF00}\u{100041}", "\u{FFFD}", "",
        ])
    func roundTrip(_ text: String) {
        #expect(ConcealedText.reveal(ConcealedText.conceal(Array(text.utf8))) == text)
    }

    @Test("has nothing in it that readline would hand to the terminal as an order")
    func harmless() {
        let concealed = ConcealedText.conceal("\u{9B}31m\u{202E}\u{200B}\0")
        #expect(!concealed.unicodeScalars.contains { $0.isHidden || $0 == "\0" })
    }

    @Test("has spaces for newlines")
    func newlines() {
        #expect(ConcealedText.conceal("a\r\nb\nc\rd\n") == "a b c d ")
    }

    @Test("remembers what was not UTF-8 until it is deleted")
    func invalid() {
        let concealed = ConcealedText.conceal([0x61, 0xE4])
        #expect(ConcealedText.reveal(concealed) == nil)
        #expect(ConcealedText.reveal(String(concealed.dropLast())) == "a")
    }
}
