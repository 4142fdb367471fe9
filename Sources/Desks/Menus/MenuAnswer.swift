import ContentLibrary

extension Menu {
    /// The acts side by side, as many on a line as there is room for; no line breaks within one.
    func actLines(columns: Int) -> [String] {
        acts.map(\.text).reduce(into: [String]()) { lines, act in
            if let last = lines.last, last.count + 3 + act.count <= columns {
                lines[lines.count - 1] = last + "   " + act
            } else {
                lines.append(act)
            }
        }
    }

    /// `true` of an id or a key: a line that is one is never a key of the desk.
    func knows(_ typed: String) -> Bool {
        (items + acts).contains { $0.id == typed.lowercased() || $0.key == typed.lowercased() }
    }

    /// Why a typed line chooses nothing.
    enum Fault: Error, Equatable {
        case empty
        case noSuchOption(String)
        case onlyOne
        case exclusive(String)
    }

    /// What a typed line chooses by numbers, ids, keys or whole texts, separated by spaces, commas or "and".
    ///
    /// - Parameter phrases: asked for only where there are several parts.
    func choice(of typed: String, _ phrases: @autoclosure () -> HeardPhrases) -> Result<Selection, Fault> {
        if typed.trimmed.isEmpty, let empty { return .success(.items([empty])) }
        let line = typed.trimmed.lowercased()
        if let item = (items + acts).first(where: { ([$0.text] + $0.also).contains { $0.lowercased() == line } }) {
            return .success(.items([item.id]))
        }
        if let ids = ids(typed.trimmed) { return selection(of: ids) }
        let parts = typed.split { $0.isWhitespace || ",;&+".contains($0) }.map(String.init)
            .filter { !phrases().says(.and, in: $0) }
        guard !parts.isEmpty else { return .failure(.empty) }
        var ids: [String] = []
        for part in parts {
            guard let found = self.ids(part) else { return .failure(.noSuchOption(Self.shortened(part))) }
            ids += found.filter { !ids.contains($0) }
        }
        return selection(of: ids)
    }

    /// What a line means that chooses nothing by itself; nil if it means none of the options.
    ///
    /// - Parameter phrases: nil where only what the menu itself takes is heard.
    func meaning(of typed: String, _ phrases: HeardPhrases?) -> Result<Selection, Fault>? {
        if takes(typed.trimmed) { return .success(.words(typed.trimmed)) }
        if let phrases, let ids = SpokenChoice(of: self, in: phrases).ids(typed) { return selection(of: ids) }
        // A number that is not there is a slip; anything with a letter is own words.
        if case .words = kind, typed.contains(where: \.isLetter) { return .success(.words(typed)) }
        return nil
    }

    private func selection(of ids: [String]) -> Result<Selection, Fault> {
        if case .several(let exclusive) = kind {
            guard ids.count > 1, let alone = ids.first(where: exclusive.contains) else {
                return .success(.items(ids))
            }
            return .failure(.exclusive(alone))
        }
        return ids.count == 1 ? .success(.items(ids)) : .failure(.onlyOne)
    }

    /// The items that one part of a line chooses. A number of the list is always that row, whatever the ids are.
    private func ids(_ part: String) -> [String]? {
        // A sign after the number is what the list itself suggests to some.
        let bare = part.trimmingPrefix("(").trimmingPrefix("#")
        let digits = bare.prefix(while: \.isASCII).prefix(while: \.isNumber)
        let rest = bare.dropFirst(digits.count)
        if let number = Int(digits), items.indices.contains(number - 1), rest.allSatisfy({ ".):".contains($0) }) {
            return [items[number - 1].id]
        }
        if let named = (items + acts).first(where: { $0.answers(to: part) }) { return [named.id] }
        let ends = part.split(whereSeparator: { "-–".contains($0) }).map { Int($0) }
        if ends.count == 2, let first = ends[0], let last = ends[1], first < last, first >= 1, last <= items.count {
            return items[(first - 1)...(last - 1)].map(\.id)
        }
        return nil
    }

    private static func shortened(_ typed: String) -> String {
        typed.count > 20 ? typed.prefix(20) + "…" : typed
    }

    /// What to type.
    func hint(in words: Words) -> String {
        if let hint { return hint }
        let count = String(items.count)
        return switch kind {
        case .one: words(.shared.hintOne(count))
        case .several: words(.shared.hintSeveral(count))
        case .words: words(.shared.hintWords(count))
        }
    }

    /// Why a typed line chooses nothing, in words.
    func text(of fault: Fault, in words: Words) -> String {
        let hint = hint(in: words)
        return switch fault {
        case .empty: words(.shared.faultEmpty(hint))
        case .noSuchOption(let typed): words(.shared.faultNoSuchOption(typed, hint))
        case .onlyOne: words(.shared.faultOnlyOne)
        case .exclusive(let id): words(.shared.faultExclusive(items.first { $0.id == id }?.text ?? id))
        }
    }
}

extension Menu.Item {
    fileprivate func answers(to part: String) -> Bool {
        id == part.lowercased() || id == part || key == part.lowercased()
    }
}
