import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

extension KioskVisit {
    /// Shows an outcome and what can be done next. True when the visit has come to its end.
    func present(_ outcome: Outcome) throws(NavigationRequest) -> Bool {
        let type = outcome.appointmentType.flatMap { tools.content.services.appointment($0) }
        let menu = Menu(title: words(.outcome.outcomeQuestion), items: actions(for: outcome, type: type))
        while true {
            talk.show(page(of: outcome, type: type))
            guard let action = try talk.choose(menu)?.item else {
                goBack()
                return false
            }
            switch action {
            case "book":
                if let type, try book(type, for: outcome) { return true }
            case "change":
                if let (question, answer) = try chooseChange(of: interview) {
                    try? interview.answer(question, answer)
                    return false
                }
            case "human": throw .human
            case "leave": throw .leave
            case let ready:
                if try read(ready, type: type, for: outcome) { return true }
            }
        }
    }

    private func page(of outcome: Outcome, type: AppointmentType?) -> [TextBlock] {
        let told = words.outcomes[outcome.id]
        let title = told?.title ?? outcome.id
        let paragraphs = (told?.tell ?? []).map { [TextBlock.blank, .paragraph(TerminalText($0))] }
        var whereToTurn: [TextBlock] = []
        if !outcome.contacts.isEmpty {
            whereToTurn = [.blank, .paragraph(TerminalText(words(.outcome.contactsTitle)).styled(.strong))]
            whereToTurn += outcome.contacts.flatMap(contacts.lines)
        }
        var blocks: [TextBlock]
        switch outcome.group {
        case .urgent:
            // In danger: what to do, whom to call; why it is suggested does not matter now.
            blocks = [.blank, .paragraph(TerminalText(title).styled(.warning))]
            blocks += (paragraphs.first ?? []) + whereToTurn + paragraphs.dropFirst().joined()
        case .elsewhere:
            blocks = [.blank, .paragraph(TerminalText(title).styled(.strong))] + because
            blocks += paragraphs.joined() + whereToTurn
        case .families, .childProtection, .familyLaw, .workingAge, .disability:
            let heading = words(.outcome.suggestion(title))
            blocks = [.blank, .paragraph(TerminalText(heading).styled(.strong))] + because
            blocks += paragraphs.joined() + whereToTurn
        }
        if let first = type.flatMap(firstFree) { blocks += [.blank, .paragraph(TerminalText(first))] }
        return blocks
    }

    /// A look ahead only: where the store does not answer, booking itself will say so.
    private func firstFree(of type: AppointmentType) -> String? {
        do {
            let first = try tools.visitor.firstFree(of: type)
            return first.map { words(.outcome.firstFree(dates.short($0))) } ?? words(.outcome.nothingFree)
        } catch {
            return nil
        }
    }

    private func actions(for outcome: Outcome, type: AppointmentType?) -> [Menu.Item] {
        var items: [Menu.Item] = []
        if type != nil { items.append(Menu.Item(id: "book", text: words(.outcome.actionBook))) }
        items += outcome.readyAnswers.map { id in
            Menu.Item(id: id, text: words(.outcome.actionRead(words.readyAnswers[id]?.title ?? id)))
        }
        return items + [
            Menu.Item(id: "change", text: words(.outcome.actionChange)),
            Menu.Item(id: "human", text: words(.outcome.actionNotRight)),
            Menu.Item(id: "leave", text: words(.outcome.actionFinish)),
        ]
    }

    /// Shows a ready answer. True when it was enough, or when a time was booked after it.
    private func read(
        _ id: String, type: AppointmentType?, for outcome: Outcome
    ) throws(NavigationRequest) -> Bool {
        let told = words.readyAnswers[id]
        var blocks: [TextBlock] = [.blank, .paragraph(TerminalText(told?.title ?? id).styled(.strong))]
        for paragraph in told?.tell ?? [] { blocks += [.blank, .paragraph(TerminalText(paragraph))] }
        let more = tools.content.readyAnswers[id]?.contacts ?? []
        if !more.isEmpty { blocks += [.blank] + more.flatMap(contacts.lines) }
        talk.show(blocks)
        var items = [Menu.Item(id: "enough", text: words(.outcome.readEnough))]
        if type != nil { items.append(Menu.Item(id: "book", text: words(.outcome.actionBook))) }
        items.append(Menu.Item(id: "back", text: words(.outcome.readBack)))
        switch try talk.choose(Menu(title: words(.outcome.readQuestion), items: items))?.item {
        case "enough": throw .leave
        case "book": return try type.map { type throws(NavigationRequest) in try book(type, for: outcome) } ?? false
        default: return false
        }
    }
}
