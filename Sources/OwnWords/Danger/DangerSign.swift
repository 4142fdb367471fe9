/// Words that are a sign of danger wherever they stand: beginnings of words that must all be in a text, in any
/// order, near each other. What is learned by counting may miss a rare word; a sign does not.
public struct DangerSign: Sendable, Equatable {
    /// What must be there: one beginning of each list.
    let needed: [[[UInt8]]]
    /// Beginnings that must not stand beside them.
    let silencing: [[UInt8]]
    /// `true` for plain words that in a long text may be about something else.
    let isForShortTexts: Bool

    /// - Parameter words: beginnings of words, for example `tappa its`; `word!` is the whole word, `minua|mua` either
    ///   of two, and `-ei!` a word that makes it no sign where it stands among the others or beside them.
    public init(_ words: String, isForShortTexts: Bool = false) {
        var needed: [[[UInt8]]] = []
        var silencing: [[UInt8]] = []
        for word in words.split(separator: " ") {
            let alternatives = word.drop { $0 == "-" }.split(separator: "|")
            if word.hasPrefix("-") {
                silencing += alternatives.flatMap(Self.beginnings)
            } else if alternatives.count == 1 {
                // A word with an apostrophe is two words, which need not stand together.
                needed += alternatives.flatMap(Self.beginnings).map { [$0] }
            } else {
                needed.append(alternatives.map { Self.beginnings($0).flatMap { $0 } })
            }
        }
        self.needed = needed.filter { !$0.isEmpty }
        self.silencing = silencing
        self.isForShortTexts = isForShortTexts
    }

    private static func beginnings(_ word: Substring) -> [[UInt8]] {
        let end: [UInt8] = word.hasSuffix("!") ? [0x20] : []
        let folded = FoldedText(String(word))
        return folded.words.map { Array(folded.bytes[$0.folded]) + end }
    }
}

/// A cry: words that are a call for help when they are all that somebody writes, and mean nothing in a longer text.
/// `pelottaa` is one; somebody afraid of the dentist writes more than that.
public struct DangerCry: Sendable, Equatable {
    /// The words in their order, each with what may stand for it.
    let words: [[[UInt8]]]

    /// - Parameter words: whole words, for example `mies lyö`; `mies|isä` is either of two, `lyö*` the beginning of
    ///   a word.
    public init(_ words: String) {
        self.words = words.split(separator: " ").map { word in
            word.split(separator: "|").map { alternative in
                let folded = FoldedText(String(alternative))
                let bytes = folded.words.flatMap { folded.bytes[$0.folded] }
                return alternative.hasSuffix("*") ? bytes : bytes + [0x20]
            }.filter { $0 != [] && $0 != [0x20] }
        }.filter { !$0.isEmpty }
    }
}
