public import Foundation
public import SocialServices

/// What a professional gives one client after a meeting: leave to book follow-up times (*varausoikeus*).
public struct RightGrant: Sendable, Hashable {
    /// For how many times one right can be good.
    public static let allowedUses = 1...50

    /// With whom the client may book.
    public enum Grantee: Sendable, Hashable {
        /// This worker or, where there are several, all of them together (a work pair); by id, never empty.
        case workers([String])
        /// Any worker of the team.
        case team(String)

        /// Empty for a team.
        public var workers: [String] {
            if case .workers(let workers) = self { workers } else { [] }
        }

        public var team: String? {
            if case .team(let team) = self { team } else { nil }
        }
    }

    /// By id.
    public let appointmentType: String
    public let grantee: Grantee
    public let clientName: String
    public let clientPhone: PhoneNumber
    /// How many times can be booked, within `allowedUses`.
    public let uses: Int
    /// Nothing can be booked with it from this moment on; what was booked stays.
    public let expires: Date
    /// Who granted it, by id.
    public let grantedBy: String

    public init(
        appointmentType: String, grantee: Grantee, clientName: String, clientPhone: PhoneNumber, uses: Int,
        expires: Date, grantedBy: String
    ) {
        self.appointmentType = appointmentType
        self.grantee = grantee
        self.clientName = clientName
        self.clientPhone = clientPhone
        self.uses = uses
        self.expires = expires
        self.grantedBy = grantedBy
    }
}

/// A granted booking right as it is now.
public struct BookingRight: Sendable, Hashable {
    public let code: RightCode
    public let grant: RightGrant
    public let grantedAt: Date
    /// How many times stand booked with it. A cancelled time gives its use back, a moved one takes none.
    public let used: Int
    public let withdrawnAt: Date?
    /// `true` if one whom it names has left or, of a team, if no member is left.
    public let lacksWorker: Bool

    public init(
        code: RightCode, grant: RightGrant, grantedAt: Date, used: Int, withdrawnAt: Date?, lacksWorker: Bool
    ) {
        self.code = code
        self.grant = grant
        self.grantedAt = grantedAt
        self.used = used
        self.withdrawnAt = withdrawnAt
        self.lacksWorker = lacksWorker
    }

    /// What is against using it now; nil where nothing is. A right fails closed: in doubt nothing is offered.
    ///
    /// - Parameter isMove: true where a time that it opened is only moved, which takes no further use.
    public func trouble(at now: Date, isMove: Bool = false) -> RightRefusal? {
        if withdrawnAt != nil { return .withdrawn }
        if lacksWorker { return .workerLeft }
        if now >= grant.expires { return .expired }
        if !isMove, used >= grant.uses { return .usedUp }
        return nil
    }
}

/// Why a booking right opens nothing.
public enum RightRefusal: String, Error, Sendable {
    /// No right has this code and phone number.
    case unknown
    case withdrawn
    case expired
    case usedUp = "used-up"
    /// Whom it names is no longer there.
    case workerLeft = "worker-left"
}

/// On whose leave times are looked for and booked.
public enum BookingAuthority: Sendable, Hashable {
    /// Anybody's: the times that are open to all.
    case open
    /// A client's, by a booking right: its appointment type with those whom it names, also times that only a right opens.
    case right(RightCode)
    /// That of the one who has this booking and moves it: what its right allows, or else what is open to all.
    case moving(BookingReference)
    /// The county's own staff's: also times that only a right opens. With these workers together, by id, where any
    /// are named.
    case staff(workers: [String])
}

extension Client {
    /// `true` if a right was granted to this client.
    public func isSame(as grant: RightGrant) -> Bool { isSame(grant.clientPhone, grant.clientName) }
}
