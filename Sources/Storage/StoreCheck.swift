import BookingCore

/// Looks over every row of a store for what must never be.
struct StoreCheck {
    let connection: any SQLConnection

    func faults() throws(BookingError) -> [String] {
        var faults = try connection.integrityFaults()
        for (sql, message) in Self.rules {
            let count = try connection.first(sql) { $0.integer(0) } ?? 0
            if count > 0 { faults.append("\(message): \(count)") }
        }
        return faults
    }

    private static let rules = [
        (
            """
            SELECT count(*) FROM booking WHERE part_of IS NULL AND purged_at IS NULL AND moved_to IS NULL
            AND NOT EXISTS (SELECT 1 FROM description WHERE booking = booking.id)
            """,
            "bookings without a description"
        ),
        (
            """
            SELECT count(*) FROM (SELECT 1 FROM booking WHERE status <> 'cancelled'
            GROUP BY slot, seat HAVING count(*) > 1) AS seat
            """,
            "seats with more than one active booking"
        ),
        (
            "SELECT count(*) FROM booking WHERE moved_to IS NOT NULL AND status <> 'cancelled'",
            "active bookings that another took the place of"
        ),
        (
            """
            SELECT count(*) FROM slot a JOIN slot b ON b.professional = a.professional AND b.id <> a.id
            AND b.start >= a.start AND b.start < a.finish
            """,
            "slots of one professional that overlap"
        ),
        (
            """
            SELECT count(*) FROM slot WHERE booked <>
            (SELECT count(*) FROM booking WHERE booking.slot = slot.id AND status <> 'cancelled')
            """,
            "slots that count their bookings wrongly"
        ),
    ]
}
