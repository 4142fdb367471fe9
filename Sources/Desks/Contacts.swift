import ContentLibrary
import Dialogue
import SocialServices

/// Where else to turn, as it is shown: name and number first, then when to call.
struct Contacts {
    let county: County
    let words: Words

    /// What the way to urgent help shows.
    var urgentHelp: [TextBlock] {
        [
            .blank, .paragraph(TerminalText(words(.shared.urgentTitle)).styled(.strong)),
            .paragraph(TerminalText(urgentLead).styled(.warning)),
        ] + county.urgentContacts.flatMap(lines)
    }

    /// The first number to call, in one sentence.
    var urgentLead: String {
        words(.shared.urgentLead(county.urgentContacts.first.flatMap(number) ?? ""))
    }

    /// One contact in two lines.
    func lines(_ id: String) -> [TextBlock] {
        guard let contact = county.contact(id) else { return [] }
        let told = words.contacts[id]
        let parts = [told?.name ?? id, number(id), told?.hours].compactMap(\.self)
        var lines = [TextBlock(TerminalText(parts.joined(separator: "   ")), indent: 2, hanging: 4)]
        if let tell = told?.tell { lines.append(TextBlock(TerminalText(tell), indent: 4, hanging: 4)) }
        if let website = contact.website {
            lines.append(TextBlock(TerminalText(words(.shared.websiteLine(website))), indent: 4, hanging: 4))
        }
        return lines
    }

    /// The number to call.
    func number(_ id: String) -> String? { county.number(of: id, in: words.language)?.digits }
}
