public import Foundation
public import SocialServices

/// Finds which situations a person's own words sound like.
///
/// Two learners look at the same features, which are n-grams of letters, words and pairs of words: complement naive Bayes,
/// which counts, and multinomial logistic regression, which weighs what counting takes for twice the evidence. Both give a
/// weight to each feature in each situation, and the weights of both are added up once and for all: what a text is taken
/// for is a sum of weights, and it can be said which of its words spoke for what. All languages are learned together, so
/// that mixed languages and loan words help.
///
/// ```swift
/// let matcher = SituationClassifier(learning: [finnish, swedish], of: tree.situations)
/// matcher.match("vauva valvottaa enkä jaksa", in: .finnish).ranked.first?.situation.id  // "family"
/// ```
public struct SituationClassifier: Sendable {
    public let situations: [Situation]
    /// What rings whatever was learned, in texts of any language.
    public let dangerWords: DangerWords
    /// From where on danger is told that a text sounds like, by language.
    let dangerLeads: [Language: DangerLeads]
    let table: WeightTable
    /// What speaks for each situation whatever the text.
    let intercepts: [Float]

    /// Learns from phrases, one list for each language. Those of a situation that is not among `situations` are left
    /// out.
    public init(
        learning phrases: [[ExamplePhrase]], of situations: [Situation],
        dangerWords: DangerWords = DangerWords(), dangerLeads: [Language: DangerLeads] = [:],
        by learner: Learner = .both
    ) {
        self.situations = situations
        self.dangerWords = dangerWords
        self.dangerLeads = dangerLeads
        let numbers = Dictionary(
            situations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var set = TrainingSet(
            expecting: phrases.joined().reduce(0) { $0 + $1.text.utf8.count }, situations: situations.count)
        for language in phrases {
            set.beginLanguage()
            for phrase in language {
                if let number = numbers[phrase.situation] { set.add(phrase.text, to: number) }
            }
        }
        set.prune()
        let rarities = set.rarities
        var intercepts = [Float](repeating: 0, count: situations.count)
        let weights = Self.weights(from: set, rarities, by: learner, &intercepts)
        self.intercepts = intercepts
        table = WeightTable(set, rarities: rarities, weights: weights)
    }

    /// The sum of what the learners give, times the rarity of the feature.
    private static func weights(
        from set: TrainingSet, _ rarities: [Float], by learner: Learner, _ intercepts: inout [Float]
    ) -> [Float] {
        let scales = set.scales(rarities)
        var weights = NaiveBayes.weights(from: set, rarities: rarities, scales: scales)
        for place in weights.indices { weights[place] *= learner.counting }
        if learner == .both {
            let regression = LogisticRegression.weights(from: set, rarities: rarities, scales: scales)
            intercepts = regression.intercepts
            for place in weights.indices { weights[place] += regression.weights[place] }
        }
        for feature in rarities.indices {
            for place in (feature * set.situations)..<((feature + 1) * set.situations) {
                weights[place] *= rarities[feature]
            }
        }
        return weights
    }

    /// What phrases are learned by.
    public enum Learner: Sendable {
        /// Naive Bayes alone, as before there was a regression: to see what that gives.
        case counting
        case both

        /// What a weight of naive Bayes counts beside one of the regression. Alone, it makes the shares honest: of
        /// matches whose first has a share of 0.8, about eight in ten are right.
        fileprivate var counting: Float {
            switch self {
            case .counting: 0.8
            case .both: 0.7
            }
        }
    }
}

/// How far danger must be ahead of everything else to be told; below 0 where it may be behind.
public struct DangerLeads: Sendable, Equatable {
    /// From here on urgent help stands first.
    public let sure: Double
    /// From here on a line says whom to ring in danger.
    public let possible: Double

    public init(sure: Double, possible: Double) {
        self.sure = sure
        self.possible = possible
    }
}

extension SituationClassifier {
    /// A file of this version is read by no program that learns otherwise.
    private static let fileStart: UInt64 = 0x3130_4e52_4c54_524b

    /// What was learned, as the bytes of a file from which `init(file:of:)` makes the same classifier without learning.
    public var file: Data {
        var writer = LearnedWriter()
        writer.write(Self.fileStart)
        writer.write(intercepts)
        writer.write(Array(names.utf8))
        let leads = dangerLeads.sorted { $0.key.rawValue < $1.key.rawValue }
        writer.write(leads.flatMap { Array($0.key.rawValue.utf8) })
        writer.write(leads.flatMap { [$0.value.sure.bitPattern, $0.value.possible.bitPattern] })
        dangerWords.write(to: &writer)
        table.write(to: &writer)
        return writer.data
    }

    /// What was learned before, from a file.
    ///
    /// - Parameters:
    ///   - file: may be mapped into memory: then no more of it is read than the texts need.
    ///   - situations: those that it was learned for; nil for others, and if the file is not whole.
    public init?(file: Data, of situations: [Situation]) {
        var reader = LearnedReader(file)
        guard reader.number(UInt64.self) == Self.fileStart, let intercepts = reader.floats(),
            let names = reader.numbers(UInt8.self), let codes = reader.numbers(UInt8.self),
            let leads = reader.numbers(UInt64.self), leads.count == codes.count,
            let dangerWords = DangerWords(from: &reader),
            let table = WeightTable(from: &reader, columns: situations.count), intercepts.count == table.columns
        else { return nil }
        self.situations = situations
        self.intercepts = intercepts
        self.dangerWords = dangerWords
        self.table = table
        var dangerLeads: [Language: DangerLeads] = [:]
        for place in stride(from: 0, to: codes.count, by: 2) {
            let code = String(decoding: codes[place..<min(place + 2, codes.count)], as: UTF8.self)
            guard let language = Language(rawValue: code) else { return nil }
            let (sure, possible) = (Double(bitPattern: leads[place]), Double(bitPattern: leads[place + 1]))
            dangerLeads[language] = DangerLeads(sure: sure, possible: possible)
        }
        self.dangerLeads = dangerLeads
        guard names == Array(self.names.utf8) else { return nil }
    }

    /// The ids of the situations, by which a file is known to be of them.
    private var names: String { situations.map(\.id).joined(separator: " ") }
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
        let learned = isUnderstood ? evidence : nil
        return SituationMatch(
            ranked: ranked, dangerLead: mostDangerous(by: evidence)?.lead ?? -.infinity,
            dangerWords: byWords.map { $0.isSignInLongText ? .signInLongText : .certain },
            alarm: alarm(in: text, folded, byWords, learned, language), isUnderstood: isUnderstood)
    }

    /// Danger in a text, by any of four rules: the text has the words of a `sign`; it is a `cry`; it is a phrase of
    /// danger that was learned; or it sounds more like those than like anything else. In a text of more than eight words a
    /// sign is looked at twice: where nothing else in the text sounds like danger, it is only possible.
    ///
    /// - Parameter language: of the conversation, as in `match`.
    public func danger(in text: String, language: Language) -> Danger? {
        let folded = FoldedText(text)
        let byWords = dangerWords.danger(in: folded, of: text)
        if let byWords, !byWords.isSignInLongText { return byWords.danger }
        let (evidence, isUnderstood) = evidence(in: folded)
        guard case .sure(let danger) = alarm(in: text, folded, byWords, isUnderstood ? evidence : nil, language)
        else {
            return nil
        }
        return danger
    }

    /// - Parameters:
    ///   - byWords: what rings in the text whatever was learned.
    ///   - evidence: what was learned; nil if too little of the text is known.
    private func alarm(
        in text: String, _ folded: FoldedText, _ byWords: (danger: Danger, isSignInLongText: Bool)?,
        _ evidence: Evidence?, _ language: Language
    ) -> SituationMatch.Alarm {
        let learned = evidence.map { learnedAlarm(in: text, folded, $0, language) }
        guard let byWords else { return learned ?? .none }
        return byWords.isSignInLongText && learned == SituationMatch.Alarm.none ? .possible : .sure(byWords.danger)
    }

    /// Whether a text may ring by what it sounds like; in a shorter one only the words of danger themselves ring.
    public static func mayRing(_ text: String) -> Bool { FoldedText(text).words.count >= fewestWords }

    /// Danger that a text sounds like. Of few words more is asked, and one or two ring only by what they are: in
    /// "shooting hoops" one word that was learned with danger would do.
    private func learnedAlarm(
        in text: String, _ folded: FoldedText, _ evidence: Evidence, _ language: Language
    ) -> SituationMatch.Alarm {
        guard let (number, lead) = mostDangerous(by: evidence) else { return .none }
        let words = folded.words.count
        guard words >= Self.fewestWords else { return .none }
        let leads = dangerLeads[language] ?? DangerLeads(sure: 0, possible: 0)
        if lead > Self.sureLead(leads.sure, of: words) {
            return .sure(Danger(words: reasons(for: number, in: text, folded, evidence)))
        }
        return lead > leads.possible + (words < Self.fewWords ? Self.leadOfFewWords : 0) ? .possible : .none
    }

    private static func sureLead(_ lead: Double, of words: Int) -> Double {
        if words < fewWords { return max(lead, 0) + leadOfFewWords }
        return words > manyWords ? lead - leadOfManyWords : lead
    }

    /// The situation of danger that is furthest ahead, and how far.
    private func mostDangerous(by evidence: Evidence) -> (number: Int, lead: Double)? {
        situations.indices.filter { situations[$0].isDanger }.map { ($0, evidence.lead(of: $0)) }
            .max { $0.1 < $1.1 }
    }

    /// What speaks for which situation in a text, and whether enough of it is known to go by.
    private func evidence(in folded: FoldedText) -> (Evidence, isUnderstood: Bool) {
        var keys: [UInt64] = []
        /// The word of each key.
        var words: [Int] = []
        var seen: Set<UInt64> = []
        for index in folded.words.indices {
            let hear = { (key: UInt64) in
                if seen.insert(key).inserted {
                    keys.append(key)
                    words.append(index)
                }
            }
            folded.forEachNGram(of: folded.words[index], hear)
            folded.forEachPair(endingAt: index, hear)
        }
        var evidence = Evidence(words: folded.words.count, situations: situations.count)
        var known = 0
        table.forEach(of: keys) { number, rarity, weight in
            known += 1
            evidence.add(rarity: rarity, word: words[number], weight)
        }
        evidence.finish(intercepts)
        let isUnderstood = folded.hasTellingWord && Double(known) >= Self.leastKnown * Double(keys.count)
        return (evidence, isUnderstood)
    }

    /// Fewer words ring only by what they are.
    public static let fewestWords = 3
    /// In texts of fewer words danger must be this far ahead. Chosen on held-back phrases and calm short lines: more
    /// loses danger, less makes more of the calm lines ring.
    private static let fewWords = 5
    private static let leadOfFewWords = 3.0
    /// Texts of more words tell of much beside the danger, which may be so much less ahead. Chosen on held-back phrases:
    /// in longer texts a sure alarm may be wrong four times as often as in short ones, where people type a word or two.
    private static let manyWords = 20
    private static let leadOfManyWords = 2.5

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
    private var total: [Float]
    private var perWord: [Float]
    private var squares: Float = 0

    init(words: Int, situations: Int) {
        self.situations = situations
        total = Array(repeating: 0, count: situations)
        perWord = Array(repeating: 0, count: words * situations)
    }

    mutating func add(rarity: Float, word: Int, _ weight: (_ situation: Int) -> Float) {
        squares += rarity * rarity
        for number in 0..<situations {
            let speaks = weight(number)
            total[number] += speaks
            perWord[word * situations + number] += speaks
        }
    }

    /// Makes long and short texts comparable, and adds what speaks for a situation whatever the text.
    mutating func finish(_ intercepts: [Float]) {
        guard squares > 0 else { return }
        let scale = 1 / squares.squareRoot()
        for number in total.indices { total[number] = total[number] * scale + intercepts[number] }
        for place in perWord.indices { perWord[place] *= scale }
    }

    /// How far ahead of the best other situation one is; below 0 where it is behind.
    func lead(of number: Int) -> Double {
        let others = total.indices.filter { $0 != number }.map { total[$0] }
        return Double(total[number] - (others.max() ?? total[number]))
    }

    /// How much more a word speaks for one situation than for all on average.
    func lead(of number: Int, at word: Int) -> Double {
        let row = perWord[(word * situations)..<((word + 1) * situations)]
        return Double(row[row.startIndex + number] - row.reduce(0, +) / Float(situations))
    }

    /// What each situation has of the whole, from 0 to 1, together 1.
    var shares: [Double] {
        guard let best = total.max() else { return [] }
        let powers = total.map { exp(Double($0 - best)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
