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
        case notANumber(String)
        case onlyOne
        case exclusive(String)
    }

    /// What a typed line chooses: numbers or ids, separated by spaces or commas.
    func selection(of typed: String) -> Result<Selection, Fault> {
        if typed.trimmed.isEmpty, let empty { return .success(.items([empty])) }
        if !knows(typed.trimmed), takes(typed.trimmed) { return .success(.words(typed.trimmed)) }
        if let item = (items + acts).first(where: { $0.text.lowercased() == typed.trimmed.lowercased() }) {
            return .success(.items([item.id]))
        }
        let parts = typed.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        guard !parts.isEmpty else { return .failure(.empty) }
        var ids: [String] = []
        for part in parts {
            switch item(part) {
            case .success(let id):
                if !ids.contains(id) { ids.append(id) }
            case .failure(let fault):
                // A number that is not there is a slip; anything with a letter is own words.
                if case .words = kind, typed.contains(where: \.isLetter) { return .success(.words(typed)) }
                return .failure(fault)
            }
        }
        if case .several(let exclusive) = kind {
            guard ids.count > 1, let alone = ids.first(where: exclusive.contains) else {
                return .success(.items(ids))
            }
            return .failure(.exclusive(alone))
        }
        return ids.count == 1 ? .success(.items(ids)) : .failure(.onlyOne)
    }

    private func item(_ part: String) -> Result<String, Fault> {
        let named = (items + acts).first { item in
            item.id == part.lowercased() || item.id == part || item.key == part.lowercased()
        }
        if let named { return .success(named.id) }
        // A full stop after the number is what the list itself suggests to some.
        let digits = part.hasSuffix(".") ? String(part.dropLast()) : part
        guard let number = Int(digits) else { return .failure(.notANumber(Self.shortened(part))) }
        guard items.indices.contains(number - 1) else { return .failure(.noSuchOption(Self.shortened(part))) }
        return .success(items[number - 1].id)
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
        // Where letters choose too, a number is not what was expected.
        case .notANumber(let typed) where !acts.isEmpty: words(.shared.faultNoSuchOption(typed, hint))
        case .notANumber(let typed): words(.shared.faultNotANumber(typed, hint))
        case .onlyOne: words(.shared.faultOnlyOne)
        case .exclusive(let id): words(.shared.faultExclusive(items.first { $0.id == id }?.text ?? id))
        }
    }
}
