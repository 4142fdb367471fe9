import BookingCore
import Foundation
import SocialServices

/// What is done to a booking, by its row id.
enum BookingChange {
    /// A seat that was free is promised.
    case made(BookingRequest, FoundSeats, series: String? = nil)
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
    /// change is written here: the client's messages.
    ///
    /// - Returns: the booking as it is now: the new one, the cancelled one, or the one that took its place.
    func change(
        _ change: BookingChange, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        switch change {
        case .made(let request, let found, let series):
            let (id, booking) = try make(found, request, series: series, now: now, drawing: draw)
            try confirm(booking, id, now: now)
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

    private func id(known reference: BookingReference) throws(BookingError) -> Int {
        guard let id = try id(of: reference) else { throw .store(.other("the new booking is not there")) }
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
    ) throws(BookingError) -> Int {
        let before = try booking(id: old)
        let reference = before.reference
        try end(old, withParts: false, as: cancellation, now: now)
        try connection.run(
            "UPDATE booking SET reference = ?2 WHERE id = ?1",
            [.integer(old), .text(try unused(draw).characters)])
        try connection.run(
            """
            INSERT INTO booking (reference, slot, status, method, service, client_name, client_phone, client_email,
                client_language, meeting_language, interpreter, sign_language, accessibility, maker, made_at, seat,
                part_of, series, booking_right, guard_reason, contacted_at,
                made_with)
            SELECT ?2, ?3, 'booked', ?6, service, client_name, client_phone, client_email, client_language,
                meeting_language, interpreter, sign_language, accessibility, maker, ?5, ?4, part_of, series,
                booking_right, guard_reason, coalesce(contacted_at, made_at), ?7
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
    func unused(_ draw: () -> BookingReference) throws(BookingError) -> BookingReference {
        var reference = draw()
        while try booking(reference) != nil { reference = draw() }
        return reference
    }
}
