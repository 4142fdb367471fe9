import ContentLibrary
import Dialogue

/// What a visitor is told first.
struct WelcomePage {
    let words: Words
    /// The line of the house, where no screen has shown it yet.
    let notice: String?
    /// Nothing can be booked just now.
    let isClosed: Bool
    let isDemo: Bool

    var blocks: [TextBlock] {
        let county = words.county
        var blocks: [TextBlock] = [
            .blank, .paragraph(TerminalText("\(county.name) · \(words(.kiosk.programName))").styled(.strong)), .blank,
            .paragraph(TerminalText(words(.kiosk.welcome))),
            .paragraph(TerminalText(words(.shared.privacy("\(county.name), \(county.official)")))),
            .paragraph(TerminalText(words(.kiosk.anonymous))),
        ]
        if let notice { blocks.append(.paragraph(TerminalText(notice))) }
        if isClosed { blocks.append(.paragraph(TerminalText(words(.store.closed)).styled(.strong))) }
        if isDemo { blocks.append(.paragraph(TerminalText(words(.shared.demoNotice)).styled(.warning))) }
        return blocks + [.blank, .paragraph(TerminalText(words(.kiosk.keysLine)).styled(.quiet))]
    }
}
