import Testing

@testable import Dialogue

@Suite("Keys of a terminal")
struct KeyDecoderTests {
    private func keys(_ bytes: String, of keys: TerminalKeys = .kiosk) -> [KeyDecoder.Key] {
        var decoder = KeyDecoder(keys)
        let keys = decoder.decode(bytes.utf8)
        return keys + decoder.giveUpWaiting()
    }

    private func text(_ text: String) -> KeyDecoder.Key { .text(Array(text.utf8)) }

    @Test("the keys of a line, as different terminals send them")
    func movements() {
        #expect(keys("\u{1B}[D\u{1B}OD\u{1B}[C\u{1B}OC") == [.left, .left, .right, .right])
        #expect(keys("\u{1B}[H\u{1B}OH\u{1B}[1~\u{1B}[7~") == [.home, .home, .home, .home])
        #expect(keys("\u{1B}[F\u{1B}OF\u{1B}[4~\u{1B}[8~") == [.end, .end, .end, .end])
        #expect(keys("\u{1B}[3~\u{8}\u{7F}\r\n") == [.delete, .backspace, .backspace, .enter, .enter])
    }

    @Test(
        "other keys leave nothing behind",
        arguments: [
            "\t", "\u{1}", "\u{3}", "\u{4}", "\u{15}", "\u{16}", "\u{19}", "\u{1A}", "\u{1C}", "\0", "\u{1B}",
            "\u{1B}[A", "\u{1B}OB", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[24;5~", "\u{1B}[1;5D", "\u{1B}[[A",
            "\u{1B}9\u{1B}9", "\u{1B}&", "\u{1B}ä", "\u{1B}€", "\u{1B}👍", "\u{1B}\u{1B}[A", "\u{1B}[<0;1;1M",
            "\u{1B}[?1;2c", "\u{1B}[201~", "\u{1B}[",
        ])
    func others(_ bytes: String) {
        #expect(keys("a" + bytes) == [text("a")])
        #expect(
            keys(bytes + "\u{7F}").last == .backspace || bytes.hasSuffix("\u{1B}") || bytes.hasSuffix("["))
    }

    @Test("Enter is never swallowed by half a key", arguments: ["\u{1B}", "\u{1B}[", "\u{1B}[1;", "\u{1B}O"])
    func enterAlways(_ half: String) {
        #expect(keys(half + "\r") == [.enter])
    }

    @Test("a letter that comes in pieces waits for its rest")
    func pieces() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0x61, 0xC3]) == [text("a")])
        #expect(decoder.expectation == .restOfKey)
        #expect(decoder.decode([0xA4]) == [text("ä")])
        #expect(decoder.expectation == .nothing)
        #expect(decoder.decode([0xC3]) == [])
        #expect(decoder.giveUpWaiting() == [.text([0xC3])])
    }

    @Test("a key that comes in pieces is one key")
    func sequenceInPieces() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.decode("[".utf8) == [])
        #expect(decoder.decode("D".utf8) == [.left])
    }

    @Test("a paste is one key, whatever is in it and however it comes")
    func paste() {
        let content = "a\r\nb\u{1B}[20\u{1B}\u{1B}[D\t"
        let expected: [KeyDecoder.Key] = [text("x"), .paste(Array(content.utf8)), text("y")]
        let bytes = Array("x\u{1B}[200~\(content)\u{1B}[201~y".utf8)
        #expect(keys(String(decoding: bytes, as: UTF8.self)) == expected)
        var decoder = KeyDecoder()
        #expect(bytes.flatMap { decoder.decode([$0]) } == expected)
    }

    @Test("a paste that never ends is given after all")
    func endlessPaste() {
        #expect(keys("\u{1B}[200~ab\u{1B}[2") == [.paste(Array("ab\u{1B}[2".utf8))])
    }

    @Test("of an enormous paste one byte beyond the limit is kept, and its end is seen")
    func enormousPaste() {
        let count = Reply.mostBytes + 5_000
        let result = keys("\u{1B}[200~" + String(repeating: "a", count: count) + "\u{1B}[201~b")
        guard case .paste(let bytes)? = result.first else {
            Issue.record("no paste")
            return
        }
        #expect(bytes.count == Reply.mostBytes + 1)
        #expect(result.last == text("b"))
    }

    @Test("staff have more keys")
    func staff() {
        let control = keys("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\t", of: .staff)
        #expect(control == [.home, .left, .interrupt, .delete, .end, .right, .command(.complete)])
        let cuts = keys("\u{B}\u{15}\u{17}\u{1B}\u{7F}\u{1B}d\u{1B}[3;5~\u{19}", of: .staff)
        let commands: [EditingCommand] = [
            .cutToEnd, .cutToStart, .cutSpacedWordLeft, .cutWordLeft, .cutWordRight, .cutWordRight, .yank,
        ]
        #expect(cuts == commands.map { .command($0) })
        #expect(
            keys("\u{1B}[A\u{1B}OA\u{10}\u{1B}[B\u{1B}OB\u{E}", of: .staff)
                == [.previousLine, .previousLine, .previousLine, .nextLine, .nextLine, .nextLine].map { .command($0) }
        )
    }

    @Test("of two Escapes before an arrow the first means Alt, and nothing later")
    func altArrows() {
        #expect(
            keys("\u{1B}\u{1B}[D\u{1B}[D\u{1B}\u{1B}OC\u{2}\u{1B}\u{1B}[200~x\u{1B}[201~\u{2}", of: .staff)
                == [.command(.wordLeft), .left, .command(.wordRight), .left, .paste([0x78]), .left])
        #expect(keys("\u{1B}\u{1B}[D") == [.left])
    }

    @Test(
        "other keys leave nothing behind at a staff desk either",
        arguments: [
            "\0", "\u{7}", "\u{C}", "\u{12}", "\u{13}", "\u{14}", "\u{16}", "\u{18}", "\u{1A}", "\u{1C}", "\u{1F}",
            "\u{1B}9", "\u{1B}&", "\u{1B}y", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[1;5A", "\u{1B}[1;2D", "\u{1B}[Z",
        ])
    func othersForStaff(_ bytes: String) {
        #expect(keys("a" + bytes, of: .staff) == [text("a")])
    }
}
