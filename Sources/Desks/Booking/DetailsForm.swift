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
        case .word: try askWord()
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
        let line = try conversation.write(
            question, longest: Client.longestName, already: details.nameLine, check: nameLine)
        return take(line)
    }

    private mutating func take(_ line: NameLine?) -> Bool {
        guard let line else { return false }
        details.name = line.name
        details.birthYear = line.birthYear
        if let phone = line.phone { take(phone) }
        return true
    }

    private mutating func take(_ phone: PhoneNumber) {
        details.phone = phone
        details.word = nil
        details.answered.remove(.word)
        details.answered.insert(.phone)
    }

    private func nameLine(_ typed: String) -> Result<NameLine, WritingFault> {
        let thisYear = context.tools.thisYear
        do throws(NameLine.Fault) {
            return .success(try NameLine(typed, takesPhone: context.isSpoken, thisYear: thisYear))
        } catch {
            switch error {
            case .noName: return .failure(WritingFault(.booking.nameFault))
            case .noYear: return .failure(WritingFault(.booking.yearFault(thisYear)))
            case .phone(let fault): return .failure(WritingFault(fault.phrase))
            }
        }
    }

    /// A name, and on the same line the year of birth and the number if they were said at once. What is kept of a caller is
    /// told them first.
    private mutating func askNameAndPhone() throws(NavigationRequest) -> Bool {
        let privacy = words(.shared.privacy("\(words.county.name), \(words.county.official)"))
        let forOther = isForOther ? [words(.booking.nameForOther)] : []
        let question =
            context.asked(([privacy, words(.phone.nameQuestion)] + forOther).joined(separator: " "))
            + " " + words(.phone.nameHow)
        return take(try conversation.write(question, longest: 200, already: details.nameLine, check: nameLine))
    }

    private mutating func askOther() throws(NavigationRequest) -> Bool {
        let dialog = OtherPersonDialog(context: context, subject: details.subject)
        guard let other = try dialog.ask(already: details.other) else { return false }
        details.other = other
        return true
    }

    /// A number, or none.
    private mutating func askPhone() throws(NavigationRequest) -> Bool {
        let already = details.phone?.grouped ?? (details.isPhoneless ? words(.shared.noPhone) : "")
        let question =
            context.isSpoken
            ? context.asked(.phone.numberQuestion) + " " + words(.phone.numberNone) : words(.booking.phoneQuestion)
        let phone: PhoneNumber?? = try conversation.write(question, longest: 100, already: already) { typed in
            if saysNone(typed), mayHaveNone { return .success(nil) }
            return PhoneNumber.checked(typed).map { .some($0) }.mapError { fault in
                mayHaveNone ? WritingFault(.booking.phoneFaultOrNone(words(fault.phrase))) : fault
            }
        }
        guard let phone else { return false }
        if let phone {
            take(phone)
        } else {
            details.phone = nil
        }
        return true
    }

    /// `false` on a machine that makes no hash of a word: nothing would open the booking.
    private var mayHaveNone: Bool { context.tools.wordHasher() != nil }

    /// `0`, `-` and `–` too: what forms take for nothing.
    private func saysNone(_ typed: String) -> Bool {
        ["-", "–", "0", words(.shared.noPhone)].contains(typed) || conversation.saysNoPhone(typed)
    }

    /// `true` of a word that would be heard for something else when it is asked for again.
    private func meansMore(_ typed: String) -> Bool {
        guard let listener = conversation.listener else { return saysNone(typed) }
        return saysNone(typed) || listener.danger(typed) != nil
            || listener.command(in: typed, among: conversation.keys.keys, conversation.phrases) != nil
    }

    /// A word to remember. It is not shown again, and an empty line keeps the one that was chosen.
    private mutating func askWord() throws(NavigationRequest) -> Bool {
        let (chosen, hasher) = (details.word, context.tools.wordHasher())
        let already = chosen == nil ? "" : words(.booking.wordChosen)
        let word = try conversation.write(
            context.asked(.booking.wordQuestion), longest: 100, already: already, .writing
        ) { typed in
            if let chosen, typed == already { return .success(chosen) }
            let word = meansMore(typed) ? nil : hasher.flatMap { ChosenWord(typed)?.kept(by: $0) }
            return word.map { .success($0) } ?? .failure(WritingFault(.booking.wordFault))
        }
        guard let word else { return false }
        details.word = word
        return true
    }

    /// Why a client without a phone is not met so, and that they can choose another way; nil if the appointment type has no
    /// other way.
    func reason(against method: ContactMethod, of type: AppointmentType) -> Phrase? {
        if Set(type.methods).isSubset(of: details.impossibleMethods) { return nil }
        return method == .remote ? .booking.noLink : .booking.noCall
    }

    private mutating func askEmail() throws(NavigationRequest) -> Bool {
        let already = details.email?.address ?? ""
        let question =
            details.isPhoneless
            ? context.asked(.booking.emailNeeded) + " " + words(.booking.emailNone) : words(.booking.emailQuestion)
        let email: EmailAddress?? = try conversation.write(question, longest: 254, already: already) { typed in
            if typed.isEmpty || saysNone(typed) { return .success(nil) }
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
