import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func book(
        _ hold: Hold, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            // Somebody who typed for long may find that the meeting has begun without them.
            let held = try connection.first(
                """
                SELECT hold.slot, hold.seat, hold.made_at FROM hold JOIN slot ON slot.id = hold.slot
                WHERE token = ?1 AND start >= ?2 AND 0 <> methods & ?3
                """,
                [.text(hold.token), .integer(now.seconds), .integer(request.method.bit)]
            ) { (slot: $0.integer(0), seat: $0.integer(1), madeAt: Date(seconds: $0.integer(2))) }
            guard let held else { throw .noLongerFree }
            try check(request, slot: held.slot, taken: held.madeAt, now: now)
            return try book(slot: held.slot, seat: held.seat, request, now: now, drawing: draw)
        }
    }

    func book(
        _ choice: SlotChoice, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            let found = try freeSlot(choice, now: now)
            try check(request, slot: found.id, taken: now, now: now)
            return try book(slot: found.id, seat: found.seat, request, now: now, drawing: draw)
        }
    }

    /// Everything of a booking in the transaction that is open.
    private func book(
        slot: Int, seat: Int, _ request: BookingRequest, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        var reference = draw()
        while try booking(reference) != nil { reference = draw() }
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

    func bookings(of professional: String, from: Date) throws(BookingError) -> [Booking] {
        try connection.rows(
            Self.bookings
                + " WHERE slot.professional = ?1 AND slot.finish >= ?2 AND status <> 'cancelled' ORDER BY slot.start",
            [.text(professional), .integer(from.seconds)]
        ) { row throws(BookingError) in try Self.booking(row) }
    }

    func cancel(
        _ reference: BookingReference, rules: AppointmentRules, now: Date
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            guard let found = try booking(reference) else { throw .notFound }
            guard found.status != .cancelled else { throw .alreadyCancelled }
            guard found.slot.start > now else { throw .alreadyPast }
            try rules.checkChange(ofTimeAt: found.slot.start, now: now)
            try connection.run(
                "UPDATE booking SET status = 'cancelled', cancelled_at = ?1 WHERE reference = ?2",
                [.integer(now.seconds), .text(reference.characters)])
            guard let cancelled = try booking(reference) else { throw .notFound }
            return cancelled
        }
    }

    private static let bookings = """
        SELECT slot.professional, slot.start, slot.finish, slot.appointment_type, slot.task, slot.methods,
            slot.municipality, professional.name, reference, status, method, service, client_name, client_phone,
            client_email, client_language, meeting_language, interpreter, sign_language, accessibility, made_at
        FROM booking JOIN slot ON slot.id = booking.slot JOIN professional ON professional.id = slot.professional
        """

    private static func booking(_ row: any SQLRow) throws(BookingError) -> Booking {
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
            madeAt: Date(seconds: row.integer(20)))
    }
}
