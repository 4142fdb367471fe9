import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

/// A visitor's own booking: found by its reference and phone number, shown, moved or cancelled.
struct MyBookingDialog {
    enum Found {
        case booking(Booking)
        case right(BookingRight)
        case nothing
    }

    let context: DialogContext
    let keeper: HoldKeeper

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }
    private var visitor: VisitorSession { context.tools.visitor }

    /// Asks for a reference or a right's code and a phone number. Nil is the way back.
    func find() throws(NavigationRequest) -> Found? {
        let reference = try conversation.write(words(.change.findReference), longest: 100) { typed in
            BookingReference(typed: typed).map { .success($0) } ?? .failure(WritingFault(.change.findReferenceFault))
        }
        guard let reference,
            let phone = try conversation.write(words(.change.findPhone), longest: 100, check: PhoneNumber.checked)
        else { return nil }
        let found = try context.attempt { try visitor.booking(reference, of: phone) }
        // The same answer for an unknown reference and a wrong number: references and codes cannot be tried out.
        if case .success(let booking?) = found { return .booking(booking) }
        guard let code = RightCode(typed: reference.characters) else { return .nothing }
        let right = try context.attempt { try visitor.right(code, of: phone) }
        if case .success(let right?) = right { return .right(right) }
        return .nothing
    }

    private enum Action: String {
        case keep
        case cancel
        case move
    }

    /// Shows a booking and what can be done with it. True when the visit has come to its end; false for the way back.
    func show(_ booking: Booking) throws(NavigationRequest) -> Bool {
        conversation.show(
            [.blank, .paragraph(TerminalText(words(.change.foundTitle)).styled(.strong))]
                + context.lines(of: booking))
        if booking.status == .cancelled { return try end(.change.foundCancelled) }
        if booking.slot.start <= visitor.now { return try end(.change.foundPast) }
        if context.isTooLateToChange(booking) { return try end(context.tooLate(for: booking)) }
        var choices = [
            Choice(Action.keep, words(.change.actionKeepBooking)),
            Choice(.cancel, words(.change.actionCancelBooking)),
        ]
        // Of a type that the content no longer has there are no times to choose from.
        let type = context.tools.content.services.appointment(booking.slot.appointmentType)
        if type != nil { choices.append(Choice(.move, words(.change.actionMoveBooking))) }
        switch try conversation.choose(titled: words(.change.foundQuestion), from: choices) {
        case nil: return false
        case .cancel: return try cancel(booking)
        case .move:
            guard let type else { return try show(booking) }
            return try move(booking, of: type)
        case .keep: return true
        }
    }

    private func cancel(_ booking: Booking) throws(NavigationRequest) -> Bool {
        let question = words(.change.cancelQuestion)
        guard try conversation.agrees(question, yes: .change.cancelYes, no: .change.cancelNo) else {
            return try show(booking)
        }
        let result = try context.attempt(changes: true) {
            try visitor.cancel(booking, as: Cancellation(by: .client))
        }
        switch result {
        case .success, .failure(BookingRefusal.alreadyCancelled): return try end(.change.cancelled)
        case .failure(let error): return try end(refused: error, booking)
        }
    }

    private func move(_ booking: Booking, of type: AppointmentType) throws(NavigationRequest) -> Bool {
        keeper.reset()
        let dialog = MoveDialog(
            context: context, keeper: keeper, booking: booking, type: type, canceller: .client)
        switch try dialog.run() {
        case .moved(let moved):
            conversation.say(.change.moved)
            conversation.show(context.lines(of: moved))
            try conversation.pause(.booking.doneEnter)
            return true
        case .unchanged:
            keeper.reset()
            return try show(booking)
        case .refused(BookingRefusal.alreadyCancelled): return try end(.change.foundCancelled)
        case .refused(let error): return try end(refused: error, booking)
        }
    }

    private func end(refused error: any Error, _ booking: Booking) throws(NavigationRequest) -> Bool {
        switch error {
        case BookingRefusal.alreadyPast: try end(.change.foundPast)
        case BookingRefusal.tooLateToChange: try end(context.tooLate(for: booking))
        // It has another reference since, or is gone: nothing was changed.
        default: try end(.change.findNothing)
        }
    }

    private func end(_ phrase: Phrase) throws(NavigationRequest) -> Bool {
        conversation.say(phrase)
        try conversation.pause(.booking.doneEnter)
        return true
    }
}
