import BookingCore
import Foundation
import SocialServices

/// The table of bookable times.
struct SlotTable {
    let connection: any SQLConnection

    static let columns = Columns(
        "slot", "professional", "start", "finish", "appointment_type", "task", "methods", "municipality", "seats",
        "by_right", "purpose", "office")

    /// A slot from `columns`.
    static func slot(_ row: inout RowCursor) throws -> Slot {
        let (professional, start, end): (String, Int, Int) = (row.next(), row.next(), row.next())
        let (type, task, methods): (String, ServiceTask, Int) = try (row.next(), row.next(), row.next())
        let municipality: Municipality = try row.next()
        let (seats, isByRight, purpose): (Int, Bool, String?) = (row.next(), row.next(), row.next())
        let office: String? = row.next()
        return Slot(
            professional: professional, start: Date(seconds: start), minutes: (end - start) / 60,
            appointmentType: type, task: task, methods: purpose == nil ? ContactMethod.methods(methods) : [],
            municipality: municipality, office: office, purpose: purpose, seats: seats, isByRight: isByRight)
    }

    func insert(_ slot: Slot) throws {
        // The schema wants a way to meet of every time; of one with a purpose it is never read.
        let methods = slot.purpose == nil ? slot.methods : Set(ContactMethod.allCases)
        try connection.run(
            Self.columns.insert,
            [
                .text(slot.professional), SQLValue(slot.start), SQLValue(slot.end), .text(slot.appointmentType),
                SQLValue(slot.task), .integer(ContactMethod.sum(methods)), SQLValue(slot.municipality),
                .integer(slot.seats), SQLValue(slot.isByRight), SQLValue(slot.purpose), SQLValue(slot.office),
            ])
    }

    /// The row of a time that is open; nil if there is none.
    func id(of slot: Slot) throws -> Int? {
        try connection.integer(
            "SELECT id FROM slot WHERE professional = ?1 AND start = ?2 AND closed_at IS NULL",
            [.text(slot.professional), SQLValue(slot.start)])
    }

    /// `true` if a booking is or was for it.
    func hasHistory(_ id: Int) throws -> Bool {
        try connection.integer(
            "SELECT 1 FROM \(connection.outline) AS booking WHERE slot = ?1 LIMIT 1", [.integer(id)]) != nil
    }

    func close(_ id: Int, now: Date) throws {
        try connection.run("UPDATE slot SET closed_at = ?2 WHERE id = ?1", [.integer(id), SQLValue(now)])
    }

    func remove(_ id: Int) throws { try connection.run("DELETE FROM slot WHERE id = ?1", [.integer(id)]) }

    /// - Throws: `overlapping` if the professional has another time then. The database refuses an overlap by itself;
    ///   asking first tells it apart from other refusals.
    func requireNoOverlap(with slot: Slot) throws {
        let end = try connection.integer(
            """
            SELECT finish FROM slot WHERE professional = ?1 AND start < ?2 AND closed_at IS NULL
            ORDER BY start DESC LIMIT 1
            """,
            [.text(slot.professional), SQLValue(slot.end)])
        guard (end ?? 0) <= slot.start.seconds else { throw StaffRefusal.overlapping(start: slot.start) }
    }

    func timetable(of professional: String, from: Date, until: Date, now: Date) throws -> [TimetableRow] {
        try connection.rows(
            """
            SELECT CASE WHEN purpose IS NOT NULL THEN 'other' WHEN booked >= seats THEN 'booked'
                    WHEN \(Self.isAbsent()) THEN CASE WHEN booked > 0 THEN 'booked' ELSE 'absent' END
                    WHEN \(Self.isUntaken()) THEN 'free' ELSE 'held' END,
                booked, (SELECT count(*) FROM hold WHERE hold.slot = slot.id AND hold.expires > ?1),
                \(Self.columns.selected)
            FROM slot WHERE professional = ?2 AND start >= ?3 AND start < ?4 AND closed_at IS NULL ORDER BY start
            """,
            [SQLValue(now), .text(professional), SQLValue(from), SQLValue(until)]
        ) { row in
            let (state, booked, held): (TimetableRow.State, Int, Int) = try (row.next(), row.next(), row.next())
            return TimetableRow(slot: try Self.slot(&row), state: state, booked: booked, held: held)
        }
    }

    // Conditions for other queries. In each `?1` is the present moment.

    /// The condition of a slot that is open to all and free. Its first conditions are those of the indexes of free
    /// slots, word for word: the database takes them by that.
    static let isFree = "by_right = 0 AND \(isUntaken())"

    /// The condition of a slot that is for clients, has a seat that is neither booked nor held, and falls into no
    /// absence.
    ///
    /// - Parameter slot: what the query calls the slot.
    static func isUntaken(_ slot: String = "slot") -> String {
        """
        \(slot).booked < \(slot).seats AND \(slot).purpose IS NULL AND \(slot).closed_at IS NULL
        AND \(slot).booked + (SELECT count(*) FROM hold WHERE hold.slot = \(slot).id AND hold.expires > ?1) < \(slot).seats
        AND NOT \(isAbsent(slot))
        """
    }

    /// The condition of a slot that falls into an absence of its professional.
    static func isAbsent(_ slot: String = "slot") -> String {
        """
        EXISTS (SELECT 1 FROM absence WHERE absence.professional = \(slot).professional
                AND absence.start < \(slot).finish AND absence.finish > \(slot).start)
        """
    }

    /// How many seconds of a meeting the free slots of one professional cover, from the beginning of `slot` on, one after
    /// another. They never overlap, so it is as long as the meeting if nothing is missing.
    ///
    /// - Parameters:
    ///   - seconds: how long the meeting takes.
    ///   - method: in SQL, the bit of the way to meet.
    ///   - conditions: on `more`, the slots that are counted, beside those that hold of every meeting.
    static func covered(_ seconds: Int, by method: String, where conditions: [String] = []) -> String {
        """
        (SELECT coalesce(sum(more.finish - more.start), 0) FROM slot AS more
         WHERE more.professional = slot.professional AND more.start >= slot.start
            AND more.start < slot.start + \(seconds) AND more.finish <= slot.start + \(seconds)
            AND more.appointment_type = slot.appointment_type AND more.municipality = slot.municipality
            AND coalesce(more.office, '') = coalesce(slot.office, '')
            AND more.by_right = slot.by_right AND 0 <> more.methods & \(method)
            AND \(([isUntaken("more")] + conditions).joined(separator: " AND ")))
        """
    }

    /// The free seats of the slots after one, until a meeting is over that begins with it.
    ///
    /// - Parameter minutes: how long the meeting takes.
    /// - Throws: `noLongerFree` if they do not cover it.
    func seats(after first: Int, minutes: Int, _ method: ContactMethod, now: Date) throws -> [Seat] {
        let whole = try connection.integer(
            "SELECT \(Self.covered(minutes * 60, by: "?3")) FROM slot WHERE id = ?2",
            [SQLValue(now), .integer(first), .integer(method.bit)])
        guard whole == minutes * 60 else { throw BookingRefusal.noLongerFree }
        return try connection.rows(
            """
            SELECT slot.id, \(freeSeat) FROM slot JOIN slot AS first ON first.id = ?2
            WHERE slot.professional = first.professional AND slot.start > first.start
                AND slot.start < first.start + ?3 AND slot.purpose IS NULL AND slot.closed_at IS NULL ORDER BY slot.start
            """, [SQLValue(now), .integer(first), .integer(minutes * 60)]
        ) { Seat(slot: $0.next(), number: $0.next()) }
    }

    /// The lowest seat of a slot that is neither booked nor held; null if there is none.
    var freeSeat: String {
        """
        (WITH RECURSIVE seat (number) AS (
            SELECT 1 UNION ALL SELECT number + 1 FROM seat WHERE number < slot.seats)
        SELECT min(number) FROM seat
        WHERE NOT EXISTS (SELECT 1 FROM \(connection.outline) AS booking WHERE booking.slot = slot.id
                          AND booking.seat = number AND booking.status <> 'cancelled')
            AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id AND hold.seat = number
                            AND hold.expires > ?1))
        """
    }

    /// How fairly a slot's worker would be chosen, the fairest first: the one with the fewest bookings in the local
    /// week of the slot (Monday to Sunday); of those, the one who is idle longest, which is whose last booking before
    /// the slot ends first, or who has none; of those, the first by id. The same timetables always give the same
    /// worker; of two who book different times at the same moment on a server, neither sees the other's booking yet.
    ///
    /// - Parameter week: the numbers of the parameters that hold when the week begins and when it ends.
    static func fairness(week: (first: Int, end: Int)) -> String {
        """
        (
            SELECT coalesce(sum(other.booked), 0) FROM slot other
            WHERE other.professional = slot.professional AND other.booked > 0
                AND other.start >= ?\(week.first) AND other.start < ?\(week.end)
        ), coalesce((
            SELECT other.finish FROM slot other
            WHERE other.professional = slot.professional AND other.booked > 0 AND other.start < slot.start
            ORDER BY other.start DESC LIMIT 1
        ), 0), slot.professional
        """
    }
}

/// The least that an engine does to give slots: a prepared look by their numbers, read as a search reads them. What
/// searches are compared with.
package struct SlotsByNumber {
    private let connection: any SQLConnection

    package init(_ connection: any SQLConnection) { self.connection = connection }

    /// - Returns: how many there were, at most `count`.
    package func read(_ count: Int, from number: Int) throws -> Int {
        try connection.rows(
            "SELECT \(SlotTable.columns.selected) FROM slot WHERE id BETWEEN ?1 AND ?2",
            [.integer(number), .integer(number + count - 1)], SlotTable.slot
        ).count
    }
}
