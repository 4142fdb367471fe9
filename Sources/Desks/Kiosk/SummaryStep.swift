import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

extension KioskVisit {
    /// Shows everything that was typed, lets each line be changed, asks for consent and books. True when the
    /// time is booked; false to look again.
    func reviewAndConfirm() throws(NavigationRequest) -> Bool {
        let ok = Menu.Item(id: "ok", text: words(.booking.summaryOK))
        let menu = Menu(
            title: words(.booking.summaryTitle), items: [ok] + summary.map { Menu.Item(id: $0.id, text: $0.text) },
            help: [words(.booking.summaryHow)], above: words(.booking.summaryHow))
        switch try talk.choose(menu)?.item {
        case "ok":
            guard try consents() else { return false }
            return try confirm()
        case "time":
            try changeTime()
        case let line?:
            if let detail = BookingDetails.Detail(rawValue: line), try ask(detail) { try renewHold() }
        case nil:
            // The way back leads to the last thing that was asked.
            details.answered.remove(.hope)
        }
        return false
    }

    /// Another time instead of the one held; the old one stays where the visitor changes their mind.
    private func changeTime() throws(NavigationRequest) {
        let old = draft?.choice
        releaseHold()
        if try chooseTime() { return }
        if let old, try hold(old) { return }
        try chooseAnotherTime()
    }

    private var summary: [(id: String, text: String)] {
        func line(_ phrase: Phrase, _ value: String?) -> String {
            let value = value.flatMap { $0.isEmpty ? nil : $0 } ?? words(.booking.summaryNone)
            return "\(words(phrase)): \(value)"
        }
        let language = tools.content.words(in: details.needs.meetingLanguage)(.shared.languageName)
        return [
            ("time", line(.booking.summaryTime, draft?.choice.map(line(of:)))),
            ("name", line(.booking.summaryName, details.name)),
            ("phone", line(.booking.summaryPhone, details.phone?.grouped)),
            ("email", line(.booking.summaryEmail, details.email?.address)),
            ("language", line(.booking.summaryLanguage, language)),
            ("needs", line(.booking.summaryNeeds, needs(details.needs).joined(separator: ", "))),
            ("description", line(.booking.summaryDescription(details.ownWords.count), details.ownWords.beginning)),
            ("hope", line(.booking.summaryHope, details.hope.beginning)),
        ]
    }

    private func consents() throws(NavigationRequest) -> Bool {
        let menu = Menu(
            title: words(.booking.consentQuestion(words.county.name)),
            items: [
                Menu.Item(id: "yes", text: words(.booking.consentYes)),
                Menu.Item(id: "no", text: words(.booking.consentNo)),
            ], help: [words(.shared.privacy(words.county.official))])
        switch try talk.choose(menu)?.item {
        case "yes": return true
        case nil: return false
        default:
            talk.say(.booking.consentRefused)
            return false
        }
    }

    private func confirm() throws(NavigationRequest) -> Bool {
        guard let draft, let hold = draft.hold, let choice = draft.choice, let phone = details.phone else {
            try chooseAnotherTime()
            return false
        }
        let request = request(for: draft, choice.method, phone: phone, by: .client)
        let result = try attempt(changes: true) {
            try tools.visitor.book(hold, request)
        }
        let booking: Booking
        switch result {
        case .success(let made): booking = made
        case .failure(let error):
            try goOn(after: error, choice: choice)
            return false
        }
        self.draft?.hold = nil
        bookedPlace = draft.outcome ?? draft.type.id
        talk.show(confirmation(of: booking))
        try talk.pause(.booking.doneEnter)
        return true
    }

    private func confirmation(of booking: Booking) -> [TextBlock] {
        [.blank, .paragraph(TerminalText(words(.booking.confirmed)).styled(.strong)), .blank]
            + whatToKeep(of: booking, reference: .booking.referenceLine(booking.reference.grouped))
            + [.blank, .paragraph(TerminalText(howToCancel(booking)))]
    }
}

extension KioskVisit {
    /// From how to meet to the confirmation. True when a time was booked; false when the visitor went back.
    func book(_ type: AppointmentType, for outcome: Outcome) throws(NavigationRequest) -> Bool {
        let told = words.outcomes[outcome.id]?.prompts ?? []
        return try book(
            BookingDraft(
                type: type, service: outcome.service, outcome: outcome.id,
                prompts: told.isEmpty ? words.appointments[type.id]?.prompts ?? [] : told))
    }

    /// The same for what is known of the time already.
    func book(_ begun: BookingDraft) throws(NavigationRequest) -> Bool {
        draft = begun
        let meeting = words.appointments[begun.type.id]?.meeting ?? []
        talk.show(meeting.flatMap { [.blank, .paragraph(TerminalText($0))] })
        guard try chooseTime() else {
            draft = nil
            return false
        }
        while true {
            if let detail = details.next {
                if try ask(detail) {
                    details.answered.insert(detail)
                    try renewHold()
                } else if try !goBack(from: detail) {
                    return false
                }
            } else if try reviewAndConfirm() {
                return true
            }
        }
    }

    /// One detail back; from the first, back to the times. False when the visitor left the booking.
    private func goBack(from detail: BookingDetails.Detail) throws(NavigationRequest) -> Bool {
        let all = BookingDetails.Detail.allCases
        if let index = all.firstIndex(of: detail), index > 0 {
            details.answered.remove(all[index - 1])
            return true
        }
        releaseHold()
        if try chooseTime() { return true }
        draft = nil
        return false
    }
}

extension KioskVisit {
    /// Tells why nothing was booked, with the rule where there is one, and lets the visitor go on: with another
    /// time or, where only the phone number stands against it, with the same time, which stays held.
    func goOn(after error: any Error, choice: SlotChoice) throws(NavigationRequest) {
        switch error {
        case BookingRefusal.tooManyOpen(let open, _): talk.say(.booking.tooManyOpen(open))
        case BookingRefusal.tooSoon(let notice):
            try lookForAnotherTime(
                telling: .booking.tooSoon(dates.short(choice.start.addingTimeInterval(-notice.seconds))))
        case BookingRefusal.tooFar(let ahead):
            try lookForAnotherTime(
                telling: .booking.tooFar(dates.short(choice.start.addingTimeInterval(-ahead.seconds))))
        // The phone number was changed to one that the code is not for; the time stays held.
        case RightRefusal.unknown: talk.say(.change.findNothing)
        case let trouble as RightRefusal:
            talk.say(trouble.phrase)
            throw .human
        default: try chooseAnotherTime()
        }
    }

    private func lookForAnotherTime(telling phrase: Phrase) throws(NavigationRequest) {
        releaseHold()
        talk.say(phrase)
        try lookForAnotherTime()
    }

    /// The rules of a booking's appointment type; none where the content has it no longer.
    func rules(of booking: Booking) -> AppointmentRules {
        tools.visitor.rules(of: booking.slot.appointmentType)
    }

    /// How the booking can be cancelled here, and until when.
    func howToCancel(_ booking: Booking) -> String {
        let rules = rules(of: booking)
        if rules.changeUntil == nil { return words(.booking.cancelHow) }
        let until = words(
            isTooLateToChange(booking) ? tooLate(for: booking) : .booking.cancelUntil(lastChange(of: booking)))
        return isTooLateToChange(booking) ? until : words(.booking.cancelHow) + " " + until
    }

    func isTooLateToChange(_ booking: Booking) -> Bool {
        rules(of: booking).lastChange(ofTimeAt: booking.slot.start) < tools.now()
    }

    func tooLate(for booking: Booking) -> Phrase { .booking.cancelTooLate(lastChange(of: booking)) }

    /// Until when the client may change the booking, in words.
    private func lastChange(of booking: Booking) -> String {
        dates.short(rules(of: booking).lastChange(ofTimeAt: booking.slot.start))
    }
}
