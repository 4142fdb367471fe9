import Foundation

/// Counts in which phrases each feature of a text is; what a matcher learns.
struct ClassifierTraining {
    private(set) var features: FeatureIndex
    private let situations: Int
    /// In how many phrases each feature is, and the last of them: a feature counts once in a phrase.
    private var seen: [(phrases: UInt32, last: UInt32)] = []
    /// The features of each phrase, one phrase after another.
    private var found: [UInt32] = []
    private var phrases: [(end: Int, cell: Int)] = []
    /// How many phrases each situation of each language has, one language after another.
    private var cells: [Int] = []

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
            for place in wordEnds[number]..<wordEnds[number + 1] { note(wordFeatures[place], in: phrase) }
            folded.forEachPair(endingAt: index) { note(UInt32(features.add($0)), in: phrase) }
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

    private mutating func note(_ feature: UInt32, in phrase: UInt32) {
        let feature = Int(feature)
        while seen.count <= feature { seen.append((0, 0)) }
        guard seen[feature].last != phrase else { return }
        seen[feature] = (seen[feature].phrases + 1, phrase)
        found.append(UInt32(feature))
    }

    /// What the matcher keeps; see there.
    func learned() -> (rarities: [Float], weights: [Float], totals: [Float]) {
        let all = Float(phrases.count)
        let rarities = seen.map { log((1 + all) / (1 + Float($0.phrases))) + 1 }
        let used = cells.count { $0 > 0 }
        var weights = [Float](repeating: 0, count: seen.count * situations)
        var totals = [Float](repeating: 0, count: situations)
        var start = 0
        for (end, cell) in phrases {
            var squares: Float = 0
            for place in start..<end { squares += rarities[Int(found[place])] * rarities[Int(found[place])] }
            let share = all / Float(used * cells[cell])
            let scale = squares > 0 ? share / squares.squareRoot() : 0
            let situation = cell % situations
            for place in start..<end {
                let weight = rarities[Int(found[place])] * scale
                weights[Int(found[place]) * situations + situation] += weight
                totals[situation] += weight
            }
            start = end
        }
        return (rarities, weights, totals)
    }
}
