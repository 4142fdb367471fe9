import BookingCore

/// A client as a command names them: by the number of their record or by the reference of a booking.
enum ClientName: Sendable {
    case id(Int)
    case reference(BookingReference)

    static let parser = ValueParser<ClientName> { text, _ in
        if let id = Int(text), id > 0 { return .id(id) }
        if let reference = BookingReference(typed: text) { return .reference(reference) }
        throw Failure(
            .badData, "a client is named by a number, such as 12, or by the reference of a booking, such as K7PF-3M2R"
        )
    }

    /// The number of the record.
    func id(for clients: StaffClients) throws -> Int {
        switch self {
        case .id(let id): return id
        case .reference(let reference):
            return try Failure.noBooking.ifNotFound { try clients.client(of: reference).id }
        }
    }
}
