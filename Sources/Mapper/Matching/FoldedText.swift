/// A text as it is compared: small letters without dots and accents, in words.
///
/// People at a kiosk type `aiti` and `ÄITI` for `äiti`; both fold to the same bytes. Everything that is neither
/// a letter nor a digit, control characters and emoji included, only parts words.
struct FoldedText {
    /// A word's place in the folded bytes and in the text it was folded from.
    struct Word {
        let folded: Range<Int>
        let source: Range<String.UTF8View.Index>
    }

    /// Each word with a space before and after it: `" äidin  apu "` is `" aidin  apu "`.
    private(set) var bytes: [UInt8] = []
    private(set) var words: [Word] = []

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count + 16)
        let scalars = text.unicodeScalars
        var start: String.UTF8View.Index?
        var first = 0
        var index = scalars.startIndex
        while index < scalars.endIndex {
            if append(scalars[index], isInWord: start != nil, first: &first) {
                if start == nil { start = index }
            } else if let begun = start {
                close(first, from: begun, to: index)
                start = nil
            }
            index = scalars.index(after: index)
        }
        if let start { close(first, from: start, to: scalars.endIndex) }
    }

    private mutating func close(_ first: Int, from start: String.UTF8View.Index, to end: String.UTF8View.Index) {
        words.append(Word(folded: first..<bytes.count, source: start..<end))
        bytes.append(Self.space)
    }

    /// Appends a letter or digit. False for anything that parts words.
    private mutating func append(_ scalar: Unicode.Scalar, isInWord: Bool, first: inout Int) -> Bool {
        let value = scalar.value
        func begin() {
            if isInWord { return }
            bytes.append(Self.space)
            first = bytes.count
        }
        switch value {
        case 0x61...0x7A, 0x30...0x39:
            begin()
            bytes.append(UInt8(value))
        case 0x41...0x5A:
            begin()
            bytes.append(UInt8(value + 0x20))
        case 0x300...0x36F:
            return isInWord  // an accent typed as a character of its own
        case 0..<0x80:
            return false
        default:
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
            begin()
            if let plain = Self.plain[value] {
                bytes.append(plain)
            } else {
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return true
    }

    /// False for a text of numbers, single letters and signs, which says nothing.
    var hasTellingWord: Bool {
        words.contains { $0.folded.count >= 3 && bytes[$0.folded].contains { !(0x30...0x39).contains($0) } }
    }

    private static let space: UInt8 = 0x20

    /// Latin letters with dots and accents, and the letter each is typed as where a keyboard lacks it.
    private static let plain: [UInt32: UInt8] = {
        let letters = [
            "a": "äåáàâãÄÅÁÀÂÃ", "o": "öøóòôõÖØÓÒÔÕ", "e": "éèêëÉÈÊË", "u": "üúùûÜÚÙÛ", "i": "íìîïÍÌÎÏ",
            "c": "çÇčČ", "n": "ñÑ", "s": "šŠ", "z": "žŽ",
        ]
        return letters.reduce(into: [:]) { table, entry in
            for scalar in entry.value.unicodeScalars { table[scalar.value] = entry.key.utf8.first }
        }
    }()
}
