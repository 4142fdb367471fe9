/// A text as it is compared: small letters without dots and accents, in words.
///
/// People at a kiosk type `aiti` and `ÄITI` for `äiti`; all fold to the same bytes. Everything that is neither a
/// letter nor a digit, control characters and emoji included, only parts words.
struct FoldedText {
    /// A word's place in the folded bytes, and in the UTF-8 bytes of the text it was folded from.
    struct Word {
        let folded: Range<Int>
        let source: Range<Int>
        /// `true` for the "t" of "don't".
        let followsApostrophe: Bool
    }

    /// Each word with a space before and after it: `"äidin  apu"` is `" aidin  apu "`.
    private(set) var bytes: [UInt8] = []
    private(set) var words: [Word] = []

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count + 16)
        var begun: Beginning?
        var offset = 0
        /// Where the last apostrophe after a letter ended.
        var apostrophe = -1
        for scalar in text.unicodeScalars {
            let fold = Fold(scalar)
            switch fold {
            case .break:
                if begun != nil, Self.apostrophes.contains(scalar) { apostrophe = offset + UTF8.width(scalar) }
                close(&begun, at: offset)
            case .nothing: break
            case .byte, .letter:
                if begun == nil {
                    bytes.append(Self.space)
                    begun = Beginning(
                        folded: bytes.count, source: offset, followsApostrophe: offset == apostrophe)
                }
                if case .byte(let byte) = fold { bytes.append(byte) }
                if case .letter(let letter) = fold { bytes += letter.properties.lowercaseMapping.utf8 }
            }
            offset += UTF8.width(scalar)
        }
        close(&begun, at: offset)
    }

    /// A word whose end is not found yet.
    private struct Beginning {
        let folded: Int
        let source: Int
        let followsApostrophe: Bool
    }

    private mutating func close(_ begun: inout Beginning?, at offset: Int) {
        guard let start = begun else { return }
        words.append(
            Word(
                folded: start.folded..<bytes.count, source: start.source..<offset,
                followsApostrophe: start.followsApostrophe))
        bytes.append(Self.space)
        begun = nil
    }

    /// `false` for a text of numbers, single letters and signs, which says nothing.
    var hasTellingWord: Bool {
        words.contains { bytes[$0.folded].count { !(0x30...0x39).contains($0) } >= 3 }
    }

    private static let space: UInt8 = 0x20
    private static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "´", "‘", "’", "ʼ"]
}

/// What becomes of a character.
private enum Fold {
    /// Parts words.
    case `break`
    /// An accent typed as a character of its own.
    case nothing
    case byte(UInt8)
    /// A letter of another alphabet.
    case letter(Unicode.Scalar)

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: self = .byte(UInt8(scalar.value))
        case 0x41...0x5A: self = .byte(UInt8(scalar.value + 0x20))
        case 0..<0xC0: self = .break
        case 0xC0..<0x180 where Self.plain[Int(scalar.value - 0xC0)] != 0:
            self = .byte(Self.plain[Int(scalar.value - 0xC0)])
        // The Ukrainian apostrophe, a letter to Unicode.
        case 0x2BC: self = .break
        case 0x300...0x36F: self = .nothing
        default:
            let isPart = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            self = isPart ? .letter(scalar) : .break
        }
    }

    /// For the letters from U+00C0 on the one that is typed where a keyboard lacks them; 0 for none.
    private static let plain: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x180 - 0xC0)
        let letters = [
            "a": "äåáàâãÄÅÁÀÂÃ", "o": "öøóòôõÖØÓÒÔÕ", "e": "éèêëÉÈÊË", "u": "üúùûÜÚÙÛ", "i": "íìîïÍÌÎÏ",
            "c": "çÇčČ", "n": "ñÑ", "s": "šŠ", "z": "žŽ", "y": "ýÿÝ",
        ]
        for (plain, accented) in letters {
            for scalar in accented.unicodeScalars { table[Int(scalar.value - 0xC0)] = plain.utf8.first ?? 0 }
        }
        return table
    }()
}

/// The words of a text as own words are compared: small letters without dots and accents.
public struct FoldedWords: Sendable, Equatable {
    public let words: [String]

    public init(_ text: String) {
        let folded = FoldedText(text)
        words = folded.words.map { String(decoding: folded.bytes[$0.folded], as: UTF8.self) }
    }

    /// `true` if each of the other words begins one of these.
    public func haveBeginnings(_ others: FoldedWords) -> Bool {
        !others.words.isEmpty && others.words.allSatisfy { other in words.contains { $0.hasPrefix(other) } }
    }
}
