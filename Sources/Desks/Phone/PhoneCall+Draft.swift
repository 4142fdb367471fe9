import BookingCore
import ContentLibrary
import Foundation
import Mapper
import SocialServices

extension CallState {
    /// Of a call in which nothing was said yet.
    init(in language: Language) {
        self.init()
        self.language = language.rawValue
    }
}

extension PhoneCall {
    /// Everything of the call that is kept.
    var state: CallState {
        var state = CallState(in: words.language)
        state.query = query
        state.start = start
        for (question, answer) in answers {
            switch answer {
            case .options(let ids): state.answers[question] = ids
            case .words(let text): state.told[question] = text
            }
        }
        state.found = found?.reference.characters
        state.answered = details.answered.map(\.rawValue).sorted()
        state.name = details.name
        state.phone = details.phone?.international
        state.interpreter = details.needs.interpreter
        state.signLanguage = details.needs.signLanguage
        state.accessibility = details.needs.accessibility
        state.ownWords = details.ownWords
        state.time = draft.flatMap { draft in
            var right: String?
            switch draft.leave {
            case .right(let code): right = code.characters
            // The old time stands until the new one is taken: a move begins anew from the booking.
            case .moving: return nil
            case .open, .staff: break
            }
            return CallState.ChosenTime(
                type: draft.type.id, service: draft.service, outcome: draft.outcome, right: right,
                start: draft.choice?.start, method: draft.choice?.method.rawValue,
                municipality: draft.choice?.municipality?.rawValue, token: draft.hold?.token,
                minutes: draft.hold?.minutes)
        }
        return state
    }

    /// Asks whether to go on with a call that a crash cut short.
    func offer(_ earlier: CallState) throws(NavigationRequest) {
        let place = earlier.start.map { words.questions[$0]?.ask ?? $0 }
        let phone = earlier.phone.flatMap { try? PhoneNumber(typed: $0) }?.grouped
        let told = [earlier.name, phone, place, earlier.query].compactMap(\.self).filter { !$0.isEmpty }
        let menu = Menu(
            title: words(.phone.draftFound(told.joined(separator: " · ").beginning)),
            items: [
                Menu.Item(id: "take", text: words(.phone.draftTake)),
                Menu.Item(id: "drop", text: words(.phone.draftDrop)),
            ])
        if try talk.choose(menu)?.item == "take" { return try takeUp(earlier) }
        forget()
    }

    private func takeUp(_ earlier: CallState) throws(NavigationRequest) {
        if let language = Language(rawValue: earlier.language), tools.content.languages.contains(language) {
            speak(language)
        }
        query = earlier.query
        start = earlier.start.flatMap { tools.content.tree.questions[$0]?.id }
        answers = earlier.answers.mapValues { .options($0) }.merging(earlier.told.mapValues { .words($0) }) { $1 }
        details.answered = Set(earlier.answered.compactMap(BookingDetails.Detail.init(rawValue:)))
        details.name = earlier.name
        details.phone = earlier.phone.flatMap { try? PhoneNumber(typed: $0) }
        details.needs.interpreter = earlier.interpreter
        details.needs.signLanguage = earlier.signLanguage
        details.needs.accessibility = earlier.accessibility
        details.ownWords = earlier.ownWords
        if let reference = earlier.found.flatMap({ BookingReference(typed: $0) }) {
            found = try look(reference)
        }
        if let time = earlier.time { try takeUp(time) }
    }

    /// The time is held anew; where somebody else has it by now, `book` asks for another.
    private func takeUp(_ time: CallState.ChosenTime) throws(NavigationRequest) {
        guard let type = tools.content.services.appointment(time.type) else { return }
        draft = BookingDraft(
            type: type, service: time.service, outcome: time.outcome, prompts: [],
            leave: time.right.flatMap { RightCode(typed: $0) }.map(BookingAuthority.right) ?? .open)
        guard let start = time.start, let method = time.method.flatMap(ContactMethod.init(rawValue:)) else { return }
        let choice = SlotChoice(
            task: type.task, start: start, method: method,
            municipality: time.municipality.flatMap { Municipality(rawValue: $0) }, appointmentType: type.id,
            leave: draft?.leave ?? .open)
        if let token = time.token, let minutes = time.minutes, try renew(token, choice, minutes: minutes) { return }
        if try !hold(choice) { talk.say(.booking.taken) }
    }

    /// The hold of the desk that crashed stands until it runs out, and is nobody else's.
    private func renew(_ token: String, _ choice: SlotChoice, minutes: Int) throws(NavigationRequest) -> Bool {
        let old = Hold(token: token, start: choice.start, minutes: minutes, expires: tools.now())
        let renewed = try attempt { try session.renew(old) }
        guard case .success(let hold) = renewed else { return false }
        draft?.hold = hold
        draft?.choice = choice
        return true
    }
}
