import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

extension KioskVisit {
    /// From how to meet to the confirmation. True when a time was booked; false when the visitor went back.
    func book(_ type: AppointmentType, for outcome: Outcome) throws(Departure) -> Bool {
        let told = words.outcomes[outcome.id]?.prompts ?? []
        return try book(
            BookingDraft(
                type: type, service: outcome.service, outcome: outcome.id,
                prompts: told.isEmpty ? words.appointments[type.id]?.prompts ?? [] : told))
    }

    /// The same for what is known of the time already.
    func book(_ begun: BookingDraft) throws(Departure) -> Bool {
        draft = begun
        let meeting = words.appointments[begun.type.id]?.meeting ?? []
        talk.show(meeting.flatMap { [.blank, .paragraph(TerminalText($0))] })
        guard try chooseTime() else {
            draft = nil
            return false
        }
        while true {
            if let detail = details.next {
                if try ask(detail) {
                    details.answered.insert(detail)
                    try keepHold()
                } else if try !goBack(from: detail) {
                    return false
                }
            } else if try reviewAndConfirm() {
                return true
            }
        }
    }

    /// One detail back; from the first, back to the times. False when the visitor left the booking.
    private func goBack(from detail: BookingDetails.Detail) throws(Departure) -> Bool {
        let all = BookingDetails.Detail.allCases
        if let index = all.firstIndex(of: detail), index > 0 {
            details.answered.remove(all[index - 1])
            return true
        }
        giveBackHold()
        if try chooseTime() { return true }
        draft = nil
        return false
    }
}
