extension KioskMonkey {
    static let pasteStart = Array("\u{1B}[200~".utf8)
    static let pasteEnd = Array("\u{1B}[201~".utf8)
    private static let enter: [UInt8] = [0x0D]

    private static let ids = [
        "fi", "sv", "en", "family", "separation", "money", "coping", "disability", "child-worry", "other",
        "unknown", "me", "my-child", "someone-else", "parenting", "limits", "exhausted", "sleep", "book", "phone",
        "remote", "office", "any", "change", "human", "leave", "ok", "yes", "no", "none", "interpreter", "access",
        "my-booking", "keep", "cancel", "again", "beginning", "040 123 4567", "maija@example.fi", "K7PF-3M2R", "-",
    ]
    private static let signs = ["?", "!", "<", "<<", "+", "*", "0", "help", "back", "urgent", "takaisin", "apua"]
    private static let words = [
        // Dangers, commands, days, numbers in words, yes and no.
        "haluan kuolla", "mies lyö", "jag vill dö", "he hits me", "112", "lopeta", "haluan perua aikani", "english",
        "på svenska", "suomeksi", "ihminen", "en ymmärrä", "to 3.12.", "ensi viikolla iltapäivällä", "klo 14",
        "tomorrow",
        "joo", "ja tack", "ei kiitos", "1 ja 2", "1-3", "eka", "puhelin", "done", "valmis", "4567",
        "apua", "väsyttää", "lapset", "räkna", "💚", "👨‍👩‍👧", "日本語", "e\u{301}", "\u{202E}nurin", "\u{9B}31m", "\u{200B}",
        "~root", "$(reboot)", "; ls", "`id`", "../../etc/passwd", "%s%n", "'; DROP TABLE booking; --", "\\", "|",
    ]
    private static let sequences = [
        "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[5~",
        "\u{1B}OP", "\u{1B}[24~", "\u{1B}[[A", "\u{1B}[1;5D", "\u{1B}[200", "\u{1B}[201~", "\u{1B}[", "\u{1B}O",
        "\u{1B}\u{1B}", "\u{1B}]52;c;AAAA\u{7}", "\u{1B}[6n", "\u{1B}[c", "\u{1B}P1$r\u{1B}\\", "\u{1B}[<0;1;1M",
    ]

    /// Characters as keys.
    static func keys(_ text: String) -> [[UInt8]] { text.unicodeScalars.map { Array(String($0).utf8) } }

    /// Some keys that belong together. A marker comes before the first Enter only: what comes after it may
    /// be another visit's.
    func someKeys() -> [[UInt8]] {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<28: Self.keys(String(Int.random(in: 0...9, using: &random))) + [Self.enter]
        case 28..<40: Self.keys(pick(Self.ids)) + [Self.enter]
        case 40..<56: Self.keys(someWords()) + perhapsEnter()
        case 56..<66: Self.keys(pick(Self.signs)) + [Self.enter]
        case 66..<74: someBytes(in: 0...0x1F)
        case 74..<79: someBytes(in: 0x80...0xFF) + perhapsEnter()
        case 79..<85: (0..<Int.random(in: 1...4, using: &random)).map { _ in Array(pick(Self.sequences).utf8) }
        case 85..<89: someBytes(in: 0x20...0x7F).map { [0x1B] + $0 }
        case 89..<93: somePaste() + perhapsEnter()
        case 93: endlessPaste()
        case 94: longLine() + [Self.enter]
        default: someBytes(in: 0x20...0x7F) + [[0x7F], [0x08]]
        }
    }

    private func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private func perhapsEnter() -> [[UInt8]] { Bool.random(using: &random) ? [Self.enter] : [] }

    private func someBytes(in range: ClosedRange<UInt8>) -> [[UInt8]] {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in [UInt8.random(in: range, using: &random)] }
    }

    private func someWords() -> String {
        let count = Int.random(in: 0...9, using: &random)
        return ([marker.next()] + (0..<count).map { _ in pick(Self.words) }).joined(separator: " ")
    }

    /// Several lines, control bytes in some of them; as a paste they are one, typed they are several.
    private func somePaste() -> [[UInt8]] {
        report.pastes += 1
        let separators = ["\r", "\n", "\r\n", "\u{1B}[2J", "\u{7}", "\t", "\0"]
        let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in pick(Self.words) + pick(separators) }
        return [Self.pasteStart + Array((someWords() + " " + lines.joined()).utf8) + Self.pasteEnd]
    }

    /// Its end comes some deeds later.
    private func endlessPaste() -> [[UInt8]] {
        report.pastes += 1
        deedsUntilPasteEnds = deedsUntilPasteEnds ?? Int.random(in: 2...4, using: &random)
        return [Self.pasteStart + Array((someWords() + "\r1\r0\r").utf8)]
    }

    private func longLine() -> [[UInt8]] {
        let length = Int.random(in: 60...600, using: &random)
        let letter = pick(["a", "ä", "9", " ", "漢"])
        return Self.keys(marker.next() + " " + String(repeating: letter, count: length))
    }
}
