import ContentLibrary
import OwnWords

/// Finds the options of a menu that a line names in words: yes and no, numbers in words, the beginning of an option, a
/// word that only one option has.
struct SpokenChoice {
    private let menu: Menu
    private let phrases: HeardPhrases
    /// The options with their words, folded: of the text, and of each other way to call it.
    private let options: [(id: String, texts: [[String]])]

    /// The shortest beginning of a word that names an option, in letters.
    private static let shortest = 3

    init(of menu: Menu, in phrases: HeardPhrases) {
        self.menu = menu
        self.phrases = phrases
        options = (menu.items + menu.acts).map { item in
            (item.id, ([item.text] + item.also).map { FoldedWords($0).words })
        }
    }

    /// - Returns: nil if the line names no option, or more than one could be meant.
    func ids(_ typed: String) -> [String]? {
        if let id = number(typed) ?? yesOrNo(typed) ?? named(typed) { return [id] }
        guard case .several = menu.kind else { return nil }
        // "1 ja vauva": each part names its own.
        let parts = parts(of: typed)
        let ids = parts.compactMap { number($0) ?? yesOrNo($0) ?? named($0) }
        return parts.count > 1 && ids.count == parts.count ? unique(ids) : nil
    }

    private func unique(_ ids: [String]) -> [String] {
        ids.reduce(into: []) { list, id in if !list.contains(id) { list.append(id) } }
    }

    private func parts(of typed: String) -> [String] {
        var parts: [[String]] = [[]]
        for piece in typed.split(whereSeparator: { $0.isWhitespace }).map(String.init) {
            if phrases.says(.and, in: piece) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(piece)
            }
        }
        return parts.map { $0.joined(separator: " ") }.flatMap { $0.split(separator: ",").map(String.init) }
            .filter { !$0.isEmpty }
    }

    private func number(_ typed: String) -> String? {
        let words = phrases.tellingWords(typed)
        // Digits beside words: "nro 1". Beside signs they are nothing of the list.
        let digits = typed.contains(where: \.isLetter) ? words.first.flatMap { Int($0) } : nil
        guard words.count == 1, let number = phrases.number(words[0]) ?? digits,
            menu.items.indices.contains(number - 1)
        else { return nil }
        return menu.items[number - 1].id
    }

    private func yesOrNo(_ typed: String) -> String? {
        if phrases.says(.yes, in: typed) { return option(["yes"], beginning: .yes) }
        if phrases.says(.no, in: typed) { return option(["no", "none"], beginning: .no) }
        return nil
    }

    /// The option with one of these ids, else the only one whose text begins with such a word.
    private func option(_ ids: [String], beginning meaning: HeardMeaning) -> String? {
        if let named = ids.first(where: { id in options.contains { $0.id == id } }) { return named }
        let begun = options.filter { option in
            option.texts.first?.first.map { phrases.says(meaning, in: $0) } ?? false
        }
        return begun.count == 1 ? begun[0].id : nil
    }

    private func named(_ typed: String) -> String? {
        let words = phrases.tellingWords(typed)
        guard words.contains(where: { $0.count >= Self.shortest }) else { return nil }
        let begun = options.filter { $0.texts.contains { begins($0, with: words) } }
        if begun.count == 1 { return begun[0].id }
        // A person's own words may hold any word of an option.
        if case .words = menu.kind { return nil }
        guard words.allSatisfy({ $0.count >= Self.shortest }) else { return nil }
        let holding = options.filter { option in
            option.texts.contains { text in words.allSatisfy { word in text.contains { $0.hasPrefix(word) } } }
        }
        return holding.count == 1 ? holding[0].id : nil
    }

    private func begins(_ text: [String], with words: [String]) -> Bool {
        let telling = text.filter { !phrases.says(.filler, in: $0) }
        return [text, telling].contains { candidate in
            candidate.count >= words.count
                && zip(candidate, words).allSatisfy { whole, word in
                    whole == word || word.count >= Self.shortest && whole.hasPrefix(word)
                }
        }
    }
}
