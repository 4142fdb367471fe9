import BookingCore
import ContentLibrary
import Foundation
import Mapper
import SocialServices

/// A conversation in which a time is booked: what the kiosk and the phone service do alike.
protocol BookingDialog: AnyObject {
    var tools: DeskTools { get }
    /// Where times are looked for, held and booked.
    var desk: any BookingDesk { get }
    var talk: Conversation { get }
    var words: Words { get }
    var dates: DateWords { get }
    var details: BookingDetails { get set }
    var draft: BookingDraft? { get set }
    /// Everything that was answered and led here.
    var steps: [Interview.Step] { get }
    /// A question to the client as it is shown: to be read, or to be said aloud.
    func asked(_ question: String) -> String
}

extension BookingDialog {
    func asked(_ question: Phrase) -> String { asked(words(question)) }

    /// Runs something that the store does, again if it fails and the visitor wants. What the store itself
    /// answers, for example that a time is taken, comes back as a failure.
    ///
    /// - Parameter changes: true of what stays done where only the answer was lost.
    func attempt<Value>(
        changes: Bool = false, _ operation: () throws -> Value
    ) throws(NavigationRequest) -> Result<Value, any Error> {
        let done = try talk.attempt(
            telling: .store.trouble, givingUp: .store.giveUp,
            unsure: changes ? (telling: .store.unsure, givingUp: .shared.leaveYes) : nil, report: tools.report,
            operation)
        guard let done else { throw .leave }
        return done
    }
}

/// The time that is being booked.
struct BookingDraft {
    let type: AppointmentType
    let service: String?
    /// By id; nil where the time is not booked at the end of an interview.
    let outcome: String?
    /// What the description is asked with.
    let prompts: [String]
    var leave = BookingAuthority.open

    /// How to meet, as the visitor looks for times; nil for any way, as soon as possible.
    var wantedMethod: ContactMethod?
    /// Where, as the visitor looks for times; nil for any office.
    var wantedMunicipality: Municipality?

    /// The time that was chosen, and the hold on it.
    var choice: SlotChoice?
    var hold: Hold?
}

extension BookingDialog {
    /// What a right opens, told to its client, with their name and number. Nil where it opens nothing; that is told.
    func begin(with right: BookingRight) -> AppointmentType? {
        if let trouble = right.trouble(at: tools.now()) {
            talk.say(trouble.phrase)
            return nil
        }
        guard let type = tools.content.services.appointment(right.grant.appointmentType) else {
            talk.say(.change.rightWithdrawn)
            return nil
        }
        talk.say(.change.rightFound(words.appointments[type.id]?.name ?? type.id))
        // Never asked twice: the worker who gave the right wrote these down.
        details.name = right.grant.clientName
        details.phone = right.grant.clientPhone
        details.answered.formUnion([.name, .phone])
        return type
    }
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
