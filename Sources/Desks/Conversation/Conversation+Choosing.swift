import ContentLibrary
import Dialogue

extension Conversation {
    /// Shows options as a menu and waits for a choice. Nil is the way back.
    ///
    /// - Parameters:
    ///   - empty: the value of an empty line; nil if it is none.
    ///   - help: said on `?`, before the keys.
    ///   - above: a quiet line above the title.
    ///   - dropsTypedAhead: keys that were pressed before choose nothing.
    ///   - hearing: the value of a line that is an answer of its own, for example a day; nil if it is none.
    func choose<Value>(
        titled title: String, from choices: [Choice<Value>], empty: Value? = nil, help: [String] = [],
        above: String? = nil, dropsTypedAhead: Bool = false, hearing: @escaping (String) -> Value? = { _ in nil }
    ) throws(NavigationRequest) -> Value? {
        let items = choices.map { Menu.Item(id: $0.id, text: $0.text, also: $0.also) }
        var menu = Menu(title: title, items: items, help: help, above: above)
        menu.takes = { hearing($0) != nil }
        menu.dropsTypedAhead = dropsTypedAhead
        if empty != nil { menu.empty = Self.emptyID }
        switch try choose(menu) {
        case nil: return nil
        case .items([Self.emptyID]): return empty
        case .words(let typed): return hearing(typed)
        case .items(let ids): return choices.first { $0.id == ids.first }?.value
        }
    }

    /// Stands for an empty line among the ids of a menu.
    private static var emptyID: String { "" }

    /// Shows options of which several may be chosen at once. Nil is the way back.
    ///
    /// - Parameter exclusive: the ids of the options that go with no other.
    func chooseSeveral<Value>(
        titled title: String, from choices: [Choice<Value>], exclusive: Set<String>
    ) throws(NavigationRequest) -> [Value]? {
        let items = choices.map { Menu.Item(id: $0.id, text: $0.text, also: $0.also) }
        let menu = Menu(title: title, items: items, kind: .several(exclusive: exclusive))
        guard case .items(let ids) = try choose(menu) else { return nil }
        return choices.filter { ids.contains($0.id) }.map(\.value)
    }

    /// Shows a menu and waits for a choice. Nil is the way back.
    func choose(_ menu: Menu) throws(NavigationRequest) -> Selection? {
        show(menu)
        var failures = RepeatedMistakes()
        while true {
            var request = LineRequest(longest: menu.longestAnswer)
            request.dropsTypedAhead = menu.dropsTypedAhead
            if keys.isForStaff {
                // Tab completes what the menu offers, and the arrows bring earlier choices back.
                request.completions = (menu.items + menu.acts).map(\.text)
                request.remembers = keys.remembers
            }
            switch try line(request, help: menu.help, .choosing(menu), repeating: { show(menu) }) {
            case nil: return nil
            case .text(let typed):
                switch heard(typed, in: menu) {
                case .success(let selection): return selection
                case .failure(.noSuchOption) where keep(typed):
                    say(.shared.keptWords(menu.hint(in: words)))
                case .failure(let fault): say(menu.text(of: fault, in: words))
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

    /// What a line chooses, by itself or in other words.
    private func heard(_ typed: String, in menu: Menu) -> Result<Selection, Menu.Fault> {
        let choice = menu.choice(of: typed, phrases)
        if case .success = choice { return choice }
        return menu.meaning(of: typed, listener == nil ? nil : phrases) ?? choice
    }

    private enum YesOrNo: String {
        case yes
        case no
    }

    /// Whether the person says yes; the way back is no.
    func agrees(_ question: String, yes: Phrase, no: Phrase) throws(NavigationRequest) -> Bool {
        let choices = [Choice(YesOrNo.yes, words(yes)), Choice(YesOrNo.no, words(no))]
        return try choose(titled: question, from: choices) == .yes
    }

    private func show(_ menu: Menu) {
        var blocks: [TextBlock] = [.blank]
        if let above = menu.above { blocks.append(.paragraph(TerminalText(above).styled(.quiet))) }
        if !menu.title.isEmpty { blocks.append(.paragraph(TerminalText(menu.title).styled(.strong))) }
        blocks += menu.body ?? menu.items.enumerated().map { .option(number: $0 + 1, TerminalText($1.text)) }
        blocks += menu.actLines(columns: console.columns).map { .paragraph(TerminalText($0)) }
        if case .one = menu.kind {} else { blocks.append(.paragraph(TerminalText(menu.hint(in: words)))) }
        show(blocks)
    }

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
