import ContentLibrary
import Dialogue

/// Urgent help on one small screen, said to "you": one sentence, what to do now, the way on, and whom to call, the numbers
/// last.
///
/// At most twelve lines at 80 columns: nothing of it may leave the top of a screen.
struct UrgentScreen {
    /// What is said first to a person who asks for help.
    private let told: [TextBlock]
    /// What is said before that to a person whose words told of danger.
    private let heard: [TextBlock]
    private let choices: [TextBlock]
    private let numbers: [TextBlock]
    /// What each contact is for, and where else there is help; empty if there is no more.
    let more: [TextBlock]
    /// The choices, to be named in words too.
    let menu: Menu

    /// The ids of the choices.
    enum Choice: String {
        case safe
        case more
    }

    /// So many numbers fit; the others are told with the rest.
    static let mostNumbers = 4

    /// Nothing: for a desk without the key.
    init() {
        told = []
        heard = []
        choices = []
        numbers = []
        more = []
        menu = Menu(title: "", items: [])
    }

    /// What a visitor is shown in one language.
    ///
    /// - Parameters:
    ///   - contacts: ids, the first one to call first.
    ///   - told: what to do now; whom to call first if nil.
    ///   - advice: told with the rest.
    init(county: County, words: Words, contacts: [String], told: [TextBlock]? = nil, advice: [TextBlock] = []) {
        let known = Contacts(county: county, words: words)
        self.told = told ?? [.paragraph(TerminalText(known.urgentLead).styled(.warning))]
        heard = [.paragraph(TerminalText(words(.shared.urgentHeard)).styled(.strong))]
        let texts = [(Choice.safe, words(.shared.urgentSafe)), (.more, words(.shared.urgentMore))]
        menu = Menu(title: "", items: texts.map { Menu.Item(id: $0.rawValue, text: $1) })
        choices =
            [.blank] + texts.enumerated().map { .option(number: $0 + 1, TerminalText($1.1)) } + [.blank]
        // Two contacts with one number are one line.
        let numbered = contacts.reduce(into: [String]()) { list, id in
            guard let number = known.number(id), !list.contains(where: { known.number($0) == number }) else { return }
            list.append(id)
        }
        numbers = numbered.prefix(Self.mostNumbers).compactMap(known.line)
        more = advice + [.blank] + contacts.flatMap(known.lines)
    }

    /// What a visitor is shown before a language is chosen: the first number, in each of them.
    init(county: County, languages: [Words]) {
        told = languages.map { words in
            .paragraph(TerminalText(Contacts(county: county, words: words).urgentLead).styled(.warning))
        }
        heard = []
        let texts = languages.map { $0(.shared.urgentSafe) }
        let safe = texts.joined(separator: " · ")
        menu = Menu(title: "", items: [Menu.Item(id: Choice.safe.rawValue, text: safe, also: texts)])
        choices = [.blank, .option(number: 1, TerminalText(safe))]
        numbers = []
        more = []
    }

    /// What staff are shown: every contact, to read on to a caller.
    init(listing contacts: [String], of county: County, in words: Words) {
        let known = Contacts(county: county, words: words)
        told = [.paragraph(TerminalText(known.urgentLead).styled(.warning))] + contacts.flatMap(known.lines)
        heard = []
        choices = []
        numbers = []
        more = []
        menu = Menu(title: "", items: [])
    }

    var hasChoices: Bool { !choices.isEmpty }

    /// - Parameter isHeard: the person told of danger; else they asked for help, or came to it by their answers.
    func blocks(heard isHeard: Bool) -> [TextBlock] {
        [.blank] + (isHeard ? heard : []) + told + choices + numbers
    }

    /// The way on and the numbers, below the rest.
    var foot: [TextBlock] { choices + numbers }
}
