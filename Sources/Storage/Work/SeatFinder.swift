import BookingCore
import CivilTime
import Foundation
import SocialServices

/// Chooses the seats of a free time, and keeps them while a client types.
struct SeatFinder {
    let connection: any SQLConnection
    let slots: SlotTable
    let holds: HoldTable
    let rights: RightKeeper
    /// The county's: the week of the fair choice is its.
    let clock: WallClock

    /// Free seats that fit, of the fairest worker or of those whom the authority names.
    ///
    /// - Parameter worker: the only one it may be, by id; nil for any.
    /// - Throws: `noLongerFree`.
    func freeSeats(_ choice: SlotChoice, with worker: String? = nil, now: Date) throws -> SeatAllocation {
        // Asked here: the database would take a second condition on the start for the better one to search by.
        guard choice.start.seconds >= now.seconds else { throw BookingRefusal.noLongerFree }
        let filter = try rights.filter(of: choice.leave, now: now)
        if let limits = choice.limits { try check(choice, limits) }
        let week = clock.week(of: choice.start)
        var values: [SQLValue] = [
            SQLValue(now), SQLValue(choice.task), SQLValue(choice.start), .integer(choice.method.bit),
            SQLValue(choice.municipality?.rawValue), SQLValue(choice.appointmentType), SQLValue(week.lowerBound),
            SQLValue(week.upperBound), SQLValue(worker),
        ]
        var required = filter.conditions(&values)
        if let limits = choice.limits {
            required += conditions(limits, choice.appointmentType, &values)
        }
        if let minutes = choice.minutes {
            let covered = SlotTable.covered(minutes * 60, by: "?4", where: filter.conditions(on: "more", &values))
            required.append("\(covered) = \(minutes * 60)")
        }
        var order = SlotTable.fairness(week: (7, 8))
        if let preferred = choice.preferred {
            values.append(.text(preferred))
            order = "CASE WHEN slot.professional = ?\(values.count) THEN 0 ELSE 1 END, \(order)"
        }
        if let office = choice.office {
            values.append(.text(office))
            required.append("slot.office = ?\(values.count)")
        }
        if let language = choice.language, choice.preferred == nil {
            values.append(.text("% \(language.rawValue) %"))
            order = """
                EXISTS (SELECT 1 FROM professional WHERE professional.id = slot.professional
                    AND languages LIKE ?\(values.count)) DESC, \(order)
                """
        }
        let conditions = required.map { " AND \($0)" }.joined()
        let found = try connection.first(
            """
            SELECT id, \(slots.freeSeat), (finish - start) / 60, appointment_type,
                EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id)
            FROM slot WHERE id = (
                SELECT id FROM slot
                WHERE slot.task = ?2 AND slot.start = ?3 AND 0 <> slot.methods & ?4
                    AND (?5 IS NULL OR slot.municipality = ?5) AND (?6 IS NULL OR slot.appointment_type = ?6)
                    AND (?9 IS NULL OR slot.professional = ?9)
                    AND \(filter.isFree)\(conditions)
                ORDER BY \(order) LIMIT 1)
            """, values
        ) { row in
            (
                seat: Seat(slot: row.next(), number: row.next()), minutes: row.next() as Int,
                type: row.next() as String, isHeld: row.next() as Bool
            )
        }
        guard let found else { throw BookingRefusal.noLongerFree }
        let first =
            try [found.seat] + filter.partners.map { try seat(of: $0, with: found.seat.slot, choice, now: now) }
        let rest = try choice.minutes.map { minutes in
            try first.flatMap { try slots.seats(after: $0.slot, minutes: minutes, choice.method, now: now) }
        }
        return SeatAllocation(
            seats: first + (rest ?? []), start: choice.start, minutes: choice.minutes ?? found.minutes,
            appointmentType: found.type, right: filter.right, isHeld: found.isHeld || first.count > 1 || rest != nil)
    }

    /// - Throws: `closed` on a closed day, `noLongerFree` by a way to meet that the type does not have any more.
    private func check(_ choice: SlotChoice, _ limits: CountyLimits) throws {
        if limits.closedDays.reason(on: clock.calendarDay(of: choice.start)) != nil { throw BookingRefusal.closed }
        guard let type = choice.appointmentType else { return }
        guard limits.kinds[type]?.methods.contains(choice.method) == true else { throw BookingRefusal.noLongerFree }
    }

    /// What the county's content allows, as conditions on a slot.
    private func conditions(
        _ limits: CountyLimits, _ type: String?, _ values: inout [SQLValue]
    ) -> [String] {
        func places(_ texts: some Sequence<String>) -> String {
            texts.sorted().map { text in
                values.append(.text(text))
                return "?\(values.count)"
            }.joined(separator: ", ")
        }
        let offices = limits.offices.isEmpty ? "NULL" : places(limits.offices)
        var conditions = [
            "slot.municipality IN (\(places(limits.municipalities.map(\.rawValue))))",
            "(slot.office IS NULL OR slot.office IN (\(offices)))",
        ]
        if let kind = type.flatMap({ limits.kinds[$0] }) {
            conditions.append("slot.finish - slot.start = \(kind.minutes * 60)")
        }
        return conditions
    }

    /// The seat of another worker of a pair, at the time of a slot.
    private func seat(of partner: String, with slot: Int, _ choice: SlotChoice, now: Date) throws -> Seat {
        let seat = try connection.first(
            """
            SELECT slot.id, \(slots.freeSeat) FROM slot JOIN slot same ON same.id = ?3
            WHERE slot.professional = ?2 AND slot.start = same.start AND 0 <> slot.methods & ?4
                AND \(SlotTable.isUntaken())
            """,
            [SQLValue(now), .text(partner), .integer(slot), .integer(choice.method.bit)]
        ) { Seat(slot: $0.next(), number: $0.next()) }
        guard let seat else { throw BookingRefusal.noLongerFree }
        return seat
    }

    func hold(_ choice: SlotChoice, token: String, now: Date, until expires: Date) throws -> Hold {
        try connection.transaction(locking: choice.lockScope()) {
            // A client who asks again, because the answer was lost on the way, has one hold.
            try holds.remove(token)
            let found = try freeSeats(choice, now: now)
            if found.isHeld {
                for seat in found.seats { try holds.remove(of: seat) }
            }
            try holds.insert(found, token: token, now: now, until: expires)
            return Hold(
                token: token, start: choice.start, minutes: found.minutes, expires: expires,
                isOfSeveralSlots: choice.minutes != nil)
        }
    }

    /// - Throws: `noLongerFree` if another client has taken the seats since the hold expired.
    func renew(_ hold: Hold, until expires: Date) throws -> Hold {
        // Not while another client takes over what had expired.
        try connection.transaction(locking: hold.lockScope()) {
            guard try holds.extend(hold.token, until: expires) else { throw BookingRefusal.noLongerFree }
        }
        return Hold(
            token: hold.token, start: hold.start, minutes: hold.minutes, expires: expires,
            isOfSeveralSlots: hold.isOfSeveralSlots)
    }
}
