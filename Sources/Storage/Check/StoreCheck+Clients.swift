/// What must hold of what several professionals have together, of booking rights and of messages.
extension StoreCheck {
    private static let parts = "booking AS part JOIN booking AS main ON main.id = part.part_of"

    static let pairRules: [Rule] = [
        (
            "\(parts) WHERE part.status <> 'cancelled' AND main.status = 'cancelled'",
            "active parts of a cancelled booking"
        ),
        ("\(parts) WHERE main.part_of IS NOT NULL", "parts of a part of a booking"),
        (
            """
            \(parts) JOIN slot AS own ON own.id = part.slot JOIN slot AS other ON other.id = main.slot
            WHERE part.status <> 'cancelled' AND own.start <> other.start
            """,
            "active parts at another time than their booking"
        ),
        (
            "description JOIN booking ON booking.id = description.booking WHERE part_of IS NOT NULL",
            "descriptions of a part of a booking"
        ),
    ]

    static let rightRules: [Rule] = [
        (
            """
            booking_right WHERE uses < (SELECT count(*) FROM booking
            WHERE booking.booking_right = booking_right.id AND status <> 'cancelled' AND part_of IS NULL)
            """,
            "booking rights used more often than granted"
        ),
        (
            """
            booking JOIN booking_right ON booking_right.id = booking.booking_right
            WHERE booking.client_phone <> booking_right.client_phone AND status <> 'cancelled'
            """,
            "active bookings by another client's booking right"
        ),
        (
            """
            booking_right WHERE (team IS NULL) <>
            EXISTS (SELECT 1 FROM right_worker WHERE right_worker.booking_right = booking_right.id)
            """,
            "booking rights that name nobody, or a team and workers"
        ),
    ]

    private static let waiting = """
        message JOIN booking ON booking.id = message.booking WHERE sent_at IS NULL AND withdrawn_at IS NULL
        """

    static let messageRules: [Rule] = [
        (
            "\(waiting) AND status = 'cancelled' AND kind NOT IN ('cancellation', 'by-hand')",
            "messages that wait though their booking was moved or cancelled"
        ),
        (
            "\(waiting) AND status <> 'cancelled' AND kind = 'cancellation'",
            "cancellations that wait though their booking stands"
        ),
        (
            "message JOIN booking ON booking.id = message.booking WHERE part_of IS NOT NULL AND kind <> 'by-hand'",
            "messages about a part of a booking"
        ),
    ]
}
