import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

extension KioskVisit {
    /// Shows everything that was typed, lets each line be changed, asks for consent and books. True when the
    /// time is booked; false to look again.
    func reviewAndConfirm() throws(Departure) -> Bool {
        let ok = Menu.Item(id: "ok", text: words(.summaryOK))
        let menu = Menu(
            title: words(.summaryTitle), items: [ok] + summary.map { Menu.Item(id: $0.id, text: $0.text) },
            help: [words(.summaryHow)], above: words(.summaryHow))
        switch try talk.choose(menu)?.item {
        case "ok":
            guard try consents() else { return false }
            return try confirm()
        case "time":
            try changeTime()
        case let line?:
            if let detail = BookingDetails.Detail(rawValue: line), try ask(detail) { try keepHold() }
        case nil:
            // The way back leads to the last thing that was asked.
            details.answered.remove(.hope)
        }
        return false
    }

    /// Another time instead of the one held; the old one stays where the visitor changes their mind.
    private func changeTime() throws(Departure) {
        let old = draft?.choice
        giveBackHold()
        if try chooseTime() { return }
        if let old, try hold(old) { return }
        try chooseAnotherTime()
    }

    private var summary: [(id: String, text: String)] {
        func line(_ phrase: Phrase, _ value: String?, _ values: KeyValuePairs<String, String> = [:]) -> String {
            let value = value.flatMap { $0.isEmpty ? nil : $0 } ?? words(.summaryNone)
            return "\(words(phrase, values)): \(value)"
        }
        let language = tools.content.words(in: details.needs.meetingLanguage)(.languageName)
        return [
            ("time", line(.summaryTime, draft?.choice.map(line(of:)))),
            ("name", line(.summaryName, details.name)),
            ("phone", line(.summaryPhone, details.phone?.grouped)),
            ("email", line(.summaryEmail, details.email?.address)),
            ("language", line(.summaryLanguage, language)),
            ("needs", line(.summaryNeeds, needs(details.needs).joined(separator: ", "))),
            (
                "description",
                line(
                    .summaryDescription, details.ownWords.beginning,
                    ["count": String(details.ownWords.count)])
            ),
            ("hope", line(.summaryHope, details.hope.beginning)),
        ]
    }

    private func consents() throws(Departure) -> Bool {
        let menu = Menu(
            title: words(.consentQuestion, ["county": words.county.name]),
            items: [
                Menu.Item(id: "yes", text: words(.consentYes)), Menu.Item(id: "no", text: words(.consentNo)),
            ], help: [words(.privacy, ["county": words.county.official])])
        switch try talk.choose(menu)?.item {
        case "yes": return true
        case nil: return false
        default:
            talk.say(.consentRefused)
            return false
        }
    }

    private func confirm() throws(Departure) -> Bool {
        guard let draft, let hold = draft.hold, let choice = draft.choice, let phone = details.phone else {
            try chooseAnotherTime()
            return false
        }
        let request = request(for: draft, choice.method, phone: phone, by: .client, under: draft.type.rules)
        let result = try attempt(changes: true) { () throws(BookingError) in
            try tools.store.book(hold, request, now: tools.now(), drawing: tools.drawReference)
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
        try talk.pause(.doneEnter)
        return true
    }

    private func confirmation(of booking: Booking) -> [TextBlock] {
        [.blank, .paragraph(TerminalText(words(.confirmed)).styled(.strong)), .blank]
            + whatToKeep(of: booking, reference: .referenceLine)
            + [.blank, .paragraph(TerminalText(howToCancel(booking)))]
    }
}
