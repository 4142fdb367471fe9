import CivilTime

/// A municipality by its national code: three digits kept as a string, for example `090` for Heinävesi.
public struct Municipality: RawRepresentable, Sendable, Hashable, Comparable {
    public let rawValue: String

    /// - Parameter rawValue: exactly three digits; anything else gives nil.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 3, rawValue.utf8.allSatisfy(ASCII.isDigit) else {
            return nil
        }
        self.rawValue = rawValue
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An office (*palvelupiste*, national field 81) where clients are met.
public struct ServicePoint: Sendable, Hashable {
    public let id: String
    public let municipality: Municipality
    /// `true` for a place made up for the demonstration; every screen then says so.
    public let isExample: Bool
    /// The street and the town; nil if it was not given.
    public let address: String?
    /// Whether clients get in and to the room by wheelchair; nil if it is not known.
    public let isAccessible: Bool?

    public init(
        id: String, municipality: Municipality, isExample: Bool, address: String? = nil, isAccessible: Bool? = nil
    ) {
        self.id = id
        self.municipality = municipality
        self.isExample = isExample
        self.address = address
        self.isAccessible = isAccessible
    }
}
