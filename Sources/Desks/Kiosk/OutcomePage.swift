import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// An outcome on the screen, and what can be done next.
struct OutcomePage {
    enum Action {
        case book
        /// A ready answer, by id.
        case read(String)
        case change
        case human
        case leave
    }

    /// What follows a ready answer.
    enum AfterReading: String {
        case enough
        case book
        case back
    }

    let context: DialogContext
    let outcome: Outcome
    /// The answers that led here.
    let steps: [Interview.Step]

    /// What can be booked by now.
    var type: AppointmentType? { booked.flatMap { context.opened($0, for: outcome.service) } }

    /// What can be booked once it is open.
    private var booked: AppointmentType? {
        outcome.appointmentType.flatMap(context.tools.content.services.appointment)
    }

    private var words: Words { context.words }

    /// Shows the page and waits for a choice. Nil is the way back.
    func choose() throws(NavigationRequest) -> Action? {
        if outcome.group == .urgent { return try chooseInDanger() }
        let told = words.outcomes[outcome.id]
        let title = told?.title ?? outcome.id
        let heading = outcome.group == .elsewhere ? title : words(.outcome.suggestion(title))
        return try Pager(conversation: conversation).choose(
            titled: words(.outcome.outcomeQuestion), from: actions,
            under: [.blank, .paragraph(TerminalText(heading).styled(.strong))],
            context.because(steps) + (paragraphs + forOther + notOpen).joined(),
            last: whereToTurn(context.contacts.lines),
            short: whereToTurn { [context.contacts.short($0)] },
            late: type.map { type in { firstFree(of: type) } })
    }

    private var conversation: Conversation { context.conversation }

    private var paragraphs: [[TextBlock]] {
        (words.outcomes[outcome.id]?.tell ?? []).map { [.blank, .paragraph(TerminalText($0))] }
    }

    /// What holds for every time that is booked for another person.
    private var forOther: [[TextBlock]] {
        guard type != nil, conversation.subject == .other else { return [] }
        return [[.blank, .paragraph(TerminalText(words(.outcome.forOther)))]]
    }

    /// Where to turn while clients cannot book yet, and from when on they can.
    private var notOpen: [[TextBlock]] {
        guard let booked, type == nil else { return [] }
        let day = context.desk.rules(of: booked.id).nextOpening(for: outcome.service, after: context.desk.now)
        let start = day.map { context.dates.day(context.tools.wallClock.start(of: $0)) }
        let told: Phrase = if let start { .outcome.opens(start) } else { .outcome.notOpen }
        return [[.blank, .paragraph(TerminalText(words(told)))]]
    }

    /// - Parameter form: how each contact is told.
    private func whereToTurn(_ form: (String) -> [TextBlock]) -> [TextBlock] {
        if outcome.contacts.isEmpty { return [] }
        return [.blank, .paragraph(TerminalText(words(.outcome.contactsTitle)).styled(.strong))]
            + outcome.contacts.flatMap(form)
    }

    private var actions: [Choice<Action>] {
        var choices: [Choice<Action>] = []
        if type != nil { choices.append(Choice(.book, id: "book", words(.outcome.actionBook))) }
        choices += outcome.readyAnswers.map { id in
            Choice(.read(id), id: id, words(.outcome.actionRead(words.readyAnswers[id]?.title ?? id)))
        }
        return choices + [
            Choice(.change, id: "change", words(.outcome.actionChange)),
            Choice(.human, id: "human", words(.outcome.actionNotRight)),
            Choice(.leave, id: "leave", words(.outcome.actionFinish)),
        ]
    }

    // In danger.

    /// In danger one small screen comes first: what to do, and whom to call. Everything else is behind it.
    private func chooseInDanger() throws(NavigationRequest) -> Action? {
        let title = words.outcomes[outcome.id]?.title ?? outcome.id
        let urgent = UrgentScreen(
            county: context.tools.content.county, words: words, contacts: outcome.contacts,
            told: [.paragraph(TerminalText(title).styled(.warning))] + (paragraphs.first?.dropFirst() ?? []),
            advice: paragraphs.dropFirst().flatMap(\.self))
        while try UrgentDialog(talk: conversation, urgent: urgent).show() {
            if let action = try conversation.choose(titled: words(.outcome.outcomeQuestion), from: actions) {
                return action
            }
        }
        return nil
    }

    /// A look ahead only: nothing is said if the store does not answer at once. Booking itself will say so.
    private func firstFree(of type: AppointmentType) -> [TextBlock] {
        guard let first = context.tools.visitor.glance({ try $0.firstFree(of: type, for: outcome.service) }) else {
            return []
        }
        let told = first.map { words(.outcome.firstFree(context.dates.short($0))) } ?? words(.outcome.nothingFree)
        return [.blank, .paragraph(TerminalText(told))]
    }

    /// Shows a ready answer, and asks whether it was enough. Nil is the way back.
    func read(_ id: String) throws(NavigationRequest) -> AfterReading? {
        let told = words.readyAnswers[id]
        var blocks: [TextBlock] = [.blank, .paragraph(TerminalText(told?.title ?? id).styled(.strong))]
        for paragraph in told?.tell ?? [] { blocks += [.blank, .paragraph(TerminalText(paragraph))] }
        let more = context.tools.content.readyAnswers[id]?.contacts ?? []
        if !more.isEmpty { blocks += [.blank] + more.flatMap(context.contacts.lines) }
        context.conversation.show(blocks)
        var choices = [Choice(AfterReading.enough, words(.outcome.readEnough))]
        if type != nil { choices.append(Choice(.book, words(.outcome.actionBook))) }
        choices.append(Choice(.back, words(.outcome.readBack)))
        return try context.conversation.choose(titled: words(.outcome.readQuestion), from: choices)
    }
}
