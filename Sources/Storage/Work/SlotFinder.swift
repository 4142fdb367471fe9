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
        if let office = query.office { require("slot.office =", .text(office)) }
        if let language = query.language {
            // A language that no professional serves is found out without a look at every slot.
            guard try professionals.serve(language) else { return [] }
            require(
                "EXISTS (SELECT 1 FROM professional WHERE professional.id = slot.professional AND languages LIKE",
                .text("% \(language.rawValue) %"), ")")
        }
        var methods = "slot.methods"
        if let minutes = query.minutes {
            methods = ways(for: minutes, query, filter, &values)
            conditions.append("0 <> \(methods)")
        }
        let columns = SlotTable.columns.names.map { $0 == "methods" ? methods : "slot.\($0)" }
        var merged = FreeSlotMerge(limit: query.limit, minutes: query.minutes)
        var window: Range<Date>?
        var day = Date.distantPast..<Date.distantPast
        var allowed = AllowedTimes(limits: query.limits, clock: clock)
        try connection.scan(
            """
            SELECT \(columns.joined(separator: ", ")) FROM slot
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY slot.start, slot.appointment_type, slot.municipality, slot.office
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
            return allowed.allowed(slot).map { merged.add($0) } ?? true
        }
        return merged.rows
    }
}

extension SlotFinder {
    /// In SQL, the ways by which a meeting of so many minutes can be held from the beginning of a slot on: those that all
    /// slots offer which it takes.
    private func ways(
        for minutes: Int, _ query: SlotQuery, _ filter: SlotFilter, _ values: inout [SQLValue]
    ) -> String {
        let conditions = filter.conditions(on: "more", &values)
        let methods = query.method.map { [$0] } ?? ContactMethod.allCases
        let each = methods.map { method in
            let covered = SlotTable.covered(minutes * 60, by: String(method.bit), where: conditions)
            return "CASE WHEN \(covered) = \(minutes * 60) THEN \(method.bit) ELSE 0 END"
        }
        return "(\(each.joined(separator: " + ")))"
    }
}

/// Leaves out what the county's content no longer allows, while slots come in order of time.
private struct AllowedTimes {
    let limits: CountyLimits?
    let clock: WallClock
    /// The local day of the last slot, and whether the county is closed then: worked out once for each.
    private var day = Date.distantPast..<Date.distantPast
    private var isClosed = false

    init(limits: CountyLimits?, clock: WallClock) {
        self.limits = limits
        self.clock = clock
    }

    /// - Returns: the slot with the ways to meet that are still offered; nil if it is not to be had.
    mutating func allowed(_ slot: Slot) -> Slot? {
        guard let limits else { return slot }
        if !day.contains(slot.start) {
            day = clock.hours(0..<24, onDayOf: slot.start)
            isClosed = limits.closedDays.reason(on: clock.calendarDay(of: slot.start)) != nil
        }
        return isClosed ? nil : limits.allowed(slot)
    }
}

/// Makes one row of equal times while slots come in order of time.
private struct FreeSlotMerge {
    let limit: Int
    /// How long the meeting takes; nil for as long as the slot.
    let minutes: Int?
    private(set) var rows: [AvailableSlot] = []

    init(limit: Int, minutes: Int?) {
        self.limit = limit
        self.minutes = minutes
    }

    /// - Returns: `false` once there are enough rows.
    mutating func add(_ slot: Slot) -> Bool {
        if let last = rows.last, last.start == slot.start, last.appointmentType == slot.appointmentType,
            last.municipality == slot.municipality, last.office == slot.office
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
            start: slot.start, minutes: minutes ?? slot.minutes, appointmentType: slot.appointmentType,
            task: slot.task,
            methods: methods.sorted(), municipality: slot.municipality, office: slot.office,
            professionals: professionals)
    }
}
