import OwnWords

/// How the people of one language write what is in no list: commands, yes and no, numbers and days in words.
///
/// A phrase is compared without case, dots and accents. `peru* aika*` are beginnings of words; without the star a word is
/// whole. The line must hold nothing else but fillers, so that "lopeta" stops and "haluan lopettaa juomisen" does not.
public struct HeardPhrases: Sendable {
    private struct Pattern {
        let words: [(text: String, isBeginning: Bool)]

        init(_ phrase: String) {
            words = phrase.split(separator: " ").flatMap { word in
                HeardPhrases.words(String(word)).map { (text: $0, isBeginning: word.hasSuffix("*")) }
            }
        }

        /// The words may stand in any order.
        func fits(_ line: [String]) -> Bool {
            line.count == words.count
                && words.allSatisfy { word in
                    line.contains { word.isBeginning ? $0.hasPrefix(word.text) : $0 == word.text }
                }
        }
    }

    /// Folded; with an apostrophe in it a word is one, so that "don't" is "dont".
    private static func words(_ text: String) -> [String] {
        FoldedWords(text.filter { !"'`´‘’".contains($0) }).words
    }

    private let patterns: [HeardMeaning: [Pattern]]

    /// - Parameter phrases: of one language, as its file holds them.
    public init(_ phrases: [HeardMeaning: [String]]) {
        patterns = phrases.mapValues { $0.map(Pattern.init) }
    }

    /// The words of a line, folded, without those that change nothing; all of them if it has no other.
    public func tellingWords(_ line: String) -> [String] {
        let all = Self.words(line)
        let telling = all.filter { !isFiller($0) }
        return telling.isEmpty ? all : telling
    }

    private func isFiller(_ word: String) -> Bool { patterns[.filler]?.contains { $0.fits([word]) } ?? false }

    /// Whether a line says this and nothing else.
    public func says(_ meaning: HeardMeaning, in line: String) -> Bool {
        guard let known = patterns[meaning] else { return false }
        let all = Self.words(line)
        if all.isEmpty { return false }
        let telling = tellingWords(line)
        return known.contains { $0.fits(all) || $0.fits(telling) }
    }

    /// The first of these that a line says.
    public func meaning(of line: String, among meanings: [HeardMeaning]) -> HeardMeaning? {
        meanings.first { says($0, in: line) }
    }

    /// The number that a word says: 1 to 9.
    public func number(_ word: String) -> Int? {
        HeardMeaning.numbers.firstIndex { says($0, in: word) }.map { $0 + 1 }
    }
}
