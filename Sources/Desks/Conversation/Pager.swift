import ContentLibrary
import Dialogue

/// Long texts on a small screen.
struct Pager {
    let conversation: Conversation

    /// Shows a long text, what belongs on one screen with the menu below it, and waits for a choice. Nil is the way back.
    ///
    /// What does not fit on one screen comes in parts, each after Enter; the last screen holds the heading again, what
    /// belongs there, and the menu.
    ///
    /// - Parameters:
    ///   - heading: what the page is about.
    ///   - text: may be of any length.
    ///   - last: what should be in sight with the menu.
    ///   - short: as much of that as must be in sight, where all of it does not fit; the rest comes before. Nil for all.
    ///   - opening: begins the first of several screens: who reads no further has seen it.
    ///   - late: what may take a moment to know: the page is shown before it is asked for. At most two lines.
    ///   - dropsTypedAhead: keys that were pressed before choose nothing.
    func choose<Value>(
        titled title: String, from choices: [Choice<Value>], under heading: [TextBlock], _ text: [TextBlock],
        last: [TextBlock], short: [TextBlock]? = nil, opening: [TextBlock] = [], late: (() -> [TextBlock])? = nil,
        dropsTypedAhead: Bool = false
    ) throws(NavigationRequest) -> Value? {
        let menu =
            [TextBlock.blank, .paragraph(TerminalText(title))]
            + choices.enumerated().map { .option(number: $0 + 1, TerminalText($1.text)) }
        let room = late == nil ? [] : [TextBlock.blank, .blank]
        func fits(_ blocks: [TextBlock]) -> Bool {
            ScreenParts(of: blocks + room, on: conversation.console).fit(with: menu)
        }
        if fits(heading + text + last) {
            conversation.show(heading + text + last)
        } else {
            let isWhole = short == nil || fits(heading + last)
            let answer = try page(opening + heading + text + (isWhole ? [] : last))
            conversation.show(heading + (isWhole ? last : short ?? last))
            // Who has read enough answers what comes next.
            if !dropsTypedAhead { conversation.answeredAhead = answer }
        }
        if let late { conversation.show(late()) }
        return try conversation.choose(titled: title, from: choices, dropsTypedAhead: dropsTypedAhead)
    }

    /// Shows lines a screen at a time, each after Enter.
    ///
    /// - Returns: what was typed instead of Enter; the rest is not shown then.
    @discardableResult
    func page(_ blocks: [TextBlock]) throws(NavigationRequest) -> String? {
        for part in ScreenParts(of: blocks, on: conversation.console).parts {
            conversation.show(part)
            conversation.say(.shared.pageMore)
            let answer = try conversation.line(LineRequest(), help: [], repeating: {})
            if case .text(let typed) = answer, !typed.trimmed.isEmpty { return typed }
        }
        return nil
    }
}
