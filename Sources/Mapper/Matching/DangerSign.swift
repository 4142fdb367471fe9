/// Words that are a sign of danger wherever they stand: beginnings of words that must all be in a text, in any
/// order. What is learned by counting may miss a rare word; a sign does not.
public struct DangerSign: Sendable, Equatable {
    private let beginnings: [[UInt8]]

    /// - Parameter words: beginnings of words, for example `tappa itse`; `!word` only matches the whole word.
    public init(_ words: String) {
        beginnings = words.split(separator: " ").map { word in
            let isWhole = word.hasSuffix("!")
            let folded = FoldedText(String(word))
            return folded.words.first.map { Array(folded.bytes[$0.folded]) + (isWhole ? [0x20] : []) } ?? []
        }
    }

    func isIn(_ text: FoldedText) -> Bool {
        !beginnings.isEmpty
            && beginnings.allSatisfy { beginning in
                text.words.contains { text.bytes[$0.folded.lowerBound...].starts(with: beginning) }
            }
    }
}
