import BookingCore
import CivilTime
import Foundation
import SocialServices

extension SQLBookingStore {
    func handOver(
        _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws -> Handover {
        let isKept = { (handover: Handover) in handover.isComplete && !order.isDryRun }
        return try connection.transaction(keepingIf: isKept) {
            for id in [order.professional] + order.colleagues { try require(professional: id) }
            let hit = try bookings(hitOf: order.professional, from: order.from, until: order.until)
            var promised: [Promise] = []
            for id in hit { promised.append(try promise(id)) }
            var outcomes: [Int: Handover.Outcome] = [:]
            // First everybody who can keep the time, so that no time which somebody needs is given to a moved one.
            for promise in promised {
                if promise.booking.slot.start <= now {
                    outcomes[promise.id] = .begun
                } else if let new = try place(promise, order, within: 0, now: now, drawing: draw) {
                    outcomes[promise.id] = .handedOver(new)
                }
            }
            for promise in promised where outcomes[promise.id] == nil && !promise.isInPair {
                outcomes[promise.id] = try rest(promise, order, now: now, drawing: draw)
            }
            return Handover(
                steps: promised.map { Handover.Step(booking: $0.booking, outcome: outcomes[$0.id] ?? .unassigned) })
        }
    }

    private func rest(
        _ promise: Promise, _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws -> Handover.Outcome? {
        if order.rest.contains(.move) {
            let seconds = HandoverOrder.furthestMove * CalendarDay.seconds
            let moved = try place(promise, order, within: seconds, now: now, drawing: draw)
            if let moved { return .moved(moved) }
        }
        guard order.rest.contains(.cancel) else { return nil }
        let change = BookingChange.cancelled(promise.id, as: Cancellation(by: .county, reason: "absence"))
        _ = try self.change(change, now: now, drawing: draw)
        return .cancelled
    }

    /// The new booking at the first free time that begins at most so many seconds after the promised one; nil where
    /// there is none.
    private func place(
        _ promise: Promise, _ order: HandoverOrder, within seconds: Int, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking? {
        let start = promise.booking.slot.start.seconds
        // Without sorting: rows come by time, and the first that fits says when.
        guard let first = try seat(for: promise, order, from: start, until: start + seconds, by: "slot.start", now)
        else { return nil }
        let week = WallClock.finland.week(of: Date(seconds: first.start))
        let fairest = try seat(
            for: promise, order, from: first.start, until: first.start, by: Self.fairness(week: (13, 14)), now,
            [.integer(week.lowerBound.seconds), .integer(week.upperBound.seconds)])
        guard let fairest else { return nil }
        let change = BookingChange.replaced(
            promise.id, by: fairest.seat, as: Cancellation(by: .county, reason: "absence"),
            telling: .handover)
        return try self.change(change, now: now, drawing: draw)
    }

    private func seat(
        for promise: Promise, _ order: HandoverOrder, from first: Int, until last: Int, by ranking: String,
        _ now: Date, _ week: [SQLValue] = []
    ) throws -> (seat: Seat, start: Int)? {
        let slot = promise.booking.slot
        let municipality = promise.booking.method == .office ? slot.municipality.rawValue : nil
        var found: (seat: Seat, start: Int)?
        try connection.scan(
            """
            SELECT slot.id, \(freeSeat), slot.start, slot.professional, team, languages FROM slot
                JOIN professional ON professional.id = slot.professional
            WHERE slot.task = ?2 AND slot.start BETWEEN ?3 AND ?4 AND slot.start > ?1
                AND slot.appointment_type = ?5 AND slot.finish - slot.start = ?6 AND 0 <> slot.methods & ?7
                AND (?8 IS NULL OR slot.municipality = ?8) AND (slot.by_right = 0 OR ?9 = 1)
                AND (left_at IS NULL OR left_at > slot.start)
                AND NOT (slot.professional = ?10 AND slot.start < ?12 AND slot.finish > ?11) AND \(Self.isUntaken())
            ORDER BY \(ranking)
            """,
            [
                .integer(now.seconds), .text(slot.task.rawValue), .integer(first), .integer(last),
                .text(slot.appointmentType), .integer(slot.minutes * 60), .integer(promise.booking.method.bit),
                SQLValue(municipality), .integer(promise.isByRight ? 1 : 0), .text(order.professional),
                .integer(order.from.seconds), .integer(order.until.seconds),
            ] + week
        ) { row in
            let isAllowed = promise.mayGo(
                to: row.text(3), at: row.integer(2), team: row.optionalText(4), speaking: row.text(5), order)
            if isAllowed { found = (Seat(slot: row.integer(0), number: row.integer(1)), row.integer(2)) }
            return !isAllowed
        }
        return found
    }

    private func promise(_ id: Int) throws -> Promise {
        let booking = try booking(id: id)
        let found = try connection.first(
            """
            SELECT (SELECT group_concat(professional, ' ') FROM right_worker WHERE booking_right = granted.id),
                granted.team, booking.booking_right IS NOT NULL, booking.part_of IS NOT NULL
                OR EXISTS (SELECT 1 FROM booking part WHERE part.part_of = booking.id AND part.status <> 'cancelled')
            FROM booking LEFT JOIN booking_right AS granted ON granted.id = booking.booking_right WHERE booking.id = ?1
            """, [.integer(id)]
        ) {
            Promise(
                id: id, booking: booking, workers: $0.text(0).split(separator: " ").map(String.init),
                team: $0.optionalText(1),
                isByRight: $0.integer(2) == 1, isInPair: $0.integer(3) == 1)
        }
        guard let found else { throw BookingRefusal.notFound }
        return found
    }
}

/// A booking that is to be handed over, with what decides who may take it.
private struct Promise {
    let id: Int
    let booking: Booking
    /// The workers whom its booking right names.
    let workers: [String]
    /// The team that its booking right names.
    let team: String?
    let isByRight: Bool
    /// Of a work pair: it keeps its time or nobody can place it, as the other worker stays where they are.
    let isInPair: Bool

    /// Whom a booking right names is not replaced by just anybody: only by their own team, or by whom the staff names.
    /// The staff's choice of colleagues is for the promised time; a later time may be anybody's.
    func mayGo(
        to professional: String, at start: Int, team: String?, speaking languages: String, _ order: HandoverOrder
    ) -> Bool {
        let isNamed = order.colleagues.contains(professional)
        let isPromisedTime = start == booking.slot.start.seconds
        if isPromisedTime, !order.colleagues.isEmpty, !isNamed { return false }
        if isByRight, !isNamed, !workers.contains(professional), team == nil || team != self.team { return false }
        let spoken = languages.split(separator: " ").map(String.init)
        return spoken.isEmpty || booking.needs.interpreter != nil
            || spoken.contains(booking.needs.meetingLanguage.rawValue)
    }
}
