import BookingCore
import Foundation
import SocialServices

extension SlotChoice {
    /// What booking or holding it locks, beside a client.
    func lockScope(with client: Client? = nil) -> LockScope {
        LockScope(of: start, isOfSeveralSlots: minutes != nil, with: client)
    }
}

extension Hold {
    /// The same of what is held.
    func lockScope(with client: Client? = nil) -> LockScope {
        LockScope(of: start, isOfSeveralSlots: isOfSeveralSlots, with: client)
    }
}

extension LockScope {
    /// When the slots begin that a long meeting takes is not known before, and few meetings are so long: they wait for all
    /// others.
    fileprivate init(of start: Date, isOfSeveralSlots: Bool, with client: Client?) {
        self = isOfSeveralSlots ? .store : .only([.time(start)] + (client.map { [.client($0)] } ?? []))
    }
}

extension LockScope.Resource {
    /// All seats of the times that begin then.
    static func time(_ start: Date) -> Self { Self(kind: 1, key: Int32(truncatingIfNeeded: start.seconds / 60)) }

    /// All bookings that this client makes; of one without a phone number, all that those of the name make.
    static func client(_ client: Client) -> Self {
        if let phone = client.phone {
            return Self(kind: 2, key: Int32(truncatingIfNeeded: Int(phone.international.dropFirst()) ?? 0))
        }
        // The same in every process.
        let key = client.nameKey.utf8.reduce(Int32(17)) { $0 &* 31 &+ Int32($1) }
        return Self(kind: 3, key: key)
    }
}
