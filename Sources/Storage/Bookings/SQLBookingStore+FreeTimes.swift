import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func freeSlots(_ query: SlotQuery, now: Date) throws(BookingError) -> [FreeSlot] {
        var conditions = ["start >= ?2", Self.isFree]
        var values: [SQLValue] = [.integer(now.seconds), .integer(max(query.from, now).seconds)]
        func require(_ condition: String, _ value: SQLValue) {
            values.append(value)
            conditions.append("\(condition) ?\(values.count)")
        }
        if let task = query.task { require("task =", .text(task.rawValue)) }
        if let until = query.until { require("start <", .integer(until.seconds)) }
        if let method = query.method { require("0 <> methods &", .integer(method.bit)) }
        if let municipality = query.municipality { require("municipality =", .text(municipality.rawValue)) }
        var merged = FreeSlotMerge(limit: query.limit)
        try connection.run(
            """
            SELECT professional, start, finish, appointment_type, task, methods, municipality FROM slot
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY start, appointment_type, municipality
            """, values
        ) { row throws(BookingError) in merged.add(try row.slot(from: 0)) }
        return merged.rows
    }

    func hold(
        _ choice: SlotChoice, token: String, now: Date, until expires: Date
    ) throws(BookingError) -> Hold {
        try connection.transaction { () throws(BookingError) in
            let found = try freeSlot(choice, now: now)
            try connection.run(
                "INSERT OR REPLACE INTO hold (slot, seat, token, expires) VALUES (?1, ?2, ?3, ?4)",
                [.integer(found.id), .integer(found.seat), .text(token), .integer(expires.seconds)])
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
        (SELECT count(*) FROM booking JOIN slot other ON other.id = booking.slot
         WHERE other.professional = slot.professional AND booking.status <> 'cancelled'
             AND other.start BETWEEN slot.start - 302400 AND slot.start + 302400)
        """

    /// A free slot that fits: of the workers who are free, the one with the fewest bookings in the seven days
    /// around it, then the first by id.
    func freeSlot(_ choice: SlotChoice, now: Date) throws(BookingError) -> (id: Int, seat: Int, minutes: Int) {
        let found = try connection.first(
            """
            SELECT id, \(Self.freeSeat), (finish - start) / 60 FROM slot
            WHERE task = ?2 AND start = ?3 AND start >= ?1 AND 0 <> methods & ?4
                AND (?5 IS NULL OR municipality = ?5) AND \(Self.isFree)
            ORDER BY \(Self.bookingsAround), professional LIMIT 1
            """,
            [
                .integer(now.seconds), .text(choice.task.rawValue), .integer(choice.start.seconds),
                .integer(choice.method.bit), SQLValue(choice.municipality?.rawValue),
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
