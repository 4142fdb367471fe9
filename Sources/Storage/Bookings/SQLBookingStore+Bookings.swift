import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            let held = try heldSlot(hold, request.method, now: now)
            try check(request, slot: held.slot, taken: held.madeAt, now: now)
            return try change(.made(request, slot: held.slot, seat: held.seat), now: now, drawing: draw)
        }
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            let found = try freeSlot(choice, now: now)
            try check(request, slot: found.id, taken: now, now: now)
            return try change(.made(request, slot: found.id, seat: found.seat), now: now, drawing: draw)
        }
    }

    /// Somebody who typed for long may find that the meeting has begun without them.
    func heldSlot(
        _ hold: Hold, _ method: ContactMethod, now: Date
    ) throws(BookingError) -> (slot: Int, seat: Int, madeAt: Date) {
        let held = try connection.first(
            """
            SELECT hold.slot, hold.seat, hold.made_at FROM hold JOIN slot ON slot.id = hold.slot
            WHERE token = ?1 AND start >= ?2 AND 0 <> methods & ?3
            """,
            [.text(hold.token), .integer(now.seconds), .integer(method.bit)]
        ) { (slot: $0.integer(0), seat: $0.integer(1), madeAt: Date(seconds: $0.integer(2))) }
        guard let held else { throw .noLongerFree }
        return held
    }

    /// Everything of a new booking in the transaction that is open; called by `change` alone.
    func make(
        slot: Int, seat: Int, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        let reference = try unused(draw)
        try connection.run(
            """
            INSERT INTO booking (reference, slot, status, method, service, client_name, client_phone, client_email,
                client_language, meeting_language, interpreter, sign_language, accessibility, maker, made_at, seat)
            VALUES (?1, ?2, 'booked', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """,
            [
                .text(reference.characters), .integer(slot), .text(request.method.rawValue),
                SQLValue(request.service), .text(request.client.name),
                .text(request.client.phone.international), SQLValue(request.client.email?.address),
                .text(request.client.language.rawValue), .text(request.needs.meetingLanguage.rawValue),
                SQLValue(request.needs.interpreter), .integer(request.needs.signLanguage ? 1 : 0),
                SQLValue(request.needs.accessibility), .text(request.maker.rawValue), .integer(now.seconds),
                .integer(seat),
            ])
        try keep(request.description, of: reference)
        try connection.run("DELETE FROM hold WHERE slot = ?1 AND seat = ?2", [.integer(slot), .integer(seat)])
        guard let booking = try booking(reference) else { throw .store(.other("the new booking is not there")) }
        return booking
    }

    func booking(_ reference: BookingReference) throws(BookingError) -> Booking? {
        try connection.first(Self.bookings + " WHERE reference = ?1", [.text(reference.characters)]) {
            row throws(BookingError) in try Self.booking(row)
        }
    }

    /// A booking that is known to be there, by its row.
    func booking(id: Int) throws(BookingError) -> Booking {
        let found = try connection.first(Self.bookings + " WHERE booking.id = ?1", [.integer(id)]) {
            row throws(BookingError) in try Self.booking(row)
        }
        guard let found else { throw .notFound }
        return found
    }

    func bookings(of professional: String, from: Date) throws(BookingError) -> [Booking] {
        try connection.rows(
            Self.bookings
                + " WHERE slot.professional = ?1 AND slot.finish >= ?2 AND status <> 'cancelled' ORDER BY slot.start",
            [.text(professional), .integer(from.seconds)]
        ) { row throws(BookingError) in try Self.booking(row) }
    }

    func cancel(
        _ reference: BookingReference, as cancellation: Cancellation, now: Date
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            let found = try changeable(reference, now: now)
            try cancellation.rules.checkChange(ofTimeAt: found.booking.slot.start, now: now)
            return try change(.cancelled(found.id, as: cancellation), now: now, drawing: { reference })
        }
    }

    /// An active booking whose meeting has not begun.
    func changeable(_ reference: BookingReference, now: Date) throws(BookingError) -> (id: Int, booking: Booking) {
        guard let found = try booking(reference), let id = try id(of: reference) else { throw .notFound }
        guard found.status != .cancelled else { throw .alreadyCancelled }
        guard found.slot.start > now else { throw .alreadyPast }
        return (id, found)
    }

    /// Cancels a booking; with its parts, also those of the other professionals who have it together.
    func end(_ id: Int, withParts: Bool, as cancellation: Cancellation, now: Date) throws(BookingError) {
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

    func id(of reference: BookingReference) throws(BookingError) -> Int? {
        try connection.first("SELECT id FROM booking WHERE reference = ?1", [.text(reference.characters)]) {
            $0.integer(0)
        }
    }

    static let bookings = """
        SELECT slot.professional, slot.start, slot.finish, slot.appointment_type, slot.task, slot.methods,
            slot.municipality, professional.name, reference, status, method, service, client_name, client_phone,
            client_email, client_language, meeting_language, interpreter, sign_language, accessibility, made_at,
            cancelled_by, cancel_reason
        FROM booking JOIN slot ON slot.id = booking.slot JOIN professional ON professional.id = slot.professional
        """

    private static func cancellation(_ row: any SQLRow) throws(BookingError) -> Cancellation? {
        guard row.optionalText(21) != nil else { return nil }
        return Cancellation(by: try row.value(21, Cancellation.Canceller.self), reason: row.optionalText(22))
    }

    static func booking(_ row: any SQLRow) throws(BookingError) -> Booking {
        guard let reference = BookingReference(typed: row.text(8)),
            let phone = try? PhoneNumber(typed: row.text(13))
        else { throw .store(.other("a booking holds no reference or phone number")) }
        return Booking(
            reference: reference, slot: try row.slot(from: 0), professionalName: row.text(7),
            status: try row.value(9, Booking.Status.self), method: try row.value(10, ContactMethod.self),
            service: row.optionalText(11),
            client: Client(
                name: row.text(12), phone: phone,
                email: row.optionalText(14).flatMap { EmailAddress(typed: $0) },
                language: try row.value(15, Language.self)),
            needs: SpecialNeeds(
                meetingLanguage: try row.value(16, Language.self), interpreter: row.optionalText(17),
                signLanguage: row.integer(18) == 1, accessibility: row.optionalText(19)),
            madeAt: Date(seconds: row.integer(20)),
            cancellation: try cancellation(row))
    }
}
