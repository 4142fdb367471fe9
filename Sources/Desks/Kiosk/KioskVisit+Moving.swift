import BookingCore
import ContentLibrary
import Dialogue

extension KioskVisit {
    /// Another time instead of the booked one, which stays the visitor's until the new one is theirs. True when the
    /// visit has come to its end; false for the way back.
    func move(_ booking: Booking, of type: AppointmentType) throws(Departure) -> Bool {
        draft = BookingDraft(
            type: type, service: booking.service, outcome: nil, prompts: [], leave: .moving(booking.reference))
        var chosen = try chooseTime()
        while chosen {
            guard let hold = draft?.hold, let choice = draft?.choice, try agrees(booking, to: choice) else { break }
            let result = try attempt(changes: true) { () throws(BookingError) in
                try tools.store.move(
                    booking.reference, to: hold, choice.method, as: own(booking), now: tools.now(),
                    drawing: tools.drawReference)
            }
            switch result {
            case .success(let moved): return try confirm(moved)
            case .failure(.noLongerFree):
                draft?.hold = nil
                talk.say(.moveTaken)
                chosen = try chooseFromTimes()
                if !chosen { chosen = try chooseTime() }
            case .failure(.alreadyPast): return try end(.foundPast)
            case .failure(.tooLateToChange): return try end(.cancelTooLate, lastChange(of: booking))
            case .failure(.alreadyCancelled): return try end(.foundCancelled)
            case .failure: return try end(.findNothing)
            }
        }
        giveBackHold()
        draft = nil
        return try show(booking)
    }

    private func confirm(_ moved: Booking) throws(Departure) -> Bool {
        draft?.hold = nil
        talk.say(.moved)
        talk.show(bookingLines(moved))
        try talk.pause(.doneEnter)
        return true
    }
}
