import BookingCore
import ContentLibrary
import SocialServices

/// Asks in one line of whom the matter is: a child's name or age; whether another person knows of the booking and
/// agrees, and behind it their name or age, as far as it is told.
struct OtherPersonDialog {
    let context: DialogContext
    let subject: Subject

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// - Returns: nil for the way back.
    func ask(already: OtherPerson) throws(NavigationRequest) -> OtherPerson? {
        subject == .child ? try askChild(already: already) : try askAgreement(already: already)
    }

    private func askChild(already: OtherPerson) throws(NavigationRequest) -> OtherPerson? {
        let name = try conversation.write(
            context.asked(.booking.childQuestion), longest: OtherPerson.longestName, already: already.name
        ) { Result<String, WritingFault>.success($0) }
        return name.map { OtherPerson(name: $0) }
    }

    private func askAgreement(already: OtherPerson) throws(NavigationRequest) -> OtherPerson? {
        let choices = OtherPerson.Agreement.allCases.map { agreement in
            Choice(
                OtherPerson(name: already.name, agreement: agreement), id: agreement.id, words(agreement.sentence),
                also: [agreement.rawValue])
        }
        return try conversation.choose(
            titled: context.asked(.booking.otherQuestion), from: choices, help: [words(.booking.otherHow)],
            above: words(.booking.otherHow), hearing: agreementAndName)
    }

    /// A row's number and behind it a name or an age: `1 mother, 82`.
    private func agreementAndName(_ typed: String) -> OtherPerson? {
        let digits = typed.prefix(while: \.isNumber)
        let all = OtherPerson.Agreement.allCases
        guard let row = Int(digits), all.indices.contains(row - 1) else { return nil }
        let name = typed.dropFirst(digits.count).drop { !$0.isLetter && !$0.isNumber }
        // More numbers of rows are a slip.
        let telling = name.split(separator: " ").filter { word in
            !conversation.phrases.says(.and, in: String(word)) && Int(word).map { $0 > all.count } ?? true
        }
        if telling.isEmpty { return nil }
        return OtherPerson(name: String(name.prefix(OtherPerson.longestName)), agreement: all[row - 1])
    }
}

extension OtherPerson.Agreement {
    /// As the id of an option: a plain yes or no chooses one too.
    fileprivate var id: String {
        switch self {
        case .agrees: "yes"
        case .unaware: "no"
        case .hesitates, .unable: rawValue
        }
    }

    /// As an option.
    var sentence: Phrase {
        switch self {
        case .agrees: .booking.otherAgrees
        case .hesitates: .booking.otherHesitates
        case .unaware: .booking.otherUnaware
        case .unable: .booking.otherUnable
        }
    }
}

extension OtherPerson {
    /// In a few words.
    func summary(in words: Words) -> String {
        [name, agreement.map { words($0.sentence) } ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
