import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension PhoneCall {
    /// What was typed, and the sentence that asks for leave to keep it. True when the time is booked.
    func agree() throws(Departure) -> Bool {
        try sayStretchedCount()
        talk.show([.blank] + summary.map { TextBlock(TerminalText($0), indent: 2, hanging: 4) })
        let menu = Menu(
            title: asked(words(.consentQuestion, ["county": words.county.name])),
            items: [
                Menu.Item(id: "yes", text: words(.phoneConsentYes)),
                Menu.Item(id: "no", text: words(.phoneConsentNo)),
                Menu.Item(id: "time", text: words(.summaryTime)),
                Menu.Item(id: "name", text: words(.summaryName)),
                Menu.Item(id: "phone", text: words(.summaryPhone)),
                Menu.Item(id: "needs", text: words(.summaryNeeds)),
                Menu.Item(id: "description", text: words(.phoneDescription)),
            ], help: [words(.privacy, ["county": words.county.official])], above: words(.phoneConsentHow))
        switch try talk.choose(menu)?.item {
        case "yes": return try confirm()
        case "no":
            deed = "consent-refused"
            talk.say(.phoneConsentRefused)
        case "time": giveBackHold()
        case let line?:
            if let detail = BookingDetails.Detail(rawValue: line), try ask(detail) { try keepHold() }
        case nil: details.answered.remove(.description)
        }
        return false
    }

    private var summary: [String] {
        let needs = needs(details.needs).joined(separator: ", ")
        return [
            draft?.choice.map(line(of:)),
            [details.name, details.phone?.grouped].compactMap(\.self).joined(separator: "   "), needs,
            details.ownWords.beginning,
        ].compactMap(\.self).filter { !$0.isEmpty }
    }

    private func confirm() throws(Departure) -> Bool {
        guard let draft, let hold = draft.hold, let choice = draft.choice, let phone = details.phone else {
            try chooseAnotherTime()
            return false
        }
        let request = request(for: draft, choice.method, phone: phone, by: .phoneService)
        let result = try attempt(changes: true) { () throws(BookingError) in
            try session.book(hold, request, drawing: tools.drawReference)
        }
        switch result {
        case .success(let booking):
            self.draft?.hold = nil
            try? session.recordConsent(to: booking)
            close(counting: JourneyEvent(.callBooked, at: draft.outcome ?? draft.type.id))
            talk.show(confirmation(of: booking))
            try waitForNext()
            return true
        case .failure(.right(let trouble)):
            talk.say(trouble.phrase)
            giveBackHold()
            self.draft = nil
        case .failure: try chooseAnotherTime()
        }
        return false
    }

    /// The call is over whatever is typed here.
    private func waitForNext() throws(Departure) {
        do throws(Departure) {
            try talk.pause(.phoneNext)
        } catch {
            if case .ended = error { throw error }
        }
    }

    private func confirmation(of booking: Booking) -> [TextBlock] {
        [.blank, .paragraph(TerminalText(asked(.confirmed)).styled(.strong))]
            + whatToKeep(of: booking, reference: .phoneReference)
    }
}
