import Foundation
import SocialServices

extension LockScope.Resource {
    /// All seats of the times that begin then.
    static func time(_ start: Date) -> Self { Self(kind: 1, key: Int32(truncatingIfNeeded: start.seconds / 60)) }

    /// All bookings that this client makes.
    static func client(_ phone: PhoneNumber) -> Self {
        Self(kind: 2, key: Int32(truncatingIfNeeded: Int(phone.international.dropFirst()) ?? 0))
    }
}
