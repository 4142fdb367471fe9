import ContentLibrary
import Dialogue

extension Conversation {
    /// Shows a menu and waits for a choice. Nil is the way back.
    func choose(_ menu: Menu) throws(NavigationRequest) -> Selection? {
        show(menu)
        var failures = RepeatedMistakes()
        while true {
            var request = LineRequest(longest: menu.longestAnswer)
            if keys.isForStaff {
                // Tab completes what the menu offers, and the arrows bring earlier choices back.
                request.completions = (menu.items + menu.acts).map(\.text)
                request.remembers = keys.remembers
            }
            switch try line(request, help: menu.help, menu: menu, repeating: { show(menu) }) {
            case nil: return nil
            case .text(let typed):
                switch menu.selection(of: typed) {
                case .success(let selection): return selection
                case .failure(let fault): say(text(of: fault, in: menu))
                }
            case .tooLong(let typed):
                if case .words = menu.kind {
                    if let beginning = try shortened([typed], menu.longestAnswer) { return .words(beginning) }
                    show(menu)
                    continue
                }
                say(.shared.faultTooLong(typed.count, menu.longestAnswer))
            case .notUTF8: say(.shared.faultNotUTF8)
            }
            help(after: &failures, with: menu.help)
        }
    }

    /// Whether somebody says yes; the way back is no.
    func agrees(_ question: String, yes: Phrase, no: Phrase) throws(NavigationRequest) -> Bool {
        let items = [Menu.Item(id: "yes", text: words(yes)), Menu.Item(id: "no", text: words(no))]
        return try choose(Menu(title: question, items: items))?.item == "yes"
    }

    private func show(_ menu: Menu) {
        var blocks: [TextBlock] = [.blank]
        if let above = menu.above { blocks.append(.paragraph(TerminalText(above).styled(.quiet))) }
        if !menu.title.isEmpty { blocks.append(.paragraph(TerminalText(menu.title).styled(.strong))) }
        blocks += menu.body ?? menu.items.enumerated().map { .option(number: $0 + 1, TerminalText($1.text)) }
        blocks += menu.actLines(columns: console.columns).map { .paragraph(TerminalText($0)) }
        if case .one = menu.kind {} else { blocks.append(.paragraph(TerminalText(hint(of: menu)))) }
        show(blocks)
    }

    private func hint(of menu: Menu) -> String {
        if let hint = menu.hint { return hint }
        let count = String(menu.items.count)
        return switch menu.kind {
        case .one: words(.shared.hintOne(count))
        case .several: words(.shared.hintSeveral(count))
        case .words: words(.shared.hintWords(count))
        }
    }

    private func text(of fault: Menu.Fault, in menu: Menu) -> String {
        let hint = hint(of: menu)
        return switch fault {
        case .empty: words(.shared.faultEmpty(hint))
        case .noSuchOption(let typed): words(.shared.faultNoSuchOption(typed, hint))
        // Where letters choose too, a number is not what was expected.
        case .notANumber(let typed) where !menu.acts.isEmpty:
            words(.shared.faultNoSuchOption(typed, hint))
        case .notANumber(let typed): words(.shared.faultNotANumber(typed, hint))
        case .onlyOne: words(.shared.faultOnlyOne)
        case .exclusive(let id):
            words(.shared.faultExclusive(menu.items.first { $0.id == id }?.text ?? id))
        }
    }
}

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

    /// True of an id or a key: a line that is one is never a key of the desk.
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
}

/// How often an answer to one question was not understood.
struct RepeatedMistakes {
    var count = 0
}

extension Conversation {
    /// After the second answer that was not understood, help comes unasked; from the third on a human being is
    /// offered.
    func help(after failures: inout RepeatedMistakes, with help: [String]) {
        failures.count += 1
        switch failures.count {
        case 1: return
        case 2: show((help + [words(keys.help)]).map { .paragraph(TerminalText($0)) })
        default: if keys.keys.contains(.human) { say(.shared.offerHuman) }
        }
    }
}
