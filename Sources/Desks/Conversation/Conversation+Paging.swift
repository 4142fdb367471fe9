import ContentLibrary
import Dialogue

extension Conversation {
    /// Shows a long text, what belongs on one screen with the menu below it, and waits for a choice. Nil is the way back.
    ///
    /// What does not fit on one screen comes in parts, each after Enter; the last screen holds the heading again, what
    /// belongs there, and the menu.
    ///
    /// - Parameters:
    ///   - heading: what the page is about.
    ///   - text: may be of any length.
    ///   - last: what must be in sight with the menu.
    ///   - late: what may take a moment to know: the page is shown before it is asked for. At most two lines.
    ///   - dropsTypedAhead: keys that were pressed before choose nothing.
    func choose<Value>(
        titled title: String, from choices: [Choice<Value>], under heading: [TextBlock], _ text: [TextBlock],
        last: [TextBlock], late: (() -> [TextBlock])? = nil, dropsTypedAhead: Bool = false
    ) throws(NavigationRequest) -> Value? {
        let menu =
            [TextBlock.blank, .paragraph(TerminalText(title))]
            + choices.enumerated().map { .option(number: $0 + 1, TerminalText($1.text)) }
        let room = late == nil ? [] : [TextBlock.blank, .blank]
        if fits(heading + text + last + room + menu) {
            show(heading + text + last)
        } else {
            let answer = try page(heading + text)
            show(heading + last)
            // Who has read enough answers what comes next.
            if !dropsTypedAhead { answeredAhead = answer }
        }
        if let late { show(late()) }
        return try choose(titled: title, from: choices, dropsTypedAhead: dropsTypedAhead)
    }

    /// Whether these lines and the prompt are on the screen together.
    func fits(_ blocks: [TextBlock]) -> Bool {
        guard let rows = console.rows else { return true }
        return TextLayout.wrap(blocks, columns: console.columns).count < rows
    }

    /// Shows lines a screen at a time, each after Enter.
    ///
    /// - Returns: what was typed instead of Enter; the rest is not shown then.
    @discardableResult
    func page(_ blocks: [TextBlock]) throws(NavigationRequest) -> String? {
        // Room for the line that says how to go on, an empty one above it, and the prompt.
        let room = max(4, (console.rows ?? .max) - 3)
        var rest = blocks.flatMap { block in
            TextLayout.wrap(block, columns: console.columns).map { TextBlock($0) }
        }[...]
        while !rest.isEmpty {
            var part = rest.prefix(room)
            // A paragraph that begins at the foot of a screen begins the next one.
            if part.count < rest.count, let gap = part.lastIndex(of: .blank), part.endIndex - gap < 4,
                gap > part.startIndex
            {
                part = rest[part.startIndex..<gap]
            }
            rest = rest[part.endIndex...]
            show(Array(part))
            say(.shared.pageMore)
            if case .text(let typed) = try line(LineRequest(), help: [], repeating: {}), !typed.trimmed.isEmpty {
                return typed
            }
        }
        return nil
    }
}
