import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

extension PhoneCall {
    /// The text to say aloud, and what the worker should know of it.
    func ask(_ question: Question, of interview: Interview) throws(NavigationRequest) {
        var menu = Menu(for: question, in: words, above: hint(words.questions[question.id]?.staff))
        menu.title = asked(menu.title)
        guard let selection = try talk.choose(menu) else { return goBack(in: interview) }
        answers[question.id] = selection.answer
    }

    /// One answer back, else to the search. Other answers stay.
    private func goBack(in interview: Interview) {
        if let last = interview.path.last {
            answers[last.question.id] = nil
        } else {
            start = nil
        }
    }

    private func hint(_ text: String?) -> String? { text.map { words(.phone.hint($0)) } }

    /// What to tell the caller, with the free times to offer at once.
    func present(_ outcome: Outcome, of interview: Interview) throws(NavigationRequest) {
        talk.show(page(of: outcome))
        let type = outcome.appointmentType.flatMap { tools.content.services.appointment($0) }
        let times = type.map(timesToOffer) ?? []
        let read = outcome.readyAnswers.map { id in
            Menu.Item(id: id, text: words(.outcome.actionRead(words.readyAnswers[id]?.title ?? id)))
        }
        var items = times.map { Menu.Item(id: $0.id, text: $0.text) }
        if type != nil { items.append(Menu.Item(id: "other-times", text: words(.phone.otherTimes))) }
        items +=
            read + [
                Menu.Item(id: "change", text: words(.outcome.actionChange)),
                Menu.Item(id: "search", text: words(.phone.searchAgain)),
                Menu.Item(id: "end", text: words(.phone.endCall)),
            ]
        let menu = Menu(title: words(.phone.outcomeQuestion), items: items)
        switch try talk.choose(menu)?.item {
        case nil: goBack(in: interview)
        case "end": throw .leave
        case "search":
            start = nil
            query = ""
        case "change":
            if let (question, answer) = try chooseChange(of: interview) { answers[question] = answer }
        case let chosen?:
            if let time = times.first(where: { $0.id == chosen }), let type {
                begin(type, for: outcome)
                if try hold(time.choice) {
                    mentionOverriddenRules()
                } else {
                    talk.say(.booking.taken)
                    draft = nil
                }
            } else if chosen == "other-times", let type {
                begin(type, for: outcome)
            } else {
                readAloud(chosen)
            }
        }
    }

    private func begin(_ type: AppointmentType, for outcome: Outcome) {
        draft = BookingDraft(type: type, service: outcome.service, outcome: outcome.id, prompts: [])
    }

    private func page(of outcome: Outcome) -> [TextBlock] {
        let told = words.outcomes[outcome.id]
        var blocks: [TextBlock] = [
            .blank, .paragraph(TerminalText(told?.title ?? outcome.id).styled(.strong)),
        ]
        blocks += because
        if let hint = hint(told?.staff) { blocks.append(.paragraph(TerminalText(hint).styled(.quiet))) }
        blocks += (told?.tell ?? []).map { .paragraph(TerminalText(asked($0))) }
        return blocks + outcome.contacts.flatMap(contacts.lines)
    }

    private func readAloud(_ id: String) {
        let told = words.readyAnswers[id]
        talk.show(
            [.blank, .paragraph(TerminalText(told?.title ?? id).styled(.strong))]
                + (told?.tell ?? []).map { .paragraph(TerminalText(asked($0))) }
                + (tools.content.readyAnswers[id]?.contacts ?? []).flatMap(contacts.lines))
    }

    // Times.

    private struct ShortcutTime {
        let id: String
        let text: String
        let choice: SlotChoice
    }

    /// The next times of each way to meet, two of the first and one of each other: nobody needs to ask for them.
    private func timesToOffer(of type: AppointmentType) -> [ShortcutTime] {
        type.methods.enumerated().flatMap { place, method -> [ShortcutTime] in
            let rows = (try? session.bookableSlots(of: type, method: method, limit: 20)) ?? []
            return OfferedTime.merging(rows).prefix(place == 0 ? 2 : 1).map { time in
                let office = method == .office ? time.officeMunicipalities.first : nil
                let place = office.map { ", " + self.place($0) } ?? ""
                return ShortcutTime(
                    id: "\(method.rawValue)-\(id(of: time))",
                    text: "\(dates.short(time.start))   \(words(method.name))\(place)",
                    choice: SlotChoice(
                        task: type.task, start: time.start, method: method, municipality: office,
                        appointmentType: type.id))
            }
        }
    }
}
