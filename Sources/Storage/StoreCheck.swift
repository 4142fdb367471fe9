import BookingCore
import SocialServices

/// Looks over every row of a store for what must never be.
struct StoreCheck {
    let connection: any SQLConnection

    func faults() throws -> [String] {
        var faults = try connection.integrityFaults()
        for (sql, message) in Self.rules {
            let count = try connection.integer("SELECT count(*) FROM \(sql)") ?? 0
            if count > 0 { faults.append("\(message): \(count)") }
        }
        return faults
    }

    /// What counts the faults, after `SELECT count(*) FROM`, and what they are.
    typealias Rule = (sql: String, message: String)

    private static let rules =
        bookingRules + placeRules + pairRules + rightRules + messageRules + clientRules + logRules
}

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
            slot a JOIN slot b ON b.professional = a.professional AND b.id <> a.id AND a.closed_at IS NULL
            AND b.closed_at IS NULL AND b.start >= a.start AND b.start < a.finish
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
            AND 0 = methods & \(ContactMethod.bitSQL(of: "method"))
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
            WHERE part.status <> 'cancelled' AND own.start <> other.start AND NOT EXISTS (
                SELECT 1 FROM booking AS same JOIN slot AS earlier ON earlier.id = same.slot
                WHERE (same.id = main.id OR same.part_of = main.id) AND same.status <> 'cancelled'
                    AND earlier.professional = own.professional AND earlier.finish = own.start)
            """,
            "active parts at another time than their booking"
        ),
        (
            "description JOIN booking ON booking.id = description.booking WHERE part_of IS NOT NULL",
            "descriptions of a part of a booking"
        ),
        (
            "\(parts) WHERE coalesce(part.consent, '') <> coalesce(main.consent, '')",
            "parts with another consent than their booking"
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
        ("\(waiting) AND recipient = ''", "messages that wait without a recipient"),
    ]
}

/// What must hold of clients, and of the two logs.
extension StoreCheck {
    static let clientRules: [Rule] = [
        (
            "booking WHERE client IS NULL AND client_phone NOT IN ('', '\(Client.erased.phone.international)')",
            "bookings of a number without a client"
        ),
        (
            "booking JOIN client ON client.id = booking.client WHERE same_as IS NOT NULL",
            "bookings of a client who was joined to another"
        ),
        (
            "client JOIN client_word ON client_word.client = client.id WHERE purged_at IS NOT NULL",
            "words of clients who were removed"
        ),
    ]

    static let logRules: [Rule] = [
        ("access_log WHERE purpose = '' OR user_id = ''", "looks without a purpose or a user"),
        (
            "change WHERE user_id = '' OR deed NOT IN (\(Deed.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))",
            "deeds that are none, or nobody's"
        ),
        (
            "change AS undoing JOIN change AS undone ON undone.id = undoing.undoes WHERE undone.at > undoing.at",
            "deeds that were undone before they were done"
        ),
        (
            """
            client_change JOIN change ON change.id = client_change.change
            WHERE change.client <> client_change.client OR deed <> 'corrected'
            """, "values kept of what was no correction of the client"
        ),
    ]
}
