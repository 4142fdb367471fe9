import SocialServices

/// Hints on words and sentences that may be too long to read with ease.
///
/// The limits are this project's own working figures, chosen so that what they point at is worth a look. They are
/// no measure of easy language (*selkokieli*), which no program can measure.
struct Readability {
    /// The most letters of a word, or of its part between hyphens.
    let letters: Int
    /// The most words of a sentence.
    let words: Int

    struct Hint {
        let line: Int
        let message: String
    }

    /// Finnish says in one long word what others say in several.
    init(_ language: Language) {
        switch language {
        case .finnish: (letters, words) = (20, 14)
        case .swedish: (letters, words) = (18, 18)
        default: (letters, words) = (15, 20)
        }
    }

    func hints(on lines: [(line: Int, text: String)]) -> [Hint] {
        sentences(of: lines).flatMap { hints(on: $0) }
    }

    private typealias Word = (text: Substring, line: Int)

    /// A sentence ends at a word that ends in a full stop, a question or an exclamation mark, unless a small letter
    /// follows it.
    private func sentences(of lines: [(line: Int, text: String)]) -> [[Word]] {
        var sentences: [[Word]] = []
        var isOpen = false
        for (line, text) in lines {
            for word in text.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
                if isOpen || word.first?.isLowercase == true && !sentences.isEmpty {
                    sentences[sentences.count - 1].append((word, line))
                } else {
                    sentences.append([(word, line)])
                }
                isOpen = !Self.endsSentence(word)
            }
        }
        return sentences
    }

    private static func endsSentence(_ word: Substring) -> Bool {
        guard let last = word.unicodeScalars.last(where: { !"\"”’)»".unicodeScalars.contains($0) }) else {
            return false
        }
        return ".!?…".unicodeScalars.contains(last)
    }

    private func hints(on sentence: [Word]) -> [Hint] {
        var hints: [Hint] = []
        for word in sentence {
            let run = Self.longestRun(in: word.text)
            guard run.count > letters else { continue }
            let place = sentence.count > 1 ? ", in \"\(Self.short(sentence))\"" : ""
            let message = "a word of \(run.count) letters, more than \(letters): \"\(run)\"\(place)"
            hints.append(Hint(line: word.line, message: message))
        }
        let count = sentence.count { $0.text.contains { $0.isLetter || $0.isNumber } }
        if let first = sentence.first, count > words {
            let message = "a sentence of \(count) words, more than \(words): \"\(Self.short(sentence))\""
            hints.append(Hint(line: first.line, message: message))
        }
        return hints
    }

    /// The most letters in a row.
    private static func longestRun(in word: Substring) -> Substring {
        word.split { !$0.isLetter }.max { $0.count < $1.count } ?? ""
    }

    /// The first words of a sentence.
    private static func short(_ sentence: [Word]) -> String {
        let shown = sentence.prefix(8).map(\.text).joined(separator: " ")
        return sentence.count > 8 ? shown + " …" : shown
    }
}
