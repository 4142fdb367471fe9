import BookingCore
import Foundation
import SocialServices

extension SlotChoice {
    /// What booking or holding it locks, beside a client. When the slots begin that a long meeting takes is not known
    /// before, and few meetings are so long: they wait for all others.
    func lockScope(with client: Client? = nil) -> LockScope {
        minutes == nil ? .only([.time(start)] + (client.map { [.client($0.phone)] } ?? [])) : .store
    }
}

extension Hold {
    /// The same of what is held.
    func lockScope(with client: Client? = nil) -> LockScope {
        isOfSeveralSlots ? .store : .only([.time(start)] + (client.map { [.client($0.phone)] } ?? []))
    }
}

extension LockScope.Resource {
    /// All seats of the times that begin then.
    static func time(_ start: Date) -> Self { Self(kind: 1, key: Int32(truncatingIfNeeded: start.seconds / 60)) }

    /// All bookings that this client makes.
    static func client(_ phone: PhoneNumber) -> Self {
        Self(kind: 2, key: Int32(truncatingIfNeeded: Int(phone.international.dropFirst()) ?? 0))
    }
}
