import BookingCore
import CivilTime
import Foundation
import SocialServices

/// Looks for free times.
struct SlotFinder {
    let connection: any SQLConnection
    let professionals: ProfessionalTable
    let rights: RightKeeper
    /// The county's: the hours of a local day are its.
    let clock: WallClock

    func freeSlots(_ query: SlotQuery, now: Date) throws -> [AvailableSlot] {
        let filter = try rights.filter(of: query.leave, now: now)
        var conditions = ["slot.start >= ?2", filter.isFree]
        var values = [SQLValue(now), SQLValue(max(query.from, now))]
        conditions += filter.conditions(&values)
        func require(_ condition: String, _ value: SQLValue, _ rest: String = "") {
            values.append(value)
            conditions.append("\(condition) ?\(values.count)\(rest)")
        }
        if let task = query.task { require("slot.task =", SQLValue(task)) }
        if let until = query.until { require("slot.start <", SQLValue(until)) }
        if let method = query.method { require("0 <> slot.methods &", .integer(method.bit)) }
        if let municipality = query.municipality { require("slot.municipality =", SQLValue(municipality)) }
        if let type = query.appointmentType { require("slot.appointment_type =", .text(type)) }
        if let language = query.language {
            // A language that no professional serves is found out without a look at every slot.
            guard try professionals.serve(language) else { return [] }
            require(
                "EXISTS (SELECT 1 FROM professional WHERE professional.id = slot.professional AND languages LIKE",
                .text("% \(language.rawValue) %"), ")")
        }
        var merged = FreeSlotMerge(limit: query.limit)
        var window: Range<Date>?
        var day = Date.distantPast..<Date.distantPast
        try connection.scan(
            """
            SELECT \(SlotTable.columns.selected) FROM slot
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY start, appointment_type, municipality
            """, values
        ) { row in
            var cursor = RowCursor(row)
            let slot = try SlotTable.slot(&cursor)
            if let hours = query.hours {
                // Times come in order: the local day is worked out once for each.
                if !day.contains(slot.start) {
                    day = clock.hours(0..<24, onDayOf: slot.start)
                    window = clock.hours(hours, onDayOf: slot.start)
                }
                if window?.contains(slot.start) != true { return true }
            }
            return merged.add(slot)
        }
        return merged.rows
    }
}

/// Makes one row of equal times while slots come in order of time.
private struct FreeSlotMerge {
    let limit: Int
    private(set) var rows: [AvailableSlot] = []

    init(limit: Int) { self.limit = limit }

    /// - Returns: `false` once there are enough rows.
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

    private func row(_ slot: Slot, methods: Set<ContactMethod>, professionals: Int) -> AvailableSlot {
        AvailableSlot(
            start: slot.start, minutes: slot.minutes, appointmentType: slot.appointmentType, task: slot.task,
            methods: methods.sorted(), municipality: slot.municipality, professionals: professionals)
    }
}
