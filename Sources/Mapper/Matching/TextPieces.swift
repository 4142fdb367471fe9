extension FoldedText {
    /// A piece of the text that may speak for a situation: three to five letters in a row within a word and its
    /// ends, a word, or two words in a row.
    struct Piece {
        /// Names the piece: equal pieces have equal keys. 64 bits, so that different ones hardly ever do.
        let key: UInt64
        /// The index of the word, for a pair of the first one.
        let word: Int
    }

    /// Calls `body` with each piece. The same piece may come more than once.
    func forEachPiece(_ body: (Piece) -> Void) {
        var before: UInt64?
        for (index, word) in words.enumerated() {
            let end = word.folded.upperBound + 1
            for start in (word.folded.lowerBound - 1)..<end {
                var key = Self.seed
                for place in start..<min(start + Self.longestPiece, end) {
                    key = Self.mixed(key, UInt64(bytes[place]))
                    if place - start + 1 >= Self.shortestPiece { body(Piece(key: key, word: index)) }
                }
            }
            var whole = Self.wordSeed
            for place in word.folded { whole = Self.mixed(whole, UInt64(bytes[place])) }
            body(Piece(key: whole, word: index))
            if let before { body(Piece(key: Self.mixed(Self.mixed(Self.pairSeed, before), whole), word: index - 1)) }
            before = whole
        }
    }

    private static let shortestPiece = 3
    private static let longestPiece = 5

    // FNV-1a, with a beginning of its own for each kind of piece.
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let wordSeed: UInt64 = 0x9ae1_6a3b_2f90_404f
    private static let pairSeed: UInt64 = 0xc949_d7c7_509e_6557

    private static func mixed(_ key: UInt64, _ value: UInt64) -> UInt64 { (key ^ value) &* 0x100_0000_01b3 }
}
