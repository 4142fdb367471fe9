/// Words that are a sign of danger wherever they stand: beginnings of words that must all be in a text, in any
/// order. What is learned by counting may miss a rare word; a sign does not.
public struct DangerSign: Sendable, Equatable {
    private let beginnings: [[UInt8]]

    /// - Parameter words: beginnings of words, for example `tappa its`; `word!` is the whole word.
    public init(_ words: String) {
        beginnings = words.split(separator: " ").flatMap { word in
            let end: [UInt8] = word.hasSuffix("!") ? [0x20] : []
            let folded = FoldedText(String(word))
            return folded.words.map { Array(folded.bytes[$0.folded]) + end }
        }
    }

    func isIn(_ text: FoldedText) -> Bool {
        !beginnings.isEmpty
            && beginnings.allSatisfy { beginning in
                text.words.contains { text.bytes[$0.folded.lowerBound...].starts(with: beginning) }
            }
    }
}
