import Foundation
public import SocialServices

/// Finds which situations a person's own words sound like.
///
/// Naive Bayes on n-grams of letters, words and pairs of words: how much more often a feature is in a situation's
/// phrases than
/// in all others', weighted by how few phrases have it at all. It is learned by counting, in one pass, from all
/// languages together, so that mixed languages and loan words help; and it can say which words of a text spoke for
/// what. Logistic regression and a support vector machine came out no better on the same phrases.
///
/// ```swift
/// let matcher = SituationClassifier(learning: [finnish, swedish], of: tree.situations)
/// matcher.match("vauva valvottaa enkä jaksa").ranked.first?.situation.id  // "family"
/// ```
public struct SituationClassifier: Sendable {
    public let situations: [Situation]
    /// What rings whatever was learned, in texts of any language.
    let dangerWords: DangerWords
    /// How far danger must be ahead of everything else to be told, by language; below 0 where it may be behind.
    let dangerLeads: [Language: Double]
    let features: FeatureIndex
    /// How rare each feature is: the logarithm of all phrases to those that have it, plus one.
    let rarities: [Float]
    /// The weight of each feature in each situation's phrases: a row of `situations.count` for each feature.
    let weights: [Float]
    /// The weight of all features in each situation's phrases, and in those of all others; smoothed.
    let here: [Float]
    let elsewhere: [Float]

    /// What is counted for a feature that no phrase of a situation has. Chosen by `Benchmarks matching` on learned
    /// phrases, each fifth left out in turn.
    static let smoothing: Float = 0.03

    /// Learns from phrases, one list for each language. Those of a situation that is not among `situations` are left
    /// out. Each situation of each language counts the same, however many phrases it has.
    public init(
        learning phrases: [[ExamplePhrase]], of situations: [Situation],
        dangerWords: DangerWords = DangerWords(), dangerLeads: [Language: Double] = [:]
    ) {
        self.situations = situations
        self.dangerWords = dangerWords
        self.dangerLeads = dangerLeads
        let numbers = Dictionary(
            situations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var counting = ClassifierTraining(
            expecting: phrases.joined().reduce(0) { $0 + $1.text.utf8.count }, situations: situations.count)
        for language in phrases {
            counting.beginLanguage()
            for phrase in language {
                if let number = numbers[phrase.situation] { counting.add(phrase.text, to: number) }
            }
        }
        features = counting.features
        let totals: [Float]
        (rarities, weights, totals) = counting.learned()
        let all = totals.reduce(0, +)
        let smoothed = Self.smoothing * Float(rarities.count)
        here = totals.map { $0 + smoothed }
        elsewhere = totals.map { all - $0 + smoothed }
    }
}

extension SituationClassifier {
    /// Which situations a text sounds like, best first, and why; and whether it holds signs of danger.
    ///
    /// Any text will do, of any length. The time grows with the length: about 0.1 ms for a line
    /// (`Benchmarks matching`).
    ///
    /// - Parameter language: of the conversation; the text may be in any other. It only decides how far danger must
    ///   be ahead to be told.
    public func match(_ text: String, in language: Language) -> SituationMatch {
        let folded = FoldedText(text)
        let (evidence, isUnderstood) = evidence(in: folded)
        // What says nothing speaks for nothing: then all have the same share.
        let shares = isUnderstood ? evidence.shares : situations.map { _ in 1 / Double(situations.count) }
        let ranked = situations.indices.sorted { (shares[$0], -$0) > (shares[$1], -$1) }.map { number in
            SituationMatch.Ranked(
                situation: situations[number], score: shares[number],
                because: isUnderstood ? reasons(for: number, in: text, folded, evidence) : [])
        }
        let byWords = dangerWords.danger(in: folded, of: text)
        let learned = isUnderstood ? learnedDanger(in: text, folded, evidence, language) : nil
        return SituationMatch(
            ranked: ranked, dangerLead: mostDangerous(by: evidence)?.lead ?? -.infinity,
            hasDangerWords: byWords != nil, danger: byWords ?? learned,
            isUnderstood: isUnderstood || byWords != nil)
    }

    /// Danger in a text, by any of four rules: the text has the words of a `sign`; it is a `cry`; it is a phrase of
    /// danger that was learned; or it sounds more like those than like anything else.
    ///
    /// - Parameter language: of the conversation, as in `match`.
    public func danger(in text: String, language: Language) -> Danger? {
        let folded = FoldedText(text)
        if let danger = dangerWords.danger(in: folded, of: text) { return danger }
        let (evidence, isUnderstood) = evidence(in: folded)
        return isUnderstood ? learnedDanger(in: text, folded, evidence, language) : nil
    }

    /// Whether a text may ring by what it sounds like; in a shorter one only the words of danger themselves ring.
    public static func mayRing(_ text: String) -> Bool { FoldedText(text).words.count >= fewestWords }

    /// Danger that a text sounds like. Of few words more is asked, and one or two ring only by what they are: in
    /// "shooting hoops" one word that was learned with danger would do.
    private func learnedDanger(
        in text: String, _ folded: FoldedText, _ evidence: Evidence, _ language: Language
    ) -> Danger? {
        guard let (number, lead) = mostDangerous(by: evidence) else { return nil }
        let words = folded.words.count
        guard words >= Self.fewestWords else { return nil }
        let least = dangerLeads[language, default: 0]
        guard lead > (words < Self.fewWords ? max(least, 0) + Self.leadOfFewWords : least) else { return nil }
        return Danger(words: reasons(for: number, in: text, folded, evidence))
    }

    /// The situation of danger that is furthest ahead, and how far.
    private func mostDangerous(by evidence: Evidence) -> (number: Int, lead: Double)? {
        situations.indices.filter { situations[$0].group == .urgent }.map { ($0, evidence.lead(of: $0)) }
            .max { $0.1 < $1.1 }
    }

    /// What speaks for which situation in a text, and whether enough of it is known to go by.
    private func evidence(in folded: FoldedText) -> (Evidence, isUnderstood: Bool) {
        var evidence = Evidence(words: folded.words.count, situations: situations.count)
        var seen: Set<Int> = []
        var known = 0
        var unknown = 0
        for index in folded.words.indices {
            let hear = { (key: UInt64) in
                guard let number = features.number(of: key) else {
                    unknown += 1
                    return
                }
                known += 1
                if seen.insert(number).inserted { evidence.add(feature: number, word: index, of: self) }
            }
            folded.forEachNGram(of: folded.words[index], hear)
            folded.forEachPair(endingAt: index, hear)
        }
        evidence.normalise()
        let isUnderstood =
            folded.hasTellingWord && Double(known) >= Self.leastKnown * Double(known + unknown)
        return (evidence, isUnderstood)
    }

    private static let fewestWords = 3
    /// In texts of fewer words danger must be this far ahead. Chosen on held-back phrases and calm short lines: more
    /// loses danger, less makes more of the calm lines ring.
    private static let fewWords = 5
    private static let leadOfFewWords = 1.0

    /// The least share of a text's features that must be known for it to be understood: of the held-out phrases
    /// nearly all have more, of random letters nearly none (`Benchmarks matching`).
    private static let leastKnown = 0.25

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
            let end = folded.words[phrase.words.upperBound].source.upperBound
            return String(decoding: Array(text.utf8.dropFirst(start).prefix(end - start)), as: UTF8.self)
        }
    }
}

/// How much a text's features speak for each situation, in all and word by word.
private struct Evidence {
    private let situations: Int
    private var total: [Double]
    private var perWord: [Double]
    private var squares = 0.0

    init(words: Int, situations: Int) {
        self.situations = situations
        total = Array(repeating: 0, count: situations)
        perWord = Array(repeating: 0, count: words * situations)
    }

    mutating func add(feature: Int, word: Int, of matcher: SituationClassifier) {
        let rarity = matcher.rarities[feature]
        squares += Double(rarity * rarity)
        let row = feature * situations
        let sum = matcher.weights[row..<(row + situations)].reduce(0, +)
        for number in 0..<situations {
            let here = (matcher.weights[row + number] + SituationClassifier.smoothing) / matcher.here[number]
            let elsewhere =
                (sum - matcher.weights[row + number] + SituationClassifier.smoothing) / matcher.elsewhere[number]
            let speaks = Double(rarity * log(here / elsewhere))
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
    private static let sharpness = 0.8
}
