import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func freeSlots(_ query: SlotQuery, now: Date) throws(BookingError) -> [FreeSlot] {
        var conditions = ["start >= ?2", query.worker == nil ? Self.isFree : Self.isUntaken]
        var values: [SQLValue] = [.integer(now.seconds), .integer(max(query.from, now).seconds)]
        func require(_ condition: String, _ value: SQLValue, _ rest: String = "") {
            values.append(value)
            conditions.append("\(condition) ?\(values.count)\(rest)")
        }
        if let worker = query.worker { require("professional =", .text(worker)) }
        if let task = query.task { require("task =", .text(task.rawValue)) }
        if let until = query.until { require("start <", .integer(until.seconds)) }
        if let method = query.method { require("0 <> methods &", .integer(method.bit)) }
        if let municipality = query.municipality { require("municipality =", .text(municipality.rawValue)) }
        if let type = query.appointmentType { require("appointment_type =", .text(type)) }
        if let language = query.language {
            // Nobody at all: found without a look at every slot.
            guard try serves(language) else { return [] }
            require(
                "EXISTS (SELECT 1 FROM professional WHERE professional.id = slot.professional AND languages LIKE",
                .text("% \(language.rawValue) %"), ")")
        }
        var merged = FreeSlotMerge(limit: query.limit)
        var window: Range<Date>?
        var day = Date.distantPast..<Date.distantPast
        try connection.run(
            """
            SELECT professional, start, finish, appointment_type, task, methods, municipality FROM slot
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY start, appointment_type, municipality
            """, values
        ) { row throws(BookingError) in
            let slot = try row.slot(from: 0)
            if let hours = query.hours {
                // Times come in order: the local day is worked out once for each.
                if !day.contains(slot.start) {
                    day = WallClock.finland.hours(0..<24, onDayOf: slot.start)
                    window = WallClock.finland.hours(hours, onDayOf: slot.start)
                }
                if window?.contains(slot.start) != true { return true }
            }
            return merged.add(slot)
        }
        return merged.rows
    }

    private func serves(_ language: Language) throws(BookingError) -> Bool {
        try connection.first(
            "SELECT 1 FROM professional WHERE languages LIKE ?1", [.text("% \(language.rawValue) %")]
        ) { $0.integer(0) } != nil
    }

    func hold(
        _ choice: SlotChoice, token: String, now: Date, until expires: Date
    ) throws(BookingError) -> Hold {
        try connection.transaction { () throws(BookingError) in
            let found = try freeSlot(choice, now: now)
            try connection.run(
                "INSERT OR REPLACE INTO hold (slot, seat, token, expires, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                [
                    .integer(found.id), .integer(found.seat), .text(token), .integer(expires.seconds),
                    .integer(now.seconds),
                ])
            return Hold(token: token, start: choice.start, minutes: found.minutes, expires: expires)
        }
    }

    func renew(_ hold: Hold, now: Date, until expires: Date) throws(BookingError) -> Hold {
        try connection.run(
            "UPDATE hold SET expires = ?1 WHERE token = ?2", [.integer(expires.seconds), .text(hold.token)])
        guard connection.changes == 1 else { throw .noLongerFree }
        return Hold(token: hold.token, start: hold.start, minutes: hold.minutes, expires: expires)
    }

    func release(_ hold: Hold) throws(BookingError) {
        try connection.run("DELETE FROM hold WHERE token = ?1", [.text(hold.token)])
    }

    /// How many bookings the professional of a slot has in the seven days around it.
    static let bookingsAround = """
        (SELECT coalesce(sum(other.booked), 0) FROM slot other
         WHERE other.professional = slot.professional AND other.booked > 0
             AND other.start BETWEEN slot.start - 302400 AND slot.start + 302400)
        """

    /// A free slot that fits, fairly chosen: of the workers who are free, the one with the fewest bookings in the
    /// local week of the slot (Monday to Sunday); of those, the one who is idle longest, which is whose last booking
    /// before the slot ends first, or who has none; of those, the first by id. The same timetables always give the
    /// same worker.
    func freeSlot(_ choice: SlotChoice, now: Date) throws(BookingError) -> (id: Int, seat: Int, minutes: Int) {
        // Asked here: the database would take a second condition on the start for the better one to search by.
        guard choice.start.seconds >= now.seconds else { throw .noLongerFree }
        let week = WallClock.finland.week(of: choice.start)
        let found = try connection.first(
            """
            SELECT id, \(Self.freeSeat), (finish - start) / 60 FROM slot
            WHERE task = ?2 AND start = ?3 AND 0 <> methods & ?4
                AND (?5 IS NULL OR municipality = ?5) AND (?6 IS NULL OR appointment_type = ?6) AND \(Self.isFree)
            ORDER BY (
                SELECT coalesce(sum(other.booked), 0) FROM slot other
                WHERE other.professional = slot.professional AND other.booked > 0
                    AND other.start >= ?7 AND other.start < ?8
            ), coalesce((
                SELECT other.finish FROM slot other
                WHERE other.professional = slot.professional AND other.booked > 0 AND other.start < slot.start
                ORDER BY other.start DESC LIMIT 1
            ), 0), professional LIMIT 1
            """,
            [
                .integer(now.seconds), .text(choice.task.rawValue), .integer(choice.start.seconds),
                .integer(choice.method.bit), SQLValue(choice.municipality?.rawValue),
                SQLValue(choice.appointmentType),
                .integer(week.lowerBound.seconds), .integer(week.upperBound.seconds),
            ]
        ) { ($0.integer(0), $0.integer(1), $0.integer(2)) }
        guard let found else { throw .noLongerFree }
        return found
    }
}

/// Makes one row of equal times while slots come in order of time.
private struct FreeSlotMerge {
    let limit: Int
    private(set) var rows: [FreeSlot] = []

    init(limit: Int) { self.limit = limit }

    /// False once there are enough rows.
    mutating func add(_ slot: Slot) -> Bool {
        if let last = rows.last, last.start == slot.start, last.appointmentType == slot.appointmentType,
            last.municipality == slot.municipality
        {
            let methods = slot.methods.union(last.methods)
            rows[rows.count - 1] = row(slot, methods: methods, professionals: last.professionals + 1)
            return true
        }
        guard rows.count < limit else { return false }
        rows.append(row(slot, methods: slot.methods, professionals: 1))
        return true
    }

    private func row(_ slot: Slot, methods: Set<ContactMethod>, professionals: Int) -> FreeSlot {
        FreeSlot(
            start: slot.start, minutes: slot.minutes, appointmentType: slot.appointmentType, task: slot.task,
            methods: methods.sorted(), municipality: slot.municipality, professionals: professionals)
    }
}
