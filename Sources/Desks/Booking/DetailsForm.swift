import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

/// Asks a client for what is kept with a booking.
struct DetailsForm {
    let context: DialogContext
    /// What the description is asked with.
    let prompts: [String]
    var details: BookingDetails
    /// Gets the details after each line of a longer text.
    var keeping: (BookingDetails) -> Void = { _ in }

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }
    private var isForOther: Bool { details.subject == .other }

    /// Asks for one detail.
    ///
    /// - Returns: `false` for the way back.
    mutating func ask(_ detail: BookingDetails.Detail) throws(NavigationRequest) -> Bool {
        switch detail {
        case .name: try context.isSpoken ? askNameAndPhone() : askName()
        case .other: try askOther()
        case .phone: try askPhone()
        case .email: try askEmail()
        case .language: try askLanguage()
        case .needs: try askNeeds()
        case .description: try askDescription()
        case .hope: try askHope()
        }
    }

    private mutating func askName() throws(NavigationRequest) -> Bool {
        var question = words(.booking.nameQuestion)
        if isForOther { question += " " + words(.booking.nameForOther) }
        let name = try conversation.write(question, longest: Client.longestName, already: details.name) { typed in
            typed.contains(where: \.isLetter) ? .success(typed) : .failure(WritingFault(.booking.nameFault))
        }
        guard let name else { return false }
        details.name = name
        return true
    }

    private struct Named {
        let name: String
        var phone: PhoneNumber?
    }

    /// A name, and on the same line the number if it was said at once. What is kept of a caller is told them first.
    private mutating func askNameAndPhone() throws(NavigationRequest) -> Bool {
        let privacy = words(.shared.privacy("\(words.county.name), \(words.county.official)"))
        let forOther = isForOther ? [words(.booking.nameForOther)] : []
        let question =
            context.asked(([privacy, words(.booking.nameQuestion)] + forOther).joined(separator: " "))
            + " " + words(.phone.nameHow)
        let named = try conversation.write(question, longest: 200, already: details.name, check: Self.named)
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

    private mutating func askOther() throws(NavigationRequest) -> Bool {
        let dialog = OtherPersonDialog(context: context, subject: details.subject)
        guard let other = try dialog.ask(already: details.other) else { return false }
        details.other = other
        return true
    }

    private mutating func askPhone() throws(NavigationRequest) -> Bool {
        let already = details.phone?.grouped ?? ""
        let phone = try conversation.write(
            context.asked(.booking.phoneQuestion), longest: 100, already: already, check: PhoneNumber.checked)
        guard let phone else { return false }
        details.phone = phone
        return true
    }

    private mutating func askEmail() throws(NavigationRequest) -> Bool {
        let already = details.email?.address ?? ""
        let email: EmailAddress?? = try conversation.write(
            words(.booking.emailQuestion), longest: 254, already: already
        ) { typed in
            if typed.isEmpty { return .success(nil) }
            return EmailAddress(typed: typed).map { .success($0) } ?? .failure(WritingFault(.booking.emailFault))
        }
        guard let email else { return false }
        details.email = email
        return true
    }

    private mutating func askLanguage() throws(NavigationRequest) -> Bool {
        let choices = context.tools.content.languages.map { context.choice($0, of: $0) }
        let title = words(.booking.meetingLanguageQuestion)
        guard let chosen = try conversation.choose(titled: title, from: choices) else { return false }
        details.needs.meetingLanguage = chosen
        return true
    }

    private enum Need: String {
        case interpreter
        case signLanguage = "sign-language"
        case access
        case none
    }

    private mutating func askNeeds() throws(NavigationRequest) -> Bool {
        let choices = [
            Choice(Need.interpreter, words(.booking.needInterpreter)),
            Choice(Need.signLanguage, words(.booking.needSignLanguage)),
            Choice(Need.access, words(.booking.needAccess)), Choice(Need.none, words(.booking.needNone)),
        ]
        let title = context.asked(.booking.needsQuestion)
        while true {
            let needs = try conversation.chooseSeveral(titled: title, from: choices, exclusive: [Need.none.rawValue])
            guard let needs else { return false }
            var interpreter: String?
            var access: String?
            if needs.contains(.interpreter) {
                interpreter = try context.askNeed(.booking.interpreterQuestion, already: details.needs.interpreter)
                if interpreter == nil { continue }
            }
            if needs.contains(.access) {
                access = try context.askNeed(.booking.accessQuestion, already: details.needs.accessibility)
                if access == nil { continue }
            }
            details.needs.interpreter = interpreter
            details.needs.signLanguage = needs.contains(.signLanguage)
            details.needs.accessibility = access
            return true
        }
    }

    private mutating func askDescription() throws(NavigationRequest) -> Bool {
        let title: Phrase = context.isSpoken ? .phone.description : .booking.descriptionTitle
        let how = TerminalText(words(context.isSpoken ? .phone.descriptionHow : .booking.descriptionHow))
        let blocks: [TextBlock] =
            [.blank, .paragraph(TerminalText(words(title)).styled(.strong))]
            + prompts.map { TextBlock(TerminalText("– \($0)"), indent: 2, hanging: 4) }
            + [.paragraph(context.isSpoken ? how.styled(.quiet) : how)]
        conversation.show(blocks)
        let (told, keeping) = (details, keeping)
        var written = told.ownWords
        do throws(NavigationRequest) {
            let text = try LinesWriter(conversation: conversation).write(
                already: told.ownWords, longest: SituationDescription.longestOwnWords,
                keeping: { text in
                    written = text
                    var kept = told
                    kept.ownWords = text
                    keeping(kept)
                }, repeating: { conversation.show(blocks) })
            guard let text else { return false }
            details.ownWords = text
            return true
        } catch {
            // What was written is kept, in whichever language it goes on.
            details.ownWords = written
            throw error
        }
    }

    private mutating func askHope() throws(NavigationRequest) -> Bool {
        let longest = SituationDescription.longestHope
        let hope = try conversation.write(
            words(.booking.hopeQuestion), longest: longest, already: details.hope, .writing
        ) {
            Result<String, WritingFault>.success($0)
        }
        guard let hope else { return false }
        details.hope = hope
        return true
    }
}
