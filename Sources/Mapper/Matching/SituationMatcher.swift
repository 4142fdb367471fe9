public import SocialServices

/// Finds which situations a person's own words sound like.
///
/// Naive Bayes on pieces of words and pairs of words: how much more often a piece is in a situation's phrases than
/// in all others', weighted by how few phrases have it at all. It is learned by counting, in one pass, from all
/// languages together, so that mixed languages and loan words help; and it can say which words of a text spoke for
/// what. Logistic regression and a support vector machine came out no better on the same phrases.
///
/// ```swift
/// let matcher = SituationMatcher(learning: [finnish, swedish], of: tree.situations)
/// matcher.match("vauva valvottaa enkä jaksa").ranked.first?.situation.id  // "family"
/// ```
public struct SituationMatcher: Sendable {
    public let situations: [Situation]
    /// Found in texts of any language.
    let signs: [DangerSign]
    /// How far danger must be ahead of everything else to be told, by language; below 0 where it may be behind.
    let dangerLeads: [Language: Double]
    let pieces: PieceTable
    /// How rare each piece is: the logarithm of all phrases to those that have it, plus one.
    let rarities: [Float]
    /// The weight of each piece in each situation's phrases: a row of `situations.count` for each piece.
    let weights: [Float]
    /// The weight of all pieces in each situation's phrases, and in those of all others; smoothed.
    let here: [Float]
    let elsewhere: [Float]

    /// What is counted for a piece that no phrase of a situation has. Chosen by `Benchmarks matching` on learned
    /// phrases, each fifth left out in turn.
    static let smoothing: Float = 0.03

    /// Learns from phrases, one list for each language. Those of a situation that is not among `situations` are left
    /// out. Each situation of each language counts the same, however many phrases it has.
    public init(
        learning phrases: [[ExamplePhrase]], of situations: [Situation], signs: [DangerSign] = [],
        dangerLeads: [Language: Double] = [:]
    ) {
        self.situations = situations
        self.signs = signs
        self.dangerLeads = dangerLeads
        let numbers = Dictionary(
            situations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var counting = PieceCounting(
            expecting: phrases.joined().reduce(0) { $0 + $1.text.utf8.count }, situations: situations.count)
        for language in phrases {
            counting.beginLanguage()
            for phrase in language {
                if let number = numbers[phrase.situation] { counting.add(phrase.text, to: number) }
            }
        }
        pieces = counting.pieces
        let totals: [Float]
        (rarities, weights, totals) = counting.learned()
        let all = totals.reduce(0, +)
        let smoothed = Self.smoothing * Float(rarities.count)
        here = totals.map { $0 + smoothed }
        elsewhere = totals.map { all - $0 + smoothed }
    }
}
