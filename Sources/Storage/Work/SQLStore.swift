import BookingCore
import CivilTime
import Foundation
import SocialServices

/// The booking store in SQL. Each room of `BookingStore` has a file of its own beside this one.
final class SQLBookingStore: BookingStore {
    let connection: any SQLConnection
    /// When clients are reminded of the bookings that are made or moved here.
    let reminders: [TimeSpan]

    init(_ connection: any SQLConnection, reminders: [TimeSpan] = Reminders.usual) {
        self.connection = connection
        self.reminders = reminders
    }

    func isDemonstration() throws -> Bool {
        try connection.first("SELECT is_demonstration FROM store") { $0.integer(0) } == 1
    }

    /// What `SQLRow.slot(from:)` reads, ten columns.
    static let slotColumns = """
        slot.professional, slot.start, slot.finish, slot.appointment_type, slot.task, slot.methods, slot.municipality,
        slot.seats, slot.by_right, slot.purpose
        """

    /// True of a slot that is open to all and free; `?1` is the present moment. Its first conditions are those of
    /// the indexes of free slots, word for word: the database takes them by that.
    static let isFree = "by_right = 0 AND \(isUntaken())"

    /// True of a slot that is for clients, has a seat that nobody has booked or holds, and falls into no absence;
    /// `?1` is the present moment.
    ///
    /// - Parameter slot: what the query calls the slot.
    static func isUntaken(_ slot: String = "slot") -> String {
        """
        \(slot).booked < \(slot).seats AND \(slot).purpose IS NULL
        AND \(slot).booked + (SELECT count(*) FROM hold WHERE hold.slot = \(slot).id AND hold.expires > ?1) < \(slot).seats
        AND NOT \(isAbsent(slot))
        """
    }

    /// True of a slot that falls into an absence of its professional.
    static func isAbsent(_ slot: String = "slot") -> String {
        """
        EXISTS (SELECT 1 FROM absence WHERE absence.professional = \(slot).professional
                AND absence.start < \(slot).finish AND absence.finish > \(slot).start)
        """
    }

    /// The lowest seat of a slot that nobody has booked or holds; null where there is none. `?1` is the present
    /// moment.
    var freeSeat: String {
        """
        (WITH RECURSIVE seat (number) AS (
            SELECT 1 UNION ALL SELECT number + 1 FROM seat WHERE number < slot.seats)
        SELECT min(number) FROM seat
        WHERE NOT EXISTS (SELECT 1 FROM \(connection.outline) AS booking WHERE booking.slot = slot.id
                          AND booking.seat = number AND booking.status <> 'cancelled')
            AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id AND hold.seat = number
                            AND hold.expires > ?1))
        """
    }
}

extension Date {
    /// Whole seconds since 1970, as the store keeps moments.
    var seconds: Int { Int(timeIntervalSince1970.rounded(.down)) }

    init(seconds: Int) { self.init(timeIntervalSince1970: Double(seconds)) }
}

extension ContactMethod {
    /// Its part of the sum that the column `methods` holds.
    var bit: Int {
        switch self {
        case .phone: 1
        case .remote: 2
        case .office: 4
        }
    }

    static func sum(_ methods: some Sequence<ContactMethod>) -> Int { methods.reduce(0) { $0 | $1.bit } }

    static func methods(_ sum: Int) -> Set<ContactMethod> { Set(allCases.filter { sum & $0.bit != 0 }) }
}

extension SQLRow {
    /// A value of a closed set. The schema's checks keep others out; one that came in all the same is told.
    func value<Value: RawRepresentable>(
        _ column: Int, _ type: Value.Type
    ) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text(column)) else {
            throw StoreFailure.other("column \(column) holds no \(Value.self)")
        }
        return value
    }

    /// A slot from the columns of `SQLBookingStore.slotColumns`, beginning with `first`.
    func slot(from first: Int) throws -> Slot {
        let purpose = optionalText(first + 9)
        return Slot(
            professional: text(first), start: Date(seconds: integer(first + 1)),
            minutes: (integer(first + 2) - integer(first + 1)) / 60, appointmentType: text(first + 3),
            task: try value(first + 4, ServiceTask.self),
            methods: purpose == nil ? ContactMethod.methods(integer(first + 5)) : [],
            municipality: try value(first + 6, Municipality.self), purpose: purpose, seats: integer(first + 7),
            isByRight: integer(first + 8) == 1)
    }
}

extension SQLBookingStore {
    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by reading: AccessContext
    ) throws -> ClientData {
        try connection.transaction {
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
    func bookings(ofClientOf booking: Int) throws -> [Int] {
        let client = try self.booking(id: booking).client
        // Of a client who was erased only the booking itself says whose it is.
        if client.phone == Client.erased.phone { return [booking] }
        return try bookings(ofNumberOf: booking).filter { $0.client.isSame(as: client) }.map(\.id)
    }

    /// All bookings of the phone number of one, whoever's they are.
    func bookings(ofNumberOf booking: Int) throws -> [(id: Int, client: Client)] {
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
