public import Foundation

/// Why nothing is done to a client's record, or shown of it.
public enum ClientRefusal: Error, Equatable, Sendable {
    /// No client has this id.
    case unknown
    /// What told who the client was is removed.
    case erased
    /// Nothing would be another one.
    case unchanged
    /// Somebody else corrected the client meanwhile.
    case raced(by: String, at: Date)
    /// The caller did not show who they are; so many tries are left.
    case notIdentified(triesLeft: Int)
    /// The two are one record already.
    case joined
    /// The meeting has that person, or has no such person.
    case noSuchParty
}
