public import Foundation
import SocialServices

/// A client as the county knows them: one record, however many meetings they had.
///
/// What is of one meeting (the way, the needs of that day, the note) is on its booking; a correction here is written to the
/// bookings that are still to come.
public struct KnownClient: Sendable, Hashable {
    /// Unique for ever, as the log of changes names it.
    public let id: Int
    public let client: Client
    /// What the meetings of this client usually need.
    public let needs: SpecialNeeds
    /// Non-disclosure for safety (*turvakielto*, act 661/2009 36 §): no place, address or worker is told to a caller.
    public let isProtected: Bool
    /// One more with each correction: two who correct at once do not undo each other unseen.
    public let version: Int
    /// The client's data was removed; what is left are counts.
    public let isErased: Bool
    public let madeAt: Date

    public init(
        id: Int, client: Client, needs: SpecialNeeds, isProtected: Bool, version: Int, isErased: Bool, madeAt: Date
    ) {
        self.id = id
        self.client = client
        self.needs = needs
        self.isProtected = isProtected
        self.version = version
        self.isErased = isErased
        self.madeAt = madeAt
    }
}

extension Client {
    /// What makes two bookings one client's: the phone number and the name. Nil of a client without a number, of whom each
    /// booking is a client of its own until staff join them: two may have one name and one year of birth.
    public var matchKey: String? { phone.map { "\($0.international) \(nameKey)" } }
}
