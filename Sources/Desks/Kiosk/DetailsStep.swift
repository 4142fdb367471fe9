import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

extension KioskVisit {
    /// Asks for one detail of the booking. False for the way back.
    func ask(_ detail: BookingDetails.Detail) throws(NavigationRequest) -> Bool {
        switch detail {
        case .name: try askName()
        case .phone: try askPhone()
        case .email: try askEmail()
        case .language: try askLanguage()
        case .needs: try askNeeds()
        case .description: try askDescription()
        case .hope: try askHope()
        }
    }

    private func askName() throws(NavigationRequest) -> Bool {
        var question = words(.booking.nameQuestion)
        if steps.flags.contains(.forSomeoneElse) { question += " " + words(.booking.nameForOther) }
        let name = try talk.write(question, longest: Client.longestName, already: details.name) { typed in
            typed.contains(where: \.isLetter) ? .success(typed) : .failure(WritingFault(.booking.nameFault))
        }
        guard let name else { return false }
        details.name = name
        return true
    }

    private func askPhone() throws(NavigationRequest) -> Bool {
        let already = details.phone?.grouped ?? ""
        let phone = try talk.write(
            words(.booking.phoneQuestion), longest: 100, already: already, check: PhoneNumber.checked)
        guard let phone else { return false }
        details.phone = phone
        return true
    }

    private func askEmail() throws(NavigationRequest) -> Bool {
        let already = details.email?.address ?? ""
        let email: EmailAddress?? = try talk.write(words(.booking.emailQuestion), longest: 254, already: already) {
            typed in
            if typed.isEmpty { return .success(nil) }
            return EmailAddress(typed: typed).map { .success($0) } ?? .failure(WritingFault(.booking.emailFault))
        }
        guard let email else { return false }
        details.email = email
        return true
    }

    private func askLanguage() throws(NavigationRequest) -> Bool {
        let items = tools.content.languages.map {
            Menu.Item(id: $0.rawValue, text: tools.content.words(in: $0)(.shared.languageName))
        }
        let menu = Menu(title: words(.booking.meetingLanguageQuestion), items: items)
        guard let chosen = try talk.choose(menu)?.item else { return false }
        details.needs.meetingLanguage = Language(rawValue: chosen) ?? words.language
        return true
    }

    private func askDescription() throws(NavigationRequest) -> Bool {
        let prompts = (draft?.prompts ?? []).map { TextBlock(TerminalText("– \($0)"), indent: 2, hanging: 4) }
        let blocks: [TextBlock] =
            [.blank, .paragraph(TerminalText(words(.booking.descriptionTitle)).styled(.strong))] + prompts
            + [.paragraph(TerminalText(words(.booking.descriptionHow)))]
        talk.show(blocks)
        let longest = SituationDescription.longestOwnWords
        let text = try talk.writeLines(already: details.ownWords, longest: longest) { talk.show(blocks) }
        guard let text else { return false }
        details.ownWords = text
        return true
    }

    private func askHope() throws(NavigationRequest) -> Bool {
        let longest = SituationDescription.longestHope
        let hope = try talk.write(words(.booking.hopeQuestion), longest: longest, already: details.hope) {
            Result<String, WritingFault>.success($0)
        }
        guard let hope else { return false }
        details.hope = hope
        return true
    }
}
