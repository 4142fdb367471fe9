import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by reading: Reading
    ) throws(BookingError) -> ClientData {
        try connection.transaction { () throws(BookingError) in
            let named = try client(of: reference)
            var records: [ClientRecord] = []
            let all = try bookings(ofClientOf: named)
            for id in all {
                let booking = try booking(id: id)
                guard try !professionals.isDisjoint(with: self.professionals(of: booking.reference)) else { continue }
                try keep(.all, of: booking.reference, by: reading, about: id)
                let isKept =
                    try connection.first(
                        "SELECT 1 FROM description WHERE booking = ?1", [.integer(id)]
                    ) { $0.integer(0) } != nil
                records.append(
                    ClientRecord(
                        booking: booking, description: isKept ? try description(id) : nil, advice: try advice(id),
                        messages: try messages(of: id)))
            }
            let client = try booking(id: named).client
            let rights = try rights(of: client.phone, now: reading.at).filter { client.isSame(as: $0.grant) }
            return ClientData(records: records, rights: rights, others: all.count - records.count)
        }
    }

    /// All bookings of the client of one, by row id, in order of time. A number may be a family's: who has another name
    /// is somebody else.
    func bookings(ofClientOf booking: Int) throws(BookingError) -> [Int] {
        let client = try self.booking(id: booking).client
        // Of a client who was erased only the booking itself says whose it is.
        if client.phone == Client.erased.phone { return [booking] }
        return try bookings(ofNumberOf: booking).filter { $0.client.isSame(as: client) }.map(\.id)
    }

    /// All bookings of the phone number of one, whoever's they are.
    func bookings(ofNumberOf booking: Int) throws(BookingError) -> [(id: Int, client: Client)] {
        let ids = try connection.rows(
            """
            SELECT other.id FROM booking JOIN booking other ON other.id = booking.id
                OR (other.client_phone = booking.client_phone AND booking.client_phone <> ?2)
            JOIN slot ON slot.id = other.slot
            WHERE booking.id = ?1 AND other.part_of IS NULL ORDER BY slot.start, other.id
            """, [.integer(booking), .text(Client.erased.phone.international)]
        ) { $0.integer(0) }
        var bookings: [(id: Int, client: Client)] = []
        for id in ids { bookings.append((id, try self.booking(id: id).client)) }
        return bookings
    }

    /// Row ids as they stand in SQL.
    static func list(_ ids: [Int]) -> String { ids.map(String.init).joined(separator: ", ") }
}
