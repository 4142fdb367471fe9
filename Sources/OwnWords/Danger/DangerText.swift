/// A text as words of danger are looked for in it: its words, those that an apostrophe parts written as one.
struct DangerText {
    struct Word {
        /// As `dont`, and after it a space.
        let whole: [UInt8]
        /// The pieces by themselves: `don` and `t`; none for a word of one piece.
        let pieces: [[UInt8]]
        /// In the UTF-8 bytes of the text.
        let source: Range<Int>
    }

    private(set) var words: [Word]

    init(_ folded: FoldedText) {
        var start = 0
        words = []
        while start < folded.words.count {
            var end = start + 1
            while end < folded.words.count, folded.words[end].followsApostrophe { end += 1 }
            let pieces = folded.words[start..<end].map { Array(folded.bytes[$0.folded]) }
            words.append(
                Word(
                    whole: pieces.flatMap { $0 } + [Self.space],
                    pieces: pieces.count > 1 ? pieces.map { $0 + [Self.space] } : [],
                    source: folded.words[start].source.lowerBound..<folded.words[end - 1].source.upperBound))
            start = end
        }
    }

    private init(_ words: [Word]) { self.words = words }

    /// The same text with a letter that stands three times or more in a row written once, as in `apuaaaa`; nil if
    /// there is none.
    var calmed: DangerText? {
        var isChanged = false
        let calmed = words.map { word in
            let whole = Self.calmed(word.whole)
            isChanged = isChanged || whole.count < word.whole.count
            return Word(whole: whole, pieces: word.pieces, source: word.source)
        }
        return isChanged ? DangerText(calmed) : nil
    }

    private static func calmed(_ bytes: [UInt8]) -> [UInt8] {
        var calmed: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 != bytes[start] } ?? bytes.count
            let isLetter = bytes[start] >= 0x61
            calmed += isLetter && end - start > 2 ? bytes[start..<(start + 1)] : bytes[start..<end]
            start = end
        }
        return calmed
    }

    private static let space: UInt8 = 0x20
}
