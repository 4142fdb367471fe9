import BookingCore
import ContentLibrary
import Dialogue

/// What is told, kindly, to a visitor who wants something of the store while it does not answer: whom to call, and the offer
/// to try again. Everything else stays as it is.
struct BookingPause {
    let context: DialogContext
    /// What pauses, and that nothing is lost.
    let told: Phrase
    /// Whom to call, by id; the county's own helplines if there are none.
    var contacts: [String] = []

    private enum Next: String {
        case again
        case back
    }

    /// How long a visitor waits who asks for the store.
    private static let patience = Duration.seconds(2)

    /// - Returns: `true` as soon as the store answers, at once if it does; `false` if the visitor would rather go back.
    func isOver() throws(NavigationRequest) -> Bool {
        let (conversation, words) = (context.conversation, context.words)
        while context.tools.visitor.trouble(within: Self.patience) != nil {
            let next = try Pager(conversation: conversation).choose(
                titled: words(.outcome.outcomeQuestion),
                from: [
                    Choice(Next.again, words(.store.again)), Choice(.back, words(.outcome.readBack)),
                ], under: [.blank, .paragraph(TerminalText(words(told)).styled(.strong))], [], last: numbers)
            guard next == .again else { return false }
        }
        return true
    }

    /// A line each.
    private var numbers: [TextBlock] {
        let own = contacts.compactMap(context.contacts.line)
        return own.isEmpty ? context.tools.content.county.urgentContacts.compactMap(context.contacts.line) : own
    }
}
