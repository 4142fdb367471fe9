/// Everything that rings by itself, whatever was learned: signs, cries, and whole phrases of danger. Languages are
/// not told apart: a text rings in whatever language it is written.
public struct DangerWords: Sendable {
    /// The number of each beginning of a word, by its key.
    private var beginnings: [UInt64: Int] = [:]
    /// Beginnings that are whole words and say nothing: "please", "now".
    private var fillers: Set<Int> = []
    private var signs: [Sign] = []
    private var cries: [[[Int]]] = []
    private var longestCry = 0
    /// The signs and the cries whose first word has this beginning.
    private var signsOf: [[Int]] = []
    private var criesOf: [[Int]] = []
    private var phrases: Set<UInt64> = []

    private struct Sign {
        let needed: [[Int]]
        let silencing: [Int]
        let isForShortTexts: Bool
    }

    /// - Parameters:
    ///   - fillers: words that a cry may have or not, for example `nyt`.
    ///   - phrases: texts that are danger as a whole.
    public init(
        signs: [DangerSign] = [], cries: [DangerCry] = [], fillers: [String] = [], phrases: [String] = []
    ) {
        for word in fillers {
            for word in DangerText(FoldedText(word)).words { self.fillers.insert(number(of: WordKey.of(word.whole))) }
        }
        for sign in signs { add(sign) }
        for cry in cries { add(cry) }
        self.phrases = Set(phrases.compactMap { Self.key(of: FoldedText($0)) })
    }

    private mutating func add(_ sign: DangerSign) {
        let needed = sign.needed.map { $0.map { number(of: $0) } }
        guard let first = needed.first else { return }
        for beginning in first { signsOf[beginning].append(signs.count) }
        signs.append(
            Sign(
                needed: needed, silencing: sign.silencing.map { number(of: $0) },
                isForShortTexts: sign.isForShortTexts))
    }

    private mutating func add(_ cry: DangerCry) {
        let words = cry.words.map { $0.map { number(of: $0) } }
        guard let first = words.first else { return }
        for beginning in first { criesOf[beginning].append(cries.count) }
        cries.append(words)
        longestCry = max(longestCry, words.count)
    }

    private mutating func number(of key: UInt64) -> Int {
        if let number = beginnings[key] { return number }
        beginnings[key] = signsOf.count
        signsOf.append([])
        criesOf.append([])
        return signsOf.count - 1
    }
}

extension DangerWords {
    /// What rings in a text, nil if nothing does.
    public func danger(in text: String) -> Danger? { danger(in: FoldedText(text), of: text) }

    func danger(in folded: FoldedText, of text: String) -> Danger? {
        let words = DangerText(folded)
        if let key = Self.key(of: folded), phrases.contains(key) {
            let start = Array(words.words.indices.prefix(Self.longestPiece))
            return Danger(words: Self.pieces(of: text, words, at: start))
        }
        let places = places(in: words) ?? words.calmed.flatMap(places)
        return places.map { Danger(words: Self.pieces(of: text, words, at: $0)) }
    }

    /// A key of a text without its spaces: `don't` and `dont` are the same; nil for a text without words.
    private static func key(of folded: FoldedText) -> UInt64? {
        folded.words.isEmpty ? nil : WordKey.of(folded.bytes.lazy.filter { $0 != 0x20 })
    }

    /// The words that rang, by number.
    private func places(in text: DangerText) -> [Int]? {
        let heard = text.words.map { self.heard(in: $0) }
        return cry(in: heard) ?? sign(in: heard)
    }

    /// The beginnings that a word has.
    private func heard(in word: DangerText.Word) -> [Int] {
        var heard: [Int] = []
        for bytes in [word.whole] + word.pieces {
            WordKey.forEachBeginning(of: bytes) { key in
                if let number = beginnings[key] { heard.append(number) }
            }
        }
        return heard
    }

    /// A cry has its words in their order, and between them nothing but fillers.
    private func cry(in heard: [[Int]]) -> [Int]? {
        let skippable = heard.map { !fillers.isDisjoint(with: $0) }
        guard heard.count <= Self.mostWords, skippable.count(where: { !$0 }) <= longestCry else { return nil }
        for start in heard.indices {
            for beginning in heard[start] {
                for number in criesOf[beginning] {
                    var places: [Int] = []
                    if isCry(cries[number][...], heard, skippable, from: start, &places) { return places }
                }
            }
            if !skippable[start] { return nil }
        }
        return nil
    }

    private func isCry(
        _ words: ArraySlice<[Int]>, _ heard: [[Int]], _ skippable: [Bool], from place: Int, _ places: inout [Int]
    ) -> Bool {
        guard let word = words.first else { return skippable[place...].allSatisfy { $0 } }
        guard place < heard.count else { return false }
        if word.contains(where: heard[place].contains) {
            places.append(place)
            if isCry(words.dropFirst(), heard, skippable, from: place + 1, &places) { return true }
            places.removeLast()
        }
        return skippable[place] && isCry(words, heard, skippable, from: place + 1, &places)
    }

    private func sign(in heard: [[Int]]) -> [Int]? {
        var places: [Int: [Int]] = [:]
        for (place, beginnings) in heard.enumerated() {
            for beginning in beginnings { places[beginning, default: []].append(place) }
        }
        let isLong = heard.count > Self.shortText
        for beginning in places.keys.sorted() {
            for number in signsOf[beginning] where !(isLong && signs[number].isForShortTexts) {
                if let found = found(signs[number], places) { return found }
            }
        }
        return nil
    }

    /// Where a sign's words stand near each other with nothing among them that makes it no sign.
    private func found(_ sign: Sign, _ places: [Int: [Int]]) -> [Int]? {
        var all: [(place: Int, word: Int)] = []
        for (word, beginnings) in sign.needed.enumerated() {
            let count = all.count
            for beginning in beginnings { all += places[beginning, default: []].map { ($0, word) } }
            if all.count == count { return nil }
        }
        let silencing = sign.silencing.flatMap { places[$0, default: []] }
        var last = [Int?](repeating: nil, count: sign.needed.count)
        for (place, word) in all.sorted(by: { $0.place < $1.place }) {
            last[word] = place
            let found = last.compactMap { $0 }
            guard found.count == last.count, let first = found.min(), place - first <= Self.reach else { continue }
            let around = (first - Self.silencingBefore)...(place + Self.silencingAfter)
            if !silencing.contains(where: around.contains) { return Set(found).sorted() }
        }
        return nil
    }

    /// How many words apart those of a sign may be: those of a long text that stand further apart seldom belong
    /// together.
    private static let reach = 6
    /// "En tosiaan halua", "slår mig inte".
    private static let silencingBefore = 2
    private static let silencingAfter = 1
    /// The most words of a text that is a cry with its fillers.
    private static let mostWords = 20
    /// The words of the longest short text.
    private static let shortText = 8
    private static let longestPiece = 8

    /// Words side by side as one piece, as typed.
    private static func pieces(of text: String, _ words: DangerText, at places: [Int]) -> [String] {
        var pieces: [ClosedRange<Int>] = []
        for place in places {
            if let last = pieces.last, last.upperBound + 1 == place {
                pieces[pieces.count - 1] = last.lowerBound...place
            } else {
                pieces.append(place...place)
            }
        }
        return pieces.map { piece in
            let start = words.words[piece.lowerBound].source.lowerBound
            let end = words.words[piece.upperBound].source.upperBound
            return String(decoding: Array(text.utf8.dropFirst(start).prefix(end - start)), as: UTF8.self)
        }
    }
}
