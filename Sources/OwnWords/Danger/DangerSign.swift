/// Words that are a sign of danger wherever they stand: beginnings of words that must all be in a text, in any
/// order, near each other. What is learned by counting may miss a rare word; a sign does not.
public struct DangerSign: Sendable, Equatable {
    /// What must be there: one beginning of each list, by its key.
    let needed: [[UInt64]]
    /// Beginnings that must not stand beside them.
    let silencing: [UInt64]
    /// `true` for plain words that in a long text may be about something else.
    let isForShortTexts: Bool

    /// - Parameters:
    ///   - words: beginnings of words, for example `tappa its`; `word!` is the whole word, `minua|mua` either of two,
    ///     and `-ei!` a word that makes it no sign where it stands among the others or beside them.
    ///   - lists: what `<name>` stands for.
    public init(_ words: String, isForShortTexts: Bool = false, lists: [String: DangerList] = [:]) {
        var needed: [[UInt64]] = []
        var silencing: [UInt64] = []
        for word in DangerList.split(words[...], at: 0x20) {
            let alternatives = DangerList.split(word.drop { $0 == "-" }, at: 0x7C)
            if word.hasPrefix("-") {
                silencing += alternatives.flatMap(Self.beginnings).map { TextKey.of($0) }
            } else if let only = alternatives.first, alternatives.count == 1, !only.hasPrefix("<") {
                // A word with an apostrophe is two words, which need not stand together.
                needed += Self.beginnings(only).map { [TextKey.of($0)] }
            } else {
                needed.append(
                    alternatives.flatMap { alternative in
                        DangerList.named(alternative, in: lists)
                            ?? [TextKey.of(Self.beginnings(alternative).flatMap { $0 })]
                    })
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
    /// The words in their order, each with the keys of what may stand for it.
    let words: [[UInt64]]

    /// - Parameters:
    ///   - words: whole words, for example `mies lyö`; `mies|isä` is either of two, `lyö*` the beginning of a word.
    ///   - lists: what `<name>` stands for.
    public init(_ words: String, lists: [String: DangerList] = [:]) {
        self.words = DangerList.split(words[...], at: 0x20).map { word in
            DangerList.split(word, at: 0x7C).flatMap { alternative in
                DangerList.named(alternative, in: lists) ?? DangerList.key(of: alternative).map { [$0] } ?? []
            }
        }.filter { !$0.isEmpty }
    }
}

/// Words that are written once for many cries and signs, where `<name>` stands for any of them.
public struct DangerList: Sendable, Equatable {
    private let keys: [UInt64]

    /// - Parameter words: whole words, or beginnings as `lyö*`.
    public init(_ words: [String]) { keys = words.compactMap { Self.key(of: $0[...]) } }

    /// The keys of `<name>`; nil for what is no name.
    static func named(_ text: Substring, in lists: [String: DangerList]) -> [UInt64]? {
        guard text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
        return lists[String(text.dropFirst().dropLast())]?.keys ?? []
    }

    /// The pieces of a text, split as bytes: many lines are read, and Characters are slow to find.
    static func split(_ text: Substring, at separator: UInt8) -> [Substring] {
        text.utf8.split(separator: separator).map(Substring.init)
    }

    static func key(of word: Substring) -> UInt64? {
        let folded = FoldedText(String(word))
        guard !folded.words.isEmpty else { return nil }
        let bytes = folded.words.flatMap { folded.bytes[$0.folded] }
        return TextKey.of(word.hasSuffix("*") ? bytes : bytes + [0x20])
    }
}
