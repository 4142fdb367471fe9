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

    private func key(of range: Range<Int>) -> UInt64 {
        var key = Self.seed
        for place in range { key = Self.mixed(key, UInt64(bytes[place])) }
        return key
    }

    /// The key of a whole word.
    func key(of word: Word) -> UInt64 {
        bytes[word.folded].reduce(Self.wordSeed) { Self.mixed($0, UInt64($1)) }
    }

    /// The keys of pairs that a word is the last of: its beginning with those of the word before and of the one
    /// before that. Beginnings, because Finnish words end in many ways.
    func forEachPair(endingAt index: Int, _ body: (UInt64) -> Void) {
        guard index > 0 else { return }
        let own = beginning(of: words[index])
        body(Self.mixed(beginning(of: words[index - 1]), own))
        if index > 1 { body(Self.mixed(beginning(of: words[index - 2]) &* 3, own)) }
    }

    private func beginning(of word: Word) -> UInt64 {
        bytes[word.folded].prefix(Self.runLength).reduce(Self.pairSeed) { Self.mixed($0, UInt64($1)) }
    }

    private static let runLength = 5

    // FNV-1a, with a beginning of its own for each kind of n-gram.
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let wordSeed: UInt64 = 0x9ae1_6a3b_2f90_404f
    private static let pairSeed: UInt64 = 0xc949_d7c7_509e_6557

    private static func mixed(_ key: UInt64, _ value: UInt64) -> UInt64 { (key ^ value) &* 0x100_0000_01b3 }
}
