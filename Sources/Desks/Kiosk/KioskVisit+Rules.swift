import BookingCore
import ContentLibrary
import Foundation

extension KioskVisit {
    /// Tells why nothing was booked, with the rule where there is one, and lets the visitor go on: with another
    /// time or, where only the phone number stands against it, with the same time, which stays held.
    func goOn(after error: BookingError, choice: SlotChoice) throws(Departure) {
        switch error {
        case .tooManyOpen(let open, _): talk.say(.tooManyOpen, ["count": String(open)])
        case .tooSoon(let notice):
            try lookForAnotherTime(telling: .tooSoon, choice.start.addingTimeInterval(-notice.seconds))
        case .tooFar(let ahead):
            try lookForAnotherTime(telling: .tooFar, choice.start.addingTimeInterval(-ahead.seconds))
        // The phone number was changed to one that the code is not for; the time stays held.
        case .right(.unknown): talk.say(.findNothing)
        case .right(let trouble):
            talk.say(trouble.phrase)
            throw .human
        default: try chooseAnotherTime()
        }
    }

    private func lookForAnotherTime(telling phrase: Phrase, _ moment: Date) throws(Departure) {
        giveBackHold()
        talk.say(phrase, ["time": dates.short(moment)])
        try lookForAnotherTime()
    }

    /// The client's own change of a booking, bound by its rules.
    func own(_ booking: Booking) -> Cancellation { Cancellation(by: .client, rules: rules(of: booking)) }

    /// The rules of a booking's appointment type; none where the content has it no longer.
    func rules(of booking: Booking) -> AppointmentRules {
        tools.content.services.rules(of: booking.slot.appointmentType)
    }

    /// How the booking can be cancelled here, and until when.
    func howToCancel(_ booking: Booking) -> String {
        let rules = rules(of: booking)
        if rules.changeUntil == nil { return words(.cancelHow) }
        let until = words(isTooLateToChange(booking) ? .cancelTooLate : .cancelUntil, lastChange(of: booking))
        return isTooLateToChange(booking) ? until : words(.cancelHow) + " " + until
    }

    func isTooLateToChange(_ booking: Booking) -> Bool {
        rules(of: booking).lastChange(ofTimeAt: booking.slot.start) < tools.now()
    }

    func lastChange(of booking: Booking) -> KeyValuePairs<String, String> {
        ["time": dates.short(rules(of: booking).lastChange(ofTimeAt: booking.slot.start))]
    }
}
