extension FoldedText {
    /// The keys of a word's own features: every five letters in a row, its ends counted as letters; its first two and
    /// its last two letters; and the whole word. Equal n-grams have equal keys; different ones hardly ever do. One
    /// may come more than once. Shorter runs of letters made learning twice as long and matching no better.
    func forEachNGram(of word: Word, _ body: (UInt64) -> Void) {
        let start = word.folded.lowerBound - 1
        let end = word.folded.upperBound + 1
        if word.folded.count > 1 {
            body(key(of: start..<(start + 3)))
            body(key(of: (end - 3)..<end))
        }
        for place in stride(from: start, through: end - Self.runLength, by: 1) {
            body(key(of: place..<(place + Self.runLength)))
        }
        body(key(of: word))
    }

    private func key(of range: Range<Int>) -> UInt64 { TextKey.of(bytes[range]) }

    /// The key of a whole word.
    func key(of word: Word) -> UInt64 { TextKey.of(bytes[word.folded], after: Self.wordStart) }

    /// The keys of pairs that a word is the last of: the word before with it, and the one before that with it.
    /// Beginnings of words, because Finnish words end in many ways; in their order, because "mies lyö" is not "lyö mies".
    func forEachPair(endingAt index: Int, _ body: (UInt64) -> Void) {
        guard index > 0 else { return }
        let own = beginning(of: words[index])
        body(TextKey.mixed(TextKey.mixed(Self.pairStart, beginning(of: words[index - 1])), own))
        if index > 1 { body(TextKey.mixed(TextKey.mixed(Self.gapStart, beginning(of: words[index - 2])), own)) }
    }

    private func beginning(of word: Word) -> UInt64 { TextKey.of(bytes[word.folded].prefix(Self.runLength)) }

    private static let runLength = 5

    // Each kind of feature has a start of its own: a word is not the letters that it is made of.
    private static let wordStart: UInt64 = 0x9ae1_6a3b_2f90_404f
    private static let pairStart: UInt64 = 0xc949_d7c7_509e_6557
    private static let gapStart: UInt64 = 0x6c62_272e_07bb_0142
}
