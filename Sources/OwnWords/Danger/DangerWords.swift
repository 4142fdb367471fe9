/// Everything that rings by itself, whatever was learned: signs, cries, and whole phrases of danger. Languages are
/// not told apart: a text rings in whatever language it is written.
///
/// Words are known by numbers, and everything is in a few arrays, which are quick to read from a file.
public struct DangerWords: Sendable {
    /// The keys of the beginnings of words, in order: a beginning's number is its place.
    private let beginnings: [UInt64]
    /// Beginnings that are whole words and say nothing: "please", "now".
    private let fillers: [Int32]
    /// What signs need: lists of beginnings, those of one sign side by side.
    private let needed: NumberLists
    /// Where the lists of each sign end in `needed`.
    private let signEnds: [Int32]
    private let silencing: NumberLists
    private let isForShortTexts: [UInt8]
    /// The words of cries, each with what may stand for it, those of one cry side by side.
    private let cryWords: NumberLists
    private let cryEnds: [Int32]
    /// The signs and the cries whose first word has this beginning.
    private let signsOf: NumberLists
    private let criesOf: NumberLists
    /// The keys of whole phrases, in order.
    private let phrases: [UInt64]

    /// - Parameters:
    ///   - fillers: words that a cry may have or not, for example `nyt`.
    ///   - phrases: texts that are danger as a whole.
    public init(
        signs: [DangerSign] = [], cries: [DangerCry] = [], fillers: [String] = [], phrases: [String] = []
    ) {
        let signs = signs.filter { !$0.needed.isEmpty }
        let cries = cries.map(\.words).filter { !$0.isEmpty }
        let skipped = fillers.flatMap { DangerText(FoldedText($0)).words.map { TextKey.of($0.whole) } }
        let heard =
            skipped + signs.flatMap { $0.needed.joined() + $0.silencing } + cries.flatMap { $0.flatMap { $0 } }
        let beginnings = Set(heard).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: beginnings.enumerated().map { ($1, Int32($0)) })
        func known(_ keys: [UInt64]) -> [Int32] { keys.compactMap { numbers[$0] } }
        /// By each beginning, the numbers of what begins with it.
        func byFirst(_ firsts: [[UInt64]]) -> NumberLists {
            var lists: [[Int32]] = Array(repeating: [], count: beginnings.count)
            for (number, keys) in firsts.enumerated() {
                for key in known(keys) { lists[Int(key)].append(Int32(number)) }
            }
            return NumberLists(lists)
        }
        self.beginnings = beginnings
        self.fillers = known(skipped).sorted()
        needed = NumberLists(signs.flatMap(\.needed).map(known))
        signEnds = Self.ends(signs.map(\.needed.count))
        silencing = NumberLists(signs.map { known($0.silencing) })
        isForShortTexts = signs.map { $0.isForShortTexts ? 1 : 0 }
        cryWords = NumberLists(cries.flatMap { $0 }.map(known))
        cryEnds = Self.ends(cries.map(\.count))
        signsOf = byFirst(signs.map { $0.needed[0] })
        criesOf = byFirst(cries.map { $0[0] })
        self.phrases = Set(phrases.compactMap { Self.key(of: FoldedText($0)) }).sorted()
    }

    private static func ends(_ counts: [Int]) -> [Int32] {
        var end: Int32 = 0
        return counts.map { count in
            end += Int32(count)
            return end
        }
    }

    private static func range(_ number: Int32, in ends: [Int32]) -> Range<Int> {
        Int(number == 0 ? 0 : ends[Int(number) - 1])..<Int(ends[Int(number)])
    }

    func write(to writer: inout LearnedWriter) {
        writer.write(beginnings)
        writer.write(fillers)
        writer.write(signEnds)
        writer.write(isForShortTexts)
        writer.write(cryEnds)
        writer.write(phrases)
        for lists in [needed, silencing, cryWords, signsOf, criesOf] { lists.write(to: &writer) }
    }

    /// Nil if the words are not whole.
    init?(from reader: inout LearnedReader) {
        guard let beginnings = reader.numbers(UInt64.self), let fillers = reader.numbers(Int32.self),
            let signEnds = reader.numbers(Int32.self), let isForShortTexts = reader.numbers(UInt8.self),
            let cryEnds = reader.numbers(Int32.self), let phrases = reader.numbers(UInt64.self),
            let needed = NumberLists(from: &reader, below: beginnings.count),
            let silencing = NumberLists(from: &reader, below: beginnings.count),
            let cryWords = NumberLists(from: &reader, below: beginnings.count),
            let signsOf = NumberLists(from: &reader, below: signEnds.count),
            let criesOf = NumberLists(from: &reader, below: cryEnds.count),
            Self.isWhole(signEnds, of: needed), Self.isWhole(cryEnds, of: cryWords),
            silencing.count == signEnds.count, isForShortTexts.count == signEnds.count,
            signsOf.count == beginnings.count, criesOf.count == beginnings.count
        else { return nil }
        self.beginnings = beginnings
        self.fillers = fillers
        self.needed = needed
        self.signEnds = signEnds
        self.silencing = silencing
        self.isForShortTexts = isForShortTexts
        self.cryWords = cryWords
        self.cryEnds = cryEnds
        self.signsOf = signsOf
        self.criesOf = criesOf
        self.phrases = phrases
    }

    private static func isWhole(_ ends: [Int32], of lists: NumberLists) -> Bool {
        Int(ends.last ?? 0) == lists.count && zip([0] + ends, ends).allSatisfy { $0 < $1 }
    }
}

extension DangerWords {
    /// What rings in a text, nil if nothing does.
    public func danger(in text: String) -> Danger? { danger(in: FoldedText(text), of: text)?.danger }

    /// - Returns: what rings, and whether it is only a sign in a text that is long enough to be about something else.
    func danger(in folded: FoldedText, of text: String) -> (danger: Danger, isSignInLongText: Bool)? {
        let words = DangerText(folded)
        if let key = Self.key(of: folded), phrases.place(of: key) != nil {
            let start = Array(words.words.indices.prefix(Self.longestPiece))
            return (Danger(words: Self.pieces(of: text, words, at: start)), false)
        }
        guard let (places, isSign) = places(in: words) ?? words.calmed.flatMap(places) else { return nil }
        let danger = Danger(words: Self.pieces(of: text, words, at: places))
        return (danger, isSign && words.words.count > Self.shortText)
    }

    /// A key of a text without its spaces: `don't` and `dont` are the same; nil for a text without words.
    private static func key(of folded: FoldedText) -> UInt64? {
        folded.words.isEmpty ? nil : TextKey.of(folded.bytes.lazy.filter { $0 != 0x20 })
    }

    /// The words that rang, by number.
    private func places(in text: DangerText) -> (places: [Int], isSign: Bool)? {
        let heard = text.words.map { self.heard(in: $0) }
        return cry(in: heard).map { ($0, false) } ?? sign(in: heard).map { ($0, true) }
    }

    /// The beginnings that a word has.
    private func heard(in word: DangerText.Word) -> [Int32] {
        var heard: [Int32] = []
        for bytes in [word.whole] + word.pieces {
            TextKey.forEachBeginning(of: bytes) { key in
                if let number = beginnings.place(of: key) { heard.append(Int32(number)) }
            }
        }
        return heard
    }

    /// A cry has its words in their order, and between them nothing but fillers.
    private func cry(in heard: [[Int32]]) -> [Int]? {
        let skippable = heard.map { $0.contains { fillers.place(of: $0) != nil } }
        guard heard.count <= Self.mostWords else { return nil }
        for start in heard.indices {
            for beginning in heard[start] {
                for number in criesOf[Int(beginning)] {
                    var places: [Int] = []
                    if isCry(Self.range(number, in: cryEnds), heard, skippable, from: start, &places) {
                        return places
                    }
                }
            }
            if !skippable[start] { return nil }
        }
        return nil
    }

    private func isCry(
        _ words: Range<Int>, _ heard: [[Int32]], _ skippable: [Bool], from place: Int, _ places: inout [Int]
    ) -> Bool {
        guard let word = words.first else { return skippable[place...].allSatisfy { $0 } }
        guard place < heard.count else { return false }
        if cryWords[word].contains(where: heard[place].contains) {
            places.append(place)
            if isCry(words.dropFirst(), heard, skippable, from: place + 1, &places) { return true }
            places.removeLast()
        }
        return skippable[place] && isCry(words, heard, skippable, from: place + 1, &places)
    }

    private func sign(in heard: [[Int32]]) -> [Int]? {
        var places: [Int32: [Int]] = [:]
        for (place, beginnings) in heard.enumerated() {
            for beginning in beginnings { places[beginning, default: []].append(place) }
        }
        let isLong = heard.count > Self.shortText
        for beginning in places.keys.sorted() {
            for sign in signsOf[Int(beginning)] where !(isLong && isForShortTexts[Int(sign)] != 0) {
                if let found = found(sign, places) { return found }
            }
        }
        return nil
    }

    /// Where a sign's words stand near each other with nothing among them that makes it no sign.
    private func found(_ sign: Int32, _ places: [Int32: [Int]]) -> [Int]? {
        let lists = Self.range(sign, in: signEnds)
        var all: [(place: Int, word: Int)] = []
        for (word, list) in lists.enumerated() {
            let count = all.count
            for beginning in needed[list] { all += places[beginning, default: []].map { ($0, word) } }
            if all.count == count { return nil }
        }
        let silencing = silencing[Int(sign)].flatMap { places[$0, default: []] }
        var last = [Int?](repeating: nil, count: lists.count)
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

extension Array where Element: FixedWidthInteger {
    /// Where a number stands; the array is in order.
    fileprivate func place(of number: Element) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == number ? low : nil
    }
}
