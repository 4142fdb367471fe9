import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension KioskVisit {
    /// The booking right with this code and phone number. Nobody can try out codes: a wrong number finds nothing.
    func right(_ typed: BookingReference, of phone: PhoneNumber) throws(Departure) -> BookingRight? {
        guard let code = RightCode(typed: typed.characters) else { return nil }
        let found = try attempt { () throws(BookingError) in
            try tools.store.right(code, of: phone, now: tools.now())
        }
        guard case .success(let right?) = found else { return nil }
        return right
    }

    /// Books a follow-up time. True when it is booked; false where the right opens nothing, or the visitor went back.
    func book(by right: BookingRight) throws(Departure) -> Bool {
        guard let type = begin(with: right) else { return false }
        let left = right.grant.uses - right.used
        if left > 1 { talk.say(.rightLeft, ["count": String(left)]) }
        return try book(
            BookingDraft(
                type: type, service: nil, outcome: nil, prompts: words.appointments[type.id]?.prompts ?? [],
                leave: .right(right.code)))
    }
}
