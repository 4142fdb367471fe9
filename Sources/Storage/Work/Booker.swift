import BookingCore
import Foundation
import SocialServices

/// What is done to a booking, by its row id.
enum BookingChange {
    /// A seat that was free is promised.
    case made(BookingRequest, SeatAllocation, series: String? = nil)
    /// Nothing takes its place.
    case cancelled(Int, as: Cancellation)
    /// Another time, or another professional at the same time, takes its place; the way to meet stays where none is
    /// given. The client is told of it as a change or a handover.
    case replaced(
        Int, by: Seat, method: ContactMethod? = nil, as: Cancellation, telling: Message.Kind,
        madeWith: String? = nil)
}

extension SQLBookingStore {
    /// The one door for every change of a booking, in the transaction that is open. What must be written with a
    /// change is written here: the client's messages, and the line of the access log of a consent said aloud.
    ///
    /// - Returns: the booking as it is now: the new one, the cancelled one, or the one that took its place.
    func change(
        _ change: BookingChange, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        switch change {
        case .made(let request, let found, let series):
            let (id, booking) = try make(found, request, series: series, now: now, drawing: draw)
            try confirm(booking, id, now: now)
            if case .saidAloud(let user) = request.consent {
                try keep(.consent, of: booking.reference, by: user, about: id)
            }
            return booking
        case .cancelled(let id, let cancellation):
            try end(id, withParts: true, as: cancellation, now: now)
            try tell(.cancellation, of: id, now: now)
            return try booking(id: id)
        case .replaced(let old, let seat, let method, let cancellation, let kind, let token):
            let new = try replace(
                old, by: seat, method: method, as: cancellation, madeWith: token, now: now, drawing: draw)
            try tell(kind, of: new, insteadOf: old, now: now)
            return try booking(id: new)
        }
    }

    private func id(known reference: BookingReference) throws -> Int {
        guard let id = try id(of: reference) else { throw StoreFailure.other("the new booking is not there") }
        return id
    }

    /// A new booking with all that the old one had, and a cancellation of the old. The new one has the reference that
    /// the client knows, the old one gets another; who made it first stays its maker: a move is no new contact.
    ///
    /// - Returns: the new booking's row id.
    private func replace(
        _ old: Int, by seat: Seat, method: ContactMethod?, as cancellation: Cancellation, madeWith token: String?,
        now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Int {
        let before = try booking(id: old)
        let reference = before.reference
        let spare = try unused(draw).characters
        try connection.know(nil, [spare])
        try end(old, withParts: false, as: cancellation, now: now)
        try connection.run(
            "UPDATE booking SET reference = ?2 WHERE id = ?1",
            [.integer(old), .text(spare)])
        try connection.run(
            """
            INSERT INTO booking (reference, slot, status, method, service, client_name, client_phone, client_email,
                client_language, meeting_language, interpreter, sign_language, accessibility, maker, made_at, seat,
                part_of, series, booking_right, guard_reason, contacted_at, made_with, consent)
            SELECT ?2, ?3, 'booked', ?6, service, client_name, client_phone, client_email, client_language,
                meeting_language, interpreter, sign_language, accessibility, maker, ?5, ?4, part_of, series,
                booking_right, guard_reason, coalesce(contacted_at, made_at), ?7, consent
            FROM booking WHERE id = ?1
            """,
            [
                .integer(old), .text(reference.characters), .integer(seat.slot), .integer(seat.number),
                .integer(now.seconds),
                .text((method ?? before.method).rawValue), SQLValue(token),
            ])
        let new = try id(known: reference)
        let (from, to) = (SQLValue.integer(old), SQLValue.integer(new))
        for sql in [
            "UPDATE booking SET moved_to = ?2, purged_at = \(now.seconds) WHERE id = ?1",
            "UPDATE booking SET part_of = ?2 WHERE part_of = ?1 AND status <> 'cancelled'",
            // What was written goes with the client: there is never a second copy of it, and whoever gave the time away
            // has nothing more to read.
            "UPDATE description SET booking = ?2 WHERE booking = ?1",
            "UPDATE advice SET booking = ?2 WHERE booking = ?1",
        ] { try connection.run(sql, [from, to]) }
        try releaseHold(of: seat)
        return new
    }

    /// A reference that no booking has.
    func unused(_ draw: () -> BookingReference) throws -> BookingReference {
        var reference = draw()
        func isUsed() throws -> Bool {
            try connection.first(
                connection.sql(of: .referenceUses), [.text(reference.characters)]
            ) { $0.integer(0) } != 0
        }
        while try isUsed() { reference = draw() }
        return reference
    }
}

extension SQLBookingStore {
    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking {
        try connection.transaction {
            let old = try changeable(reference, now: now)
            guard choice.task == old.booking.slot.task else { throw BookingRefusal.noLongerFree }
            let rules = cancellation.rules.rules(of: old.booking.slot.appointmentType)
            try rules.checkChange(ofTimeAt: old.booking.slot.start, now: now)
            try rules.checkBooking(ofTimeAt: choice.start, now: now)
            let found = try freeSeats(choice, now: now)
            return try move(old.id, to: found, choice.method, as: cancellation, now: now, drawing: draw)
        }
    }

    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        try connection.transaction {
            if let moved = try booking(madeWith: hold) { return moved }
            let old = try changeable(reference, now: now)
            let rules = cancellation.rules.rules(of: old.booking.slot.appointmentType)
            try rules.checkChange(ofTimeAt: old.booking.slot.start, now: now)
            let (held, createdAt) = try heldSeats(hold, method, now: now)
            try rules.checkBooking(ofTimeAt: hold.start, now: createdAt)
            return try move(old.id, to: held, method, as: cancellation, now: now, drawing: draw)
        }
    }

    /// The new booking and the cancellation of the old one in the transaction that is open.
    private func move(
        _ old: Int, to place: SeatAllocation, _ method: ContactMethod,
        as cancellation: Cancellation, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking {
        guard let seat = place.seats.first, place.seats.count == 1 else { throw BookingRefusal.severalProfessionals }
        try checkMove(of: old, to: seat.slot)
        return try change(
            .replaced(old, by: seat, method: method, as: cancellation, telling: .change, madeWith: place.token),
            now: now, drawing: draw)
    }

    private func checkMove(of booking: Int, to slot: Int) throws {
        let parts = try connection.first(
            "SELECT count(*) FROM booking WHERE part_of = ?1 OR (id = ?1 AND part_of IS NOT NULL)",
            [.integer(booking)]
        ) { $0.integer(0) }
        guard parts == 0 else { throw BookingRefusal.severalProfessionals }
        // A follow-up of an hour does not fit into an advice time, whoever held it.
        let fits = try connection.first(
            """
            SELECT 1 FROM booking JOIN slot old ON old.id = booking.slot
            JOIN slot new ON new.appointment_type = old.appointment_type AND new.task = old.task
            WHERE booking.id = ?1 AND new.id = ?2
            """, [.integer(booking), .integer(slot)]
        ) { $0.integer(0) }
        guard fits != nil else { throw BookingRefusal.noLongerFree }
    }
}

extension SQLBookingStore {
    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> [Booking] {
        try connection.transaction {
            let series = UUID().uuidString.lowercased()
            var bookings: [Booking] = []
            for start in [choice.start] + starts {
                do {
                    let worker = bookings.first?.slot.professional
                    let found = try freeSeats(choice.at(start), with: worker, now: now)
                    bookings.append(
                        try book(found, request, taken: now, series: series, now: now, drawing: draw))
                } catch BookingRefusal.noLongerFree {
                    throw BookingRefusal.notFreeThen(start: start)
                }
            }
            return bookings
        }
    }
}

extension SQLBookingStore {
    /// Throws the rule that is against a booking, in the transaction that is open.
    ///
    /// - Parameter taken: when the seats were held or, where they were not, are booked.
    func check(_ request: BookingRequest, _ seats: SeatAllocation, taken: Date, now: Date) throws {
        if let right = seats.right { try check(right, of: request.client, now: now) }
        let rules = request.rules.rules(of: seats.appointmentType)
        try rules.checkBooking(ofTimeAt: seats.start, now: taken)
        // Several professionals on one booking are one booking to the client.
        let open = try connection.first(
            connection.sql(of: .openBookings),
            [.text(request.client.phone.international), .text(seats.appointmentType), .integer(now.seconds)]
        ) { $0.integer(0) }
        try rules.checkCount(open: open ?? 0)
    }
}
