public import Foundation

/// One line of the access log (*käyttöloki*): who used or tried to use what, when and why (act 703/2023 10 §).
public struct AccessEntry: Sendable, Hashable {
    /// For how many days a line is kept: twelve years (act 703/2023).
    public static let daysKept = 4383

    public let at: Date
    /// The user's unique id.
    public let userID: String
    public let userName: String
    /// In the user's words, or the usual one of what they did.
    public let purpose: String
    /// What was used, for example `description`, or an operation's raw value.
    public let data: String
    /// The service provider whose data it is.
    public let provider: String
    /// The booking it is about; nil where it is about none.
    public let booking: BookingReference?
    /// True of a try that was refused.
    public let isRefused: Bool
    /// What was opened, of a look; nil of another line.
    public let scope: String?

    public init(
        at: Date, userID: String, userName: String, purpose: String, data: String, provider: String,
        booking: BookingReference?, isRefused: Bool, scope: String? = nil
    ) {
        self.scope = scope
        self.at = at
        self.userID = userID
        self.userName = userName
        self.purpose = purpose
        self.data = data
        self.provider = provider
        self.booking = booking
        self.isRefused = isRefused
    }
}

/// What of a client's is used, as the access log names it. A refused try has an operation's raw value instead.
public enum AccessKind: String, CaseIterable, Sendable {
    /// Who comes, when and how; never what they wrote.
    case booking
    /// Who a client is, how they are reached, and when their meetings are and were.
    case client
    /// What must be arranged for the meeting.
    case arrangements
    case description
    /// The record of the advice.
    case advice
    /// The booking rights that were granted.
    case rights
    /// Everything that is kept with a booking, for the client.
    case all
    /// The lines of the access log about the client, or those of a user.
    case accessLog = "access-log"
    /// The client said aloud that they agree to what is kept.
    case consent
    /// What tells who the client is was removed.
    case erasure
    /// What was written was removed when its time was over.
    case purge
}

/// Why something of a client's is used: the fixed list that the access log and the client's extract go by. What a user
/// types instead stands as it was typed.
public enum AccessPurpose: String, CaseIterable, Sendable {
    case preparation
    case call
    case meeting
    case arrangements
    case handover
    case statistics
    case clientRequest = "client-request"
    case supervision

    /// What it is used for where the user states nothing else.
    static func usual(of data: AccessKind, for role: StaffRole) -> AccessPurpose {
        switch (data, role) {
        case (.arrangements, _): .arrangements
        case (.all, _), (.erasure, _): .clientRequest
        case (.accessLog, _), (.purge, _): .supervision
        case (_, .phoneService): .call
        case (_, .professional): .preparation
        case (_, .supervisor): .handover
        case (_, .mainUser): .clientRequest
        }
    }
}

/// A look at what is kept of clients.
public struct AccessLook: Sendable, Hashable {
    /// Another look at the same within so long adds no line, in seconds.
    public static let sameWithin = 3600

    public let entry: AccessEntry
    /// What was opened; no client's word is in it.
    public let scope: String
    /// How a caller was recognised.
    public let identity: String?
    /// Whose data it was, by id.
    public let clients: [Int]
    /// The bookings whose clients' data it was.
    public let bookings: [BookingReference]

    public init(
        entry: AccessEntry, scope: String, identity: String? = nil, clients: [Int] = [],
        bookings: [BookingReference] = []
    ) {
        self.entry = entry
        self.scope = scope
        self.identity = identity
        self.clients = clients
        self.bookings = bookings
    }
}
