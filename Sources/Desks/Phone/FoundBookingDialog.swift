import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

/// A caller's booking, without its description, and what can be done with it.
struct FoundBookingDialog {
    enum Outcome {
        /// It is shown again.
        case stays
        case closed
        case cancelled
        case moved(Booking)
    }

    let context: DialogContext
    let session: StaffSession
    let keeper: HoldKeeper
    let booking: Booking

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    private enum Action: String {
        case cancel
        case move
        case search
    }

    func run() throws(NavigationRequest) -> Outcome {
        let heading = "\(booking.client.name)   \(words.phone(booking.client.phone))   \(booking.reference.grouped)"
        conversation.show(
            [
                .blank, .paragraph(TerminalText(heading).styled(.strong)),
                .paragraph(TerminalText(context.row(of: booking))),
            ] + context.lines(of: booking)
                + context.needs(booking.needs).map { TextBlock(TerminalText($0), indent: 2) })
        let type = context.tools.content.services.appointment(booking.slot.appointmentType)
        var choices: [Choice<Action>] = []
        if booking.status == .cancelled {
            conversation.say(.change.foundCancelled)
        } else if booking.slot.start <= session.now {
            conversation.say(.change.foundPast)
        } else {
            choices.append(Choice(.cancel, words(.change.actionCancelBooking)))
            if type != nil { choices.append(Choice(.move, words(.change.actionMoveBooking))) }
            OverriddenRules(context: context).mention(forChangeOf: booking)
        }
        choices.append(Choice(.search, words(.phone.searchAgain)))
        switch try conversation.choose(titled: words(.phone.outcomeQuestion), from: choices) {
        case .cancel: return try cancel()
        case .move:
            guard let type else { return .stays }
            return try move(of: type)
        case .search, nil: return .closed
        }
    }

    private func cancel() throws(NavigationRequest) -> Outcome {
        let question = context.asked(.change.cancelQuestion)
        guard try conversation.agrees(question, yes: .change.cancelYes, no: .change.cancelNo) else { return .stays }
        let result = try context.attempt(changes: true) {
            try session.cancel(booking, as: Cancellation(by: .phoneService))
        }
        switch result {
        case .success:
            conversation.say(context.asked(.change.cancelled))
            return .cancelled
        case .failure(let error):
            say(error)
            return .closed
        }
    }

    private func move(of type: AppointmentType) throws(NavigationRequest) -> Outcome {
        keeper.reset()
        defer { keeper.reset() }
        let dialog = MoveDialog(
            context: context, keeper: keeper, booking: booking, type: type, canceller: .phoneService,
            beforeMoving: { OverriddenRules(context: context).mention(for: $0, of: type) })
        switch try dialog.run() {
        case .moved(let moved):
            conversation.say(context.asked(.change.moved))
            return .moved(moved)
        case .unchanged: return .stays
        case .refused(let error):
            say(error)
            return .closed
        }
    }

    private func say(_ error: any Error) {
        switch error {
        case BookingRefusal.alreadyPast: conversation.say(.change.foundPast)
        case BookingRefusal.alreadyCancelled: conversation.say(.change.foundCancelled)
        case BookingRefusal.severalProfessionals: conversation.say(.phone.several)
        case StaffRefusal.notPermitted: conversation.say(.professional.notPermitted)
        default: conversation.say(.change.findNothing)
        }
    }
}

extension DialogContext {
    /// A booking in one line.
    func row(of booking: Booking) -> String {
        let what =
            booking.service.flatMap { words.services[$0]?.name } ?? words.name(.task, booking.slot.task.rawValue)
        return [dates.short(booking.slot.start), words(booking.method.name), booking.client.name, what]
            .joined(separator: " · ")
    }
}
