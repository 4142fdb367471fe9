package import Foundation
package import SocialServices

/// What a transaction keeps for itself until it ends. An engine with one writer at a time keeps everything.
package enum LockScope {
    /// Nobody else writes anything.
    case store
    /// Others write other things meanwhile; whoever claims the store, or one of these, waits.
    case only([Thing])

    package enum Thing {
        /// All seats of the times that begin then.
        case time(Date)
        /// All bookings that this client makes.
        case client(PhoneNumber)
    }
}

extension LockScope.Thing {
    /// Two numbers that stand for it. Where two things have the same, one waits for the other in vain.
    var numbers: (kind: Int32, key: Int32) {
        switch self {
        case .time(let start): (1, Int32(truncatingIfNeeded: start.seconds / 60))
        case .client(let phone): (2, Int32(truncatingIfNeeded: Int(phone.international.dropFirst()) ?? 0))
        }
    }
}
