import BookingCore
public import ContentLibrary
public import SocialServices

extension Words {
    /// The office of a municipality by name; one that was made up says so.
    public func place(_ municipality: Municipality, in county: County) -> String {
        guard let office = county.offices.first(where: { $0.municipality == municipality }) else {
            return name(.municipality, municipality.rawValue)
        }
        let name = name(.office, office.id)
        return office.isExample ? self(.example, ["place": name]) : name
    }

    /// How and where the client is met, in one sentence.
    func meeting(of booking: Booking, in county: County) -> String {
        switch booking.method {
        case .phone: self(.confirmedPhone, ["phone": booking.client.phone.grouped])
        case .remote: self(.confirmedRemote)
        case .office: self(.confirmedOffice, ["place": place(booking.slot.municipality, in: county)])
        }
    }
}
