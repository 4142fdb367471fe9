/// Finds which situations a person's own words sound like.
///
/// Complement naive Bayes over pieces of text (`FoldedText.Piece`), weighted by how few phrases have them
/// (Rennie and others, "Tackling the poor assumptions of naive Bayes text classifiers", 2003). It is learned by
/// counting, in one pass, from all languages together, so that mixed languages and loan words help; and it can
/// say which pieces of a text spoke for what. It came out better than logistic regression and a support
/// vector machine on the project's first 2,170 phrases.
///
/// ```swift
/// let matcher = SituationMatcher(learning: phrases, of: tree.situations, signs: signs)
/// matcher.match("vauva valvottaa enkä jaksa").ranked.first?.situation.id  // "family"
/// ```
public struct SituationMatcher: Sendable {
    public let situations: [Situation]
    let signs: [DangerSign]
    /// How far danger must be ahead of everything else to be told; below 0 where it may even be behind.
    let dangerLead: Double
    let pieces: PieceTable
    /// How rare each piece is: the logarithm of all phrases to those that have it, plus one.
    let rarities: [Float]
    /// The weight of each piece in each situation's phrases: a row of `situations.count` for each piece.
    let weights: [Float]
    /// The weight of each piece in all phrases.
    let sums: [Float]
    /// The weight of all pieces in the phrases of all other situations, smoothed.
    let complements: [Float]

    /// What is counted for a piece that no phrase of a situation has. Measured with `Benchmarks matching`.
    static let smoothing: Float = 0.3

    /// Learns from phrases. Those of a situation that is not among `situations` are left out.
    public init(
        learning phrases: [ExamplePhrase], of situations: [Situation], signs: [DangerSign] = [], dangerLead: Double = 0
    ) {
        self.situations = situations
        self.signs = signs
        self.dangerLead = dangerLead
        let numbers = Dictionary(
            situations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var counting = PieceCounting(expecting: phrases.reduce(0) { $0 + $1.text.utf8.count })
        for phrase in phrases {
            if let number = numbers[phrase.situation] { counting.add(phrase.text, as: number) }
        }
        let learned = counting.learned(situations.count)
        pieces = counting.pieces
        rarities = learned.rarities
        weights = learned.weights
        sums = learned.sums
        complements = learned.complements
    }
}

/// Counts pieces of phrases, phrase by phrase.
private struct PieceCounting {
    private(set) var pieces: PieceTable
    /// In how many phrases each piece is.
    private var phrasesWith: [UInt32] = []
    /// The last phrase that had each piece: each piece counts once in a phrase.
    private var lastPhrase: [UInt32] = []
    /// The pieces of all phrases, one phrase after another.
    private var found: [UInt32] = []
    private var ends: [(found: Int, situation: Int)] = []

    init(expecting bytes: Int) {
        pieces = PieceTable(expecting: bytes / 4)
        found.reserveCapacity(bytes * 4)
    }

    mutating func add(_ text: String, as situation: Int) {
        let phrase = UInt32(ends.count + 1)
        FoldedText(text).forEachPiece { piece in
            let number = pieces.add(piece.key)
            if number == phrasesWith.count {
                phrasesWith.append(0)
                lastPhrase.append(0)
            }
            guard lastPhrase[number] != phrase else { return }
            lastPhrase[number] = phrase
            phrasesWith[number] += 1
            found.append(UInt32(number))
        }
        ends.append((found.count, situation))
    }

    func learned(_ count: Int) -> (rarities: [Float], weights: [Float], sums: [Float], complements: [Float]) {
        let phrases = Float(ends.count)
        let rarities = phrasesWith.map { (Float.logarithm((1 + phrases) / (1 + Float($0)))) + 1 }
        var weights = [Float](repeating: 0, count: pieces.count * count)
        var totals = [Float](repeating: 0, count: count)
        var start = 0
        for (end, situation) in ends {
            var length: Float = 0
            for place in start..<end { length += rarities[Int(found[place])] * rarities[Int(found[place])] }
            let scale = length > 0 ? 1 / length.squareRoot() : 0
            for place in start..<end {
                let weight = rarities[Int(found[place])] * scale
                weights[Int(found[place]) * count + situation] += weight
                totals[situation] += weight
            }
            start = end
        }
        let all = totals.reduce(0, +)
        let smoothed = SituationMatcher.smoothing * Float(pieces.count)
        let sums = (0..<pieces.count).map { piece in
            weights[(piece * count)..<((piece + 1) * count)].reduce(0, +)
        }
        return (rarities, weights, sums, totals.map { all - $0 + smoothed })
    }
}
