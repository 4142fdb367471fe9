/// What must hold of bookings, of the times they are for and of what was written.
extension StoreCheck {
    static let bookingRules: [Rule] = [
        (
            """
            booking WHERE part_of IS NULL AND purged_at IS NULL AND moved_to IS NULL
            AND NOT EXISTS (SELECT 1 FROM description WHERE booking = booking.id)
            """,
            "bookings without a description"
        ),
        (
            """
            (SELECT 1 FROM booking WHERE status <> 'cancelled' GROUP BY slot, seat HAVING count(*) > 1) AS seat
            """,
            "seats with more than one active booking"
        ),
        (
            "booking WHERE moved_to IS NOT NULL AND status <> 'cancelled'",
            "active bookings that another took the place of"
        ),
        (
            """
            (SELECT 1 FROM booking WHERE moved_to IS NOT NULL GROUP BY moved_to HAVING count(*) > 1) AS place
            """,
            "bookings that took the place of more than one"
        ),
        (
            "description JOIN booking ON booking.id = description.booking WHERE purged_at IS NOT NULL",
            "descriptions that were to be removed"
        ),
        (
            """
            (SELECT 1 FROM booking WHERE series IS NOT NULL GROUP BY series
             HAVING min(client_phone) <> max(client_phone)) AS mixed
            """,
            "series of more than one client"
        ),
    ]

    static let placeRules: [Rule] = [
        (
            """
            slot a JOIN slot b ON b.professional = a.professional AND b.id <> a.id
            AND b.start >= a.start AND b.start < a.finish
            """,
            "slots of one professional that overlap"
        ),
        (
            """
            slot WHERE booked <>
            (SELECT count(*) FROM booking WHERE booking.slot = slot.id AND status <> 'cancelled')
            """,
            "slots that count their bookings wrongly"
        ),
        (
            "booking JOIN slot ON slot.id = booking.slot WHERE seat > seats OR purpose IS NOT NULL",
            "bookings of a seat that does not exist"
        ),
        (
            """
            booking JOIN slot ON slot.id = booking.slot WHERE status <> 'cancelled'
            AND 0 = methods & CASE method WHEN 'phone' THEN 1 WHEN 'remote' THEN 2 ELSE 4 END
            """,
            "active bookings with a way to meet that their time does not have"
        ),
        (
            "hold JOIN slot ON slot.id = hold.slot WHERE seat > seats OR purpose IS NOT NULL",
            "holds of a seat that does not exist"
        ),
        (
            """
            hold JOIN booking ON booking.slot = hold.slot AND booking.seat = hold.seat WHERE status <> 'cancelled'
            """,
            "holds of a seat that is booked"
        ),
        (
            """
            hold JOIN slot ON slot.id = hold.slot JOIN absence ON absence.professional = slot.professional
            AND absence.start < slot.finish AND absence.finish > slot.start
            """,
            "holds within an absence"
        ),
    ]
}
