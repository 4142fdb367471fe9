import BookingCore
import CivilTime
import Foundation
import SocialServices

extension SQLBookingStore {
    func bookingsMade(from: Date, until: Date) throws -> [BookingCount] {
        // What was moved was not cancelled.
        try tallies("booking.made_at", from, until, where: isFirst)
    }

    /// Follow-ups are left out: when they are was agreed on.
    func waits(from: Date, until: Date) throws -> [WaitCount] {
        try connection.rows(
            """
            SELECT slot.task, service, (slot.start - made_at) / 86400, count(*)
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE made_at >= ?1 AND made_at < ?2 AND part_of IS NULL AND \(isFirst)
                AND booking_right IS NULL AND series IS NULL
            GROUP BY 1, 2, 3 ORDER BY 1, 2 NULLS FIRST, 3
            """, [.integer(from.seconds), .integer(until.seconds)]
        ) { row in
            WaitCount(
                task: try row.value(0, ServiceTask.self), service: row.optionalText(1), days: row.integer(2),
                count: row.integer(3))
        }
    }

    /// True of a booking as it was made: a move is no new one.
    private var isFirst: String {
        "booking.id NOT IN (SELECT old.moved_to FROM \(connection.outline) AS old WHERE old.moved_to IS NOT NULL)"
    }

    func meetings(from: Date, until: Date) throws -> [BookingCount] {
        try tallies("slot.start", from, until)
    }

    /// A work pair's second booking is a part of the first and counts no second time.
    private func tallies(
        _ moment: String, _ from: Date, _ until: Date, where condition: String = "moved_to IS NULL"
    ) throws -> [BookingCount] {
        try connection.rows(
            """
            SELECT slot.task, service, maker, method,
                CASE WHEN status = 'cancelled' AND moved_to IS NULL THEN 1 ELSE 0 END, coalesce(attendance, ''), count(*)
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE \(moment) >= ?1 AND \(moment) < ?2 AND part_of IS NULL AND \(condition)
            GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2 NULLS FIRST, 3, 4, 5, 6
            """, [.integer(from.seconds), .integer(until.seconds)]
        ) { row in
            BookingCount(
                task: try row.value(0, ServiceTask.self), service: row.optionalText(1),
                maker: try row.value(2, Booking.BookedBy.self), method: try row.value(3, ContactMethod.self),
                isCancelled: row.integer(4) == 1, isNoShow: row.text(5) == "no-show",
                count: row.integer(6))
        }
    }

    func count(_ events: [JourneyEvent], in language: Language, on day: CalendarDay) throws {
        // In one order, so that no two who count wait for each other.
        let inOrder = events.sorted { ($0.kind.rawValue, $0.place) < ($1.kind.rawValue, $1.place) }
        try connection.transaction(claiming: .only([])) {
            for event in inOrder {
                try connection.run(
                    """
                    INSERT INTO journey (day, language, event, place, count) VALUES (?1, ?2, ?3, ?4, 1)
                    ON CONFLICT (day, language, event, place) DO UPDATE SET count = journey.count + 1
                    """,
                    [
                        .text(day.description), .text(language.rawValue), .text(event.kind.rawValue),
                        .text(event.place),
                    ])
            }
        }
    }

    func journeys(from first: CalendarDay, to last: CalendarDay) throws -> [JourneyCount] {
        try connection.rows(
            """
            SELECT event, place, sum(count) FROM journey WHERE day >= ?1 AND day <= ?2
            GROUP BY event, place ORDER BY event, sum(count) DESC, place
            """, [.text(first.description), .text(last.description)]
        ) { row in
            JourneyCount(
                event: JourneyEvent(try row.value(0, JourneyEvent.Kind.self), at: row.text(1)), count: row.integer(2))
        }
    }
}
