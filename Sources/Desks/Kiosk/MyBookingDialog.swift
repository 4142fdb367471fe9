import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

/// A visitor's own booking: found by its reference and the phone number or the word, shown, moved or cancelled.
struct MyBookingDialog {
    enum Found {
        case booking(Booking)
        case right(BookingRight)
        case nothing
        /// A word that does not open the booking.
        case wrongWord
        /// The visitor does not know the reference any more.
        case lost
    }

    private enum Code {
        case reference(BookingReference)
        case lost
    }

    /// What a client shows beside the reference.
    private enum Proof {
        case phone(PhoneNumber)
        case word(ChosenWord)
    }

    /// Words that are tried in one visit. The name of a pet is sooner guessed than a phone number.
    private static let mostWords = 5

    let context: DialogContext
    let keeper: HoldKeeper

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }
    private var visitor: VisitorSession { context.tools.visitor }

    /// Asks for a reference or a right's code and a phone number or a word. Nil is the way back.
    ///
    /// - Parameters:
    ///   - typed: the reference, if it was typed already.
    ///   - wrongWords: how many words have opened nothing before, in this visit. After too many none does.
    func find(_ typed: BookingReference?, after wrongWords: Int) throws(NavigationRequest) -> Found? {
        let code = if let typed { Code.reference(typed) } else { try askCode() }
        guard let code else { return nil }
        guard case .reference(let reference) = code else { return .lost }
        switch try conversation.write(words(.change.findPhone), longest: 100, check: proof) {
        case nil: return nil
        case .phone(let phone): return try find(reference, of: phone)
        case .word(let word):
            guard wrongWords < Self.mostWords else { return .wrongWord }
            let hasher = context.tools.wordHasher()
            let found = try context.attempt {
                try hasher.flatMap { try visitor.booking(reference, with: word, hashing: $0) }
            }
            if case .success(let booking?) = found { return .booking(booking) }
            return .wrongWord
        }
    }

    private func askCode() throws(NavigationRequest) -> Code? {
        try conversation.write(words(.change.findReference), longest: 100) { typed in
            if conversation.phrases.says(.no, in: typed) || saysLost(typed) { return .success(Code.lost) }
            return BookingReference(typed: typed).map { .success(.reference($0)) }
                ?? .failure(WritingFault(.change.findReferenceFault))
        }
    }

    /// The word that the question names, whatever stands beside it.
    private func saysLost(_ typed: String) -> Bool {
        typed.lowercased().split { !$0.isLetter }.contains { $0 == words(.change.lostWord) }
    }

    /// A number, or the word of a client who had none.
    private func proof(_ typed: String) -> Result<Proof, WritingFault> {
        if conversation.saysNoPhone(typed) { return .failure(WritingFault(.change.findWord)) }
        if let word = ChosenWord(typed) { return .success(.word(word)) }
        return PhoneNumber.checked(typed).map(Proof.phone)
    }

    private func find(_ reference: BookingReference, of phone: PhoneNumber) throws(NavigationRequest) -> Found {
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
        let deadline = ChangeDeadline(context: context, booking: booking)
        if deadline.isOver { return try end(deadline.tooLate) }
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
        case .refused(BookingRefusal.notOpen):
            keeper.reset()
            conversation.say(.booking.notOpenYet)
            return try show(booking)
        case .refused(let error): return try end(refused: error, booking)
        }
    }

    private func end(refused error: any Error, _ booking: Booking) throws(NavigationRequest) -> Bool {
        switch error {
        case BookingRefusal.alreadyPast: try end(.change.foundPast)
        case BookingRefusal.tooLateToChange: try end(ChangeDeadline(context: context, booking: booking).tooLate)
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
