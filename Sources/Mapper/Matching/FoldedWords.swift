/// The words of a text as own words are compared: small letters without dots and accents.
public struct FoldedWords: Sendable, Equatable {
    public let words: [String]

    public init(_ text: String) {
        let folded = FoldedText(text)
        words = folded.words.map { String(decoding: folded.bytes[$0.folded], as: UTF8.self) }
    }

    /// True where each of the other words begins one of these.
    public func haveBeginnings(_ others: FoldedWords) -> Bool {
        !others.words.isEmpty && others.words.allSatisfy { other in words.contains { $0.hasPrefix(other) } }
    }
}
