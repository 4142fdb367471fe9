import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    func freeSlots(_ query: SlotQuery, now: Date) throws(BookingError) -> [FreeSlot] {
        let opening = try opening(of: query.leave, now: now)
        var conditions = ["slot.start >= ?2", opening.isByRight ? Self.isUntaken() : Self.isFree]
        var values: [SQLValue] = [.integer(now.seconds), .integer(max(query.from, now).seconds)]
        conditions += opening.conditions(&values)
        func require(_ condition: String, _ value: SQLValue, _ rest: String = "") {
            values.append(value)
            conditions.append("\(condition) ?\(values.count)\(rest)")
        }
        if let task = query.task { require("slot.task =", .text(task.rawValue)) }
        if let until = query.until { require("slot.start <", .integer(until.seconds)) }
        if let method = query.method { require("0 <> slot.methods &", .integer(method.bit)) }
        if let municipality = query.municipality { require("slot.municipality =", .text(municipality.rawValue)) }
        if let type = query.appointmentType { require("slot.appointment_type =", .text(type)) }
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
        try connection.scan(
            """
            SELECT \(Self.slotColumns) FROM slot
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
        try connection.transaction(claiming: .only([.time(choice.start)])) { () throws(BookingError) in
            let found = try freeSeats(choice, now: now)
            for (position, seat) in found.seats.enumerated() {
                if found.isHeld { try releaseHold(of: seat) }
                try connection.run(
                    """
                    INSERT INTO hold (slot, seat, token, position, expires, made_at, booking_right)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                    """,
                    [
                        .integer(seat.slot), .integer(seat.number), .text(token), .integer(position),
                        .integer(expires.seconds), .integer(now.seconds), SQLValue(found.right),
                    ])
            }
            return Hold(token: token, start: choice.start, minutes: found.minutes, expires: expires)
        }
    }

    func renew(_ hold: Hold, now: Date, until expires: Date) throws(BookingError) -> Hold {
        // Not while somebody takes over what had expired.
        try connection.transaction(claiming: .only([.time(hold.start)])) { () throws(BookingError) in
            try connection.run(
                "UPDATE hold SET expires = ?1 WHERE token = ?2", [.integer(expires.seconds), .text(hold.token)])
            guard connection.changes > 0 else { throw .noLongerFree }
        }
        return Hold(token: hold.token, start: hold.start, minutes: hold.minutes, expires: expires)
    }

    func release(_ hold: Hold) throws(BookingError) {
        try connection.run("DELETE FROM hold WHERE token = ?1", [.text(hold.token)])
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
