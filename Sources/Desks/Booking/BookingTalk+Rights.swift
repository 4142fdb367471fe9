import BookingCore
import ContentLibrary

extension BookingTalk {
    /// What a right opens, told to its client, with their name and number. Nil where it opens nothing; that is told.
    func begin(with right: BookingRight) -> AppointmentType? {
        if let trouble = right.trouble(at: tools.now()) {
            talk.say(trouble.phrase)
            return nil
        }
        guard let type = tools.content.services.appointment(right.grant.appointmentType) else {
            talk.say(.rightWithdrawn)
            return nil
        }
        talk.say(.rightFound, ["what": words.appointments[type.id]?.name ?? type.id])
        // Never asked twice: the worker who gave the right wrote these down.
        details.name = right.grant.clientName
        details.phone = right.grant.clientPhone
        details.answered.formUnion([.name, .phone])
        return type
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
