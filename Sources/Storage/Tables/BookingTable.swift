import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        let claim = LockScope.only([.time(hold.start), .client(request.client.phone)])
        return try connection.transaction(claiming: claim) {
            if let made = try booking(madeWith: hold, by: request.client) { return made }
            let (found, taken) = try heldSeats(hold, request.method, now: now)
            return try book(found, request, taken: taken, now: now, drawing: draw)
        }
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        let claim = LockScope.only([.time(choice.start), .client(request.client.phone)])
        return try connection.transaction(claiming: claim) {
            try book(try freeSeats(choice, now: now), request, taken: now, now: now, drawing: draw)
        }
    }

    /// Promises the seats that were found, in the transaction that is open.
    ///
    /// - Parameters:
    ///   - taken: when they were held or, where they were not, are booked.
    ///   - series: equal in all bookings of one series.
    func book(
        _ found: SeatAllocation, _ request: BookingRequest, taken: Date, series: String? = nil, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try check(request, found, taken: taken, now: now)
        return try change(.made(request, found, series: series), now: now, drawing: draw)
    }

    /// What a client booked with a hold: whoever asks again, because the answer was lost on the way, gets the same
    /// booking.
    func booking(madeWith hold: Hold, by client: Client) throws -> Booking? {
        let made = try connection.first(
            connection.sql(of: .madeWith), [.text(hold.token), .text(client.phone.international), .text(client.name)]
        ) { $0.optionalText(0).flatMap { BookingReference(typed: $0) } }
        guard let reference = made.flatMap(\.self) else { return nil }
        try connection.know(client.phone.international, [reference.characters])
        return try booking(reference)
    }

    /// What somebody moved to a hold, who knows the booking.
    func booking(madeWith hold: Hold) throws -> Booking? {
        try connection.first(Self.bookings + " WHERE made_with = ?1", [.text(hold.token)], Self.booking)
    }

    /// What a hold keeps. Somebody who typed for long may find that the meeting has begun without them.
    func heldSeats(
        _ hold: Hold, _ method: ContactMethod, now: Date
    ) throws -> (found: SeatAllocation, createdAt: Date) {
        let held = try connection.rows(
            """
            SELECT hold.slot, hold.seat, hold.made_at, hold.booking_right, appointment_type
            FROM hold JOIN slot ON slot.id = hold.slot
            WHERE token = ?1 AND start >= ?2 AND 0 <> methods & ?3 ORDER BY position
            """,
            [.text(hold.token), .integer(now.seconds), .integer(method.bit)]
        ) {
            (
                seat: Seat(slot: $0.integer(0), number: $0.integer(1)), createdAt: Date(seconds: $0.integer(2)),
                right: $0.optionalInteger(3), type: $0.text(4)
            )
        }
        guard let first = held.first else { throw BookingRefusal.noLongerFree }
        let kept = try connection.first("SELECT count(*) FROM hold WHERE token = ?1", [.text(hold.token)]) {
            $0.integer(0)
        }
        guard kept == held.count else { throw BookingRefusal.noLongerFree }
        let found = SeatAllocation(
            seats: held.map(\.seat), start: hold.start, minutes: hold.minutes, appointmentType: first.type,
            right: first.right, token: hold.token)
        return (found, first.createdAt)
    }

    /// Everything of a new booking in the transaction that is open; called by `change` alone.
    func make(
        _ found: SeatAllocation, _ request: BookingRequest, series: String?, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> (id: Int, booking: Booking) {
        var first: Int?
        for seat in found.seats {
            let id = try insert(
                """
                INSERT INTO booking (reference, slot, seat, status, method, service, client_name, client_phone,
                    client_email, client_language, meeting_language, interpreter, sign_language, accessibility, maker,
                    made_at, booking_right, series, made_with, part_of)
                SELECT ?1, ?2, ?3, 'booked', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19
                """,
                [
                    .integer(seat.slot), .integer(seat.number),
                    .text(request.method.rawValue), SQLValue(request.service), .text(request.client.name),
                    .text(request.client.phone.international), SQLValue(request.client.email?.address),
                    .text(request.client.language.rawValue), .text(request.needs.meetingLanguage.rawValue),
                    SQLValue(request.needs.interpreter), .integer(request.needs.signLanguage ? 1 : 0),
                    SQLValue(request.needs.accessibility), .text(request.maker.rawValue), .integer(now.seconds),
                    SQLValue(found.right), SQLValue(series), SQLValue(first == nil ? found.token : nil),
                    SQLValue(first),
                ], of: request.client, drawing: draw)
            if found.isHeld { try releaseHold(of: seat) }
            first = first ?? id
        }
        // Seats are never empty.
        guard let first else { throw BookingRefusal.noLongerFree }
        try keep(request.description, of: first)
        return (first, try booking(id: first))
    }

    /// Inserts a booking under a reference that no other has.
    ///
    /// - Parameters:
    ///   - sql: an insert of what a `SELECT` without a condition gives; the reference is its `?1`.
    ///   - values: those from `?2` on.
    /// - Returns: the row id.
    private func insert(
        _ sql: String, _ values: [SQLValue], of client: Client, drawing draw: () -> BookingReference
    ) throws -> Int {
        while true {
            let reference = draw().characters
            try connection.know(client.phone.international, [reference])
            let id = try connection.first(
                "\(sql) WHERE 0 = (\(connection.sql(of: .referenceUses))) RETURNING id", [.text(reference)] + values
            ) { $0.integer(0) }
            if let id { return id }
        }
    }

    /// Whoever held the seat has it now or comes too late, also for the other time of a work pair.
    func releaseHold(of seat: Seat) throws {
        try connection.run(
            "DELETE FROM hold WHERE token = (SELECT token FROM hold WHERE slot = ?1 AND seat = ?2)",
            [.integer(seat.slot), .integer(seat.number)])
    }

    func booking(_ reference: BookingReference) throws -> Booking? {
        try connection.first(Self.bookings + " WHERE reference = ?1", [.text(reference.characters)]) {
            row throws in try Self.booking(row)
        }
    }

    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking? {
        try connection.know(phone.international, [reference.characters])
        guard let found = try booking(reference), found.client.phone == phone else { return nil }
        return found
    }

    /// A booking that is known to be there, by its row.
    func booking(id: Int) throws -> Booking {
        let found = try connection.first(Self.bookings + " WHERE booking.id = ?1", [.integer(id)]) {
            row throws in try Self.booking(row)
        }
        guard let found else { throw BookingRefusal.notFound }
        return found
    }

    func cancel(
        _ reference: BookingReference, as cancellation: Cancellation, now: Date
    ) throws -> Booking {
        try connection.transaction {
            let found = try changeable(reference, now: now)
            let slot = found.booking.slot
            try cancellation.rules.rules(of: slot.appointmentType).checkChange(ofTimeAt: slot.start, now: now)
            return try change(.cancelled(found.id, as: cancellation), now: now, drawing: { reference })
        }
    }

    /// An active booking whose meeting has not begun; of a work pair's, whichever of the two is named, the client's.
    func changeable(_ reference: BookingReference, now: Date) throws -> (id: Int, booking: Booking) {
        let id = try client(of: reference)
        let found = try booking(id: id)
        guard found.status != .cancelled else { throw BookingRefusal.alreadyCancelled }
        guard found.slot.start > now else { throw BookingRefusal.alreadyPast }
        return (id, found)
    }

    /// Cancels a booking; with its parts, also those of the other professionals who have it together.
    func end(_ id: Int, withParts: Bool, as cancellation: Cancellation, now: Date) throws {
        try connection.run(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = ?1, cancelled_by = ?2, cancel_reason = ?3
            WHERE (id = ?4 OR (?5 = 1 AND part_of = ?4)) AND status <> 'cancelled'
            """,
            [
                .integer(now.seconds), .text(cancellation.by.rawValue), SQLValue(cancellation.reason), .integer(id),
                .integer(withParts ? 1 : 0),
            ])
    }

    func id(of reference: BookingReference) throws -> Int? {
        try connection.first("SELECT id FROM booking WHERE reference = ?1", [.text(reference.characters)]) {
            $0.integer(0)
        }
    }

    static let bookings = """
        SELECT reference, status, method, service, client_name, client_phone, client_email, client_language,
            meeting_language, interpreter, sign_language, accessibility, made_at, cancelled_by, cancel_reason,
            professional.name, attendance, guard_reason, coalesce(contacted_at, made_at), \(slotColumns)
        FROM booking JOIN slot ON slot.id = booking.slot JOIN professional ON professional.id = slot.professional
        """

    static func booking(_ row: any SQLRow) throws -> Booking {
        guard let reference = BookingReference(typed: row.text(0)),
            let phone = try? PhoneNumber(typed: row.text(5))
        else { throw StoreFailure.other("a booking holds no reference or phone number") }
        let isCancelled = row.optionalText(13) != nil
        return Booking(
            reference: reference, slot: try row.slot(from: 19), professionalName: row.text(15),
            status: try row.value(1, Booking.Status.self), method: try row.value(2, ContactMethod.self),
            service: row.optionalText(3),
            client: Client(
                name: row.text(4), phone: phone, email: row.optionalText(6).flatMap { EmailAddress(typed: $0) },
                language: try row.value(7, Language.self)),
            needs: SpecialNeeds(
                meetingLanguage: try row.value(8, Language.self), interpreter: row.optionalText(9),
                signLanguage: row.integer(10) == 1, accessibility: row.optionalText(11)),
            createdAt: Date(seconds: row.integer(12)),
            cancellation: isCancelled
                ? Cancellation(by: try row.value(13, Cancellation.Canceller.self), reason: row.optionalText(14))
                : nil,
            attendance: row.optionalText(16) == nil ? nil : try row.value(16, Attendance.self),
            guardReason: row.optionalText(17),
            contactedAt: Date(seconds: row.integer(18)))
    }
}
