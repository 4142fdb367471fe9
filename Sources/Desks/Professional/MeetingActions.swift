import BookingCore
import ContentLibrary
import Dialogue

/// What was written about bookings and not saved yet.
struct MeetingDrafts {
    var advice: [BookingReference: Advice] = [:]
    var letters: [BookingReference: String] = [:]
}

/// The short acts about a booking: its attendance, a guard, a message to its client, its cancellation.
struct MeetingActions {
    let desk: ProfessionalContext

    private var words: Words { desk.words }

    /// Records how the meeting went.
    ///
    /// - Returns: the booking as it is afterwards.
    func record(_ attendance: Attendance, of booking: Booking) throws(NavigationRequest) -> Booking {
        guard try desk.perform({ try desk.session.meetings.record(attendance, of: booking) }) != nil else {
            return booking
        }
        desk.talk.say(.professional.noted(words(attendance.phrase)))
        return try current(booking)
    }

    /// Asks for a guard, or takes the request back.
    ///
    /// - Returns: the booking as it is afterwards.
    func askForGuard(for booking: Booking) throws(NavigationRequest) -> Booking {
        let asked = booking.guardReason
        let written = try desk.talk.write(
            words(.professional.guardQuestion), longest: SpecialNeeds.longestText, already: asked ?? ""
        ) { typed in .success(typed) }
        guard let reason = written, !(reason.isEmpty && asked == nil) else { return booking }
        let isSet =
            try desk.perform { try desk.session.meetings.setGuard(reason.isEmpty ? nil : reason, for: booking) }
            != nil
        guard isSet else { return booking }
        desk.talk.say(reason.isEmpty ? .professional.guardDropped : .professional.guardKept)
        return try current(booking)
    }

    /// The booking as it is now; as it was if that cannot be read.
    private func current(_ booking: Booking) throws(NavigationRequest) -> Booking {
        let found = try desk.perform { try desk.session.booking(booking.reference, purpose: "meeting") }
        return found.flatMap(\.self) ?? booking
    }

    /// Cancels a booking for a reason that is asked for.
    ///
    /// - Returns: whether it was cancelled.
    func cancel(_ booking: Booking) throws(NavigationRequest) -> Bool {
        guard let reason = try desk.askText(words(.professional.cancelReason), longest: Cancellation.longestReason)
        else {
            return false
        }
        let cancelled = try desk.perform {
            try desk.session.cancel(booking, as: Cancellation(by: .professional, reason: reason))
        }
        guard cancelled != nil else { return false }
        desk.talk.say(booking.client.isReachable ? .professional.cancelled : .professional.cancelledUntold)
        return true
    }

    /// Writes a message to the client by hand. Its length is told before it is sent; what is written remains a draft
    /// until then.
    func write(to booking: Booking, drafts: inout MeetingDrafts) throws(NavigationRequest) {
        guard booking.client.isReachable else { return desk.talk.say(.professional.letterUnreachable) }
        let limit = SMSLength.longestPlain
        while true {
            let text = try desk.askText(
                words(.professional.letterQuestion(limit, SMSLength.longestUnusual)), longest: limit,
                already: drafts.letters[booking.reference] ?? "")
            guard let text else { return }
            drafts.letters[booking.reference] = text
            let length = SMSLength(of: text)
            if length.parts > SMSLength.mostParts {
                desk.talk.say(.shared.faultTooLong(length.characters, length.longest))
                continue
            }
            guard try isToBeSent(length) else { continue }
            guard try desk.perform({ try desk.session.write(text, to: booking) }) != nil else { return }
            drafts.letters[booking.reference] = nil
            return desk.talk.say(.professional.letterKept)
        }
    }

    private func isToBeSent(_ length: SMSLength) throws(NavigationRequest) -> Bool {
        let title = words(.professional.letterCheck(length.characters, length.parts))
        let options = [
            MenuOption("send", words(.professional.letterSend), true),
            MenuOption("again", words(.professional.letterAgain), false),
        ]
        return try desk.choose(title, from: options) ?? false
    }
}
