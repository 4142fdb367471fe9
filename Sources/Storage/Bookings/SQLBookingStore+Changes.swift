import BookingCore
import Foundation

/// What is done to a booking, by its row id.
enum BookingChange {
    /// A seat that was free is promised.
    case made(BookingRequest, slot: Int, seat: Int)
    /// Nothing takes its place.
    case cancelled(Int, by: String?, reason: String?)
    /// Another time, or another professional at the same time, takes its place.
    case replaced(Int, slot: Int, seat: Int, by: String, reason: String)
}

extension SQLBookingStore {
    /// The one door for every change of a booking, in the transaction that is open. What must be written with a
    /// change, such as the client's messages, is written here.
    ///
    /// - Returns: the booking as it is now: the new one, the cancelled one, or the one that took its place.
    func change(
        _ change: BookingChange, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        switch change {
        case .made(let request, let slot, let seat):
            return try make(slot: slot, seat: seat, request, now: now, drawing: draw)
        case .cancelled(let id, let by, let reason):
            try cancel(id, by: by, reason: reason, now: now)
            return try booking(id: id)
        case .replaced(let id, let slot, let seat, let by, let reason):
            return try replace(id, slot: slot, seat: seat, by: by, reason: reason, now: now, drawing: draw)
        }
    }

    private func cancel(_ id: Int, by: String?, reason: String?, now: Date) throws(BookingError) {
        try connection.run(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = ?2, cancelled_by = ?3, cancel_reason = ?4
            WHERE id = ?1
            """, [.integer(id), .integer(now.seconds), SQLValue(by), SQLValue(reason)])
    }

    /// A new booking with all that the old one had, and a cancellation of the old. The new one has the reference that
    /// the client knows, the old one gets another; who made it first stays its maker.
    private func replace(
        _ old: Int, slot: Int, seat: Int, by: String, reason: String, now: Date,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        let reference = try booking(id: old).reference
        try cancel(old, by: by, reason: reason, now: now)
        try connection.run(
            "UPDATE booking SET reference = ?2 WHERE id = ?1",
            [.integer(old), .text(try unused(draw).characters)])
        try connection.run(
            """
            INSERT INTO booking (reference, slot, status, method, service, client_name, client_phone, client_email,
                client_language, meeting_language, interpreter, sign_language, accessibility, maker, made_at, seat,
                part_of, series, booking_right)
            SELECT ?2, ?3, 'booked', method, service, client_name, client_phone, client_email, client_language,
                meeting_language, interpreter, sign_language, accessibility, maker, ?5, ?4, part_of, series,
                booking_right
            FROM booking WHERE id = ?1
            """,
            [
                .integer(old), .text(reference.characters), .integer(slot), .integer(seat), .integer(now.seconds),
            ])
        let new = try connection.first("SELECT id FROM booking WHERE reference = ?1", [.text(reference.characters)]) {
            $0.integer(0)
        }
        guard let new else { throw .store(.other("the new booking is not there")) }
        let (from, to) = (SQLValue.integer(old), SQLValue.integer(new))
        for sql in [
            "UPDATE booking SET moved_to = ?2 WHERE id = ?1",
            "UPDATE booking SET part_of = ?2 WHERE part_of = ?1 AND status <> 'cancelled'",
            """
            INSERT INTO description (booking, own_words, hope, flags, outcome)
            SELECT ?2, own_words, hope, flags, outcome FROM description WHERE booking = ?1
            """,
            """
            INSERT INTO described_answer (booking, position, question, options, asked, told)
            SELECT ?2, position, question, options, asked, told FROM described_answer WHERE booking = ?1
            """,
        ] { try connection.run(sql, [from, to]) }
        try connection.run("DELETE FROM hold WHERE slot = ?1 AND seat = ?2", [.integer(slot), .integer(seat)])
        return try booking(id: new)
    }

    /// A reference that no booking has.
    func unused(_ draw: () -> BookingReference) throws(BookingError) -> BookingReference {
        var reference = draw()
        while try booking(reference) != nil { reference = draw() }
        return reference
    }
}
