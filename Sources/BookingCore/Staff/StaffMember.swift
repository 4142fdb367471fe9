import CivilTime
public import Foundation

/// An account (*käyttäjätunnus*) of a person who works for the county.
public struct StaffMember: Sendable, Hashable {
    /// In characters.
    public static let longestName = 100
    /// How long an id may be, in characters.
    public static let idLength = 1...64

    /// 1–64 letters a–z, digits, `-` and `.`; unique for ever, as the access log asks for (act 703/2023 10 §). A
    /// professional's account and timetable have one id.
    public let id: String
    public let name: String
    /// The main one of their roles.
    public let role: StaffRole
    /// The others.
    public var otherRoles: [StaffRole] = []
    /// Who gave the account a password that its owner must change; nil if nobody did.
    public var reset: PasswordReset?
    /// True after too many wrong passwords, or when a main user locked it.
    public let isLocked: Bool
    /// `false` until a first password is set: no one can sign in to it then.
    public let hasPassword: Bool

    public init(id: String, name: String, role: StaffRole, isLocked: Bool = false, hasPassword: Bool = false) {
        self.id = id
        self.name = name
        self.role = role
        self.isLocked = isLocked
        self.hasPassword = hasPassword
    }

    /// All of their roles, the main one first.
    public var roles: [StaffRole] { [role] + otherRoles }

    /// True of what may be an id.
    public static func isID(_ text: String) -> Bool {
        idLength.contains(text.utf8.count)
            && text.utf8.allSatisfy {
                ASCII.isSmallLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x2E
            }
    }
}

/// What a user works as, and so what they may do.
public enum StaffRole: String, CaseIterable, Sendable {
    /// Books for callers.
    case phoneService = "phone-service"
    /// Meets clients, and reads what they wrote.
    case professional
    /// Sees workload and reports, and hands over what those who are away cannot.
    case supervisor
    /// *Pääkäyttäjä*: accounts, log, retention. Reads no client's text.
    case mainUser = "main-user"
}

/// A password that another gave an account: for once, and with a reason that its owner reads.
public struct PasswordReset: Sendable, Hashable {
    /// The longest reason, in characters.
    public static let longestReason = 200

    /// Who gave it, by name.
    public let by: String
    public let at: Date
    public let reason: String

    public init(by: String, at: Date, reason: String) {
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// What the county decides about its staff.
public struct StaffPolicy: Sendable, Hashable {
    /// Wrong passwords one after another until an account is locked.
    public static let mostWrongPasswords = 10

    /// Whose data it is: the service provider's official name, for each line of the access log (act 703/2023 10 §).
    public let provider: String
    /// `true` if professionals may read descriptions of their team's bookings, saying why.
    public let teamReadsDescriptions: Bool
    /// How long messages of what staff do wait.
    public let pauses: MessagePauses

    public init(provider: String, teamReadsDescriptions: Bool = false, pauses: MessagePauses = .none) {
        self.pauses = pauses
        self.provider = provider
        self.teamReadsDescriptions = teamReadsDescriptions
    }
}
