import BookingCore
import CivilTime
import Foundation

/// Counts bookings for reports; none of it is about one person.
struct Statistics: StatisticsStore {
    let connection: any SQLConnection

    /// A booking that was moved was not cancelled.
    func bookingsMade(from: Date, until: Date) throws -> [BookingCount] {
        try counts("booking.made_at", from, until, where: isFirst)
    }

    func meetings(from: Date, until: Date) throws -> [BookingCount] { try counts("slot.start", from, until) }

    /// Follow-ups are left out: when they are was agreed on.
    func waits(from: Date, until: Date) throws -> [WaitCount] {
        try rows(
            """
            SELECT slot.task, service, (slot.start - made_at) / 86400, count(*)
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE made_at >= ?1 AND made_at < ?2 AND part_of IS NULL AND \(isFirst)
                AND booking_right IS NULL AND series IS NULL
            GROUP BY 1, 2, 3 ORDER BY 1, 2 NULLS FIRST, 3
            """, [SQLValue(from), SQLValue(until)]
        ) { row in
            try WaitCount(task: row.next(), service: row.next(), days: row.next(), count: row.next())
        }
    }

    func journeys(from first: CalendarDay, to last: CalendarDay) throws -> [JourneyCount] {
        try rows(
            """
            SELECT event, place, sum(count) FROM journey WHERE day >= ?1 AND day <= ?2
            GROUP BY event, place ORDER BY event, sum(count) DESC, place
            """, [.text(first.description), .text(last.description)]
        ) { row in
            JourneyCount(event: JourneyEvent(try row.next(), at: row.next()), count: row.next())
        }
    }

    /// Every query of this type goes this way: what an engine could not do leaves it as a `StoreFailure`.
    private func rows<Row>(
        _ sql: String, _ values: [SQLValue], _ read: (inout RowCursor) throws -> Row
    ) throws -> [Row] {
        try StoreFailure.converting { try connection.rows(sql, values, read) }
    }

    /// The condition of a booking as it was made: a move is no new one.
    private var isFirst: String {
        "booking.id NOT IN (SELECT old.moved_to FROM \(connection.outline) AS old WHERE old.moved_to IS NOT NULL)"
    }

    /// A work pair's second booking is a part of the first and counts no second time.
    private func counts(
        _ moment: String, _ from: Date, _ until: Date, where condition: String = "moved_to IS NULL"
    ) throws -> [BookingCount] {
        try rows(
            """
            SELECT slot.task, service, maker, method,
                CASE WHEN status = 'cancelled' AND moved_to IS NULL THEN 1 ELSE 0 END, coalesce(attendance, ''), count(*)
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE \(moment) >= ?1 AND \(moment) < ?2 AND part_of IS NULL AND \(condition)
            GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2 NULLS FIRST, 3, 4, 5, 6
            """, [SQLValue(from), SQLValue(until)]
        ) { row in
            try BookingCount(
                task: row.next(), service: row.next(), maker: row.next(), method: row.next(),
                isCancelled: row.next(), isNoShow: row.next() == Attendance.noShow.rawValue, count: row.next())
        }
    }
}
