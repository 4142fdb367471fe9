import BookingCore
import ContentLibrary
public import SocialServices

/// Where a kiosk stands.
public struct KioskPlace: Sendable, Equatable {
    public let municipality: Municipality
    /// The office in whose house it stands, by id; nil if it stands in none.
    public let office: String?

    public init(municipality: Municipality, office: String? = nil) {
        self.municipality = municipality
        self.office = office
    }

    /// Whether clients are met in this house who come to a place.
    func isHouse(of place: Place, in county: County) -> Bool {
        office != nil && county.office(at: place)?.id == office
    }
}
