import BookingCore
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

    /// What can be booked.
    var type: AppointmentType? {
        outcome.appointmentType.flatMap(context.tools.content.services.appointment)
    }

    private var words: Words { context.words }

    /// Shows the page and waits for a choice. Nil is the way back.
    func choose() throws(NavigationRequest) -> Action? {
        context.conversation.show(blocks)
        var choices: [Choice<Action>] = []
        if type != nil { choices.append(Choice(.book, id: "book", words(.outcome.actionBook))) }
        choices += outcome.readyAnswers.map { id in
            Choice(.read(id), id: id, words(.outcome.actionRead(words.readyAnswers[id]?.title ?? id)))
        }
        choices += [
            Choice(.change, id: "change", words(.outcome.actionChange)),
            Choice(.human, id: "human", words(.outcome.actionNotRight)),
            Choice(.leave, id: "leave", words(.outcome.actionFinish)),
        ]
        return try context.conversation.choose(titled: words(.outcome.outcomeQuestion), from: choices)
    }

    private var blocks: [TextBlock] {
        let told = words.outcomes[outcome.id]
        let title = told?.title ?? outcome.id
        let paragraphs = (told?.tell ?? []).map { [TextBlock.blank, .paragraph(TerminalText($0))] }
        var whereToTurn: [TextBlock] = []
        if !outcome.contacts.isEmpty {
            whereToTurn = [.blank, .paragraph(TerminalText(words(.outcome.contactsTitle)).styled(.strong))]
            whereToTurn += outcome.contacts.flatMap(context.contacts.lines)
        }
        var blocks: [TextBlock]
        switch outcome.group {
        case .urgent:
            // In danger: what to do, whom to call; why it is suggested does not matter now.
            blocks = [.blank, .paragraph(TerminalText(title).styled(.warning))]
            blocks += (paragraphs.first ?? []) + whereToTurn + paragraphs.dropFirst().joined()
        case .elsewhere:
            blocks = [.blank, .paragraph(TerminalText(title).styled(.strong))] + context.because(steps)
            blocks += paragraphs.joined() + whereToTurn
        case .families, .childProtection, .familyLaw, .workingAge, .disability:
            let heading = words(.outcome.suggestion(title))
            blocks = [.blank, .paragraph(TerminalText(heading).styled(.strong))] + context.because(steps)
            blocks += paragraphs.joined() + whereToTurn
        }
        if let first = type.flatMap(firstFree) { blocks += [.blank, .paragraph(TerminalText(first))] }
        return blocks
    }

    /// A look ahead only: if the store does not answer, booking itself will say so.
    private func firstFree(of type: AppointmentType) -> String? {
        do {
            let first = try context.desk.firstFree(of: type)
            return first.map { words(.outcome.firstFree(context.dates.short($0))) } ?? words(.outcome.nothingFree)
        } catch {
            return nil
        }
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
