public import SocialServices

/// Where a worker meets clients.
public struct Place: Sendable, Hashable {
    public let municipality: Municipality
    /// The office by its id in the county's content; nil for the only one of the municipality.
    public let office: String?

    public init(_ municipality: Municipality, office: String? = nil) {
        self.municipality = municipality
        self.office = office
    }
}
