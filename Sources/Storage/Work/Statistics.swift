import BookingCore
import CivilTime
import Foundation
import SocialServices

/// Counts bookings for reports; none of it is about one person.
struct Statistics: StatisticsStore {
    let connection: any SQLConnection
    /// The county's, for whole days.
    let clock: WallClock

    /// A chain of moves is counted by its first booking's maker and by what became of its last one. What was undone is no
    /// booking.
    func bookingsMade(from: Date, until: Date) throws -> [BookingCount] {
        try counts(
            """
            WITH RECURSIVE chain (origin, newest) AS (
                SELECT booking.id, booking.id FROM \(connection.outline) AS booking
                WHERE made_at >= ?1 AND made_at < ?2 AND part_of IS NULL AND \(isFirst) AND NOT \(connection.isUndone)
                UNION ALL
                SELECT chain.origin, booking.moved_to
                FROM chain JOIN \(connection.outline) AS booking ON booking.id = chain.newest
                WHERE booking.moved_to IS NOT NULL)
            SELECT slot.task, booking.service, made.maker, booking.method,
                \(Self.canceller), booking.attendance, count(*)
            FROM chain JOIN \(connection.outline) AS made ON made.id = chain.origin
                JOIN \(connection.outline) AS booking ON booking.id = chain.newest AND booking.moved_to IS NULL
                JOIN slot ON slot.id = booking.slot
            """, [SQLValue(from), SQLValue(until)])
    }

    /// A work pair's second booking is a part of the first and counts no second time.
    func meetings(from: Date, until: Date, overBy now: Date?) throws -> [BookingCount] {
        try counts(
            """
            SELECT slot.task, service, maker, method, \(Self.canceller), attendance, count(*)
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE slot.start >= ?1 AND slot.start < ?2 AND part_of IS NULL AND moved_to IS NULL
                \(now == nil ? "" : "AND slot.finish <= ?3")
            """, [SQLValue(from), SQLValue(until)] + (now.map { [SQLValue($0)] } ?? []))
    }

    /// Follow-ups are left out: when they are was agreed on.
    func waits(from: Date, until: Date) throws -> [WaitCount] {
        let waited = try rows(
            """
            SELECT slot.task, service, made_at, slot.start
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
            WHERE made_at >= ?1 AND made_at < ?2 AND part_of IS NULL AND \(isFirst)
                AND booking_right IS NULL AND series IS NULL AND NOT \(connection.isUndone)
            ORDER BY 1, 2 NULLS FIRST, 4, 3
            """, [SQLValue(from), SQLValue(until)]
        ) { row in
            try Waited(task: row.next(), service: row.next(), days: days(from: row.next(), to: row.next()))
        }
        var counts: [Waited: Int] = [:]
        var order: [Waited] = []
        for wait in waited {
            if counts[wait] == nil { order.append(wait) }
            counts[wait, default: 0] += 1
        }
        return order.map { WaitCount(task: $0.task, service: $0.service, days: $0.days, count: counts[$0] ?? 0) }
    }

    private struct Waited: Hashable {
        let task: ServiceTask
        let service: String?
        let days: Int
    }

    /// Calendar days of the county between two moments.
    private func days(from made: Int, to start: Int) -> Int {
        func number(_ seconds: Int) -> Int {
            clock.calendarDay(of: Date(timeIntervalSince1970: TimeInterval(seconds))).number
        }
        return number(start) - number(made)
    }

    func workload(from: Date, until: Date, overBy now: Date) throws -> [WorkloadCount] {
        let period = [SQLValue(from), SQLValue(until)]
        var counts: [String: WorkloadCount] = [:]
        let opened = try rows(
            """
            SELECT professional, sum(seats), sum(booked) FROM slot
            WHERE start >= ?1 AND start < ?2 AND purpose IS NULL AND closed_at IS NULL GROUP BY professional
            """, period
        ) { ($0.next() as String, $0.next() as Int, $0.next() as Int) }
        for (id, seats, booked) in opened {
            counts[id] = WorkloadCount(professional: id)
            counts[id]?.opened = seats
            counts[id]?.booked = booked
        }
        // The parts of a long meeting have the worker of the whole.
        let meetings = try rows(
            """
            SELECT slot.professional, booking.status, booking.attendance, booking.cancelled_by, count(*)
            FROM \(connection.outline) AS booking JOIN slot ON slot.id = booking.slot
                LEFT JOIN \(connection.outline) AS main ON main.id = booking.part_of
                LEFT JOIN slot AS first ON first.id = main.slot
            WHERE slot.start >= ?1 AND slot.start < ?2 AND booking.moved_to IS NULL AND NOT \(connection.isUndone)
                AND (booking.status = 'cancelled' OR slot.finish <= ?3)
                AND (booking.part_of IS NULL OR first.professional <> slot.professional)
            GROUP BY 1, 2, 3, 4
            """, period + [SQLValue(now)]
        ) { row in
            (
                row.next() as String, try row.next() as Booking.Status, try row.next() as Attendance?,
                try row.next() as Cancellation.Canceller?, row.next() as Int
            )
        }
        for (id, status, attendance, canceller, count) in meetings {
            var workload = counts[id] ?? WorkloadCount(professional: id)
            switch (status, attendance, canceller) {
            case (.cancelled, _, .client): workload.cancelledByClient += count
            case (.cancelled, _, _): workload.cancelledByCounty += count
            case (_, .met, _): workload.met += count
            case (_, .noShow, _): workload.noShow += count
            case (_, nil, _): workload.unmarked += count
            }
            counts[id] = workload
        }
        return counts.values.sorted { $0.professional < $1.professional }
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

    /// Who cancelled a booking; of one whose canceller was not written down, the county. Null where it was not cancelled.
    private static let canceller = """
        CASE WHEN booking.status = 'cancelled' THEN coalesce(booking.cancelled_by, 'county') END
        """

    /// The condition of a booking as it was made: a move is no new one.
    private var isFirst: String {
        "booking.id NOT IN (SELECT old.moved_to FROM \(connection.outline) AS old WHERE old.moved_to IS NOT NULL)"
    }

    /// - Parameter sql: asks for the fields of a count in their order, ungrouped.
    private func counts(_ sql: String, _ values: [SQLValue]) throws -> [BookingCount] {
        try rows(
            sql + " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2 NULLS FIRST, 3, 4, 5 NULLS FIRST, 6 NULLS FIRST", values
        ) {
            row in
            try BookingCount(
                task: row.next(), service: row.next(), maker: row.next(), method: row.next(),
                cancelledBy: row.next(), attendance: row.next(), count: row.next())
        }
    }
}
