import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// What a dialog about bookings works with: a conversation in one language and a desk that looks for times and books them.
struct DialogContext {
    let tools: DeskTools
    let conversation: Conversation
    let desk: any BookingDesk
    /// `true` if staff say the questions aloud to the client; otherwise the client reads them.
    let isSpoken: Bool

    var words: Words { conversation.words }
    var dates: DateWords { DateWords(words: words, wallClock: tools.wallClock) }
    var contacts: Contacts { Contacts(county: tools.content.county, words: words) }

    /// A question to the client as it is shown: to be read, or to be said aloud.
    func asked(_ question: String) -> String { isSpoken ? words(.phone.say(question)) : question }

    func asked(_ question: Phrase) -> String { asked(words(question)) }

    /// Runs something that the store does, again if it fails and the person wants. What the store itself answers, for
    /// example that a time is taken, comes back as a failure.
    ///
    /// - Parameter changes: `true` of what stays done if only the answer was lost.
    func attempt<Value>(
        changes: Bool = false, _ operation: () throws -> Value
    ) throws(NavigationRequest) -> Result<Value, any Error> {
        let result = try StoreAttempt(conversation: conversation).run(
            telling: .store.trouble, givingUp: .store.giveUp,
            unsure: changes ? (telling: .store.unsure, givingUp: .shared.leaveYes) : nil, report: tools.report,
            operation)
        guard let result else { throw .leave }
        return result
    }

    // The walk through the questions.

    /// The answers that led here.
    func because(_ steps: [Interview.Step]) -> [TextBlock] {
        let answers = steps.filter { $0.answer != .options([Option.unknown]) }.map(words.short)
        if answers.isEmpty { return [] }
        let list = answers.joined(separator: " · ")
        return [.paragraph(TerminalText(words(.outcome.because(list))).styled(.quiet))]
    }

    /// One question of the walk with a new answer; nil if nothing is to be changed.
    func chooseChange(of interview: Interview) throws(NavigationRequest) -> (question: String, answer: Answer)? {
        let choices = interview.path.map { step in
            Choice(
                step.question, id: step.question.id,
                "\(words.questions[step.question.id]?.ask ?? step.question.id) \(words.short(step))")
        }
        guard let question = try conversation.choose(titled: words(.outcome.changeQuestion), from: choices) else {
            return nil
        }
        var menu = Menu(for: question, in: words)
        menu.title = asked(menu.title)
        return try conversation.choose(menu).map { (question.id, $0.answer) }
    }

    /// An appointment type with the ways to meet that can be booked here by now; nil if none can.
    func opened(_ type: AppointmentType, for service: String?) -> AppointmentType? {
        type.opened(by: desk.rules(of: type.id), for: service, now: desk.now)
    }

    // Rights.

    /// What a right opens, told to its client, whose name and number are filled in; nil if it opens nothing, which is
    /// told.
    func begin(with right: BookingRight, _ details: inout BookingDetails) -> AppointmentType? {
        if let refusal = right.trouble(at: desk.now) {
            conversation.say(refusal.phrase)
            return nil
        }
        guard let type = tools.content.services.appointment(right.grant.appointmentType) else {
            conversation.say(.change.rightWithdrawn)
            return nil
        }
        conversation.say(.change.rightFound(words.appointments[type.id]?.name ?? type.id))
        // Never asked twice: the worker who gave the right wrote these down.
        details.name = right.grant.clientName
        details.phone = right.grant.clientPhone
        details.answered.formUnion([.name, .phone])
        return type
    }
}

/// The time that is being booked.
struct BookingDraft {
    let type: AppointmentType
    var service: String?
    /// By id; nil if the time is not booked at the end of an interview.
    var outcome: String?
    /// What the description is asked with.
    var prompts: [String] = []
    var leave = BookingAuthority.open
    /// How and where to meet, as the client looks for times; nil before it was chosen.
    var wish: TimeWish?
}

/// How and where to meet, as a client looks for times.
struct TimeWish: Equatable {
    /// Nil for any way, as soon as possible.
    var method: ContactMethod?
    /// Nil for any office.
    var municipality: Municipality?
    /// `true` of times like everybody's for a client with an interpreter, because none fits one.
    var takesOrdinaryTime = false
}

extension RightRefusal {
    /// Why nothing can be booked, to its client.
    var phrase: Phrase {
        switch self {
        case .unknown: .change.findNothing
        case .withdrawn: .change.rightWithdrawn
        case .expired: .change.rightExpired
        case .usedUp: .change.rightUsedUp
        case .workerLeft: .change.rightWorkerLeft
        }
    }
}
