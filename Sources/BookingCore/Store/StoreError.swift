public import Foundation

/// Why the store does not do what staff asked for.
public enum StaffRefusal: Error, Equatable, Sendable {
    /// The professional has another slot at this time.
    case overlapping(start: Date)
    case noSuchProfessional(String)
    /// No account has this id.
    case noSuchStaff(String)
    case staffExists(String)
    /// The role does not do this, or not with what is a colleague's. The try is in the access log.
    case notPermitted(StaffOperation, StaffRole)
    /// The name or the password is wrong, or the account is locked: the same answer for each.
    case signInFailed
    /// The store is in operation: a user must sign in to do this.
    case signInNeeded
    /// No other main user could sign in any more.
    case lastMainUser
    /// The client still has so many coming bookings.
    case stillBooked(Int)
    /// There is no absence in the period to take back.
    case notAbsent
}

/// What is wrong with the place where bookings are kept.
public enum StoreFailure: Error, Equatable, Sendable {
    case missing(path: String)
    case alreadyThere(path: String)
    /// A copy that was begun there is not whole yet.
    case halfCopied(path: String)
    /// Another program keeps it busy longer than we wait.
    case locked
    /// The address is that of a PostgreSQL database, and the program was built without it.
    case withoutPostgreSQL
    /// The database server does not answer.
    case unreachable
    /// The database server answers, but lets no one in with this address now: the login, the password or the database
    /// is wrong, or all its connections are taken.
    case turnedAway
    /// The database lets this user do less than that.
    case notAllowed
    case readOnly
    case full
    /// Written by a newer version of this program.
    case newer(found: Int, known: Int)
    /// Written by an older version, and to be read only when it is brought up to date.
    case older(path: String, found: Int, known: Int)
    /// Rows of it are as they must never be.
    case faulty(path: String, faults: Int)
    /// A copy does not hold what the store holds.
    case unequal(table: String)
    /// The server's clock is so many seconds ahead of this machine's, or behind it where that is negative.
    case clock(seconds: Int)
    /// The file is no store of this program.
    case notAStore
    /// What was to go was removed, but another program keeps old pages in use.
    case tracesLeft
    /// The library's own words, which never hold a client's.
    case other(String)

    /// `true` if nothing at all can be asked or written, now or until it is repaired.
    var isOfWhole: Bool {
        switch self {
        case .unreachable, .turnedAway, .missing, .notAStore, .newer, .older: true
        default: false
        }
    }
}
