/// An office (*palvelupiste*, national field 81) where clients are met.
public struct ServicePoint: Sendable, Hashable {
    public let id: String
    public let municipality: Municipality
    /// True for a place made up for the demonstration; every screen then says so.
    public let isExample: Bool

    public init(id: String, municipality: Municipality, isExample: Bool) {
        self.id = id
        self.municipality = municipality
        self.isExample = isExample
    }
}
