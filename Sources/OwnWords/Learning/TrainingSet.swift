import Foundation

/// The features of each phrase to learn from, and in how many phrases each feature is.
struct TrainingSet {
    /// One phrase: its features end here in `found`; which cell it belongs to.
    typealias Phrase = (end: Int, cell: Int)

    let situations: Int
    private(set) var features: FeatureIndex
    /// The features of each phrase by number, each once, one phrase after another.
    private(set) var found: [UInt32] = []
    private(set) var phrases: [Phrase] = []
    /// How many phrases each situation of each language has, one language after another.
    private(set) var cells: [Int] = []
    /// In how many phrases each feature is, and the last of them: a feature counts once in a phrase.
    private var seen: [(phrases: UInt32, last: UInt32, isPair: Bool)] = []

    /// The features of each word that was met before, one word after another: words come again and again.
    private var words: FeatureIndex
    private var wordEnds: [Int] = [0]
    private var wordFeatures: [UInt32] = []

    /// - Parameter bytes: of all phrases together; a guess will do.
    init(expecting bytes: Int, situations: Int) {
        self.situations = situations
        features = FeatureIndex(expecting: bytes / 4)
        words = FeatureIndex(expecting: bytes / 16)
        found.reserveCapacity(bytes)
    }

    mutating func beginLanguage() { cells += Array(repeating: 0, count: situations) }

    mutating func add(_ text: String, to situation: Int) {
        let cell = cells.count - situations + situation
        cells[cell] += 1
        let phrase = UInt32(phrases.count + 1)
        let folded = FoldedText(text)
        for index in folded.words.indices {
            let number = number(of: folded.words[index], in: folded)
            for place in wordEnds[number]..<wordEnds[number + 1] { note(wordFeatures[place], false, in: phrase) }
            folded.forEachPair(endingAt: index) { note(UInt32(features.add($0)), true, in: phrase) }
        }
        phrases.append((found.count, cell))
    }

    private mutating func number(of word: FoldedText.Word, in folded: FoldedText) -> Int {
        let number = words.add(folded.key(of: word))
        if number == wordEnds.count - 1 {
            folded.forEachNGram(of: word) { wordFeatures.append(UInt32(features.add($0))) }
            wordEnds.append(wordFeatures.count)
        }
        return number
    }

    private mutating func note(_ feature: UInt32, _ isPair: Bool, in phrase: UInt32) {
        let feature = Int(feature)
        while seen.count <= feature { seen.append((0, 0, isPair)) }
        guard seen[feature].last != phrase else { return }
        seen[feature] = (seen[feature].phrases + 1, phrase, isPair)
        found.append(UInt32(feature))
    }

    /// How rare each feature is: the logarithm of all phrases to those that have it, plus one.
    var rarities: [Float] {
        let all = Float(phrases.count)
        return seen.map { log((1 + all) / (1 + Float($0.phrases))) + 1 }
    }

    /// Whether a feature is worth its place among what was learned. Two of three are pairs of words that only one phrase has;
    /// without them a match is as good, and takes a third of the memory.
    func isKept(_ feature: Int) -> Bool { seen[feature].phrases > 1 || !seen[feature].isPair }

    /// Takes out of all phrases what is not worth its place, so that nothing is learned from what no match will see.
    mutating func prune() {
        var kept: [UInt32] = []
        kept.reserveCapacity(found.count)
        var start = 0
        for number in phrases.indices {
            let end = phrases[number].end
            for place in start..<end where isKept(Int(found[place])) { kept.append(found[place]) }
            phrases[number].end = kept.count
            start = end
        }
        found = kept
    }

    /// The places of a phrase's features in `found`.
    func places(of phrase: Int) -> Range<Int> { (phrase == 0 ? 0 : phrases[phrase - 1].end)..<phrases[phrase].end }

    /// One over the length of each phrase's vector of rarities: long and short phrases are learned from alike.
    func scales(_ rarities: [Float]) -> [Float] {
        phrases.indices.map { phrase in
            var squares: Float = 0
            for place in places(of: phrase) { squares += rarities[Int(found[place])] * rarities[Int(found[place])] }
            return squares > 0 ? 1 / squares.squareRoot() : 0
        }
    }
}
