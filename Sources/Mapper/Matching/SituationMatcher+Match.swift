import Foundation
import SocialServices

extension SituationMatcher {
    /// Which situations a text sounds like, best first, and why; and whether it holds signs of danger.
    ///
    /// Any text will do, of any length. The time grows with the length: about 0.1 ms for a line
    /// (`Benchmarks matching`).
    public func match(_ text: String) -> SituationMatch {
        let folded = FoldedText(text)
        var evidence = Evidence(words: folded.words.count, situations: situations.count)
        var seen: Set<Int> = []
        folded.forEachPiece { piece in
            guard let number = pieces.number(of: piece.key), seen.insert(number).inserted else { return }
            evidence.add(piece: number, word: piece.word, of: self)
        }
        evidence.normalise()
        let shares = evidence.shares
        let ranked = situations.indices.sorted { (shares[$0], -$0) > (shares[$1], -$1) }.map { number in
            SituationMatch.Ranked(
                situation: situations[number], score: shares[number],
                because: reasons(for: number, in: text, folded, evidence))
        }
        let isSuspicious = situations.indices.contains { number in
            situations[number].group == .urgent
                && evidence.lead(of: number) > dangerLead && evidence.isUnderstood
        }
        return SituationMatch(
            ranked: ranked, isUrgent: isSuspicious || signs.contains { $0.isIn(folded) },
            isUnderstood: evidence.isUnderstood)
    }

    /// The words that spoke for a situation more than for the others, strongest first, those side by side as one.
    private func reasons(
        for situation: Int, in text: String, _ folded: FoldedText, _ evidence: Evidence
    ) -> [String] {
        let strengths = folded.words.indices.map { evidence.lead(of: situation, at: $0) }
        guard let strongest = strengths.max(), strongest > 0 else { return [] }
        var phrases: [(strength: Double, words: ClosedRange<Int>)] = []
        for (word, strength) in strengths.enumerated() where strength >= strongest * 0.35 {
            if let last = phrases.last, last.words.upperBound == word - 1, last.words.count < 4 {
                phrases[phrases.count - 1] = (max(last.strength, strength), last.words.lowerBound...word)
            } else {
                phrases.append((strength, word...word))
            }
        }
        return phrases.sorted { $0.strength > $1.strength }.prefix(3).map { phrase in
            let start = folded.words[phrase.words.lowerBound].source.lowerBound
            return String(text[start..<folded.words[phrase.words.upperBound].source.upperBound])
        }
    }
}

/// How much a text's pieces speak for each situation, in all and word by word.
private struct Evidence {
    private let situations: Int
    private var total: [Double]
    private var perWord: [Double]
    private var squares = 0.0
    private var wordsKnown: Set<Int> = []

    init(words: Int, situations: Int) {
        self.situations = situations
        total = Array(repeating: 0, count: situations)
        perWord = Array(repeating: 0, count: words * situations)
    }

    mutating func add(piece: Int, word: Int, of matcher: SituationMatcher) {
        let rarity = matcher.rarities[piece]
        squares += Double(rarity * rarity)
        wordsKnown.insert(word)
        for number in 0..<situations {
            let elsewhere = matcher.sums[piece] - matcher.weights[piece * situations + number]
            let share = (elsewhere + SituationMatcher.smoothing) / matcher.complements[number]
            let speaks = Double(-rarity * log(share))
            total[number] += speaks
            perWord[word * situations + number] += speaks
        }
    }

    /// Makes long and short texts comparable.
    mutating func normalise() {
        guard squares > 0 else { return }
        let scale = 1 / squares.squareRoot()
        total = total.map { $0 * scale }
        perWord = perWord.map { $0 * scale }
    }

    var isUnderstood: Bool { !wordsKnown.isEmpty }

    /// How far ahead of the best other situation one is; below 0 where it is behind.
    func lead(of number: Int) -> Double {
        let others = total.indices.filter { $0 != number }.map { total[$0] }
        return total[number] - (others.max() ?? total[number])
    }

    /// How much more a word speaks for one situation than for all on average.
    func lead(of number: Int, at word: Int) -> Double {
        let row = perWord[(word * situations)..<((word + 1) * situations)]
        return row[row.startIndex + number] - row.reduce(0, +) / Double(situations)
    }

    /// What each situation has of the whole, from 0 to 1, together 1.
    var shares: [Double] {
        guard let best = total.max() else { return [] }
        let powers = total.map { exp(($0 - best) * Self.sharpness) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// Makes the shares honest: of matches whose first has a share of 0.8, about eight in ten are right
    /// (`Benchmarks matching`).
    private static let sharpness = 2.0
}
