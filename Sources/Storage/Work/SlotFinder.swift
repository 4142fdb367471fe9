import BookingCore
import CivilTime
import Foundation
import SocialServices

extension SQLBookingStore {
    func freeSlots(_ query: SlotQuery, now: Date) throws -> [AvailableSlot] {
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
        ) { row in
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

    private func serves(_ language: Language) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM professional WHERE languages LIKE ?1", [.text("% \(language.rawValue) %")]
        ) { $0.integer(0) } != nil
    }

    func hold(
        _ choice: SlotChoice, token: String, now: Date, until expires: Date
    ) throws -> Hold {
        try connection.transaction(claiming: .only([.time(choice.start)])) {
            // Whoever asks again, because the answer was lost on the way, has one hold.
            try connection.run("DELETE FROM hold WHERE token = ?1", [.text(token)])
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

    func renew(_ hold: Hold, now: Date, until expires: Date) throws -> Hold {
        // Not while somebody takes over what had expired.
        try connection.transaction(claiming: .only([.time(hold.start)])) {
            try connection.run(
                "UPDATE hold SET expires = ?1 WHERE token = ?2", [.integer(expires.seconds), .text(hold.token)])
            guard connection.changes > 0 else { throw BookingRefusal.noLongerFree }
        }
        return Hold(token: hold.token, start: hold.start, minutes: hold.minutes, expires: expires)
    }

    func release(_ hold: Hold) throws {
        try connection.run("DELETE FROM hold WHERE token = ?1", [.text(hold.token)])
    }

}

/// Makes one row of equal times while slots come in order of time.
private struct FreeSlotMerge {
    let limit: Int
    private(set) var rows: [AvailableSlot] = []

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

    private func row(_ slot: Slot, methods: Set<ContactMethod>, professionals: Int) -> AvailableSlot {
        AvailableSlot(
            start: slot.start, minutes: slot.minutes, appointmentType: slot.appointmentType, task: slot.task,
            methods: methods.sorted(), municipality: slot.municipality, professionals: professionals)
    }
}

extension SQLBookingStore {
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

    /// Free seats that fit, of the fairest worker or of those whom the leave names.
    ///
    /// - Parameter worker: the only one it may be, by id; nil for any.
    func freeSeats(
        _ choice: SlotChoice, with worker: String? = nil, now: Date
    ) throws -> SeatAllocation {
        // Asked here: the database would take a second condition on the start for the better one to search by.
        guard choice.start.seconds >= now.seconds else { throw BookingRefusal.noLongerFree }
        let opening = try opening(of: choice.leave, now: now)
        let week = WallClock.finland.week(of: choice.start)
        var values: [SQLValue] = [
            .integer(now.seconds), .text(choice.task.rawValue), .integer(choice.start.seconds),
            .integer(choice.method.bit), SQLValue(choice.municipality?.rawValue),
            SQLValue(choice.appointmentType),
            .integer(week.lowerBound.seconds), .integer(week.upperBound.seconds), SQLValue(worker),
        ]
        let leave = opening.conditions(&values).map { " AND \($0)" }.joined()
        let found = try connection.first(
            """
            SELECT id, \(freeSeat), (finish - start) / 60, appointment_type,
                EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id)
            FROM slot WHERE id = (
                SELECT id FROM slot
                WHERE slot.task = ?2 AND slot.start = ?3 AND 0 <> slot.methods & ?4
                    AND (?5 IS NULL OR slot.municipality = ?5) AND (?6 IS NULL OR slot.appointment_type = ?6)
                    AND (?9 IS NULL OR slot.professional = ?9)
                    AND \(opening.isByRight ? Self.isUntaken() : Self.isFree)\(leave)
                ORDER BY \(Self.fairness(week: (7, 8))) LIMIT 1)
            """, values
        ) {
            (
                seat: Seat(slot: $0.integer(0), number: $0.integer(1)), minutes: $0.integer(2), type: $0.text(3),
                isHeld: $0.integer(4) == 1
            )
        }
        guard let found else { throw BookingRefusal.noLongerFree }
        let partners = try seats(of: opening.partners, besides: found.seat.slot, choice.method, now: now)
        return SeatAllocation(
            seats: [found.seat] + partners, start: choice.start, minutes: found.minutes, appointmentType: found.type,
            right: opening.right, isHeld: found.isHeld || !partners.isEmpty)
    }

    /// A work pair's other seats, at the time of a slot.
    private func seats(
        of partners: [String], besides slot: Int, _ method: ContactMethod, now: Date
    ) throws -> [Seat] {
        var seats: [Seat] = []
        for partner in partners {
            let seat = try connection.first(
                """
                SELECT slot.id, \(freeSeat) FROM slot JOIN slot same ON same.id = ?3
                WHERE slot.professional = ?2 AND slot.start = same.start AND 0 <> slot.methods & ?4
                    AND \(Self.isUntaken())
                """,
                [.integer(now.seconds), .text(partner), .integer(slot), .integer(method.bit)]
            ) { Seat(slot: $0.integer(0), number: $0.integer(1)) }
            guard let seat else { throw BookingRefusal.noLongerFree }
            seats.append(seat)
        }
        return seats
    }
}

/// A seat of a slot, by the slot's row id; seats count from 1.
struct Seat: Hashable {
    let slot: Int
    let number: Int
}

/// What a client is to be promised: one seat or, of a work pair, one of each worker at the same time.
struct SeatAllocation {
    /// The first is that of the booking itself, the others are its parts. Never empty.
    let seats: [Seat]
    let start: Date
    let minutes: Int
    /// The first seat's, by id.
    let appointmentType: String
    /// The booking right that opened it, by row id.
    let right: Int?
    /// False where no hold is kept of any of the seats, not even one that has expired.
    var isHeld = true
    /// The token of the hold that kept them; nil where they were not held.
    var token: String?
}

/// Which times a leave opens, as the database looks for them.
struct SlotFilter {
    /// True where times that only a right opens are among them.
    var isByRight = false
    /// These workers together, by id; empty for any.
    var workers: [String] = []
    /// Any worker of this team.
    var team: String?
    var appointmentType: String?
    /// The booking right that opens them, by row id.
    var right: Int?

    /// The workers beside the first one.
    var partners: [String] { Array(workers.dropFirst()) }

    /// Conditions on a slot; what they compare with is added to `values`. `?1` is the present moment.
    func conditions(_ values: inout [SQLValue]) -> [String] {
        var conditions: [String] = []
        func parameter(_ text: String) -> String {
            values.append(.text(text))
            return "?\(values.count)"
        }
        if let first = workers.first { conditions.append("slot.professional = \(parameter(first))") }
        for partner in partners {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM slot partner WHERE partner.professional = \(parameter(partner))
                    AND partner.start = slot.start AND partner.finish = slot.finish
                    AND partner.appointment_type = slot.appointment_type
                    AND partner.municipality = slot.municipality AND 0 <> partner.methods & slot.methods
                    AND \(SQLBookingStore.isUntaken("partner")))
                """)
        }
        if let team {
            conditions.append("slot.professional IN (SELECT id FROM professional WHERE team = \(parameter(team)))")
        }
        if let appointmentType { conditions.append("slot.appointment_type = \(parameter(appointmentType))") }
        return conditions
    }
}
