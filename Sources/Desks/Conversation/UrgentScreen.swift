import ContentLibrary
import Dialogue

/// Urgent help on one small screen, said to "you": one sentence, what to do now, and whom to call, the numbers last.
///
/// At most twelve lines at 80 columns: nothing of it may leave the top of a screen.
struct UrgentScreen {
    private var told: [TextBlock] = []
    private var heard: [TextBlock] = []
    private var choices: [TextBlock] = []
    private var numbers: [TextBlock] = []
    /// What each contact is for, and where else there is help; empty if there is no more.
    private(set) var more: [TextBlock] = []

    /// So many numbers fit; the others are told with the rest.
    private static let mostNumbers = 4

    /// Nothing: for a desk without the key.
    init() {}

    /// What a visitor is shown in one language.
    ///
    /// - Parameter contacts: ids, the first one to call first.
    init(county: County, words: Words, contacts: [String]) {
        let known = Contacts(county: county, words: words)
        told = [.blank, .paragraph(TerminalText(known.urgentLead).styled(.warning))]
        heard = [.blank, .paragraph(TerminalText(words(.shared.urgentHeard)).styled(.strong))] + told.dropFirst()
        choices = [
            .blank, .option(number: 1, TerminalText(words(.shared.urgentSafe))),
            .option(number: 2, TerminalText(words(.shared.urgentMore))), .blank,
        ]
        // Two contacts with one number are one line.
        let numbered = contacts.reduce(into: [String]()) { list, id in
            guard let number = known.number(id), !list.contains(where: { known.number($0) == number }) else { return }
            list.append(id)
        }
        numbers = numbered.prefix(Self.mostNumbers).compactMap(known.line)
        more = [.blank] + contacts.flatMap(known.lines)
    }

    /// What a visitor is shown before a language is chosen: the first number, in each of them.
    init(county: County, languages: [Words]) {
        told =
            [.blank]
            + languages.map { words in
                .paragraph(TerminalText(Contacts(county: county, words: words).urgentLead).styled(.warning))
            }
        heard = told
        let safe = languages.map { $0(.shared.urgentSafe) }.joined(separator: " · ")
        choices = [.blank, .option(number: 1, TerminalText(safe))]
    }

    /// What staff are shown: every contact, to read on to a caller.
    init(listing contacts: [String], of county: County, in words: Words) {
        let known = Contacts(county: county, words: words)
        told =
            [.blank, .paragraph(TerminalText(known.urgentLead).styled(.warning))] + contacts.flatMap(known.lines)
        heard = told
    }

    var hasChoices: Bool { !choices.isEmpty }

    /// - Parameter heard: the person told of danger; else they asked for help.
    func blocks(heard isHeard: Bool) -> [TextBlock] { (isHeard ? heard : told) + choices + numbers }

    /// The rest, with the choices and the numbers below it.
    var rest: [TextBlock] { more + choices + numbers }
}
