public import Foundation

/// What was done; the raw values are written to the log of changes.
public enum Deed: String, CaseIterable, Sendable {
    // To bookings.
    case booked
    case moved
    case cancelled
    case handedOver = "handed-over"
    /// The way to meet, the place or the note of one was changed.
    case changed
    case attendance
    case advice
    case guardAsked = "guard"
    case message
    case partyAdded = "party-added"
    case partyRemoved = "party-removed"
    case undone
    // To clients.
    case corrected
    case joined
    case rightGranted = "right-granted"
    case rightWithdrawn = "right-withdrawn"
    case rightSent = "right-sent"
    case identityFailed = "identity-failed"
    case erased
    // To timetables and workers.
    case opened
    case closed
    case retyped
    case timesMoved = "times-moved"
    case copied
    case template
    case absence
    case absenceTakenBack = "absence-taken-back"
    case left
    case worker
    // To accounts.
    case account
    case role
    case password
    case passwordReset = "password-reset"
    case locked
    case unlocked
    case signedIn = "signed-in"
    case signInRefused = "sign-in-refused"
    // To what is kept.
    case purged
}

/// One line of the log of changes: a deed with its doer, and no values.
public struct Change: Sendable, Hashable {
    public let id: Int
    public let at: Date
    public let doer: Doer
    public let deed: Deed
    public let booking: BookingReference?
    /// The client it is about, by id.
    public let client: Int?
    public let professional: String?
    public let account: String?
    /// The names of what was changed.
    public let fields: [String]
    public let count: Int
    public let reason: String?
    /// The line that it undoes, by id.
    public let undoes: Int?

    public init(
        id: Int, at: Date, doer: Doer, deed: Deed, booking: BookingReference?, client: Int?, professional: String?,
        account: String?, fields: [String], count: Int, reason: String?, undoes: Int?
    ) {
        self.id = id
        self.at = at
        self.doer = doer
        self.deed = deed
        self.booking = booking
        self.client = client
        self.professional = professional
        self.account = account
        self.fields = fields
        self.count = count
        self.reason = reason
        self.undoes = undoes
    }
}

/// A deed to be written to the log of changes, with what it is about by row id.
public struct NewChange: Sendable, Hashable {
    public let deed: Deed
    public let doer: Doer
    public var booking: Int?
    public var client: Int?
    public var professional: String?
    public var account: String?
    public var fields: [String] = []
    public var count = 1
    public var reason: String?
    public var undoes: Int?

    public init(_ deed: Deed, by doer: Doer) {
        self.deed = deed
        self.doer = doer
    }
}

/// Which lines of the log of changes are looked for.
public struct ChangeQuery: Sendable, Hashable {
    public var client: Int?
    public var booking: BookingReference?
    public var doer: String?
    /// Deeds to this professional's timetable and meetings, by id.
    public var professional: String?
    public var from: Date?
    public var until: Date?

    public init(
        client: Int? = nil, booking: BookingReference? = nil, doer: String? = nil, professional: String? = nil,
        from: Date? = nil, until: Date? = nil
    ) {
        self.professional = professional
        self.client = client
        self.booking = booking
        self.doer = doer
        self.from = from
        self.until = until
    }
}

/// Why a deed is not undone.
public enum UndoRefusal: Error, Equatable, Sendable {
    /// The log of changes has no such line.
    case unknown
    /// It was undone already, or something else was done to the booking since.
    case superseded
    /// A deed of this kind cannot be undone; another one does the opposite.
    case notUndoable(Deed)
    /// Somebody has the time meanwhile, or it was closed.
    case noLongerFree
    /// The meeting has begun.
    case alreadyBegun
}
