import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

/// How a client wants to meet, before any time is shown: the way, the language, what must be arranged, and which messages
/// may be sent. One screen; the way is chosen last and leads to the times, and Enter takes all as it stands.
struct ArrangementsForm {
    let context: DialogContext
    let type: AppointmentType
    /// The ways to meet by which the client cannot be reached: they are not offered.
    let impossible: Set<ContactMethod>
    /// The times were shown before: the form only changes what was arranged.
    var isChange = false
    var wish: TimeWish
    var needs: SpecialNeeds
    var messages: MessageWish

    private enum Row: Equatable {
        case ok
        case language
        case needs
        case messages
        /// A way to meet; nil for any of them.
        case by(ContactMethod?)
    }

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// - Returns: `false` for the way back.
    mutating func ask() throws(NavigationRequest) -> Bool {
        while true {
            let chosen = try conversation.choose(
                titled: words(.booking.methodQuestion), from: rows, empty: .ok,
                help: [words(.booking.arrangeHow)], above: words(.booking.arrangeHow), hearing: agreement)
            switch chosen {
            case nil: return false
            case .ok: return true
            case .by(let method):
                wish = TimeWish(method: method)
                return true
            case .language: try askLanguage()
            case .needs: try askNeeds()
            case .messages: try askMessages()
            }
        }
    }

    private var rows: [Choice<Row>] {
        (isChange ? [Choice(.ok, id: "ok", words(.booking.arrangeOK))] : [])
            + methods.map { context.choice(.by($0), of: $0) } + [
                Choice(.by(nil), id: "any", words(.booking.methodAny))
            ]
            + conditions
    }

    private var conditions: [Choice<Row>] {
        [
            Choice(.language, id: "language", "\(words(.booking.summaryLanguage)): \(context.language(of: needs))"),
            Choice(
                .needs, id: "needs",
                "\(words(.booking.summaryNeeds)): \(needs.accessibility ?? words(.booking.needNone))"),
            Choice(.messages, id: "messages", "\(words(.booking.summaryMessages)): \(words(messages.sentence))"),
        ]
    }

    private var methods: [ContactMethod] { type.methods(without: impossible) }

    /// "Yes" takes it as it stands.
    private func agreement(_ typed: String) -> Row? { conversation.phrases.says(.yes, in: typed) ? .ok : nil }

    private enum Tongue: Equatable {
        case ours(Language)
        case other
        case sign
    }

    private mutating func askLanguage() throws(NavigationRequest) {
        let ours = context.tools.content.languages.map { context.choice(Tongue.ours($0), of: $0) }
        let others = [
            Choice(Tongue.other, id: "other", words(.booking.languageOther)),
            Choice(Tongue.sign, id: "sign", words(.booking.languageSign)),
        ]
        let title = words(.booking.meetingLanguageQuestion)
        switch try conversation.choose(titled: title, from: ours + others) {
        case nil: return
        case .ours(let language):
            needs.meetingLanguage = language
            needs.interpreter = nil
            needs.signLanguage = false
        case .sign:
            needs.interpreter = nil
            needs.signLanguage = true
            tellOfInterpreter()
        case .other:
            guard let language = try context.askNeed(.booking.interpreterQuestion, already: needs.interpreter) else {
                return
            }
            needs.interpreter = language
            needs.signLanguage = false
            tellOfInterpreter()
        }
    }

    private func tellOfInterpreter() {
        conversation.say(InterpreterWords(context: context).changes(of: type))
    }

    private mutating func askNeeds() throws(NavigationRequest) {
        let asked = try conversation.write(
            words(.booking.accessQuestion), longest: SpecialNeeds.longestText, already: needs.accessibility ?? "",
            .writing
        ) { typed in
            Result<String, WritingFault>.success(conversation.phrases.says(.no, in: typed) ? "" : typed)
        }
        if let asked { needs.accessibility = asked.isEmpty ? nil : asked }
    }

    private mutating func askMessages() throws(NavigationRequest) {
        let choices = MessageWish.asked.map { Choice($0, words($0.sentence)) }
        if let chosen = try conversation.choose(titled: words(.booking.messagesQuestion), from: choices) {
            messages = chosen
        }
    }
}

extension MessageWish {
    /// What visitors choose from: they give an address for e-mail later, or none.
    static let asked: [MessageWish] = [.both, .neutral, .none]

    /// What it means, as an option.
    var sentence: Phrase {
        switch self {
        case .both, .sms, .email: .booking.messagesAll
        case .neutral: .booking.messagesNeutral
        case .none: .booking.messagesNone
        }
    }
}
