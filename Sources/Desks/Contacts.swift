import ContentLibrary
import Dialogue
import SocialServices

/// Where else to turn, as it is shown: name and number first, then when to call.
struct Contacts {
    let county: County
    let words: Words

    /// The first number to call, in one sentence.
    var urgentLead: String { words(.shared.urgentLead(emergencyNumber)) }

    /// The same in one line, where it only may be danger.
    var urgentPossible: String { words(.shared.urgentPossible(emergencyNumber)) }

    private var emergencyNumber: String { county.urgentContacts.first.flatMap(number) ?? "" }

    /// A contact's name and number on one line; nil if it has no number.
    func line(_ id: String) -> TextBlock? {
        number(id).map { TextBlock(TerminalText("\(words.contacts[id]?.name ?? id)   \($0)"), indent: 2, hanging: 4) }
    }

    /// One contact on one line, with its number if it has one.
    func short(_ id: String) -> TextBlock {
        line(id) ?? TextBlock(TerminalText(words.contacts[id]?.name ?? id), indent: 2, hanging: 4)
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
