import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

extension PhoneCall {
    private static let asked: [BookingDetails.Detail] = [.name, .phone, .needs, .description]

    /// One step of a booking: a time, a detail that is not known yet, or the consent. True when the call is over.
    func book() throws(NavigationRequest) -> Bool {
        if draft?.hold == nil {
            if try chooseTime() { mentionOverriddenRules() } else { draft = nil }
            return false
        }
        if let detail = Self.asked.first(where: { !details.answered.contains($0) }) {
            if try ask(detail) {
                details.answered.insert(detail)
                try renewHold()
            } else {
                goBack(from: detail)
            }
            return false
        }
        return try agree()
    }

    /// To the detail asked before; from the first back to the times.
    private func goBack(from detail: BookingDetails.Detail) {
        let before = Self.asked.prefix { $0 != detail }
        if let last = before.last {
            details.answered.remove(last)
        } else {
            releaseHold()
            draft = nil
        }
    }

    func ask(_ detail: BookingDetails.Detail) throws(NavigationRequest) -> Bool {
        switch detail {
        case .name: try askName()
        case .phone: try askPhone()
        case .needs: try askNeeds()
        default: try askDescription()
        }
    }

    private struct Named {
        let name: String
        var phone: PhoneNumber?
    }

    /// A name, and on the same line the number where it was said at once.
    private func askName() throws(NavigationRequest) -> Bool {
        let privacy = words(.shared.privacy("\(words.county.name), \(words.county.official)"))
        let forOther = steps.flags.contains(.forSomeoneElse) ? [words(.booking.nameForOther)] : []
        let question =
            asked(([privacy, words(.booking.nameQuestion)] + forOther).joined(separator: " "))
            + " " + words(.phone.nameHow)
        let named = try talk.write(question, longest: 200, already: details.name, check: Self.named)
        guard let named else { return false }
        details.name = named.name
        if let phone = named.phone {
            details.phone = phone
            details.answered.insert(.phone)
        }
        return true
    }

    private static func named(_ typed: String) -> Result<Named, WritingFault> {
        let name = String(typed.prefix { !$0.isNumber && $0 != "+" }).trimmed
        guard name.contains(where: \.isLetter), name.count <= Client.longestName else {
            return .failure(WritingFault(.booking.nameFault))
        }
        let rest = typed.dropFirst(typed.prefix { !$0.isNumber && $0 != "+" }.count)
        if rest.isEmpty { return .success(Named(name: name)) }
        return PhoneNumber.checked(String(rest)).map { Named(name: name, phone: $0) }
    }

    private func askPhone() throws(NavigationRequest) -> Bool {
        let already = details.phone?.grouped ?? ""
        let phone = try talk.write(
            asked(.booking.phoneQuestion), longest: 100, already: already, check: PhoneNumber.checked)
        guard let phone else { return false }
        details.phone = phone
        return true
    }

    private func askDescription() throws(NavigationRequest) -> Bool {
        let own = draft?.outcome.flatMap { words.outcomes[$0]?.prompts } ?? []
        let type = draft.flatMap { words.appointments[$0.type.id] }
        let prompts = (own.isEmpty ? type?.prompts ?? [] : own).map {
            TextBlock(TerminalText("– \($0)"), indent: 2, hanging: 4)
        }
        let blocks: [TextBlock] =
            [.blank, .paragraph(TerminalText(words(.phone.description)).styled(.strong))] + prompts
            + [.paragraph(TerminalText(words(.phone.descriptionHow)).styled(.quiet))]
        talk.show(blocks)
        let longest = SituationDescription.longestOwnWords
        let keeping = { (text: String) in
            self.details.ownWords = text
            self.keep()
        }
        let text = try talk.writeLines(already: details.ownWords, longest: longest, keeping: keeping) {
            talk.show(blocks)
        }
        guard let text else { return false }
        details.ownWords = text
        return true
    }

    // Rules bind clients, not the staff; but they are told.

    func mentionOverriddenRules() {
        guard let choice = draft?.choice, let type = draft?.type else { return }
        let rules = tools.content.services.rules(of: type.id)
        let now = tools.now()
        if let notice = rules.notice, choice.start < rules.earliest(now) {
            talk.say(.phone.ruleNotice(dates.short(choice.start.addingTimeInterval(-notice.seconds))))
        } else if let ahead = rules.ahead, let latest = rules.latest(now), choice.start > latest {
            talk.say(.phone.ruleAhead(dates.short(choice.start.addingTimeInterval(-ahead.seconds))))
        }
    }

    func sayStretchedCount() throws(NavigationRequest) {
        guard let type = draft?.type.id, let phone = details.phone,
            tools.content.services.rules(of: type).openPerPhone != nil
        else { return }
        let found = try attempt {
            try session.bookings(ofPhone: phone, from: tools.now(), purpose: Self.purpose)
        }
        let open = ((try? found.get()) ?? []).count { $0.status == .booked && $0.slot.appointmentType == type }
        do {
            try tools.content.services.rules(of: type).checkCount(open: open)
        } catch {
            talk.say(.phone.ruleCount(open))
        }
    }
}

extension PhoneCall {
    /// What was typed, and the sentence that asks for leave to keep it. True when the time is booked.
    func agree() throws(NavigationRequest) -> Bool {
        try sayStretchedCount()
        talk.show([.blank] + summary.map { TextBlock(TerminalText($0), indent: 2, hanging: 4) })
        let menu = Menu(
            title: asked(words(.booking.consentQuestion(words.county.name))),
            items: [
                Menu.Item(id: "yes", text: words(.phone.consentYes)),
                Menu.Item(id: "no", text: words(.phone.consentNo)),
                Menu.Item(id: "time", text: words(.booking.summaryTime)),
                Menu.Item(id: "name", text: words(.booking.summaryName)),
                Menu.Item(id: "phone", text: words(.booking.summaryPhone)),
                Menu.Item(id: "needs", text: words(.booking.summaryNeeds)),
                Menu.Item(id: "description", text: words(.phone.description)),
            ], help: [words(.shared.privacy(words.county.official))], above: words(.phone.consentHow))
        switch try talk.choose(menu)?.item {
        case "yes": return try confirm()
        case "no":
            deed = "consent-refused"
            talk.say(.phone.consentRefused)
        case "time": releaseHold()
        case let line?:
            if let detail = BookingDetails.Detail(rawValue: line), try ask(detail) { try renewHold() }
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

    private func confirm() throws(NavigationRequest) -> Bool {
        guard let draft, let hold = draft.hold, let choice = draft.choice, let phone = details.phone else {
            try chooseAnotherTime()
            return false
        }
        let request = request(for: draft, choice.method, phone: phone, by: .phoneService)
        let result = try attempt(changes: true) {
            try session.book(hold, request)
        }
        switch result {
        case .success(let booking):
            self.draft?.hold = nil
            try? session.recordConsent(to: booking)
            close(counting: JourneyEvent(.callBooked, at: draft.outcome ?? draft.type.id))
            talk.show(confirmation(of: booking))
            try waitForNext()
            return true
        case .failure(let refusal as RightRefusal):
            talk.say(refusal.phrase)
            releaseHold()
            self.draft = nil
        case .failure: try chooseAnotherTime()
        }
        return false
    }

    /// The call is over whatever is typed here.
    private func waitForNext() throws(NavigationRequest) {
        do throws(NavigationRequest) {
            try talk.pause(.phone.next)
        } catch {
            if case .ended = error { throw error }
        }
    }

    private func confirmation(of booking: Booking) -> [TextBlock] {
        [.blank, .paragraph(TerminalText(asked(.booking.confirmed)).styled(.strong))]
            + whatToKeep(of: booking, reference: .phone.reference(booking.reference.grouped))
    }
}
