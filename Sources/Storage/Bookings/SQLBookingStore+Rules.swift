import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    /// Throws the rule that is against a booking, in the transaction that is open.
    ///
    /// - Parameter taken: when the seats were held or, where they were not, are booked.
    func check(_ request: BookingRequest, _ seats: FoundSeats, taken: Date, now: Date) throws(BookingError) {
        if let right = seats.right { try check(right, of: request.client, now: now) }
        try request.rules.checkBooking(ofTimeAt: seats.start, now: taken)
        // Several professionals on one booking are one booking to the client.
        let open = try connection.first(
            """
            SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
            WHERE client_phone = ?1 AND status <> 'cancelled' AND part_of IS NULL
                AND appointment_type = ?2 AND start > ?3
            """,
            [.text(request.client.phone.international), .text(seats.appointmentType), .integer(now.seconds)]
        ) { $0.integer(0) }
        try request.rules.checkCount(open: open ?? 0)
    }
}
