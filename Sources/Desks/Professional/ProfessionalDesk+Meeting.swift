import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension ProfessionalDesk {
    func record(_ attendance: Attendance, of booking: Booking) throws(Departure) -> Booking {
        let isKept = try succeeds { () throws(BookingError) in try session.record(attendance, of: booking) }
        guard isKept else { return booking }
        talk.say(.deskNoted, ["what": words(attendance.phrase)])
        return try current(booking)
    }

    /// The advice, what is stored, what is shared; each can be gone back to. What is written stays until it is kept.
    func recordAdvice(of booking: Booking, _ purpose: String) throws(Departure) {
        var advice = unfinishedAdvice[booking.reference]
        if advice == nil {
            let kept = try done { () throws(BookingError) in try session.advice(of: booking, purpose: purpose) }
            guard let kept else { return }
            advice = kept ?? Advice(text: "")
        }
        guard var draft = advice else { return }
        var step = 0
        while step < 3 {
            let written: String?
            switch step {
            case 0: written = try writeAdvice(draft.text)
            case 1: written = try line(.adviceStored, draft.stored)
            default: written = try line(.adviceShared, draft.shared)
            }
            guard let written else {
                step -= 1
                if step < 0 { return }
                continue
            }
            if step == 0, written.trimmed.isEmpty { return talk.say(.deskNothingDone) }
            draft = Advice(
                text: step == 0 ? written : draft.text, stored: step == 1 ? written : draft.stored,
                shared: step == 2 ? written : draft.shared)
            unfinishedAdvice[booking.reference] = draft
            step += 1
        }
        guard try succeeds({ () throws(BookingError) in try session.record(draft, of: booking) }) else { return }
        unfinishedAdvice[booking.reference] = nil
        talk.say(.adviceKept)
    }

    private func writeAdvice(_ already: String) throws(Departure) -> String? {
        talk.say(.adviceQuestion)
        return try talk.writeLines(already: already, longest: Advice.longestText) { self.talk.say(.adviceQuestion) }
    }

    private func line(_ question: Phrase, _ already: String) throws(Departure) -> String? {
        try talk.write(words(question), longest: Advice.longestText, already: already) { .success($0) }
    }

    /// Asks for a guard, or no longer for one.
    func askForGuard(for booking: Booking) throws(Departure) -> Booking {
        let asked = booking.guardReason
        let written = try talk.write(
            words(.guardQuestion), longest: SpecialNeeds.longestText, already: asked ?? ""
        ) { typed in .success(typed) }
        guard let reason = written, !(reason.isEmpty && asked == nil) else { return booking }
        let isKept = try succeeds { () throws(BookingError) in
            try session.setGuard(reason.isEmpty ? nil : reason, for: booking)
        }
        guard isKept else { return booking }
        talk.say(reason.isEmpty ? .guardDropped : .guardKept)
        return try current(booking)
    }
}
