import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

extension KioskVisit {
    /// The booking right with this code and phone number. Nobody can try out codes: a wrong number finds nothing.
    func right(_ typed: BookingReference, of phone: PhoneNumber) throws(Departure) -> BookingRight? {
        guard let code = RightCode(typed: typed.characters) else { return nil }
        let found = try attempt { () throws(BookingError) in try tools.store.right(code, now: tools.now()) }
        guard case .success(let right?) = found, right.grant.clientPhone == phone else { return nil }
        return right
    }

    /// Books a follow-up time. True when it is booked; false where the right opens nothing, or the visitor went back.
    func book(by right: BookingRight) throws(Departure) -> Bool {
        if let trouble = right.trouble(at: tools.now()) {
            talk.say(trouble.phrase)
            return false
        }
        guard let type = tools.content.services.appointment(right.grant.appointmentType) else {
            talk.say(.rightWithdrawn)
            return false
        }
        let told = words.appointments[type.id]
        talk.say(.rightFound, ["what": told?.name ?? type.id])
        let left = right.grant.uses - right.used
        if left > 1 { talk.say(.rightLeft, ["count": String(left)]) }
        // Never asked twice: the worker who gave the right wrote these down.
        details.name = right.grant.clientName
        details.phone = right.grant.clientPhone
        details.answered.formUnion([.name, .phone])
        return try book(
            BookingDraft(
                type: type, service: nil, outcome: nil, prompts: told?.prompts ?? [], leave: .right(right.code)))
    }
}

extension RightTrouble {
    /// Why nothing can be booked, to its client.
    var phrase: Phrase {
        switch self {
        case .unknown: .findNothing
        case .withdrawn: .rightWithdrawn
        case .expired: .rightExpired
        case .usedUp: .rightUsedUp
        case .workerLeft: .rightWorkerLeft
        }
    }
}
