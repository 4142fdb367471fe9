/// What the county decides about its staff.
public struct StaffPolicy: Sendable, Hashable {
    /// Wrong passwords one after another until an account is locked.
    public static let mostWrongPasswords = 10

    /// Whose data it is: the service provider's official name, for each line of the access log (act 703/2023 10 §).
    public let provider: String
    /// True where professionals may read descriptions of their team's bookings, saying why.
    public let teamReadsDescriptions: Bool

    public init(provider: String, teamReadsDescriptions: Bool = false) {
        self.provider = provider
        self.teamReadsDescriptions = teamReadsDescriptions
    }
}
