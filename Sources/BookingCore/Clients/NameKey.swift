import Foundation

/// A client's name as it is searched for: in words, without what people hear or write in several ways.
///
/// `Wäinö Kåre-Holm` and `vaino kore holm` are the same words: a/ä, o/ö/å, v/w, single and double letters.
public struct NameKey: Sendable, Hashable {
    /// Never empty ones; in their order.
    public let words: [String]

    public init(_ name: String) { words = Self.words(of: name, ringed: "o") }

    /// The words by which a name is found: å is heard as o, and typed as a where the keyboard has none.
    public static func indexed(_ name: String) -> [String] {
        Set(words(of: name, ringed: "o")).union(words(of: name, ringed: "a")).sorted()
    }

    private static func words(of name: String, ringed letter: String) -> [String] {
        name.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
            .map { folded($0, ringed: letter) }.filter { !$0.isEmpty }
    }

    private static func folded(_ word: Substring, ringed letter: String) -> String {
        let letters = word.precomposedStringWithCanonicalMapping.replacing("å", with: letter).replacing(
            "w", with: "v"
        )
        .folding(options: .diacriticInsensitive, locale: nil).filter(\.isLetter)
        var folded = ""
        for letter in letters where letter != folded.last { folded.append(letter) }
        return folded
    }

    /// `true` if two words differ in one letter at the most: another one, one more, one less, or two that changed places.
    public static func isNear(_ word: String, _ other: String) -> Bool {
        let (one, two) = (Array(word), Array(other))
        guard abs(one.count - two.count) <= 1 else { return false }
        guard let first = zip(one, two).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return true }
        let (rest, others) = (one[first...], two[first...])
        if one.count != two.count {
            return one.count > two.count ? rest.dropFirst() == others : rest == others.dropFirst()
        }
        if rest.dropFirst().elementsEqual(others.dropFirst()) { return true }
        return rest.count > 1 && rest[first] == others[first + 1] && rest[first + 1] == others[first]
            && rest.dropFirst(2).elementsEqual(others.dropFirst(2))
    }

    /// How many letters at the beginning or at the end of a word are right if one of it is wrong.
    ///
    /// Shorter words must be right: with one letter changed, another name is as near.
    static func rightLetters(of word: String) -> Int? { word.count < 4 ? nil : word.count / 2 }

    /// The half of a word at its beginning and the one at its end, backwards; nil of a word that must be right.
    public static func halves(of word: String) -> (beginning: String, ending: String)? {
        rightLetters(of: word).map { (String(word.prefix($0)), String(word.reversed().prefix($0))) }
    }

    /// Those that are left of the Latin letters when names are folded.
    private static let latin = "abcdefghijklmnopqrstuvwxyzæøđłßþðıŋħ"

    /// In letters. Of a longer word either half is rare.
    private static let longestListed = 12

    /// Every word that one is near to, itself too: some hundreds, while "nen" ends thousands of names and "vir" begins
    /// hundreds. Nil of a word of 13 letters or more, of one that must be right, and of one with letters that are not Latin.
    public static func misspellings(of word: String) -> Set<String>? {
        let letters = Array(word)
        guard rightLetters(of: word) != nil, letters.count <= longestListed, letters.allSatisfy(latin.contains) else {
            return nil
        }
        var found: Set = [word]
        for place in letters.indices {
            let (before, after) = (letters[..<place], letters[(place + 1)...])
            found.insert(String(before + after))
            for letter in latin {
                found.insert(String(before + [letter] + after))
                found.insert(String(before + [letter] + letters[place...]))
            }
            if let next = after.first { found.insert(String(before + [next, letters[place]] + after.dropFirst())) }
        }
        for letter in latin { found.insert(word + String(letter)) }
        return found
    }
}
