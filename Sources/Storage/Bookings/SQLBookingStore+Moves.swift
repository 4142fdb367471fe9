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
            try cancellation.rules.checkChange(ofTimeAt: old.booking.slot.start, now: now)
            try cancellation.rules.checkBooking(ofTimeAt: choice.start, now: now)
            let found = try freeSeats(choice, now: now)
            return try move(old.id, to: found, choice.method, as: cancellation, now: now, drawing: draw)
        }
    }

    func move(
        _ reference: BookingReference, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation,
        now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        try connection.transaction { () throws(BookingError) in
            if let moved = try booking(madeWith: hold) { return moved }
            let old = try changeable(reference, now: now)
            try cancellation.rules.checkChange(ofTimeAt: old.booking.slot.start, now: now)
            let (held, madeAt) = try heldSeats(hold, method, now: now)
            try cancellation.rules.checkBooking(ofTimeAt: hold.start, now: madeAt)
            return try move(old.id, to: held, method, as: cancellation, now: now, drawing: draw)
        }
    }

    /// The new booking and the cancellation of the old one in the transaction that is open.
    private func move(
        _ old: Int, to place: FoundSeats, _ method: ContactMethod,
        as cancellation: Cancellation, now: Date, drawing draw: () -> BookingReference
    ) throws(BookingError) -> Booking {
        guard let seat = place.seats.first, place.seats.count == 1 else { throw .severalProfessionals }
        try checkMove(of: old, to: seat.slot)
        return try change(
            .replaced(old, by: seat, method: method, as: cancellation, telling: .change, madeWith: place.token),
            now: now, drawing: draw)
    }

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
