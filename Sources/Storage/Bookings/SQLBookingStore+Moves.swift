import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func move(
        _ reference: BookingReference, to choice: SlotChoice, as cancellation: Cancellation, now: Date,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            let old = try changeable(reference, now: now)
            guard choice.task == old.booking.slot.task else { throw .noLongerFree }
            let found = try freeSlot(choice, now: now)
            return try move(
                old.id, reference, to: (found.id, found.seat), choice.method, as: cancellation, now: now,
                drawing: draw)
        }
    }

    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            let old = try changeable(reference, now: now)
            let held = try heldSlot(hold, method, now: now)
            return try move(old.id, reference, to: held, method, as: cancellation, now: now, drawing: draw)
        }
    }

    /// The new booking and the cancellation of the old one in the transaction that is open.
    private func move(
        _ old: Int, _ reference: BookingReference, to place: (slot: Int, seat: Int), _ method: ContactMethod,
        as cancellation: Cancellation, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try checkMove(of: old, to: place.slot)
        var internalReference = draw()
        while try booking(internalReference) != nil { internalReference = draw() }
        try end(old, as: cancellation, now: now)
        try connection.run(
            "UPDATE booking SET reference = ?1 WHERE id = ?2", [.text(internalReference.characters), .integer(old)])
        try connection.run(
            """
            INSERT INTO booking (reference, slot, seat, status, method, made_at, \(Self.kept))
            SELECT ?1, ?2, ?3, 'booked', ?4, ?5, \(Self.kept) FROM booking WHERE id = ?6
            """,
            [
                .text(reference.characters), .integer(place.slot), .integer(place.seat), .text(method.rawValue),
                .integer(now.seconds), .integer(old),
            ])
        guard let new = try id(of: reference) else { throw .store(.other("the new booking is not there")) }
        let both = [SQLValue.integer(new), .integer(old)]
        try connection.run("UPDATE booking SET moved_to = ?1 WHERE id = ?2", both)
        try connection.run(
            """
            INSERT INTO description (booking, own_words, hope, flags, outcome)
            SELECT ?1, own_words, hope, flags, outcome FROM description WHERE booking = ?2
            """, both)
        try connection.run(
            """
            INSERT INTO described_answer (booking, position, question, options, asked, told)
            SELECT ?1, position, question, options, asked, told FROM described_answer WHERE booking = ?2
            """, both)
        try connection.run(
            "DELETE FROM hold WHERE slot = ?1 AND seat = ?2", [.integer(place.slot), .integer(place.seat)])
        try tell(.change, of: new, insteadOf: old, now: now)
        guard let moved = try booking(reference) else { throw .notFound }
        return moved
    }

    /// What a moved booking has of the old one. Who made it stays as it was: a move is no new contact.
    private static let kept = """
        service, client_name, client_phone, client_email, client_language, meeting_language, interpreter,
        sign_language, accessibility, maker, series, booking_right
        """

    private func checkMove(of booking: Int, to slot: Int) throws(BookingError) {
        let parts = try connection.first(
            "SELECT count(*) FROM booking WHERE part_of = ?1 OR (id = ?1 AND part_of IS NOT NULL)",
            [.integer(booking)]
        ) { $0.integer(0) }
        guard parts == 0 else { throw .severalProfessionals }
        // A follow-up of an hour does not fit into an advice time, whoever held it.
        let fits = try connection.first(
            """
            SELECT 1 FROM booking JOIN slot old ON old.id = booking.slot
            JOIN slot new ON new.appointment_type = old.appointment_type AND new.task = old.task
            WHERE booking.id = ?1 AND new.id = ?2
            """, [.integer(booking), .integer(slot)]
        ) { $0.integer(0) }
        guard fits != nil else { throw .noLongerFree }
    }
}
