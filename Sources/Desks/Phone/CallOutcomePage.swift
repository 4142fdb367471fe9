import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// What to tell the caller of an outcome, with the free times to offer at once.
struct CallOutcomePage {
    enum Action {
        case time(SlotChoice)
        case otherTimes
        /// A ready answer, by id.
        case read(String)
        case change
        case search
        case end
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
        var choices = type.map(timesToOffer) ?? []
        if type != nil { choices.append(Choice(.otherTimes, id: "other-times", words(.phone.otherTimes))) }
        choices += outcome.readyAnswers.map { id in
            Choice(.read(id), id: id, words(.outcome.actionRead(words.readyAnswers[id]?.title ?? id)))
        }
        choices += [
            Choice(.change, id: "change", words(.outcome.actionChange)),
            Choice(.search, id: "search", words(.phone.searchAgain)),
            Choice(.end, id: "end", words(.phone.endCall)),
        ]
        return try context.conversation.choose(titled: words(.phone.outcomeQuestion), from: choices)
    }

    private var blocks: [TextBlock] {
        let told = words.outcomes[outcome.id]
        var blocks: [TextBlock] = [
            .blank, .paragraph(TerminalText(told?.title ?? outcome.id).styled(.strong)),
        ]
        blocks += context.because(steps)
        if let hint = told?.staff { blocks.append(.paragraph(TerminalText(words(.phone.hint(hint))).styled(.quiet))) }
        blocks += (told?.tell ?? []).map { .paragraph(TerminalText(context.asked($0))) }
        if type != nil, context.conversation.subject == .other {
            blocks.append(.paragraph(TerminalText(context.asked(.outcome.forOther))))
        }
        return blocks + outcome.contacts.flatMap(context.contacts.lines)
    }

    /// Shows a ready answer, to be read aloud.
    func read(_ id: String) {
        let told = words.readyAnswers[id]
        context.conversation.show(
            [.blank, .paragraph(TerminalText(told?.title ?? id).styled(.strong))]
                + (told?.tell ?? []).map { .paragraph(TerminalText(context.asked($0))) }
                + (context.tools.content.readyAnswers[id]?.contacts ?? []).flatMap(context.contacts.lines))
    }

    /// The next times of each way to meet, two of the first and one of each other, which need not be asked for.
    private func timesToOffer(of type: AppointmentType) -> [Choice<Action>] {
        type.methods.enumerated().flatMap { place, method -> [Choice<Action>] in
            let rows = (try? context.desk.bookableSlots(of: type, method: method, limit: 20)) ?? []
            return OfferedTime.merging(rows).prefix(place == 0 ? 2 : 1).map { time in
                let office = method == .office ? time.officeMunicipalities.first : nil
                let place = office.map { ", " + context.place($0) } ?? ""
                return Choice(
                    .time(
                        SlotChoice(
                            task: type.task, start: time.start, method: method, municipality: office,
                            appointmentType: type.id)),
                    id: "\(method.rawValue)-\(context.tools.id(of: time))",
                    "\(context.dates.short(time.start))   \(words(method.name))\(place)")
            }
        }
    }
}
