import BookingCore
import CivilTime
import Foundation
import SocialServices

/// Gives the bookings of a professional who is away to colleagues, all in one transaction.
struct HandoverPlanner {
    let connection: any SQLConnection
    let professionals: ProfessionalTable
    let slots: SlotTable
    let bookings: BookingTable
    let changer: BookingChanger
    /// The county's: the week of the fair choice is its.
    let clock: WallClock

    func handOver(
        _ order: HandoverOrder, now: Date, drawing draw: () -> BookingReference
    ) throws -> Handover {
        let isKept = { (handover: Handover) in handover.isComplete && !order.isDryRun }
        return try connection.transaction(keepingIf: isKept) {
            for id in [order.professional] + order.colleagues { try professionals.require(id) }
            let promised = try bookings.ids(of: order.professional, from: order.from, until: order.until)
                .map { try promise($0) }
            var outcomes: [Int: Handover.Outcome] = [:]
            // First those who can keep the time, so that no time which one of them needs is given to a moved one.
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
        let change = BookingChange.cancelled(promise.id, as: order.cancellation)
        _ = try changer.apply(change, now: now, drawing: draw)
        return .cancelled
    }

    /// The new booking at the first free time that begins at most so many seconds after the promised one; nil if there
    /// is none.
    private func place(
        _ promise: Promise, _ order: HandoverOrder, within seconds: Int, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> Booking? {
        let start = promise.booking.slot.start.seconds
        // Without sorting: rows come by time, and the first that fits says when.
        guard let first = try seat(for: promise, order, from: start, until: start + seconds, by: "slot.start", now)
        else { return nil }
        let week = clock.week(of: Date(seconds: first.start))
        let fairest = try seat(
            for: promise, order, from: first.start, until: first.start, by: SlotTable.fairness(week: (13, 14)), now,
            [SQLValue(week.lowerBound), SQLValue(week.upperBound)])
        guard let fairest else { return nil }
        let following =
            promise.slots > 1
            ? try slots.seats(
                after: fairest.seat.slot, minutes: promise.booking.slot.minutes, promise.booking.method, now: now)
            : []
        let change = BookingChange.replaced(
            promise.id, by: [fairest.seat] + following, as: order.cancellation,
            telling: .handover)
        return try changer.apply(change, now: now, drawing: draw)
    }

    private func seat(
        for promise: Promise, _ order: HandoverOrder, from first: Int, until last: Int, by ranking: String,
        _ now: Date, _ week: [SQLValue] = []
    ) throws -> (seat: Seat, start: Int)? {
        let slot = promise.booking.slot
        let seconds = slot.minutes * 60
        let length = promise.slots > 1 ? SlotTable.covered(seconds, by: "?7") : "slot.finish - slot.start"
        let municipality = promise.booking.method == .office ? slot.municipality.rawValue : nil
        var found: (seat: Seat, start: Int)?
        try connection.scan(
            """
            SELECT slot.id, \(slots.freeSeat), slot.start, slot.professional, team, languages FROM slot
                JOIN professional ON professional.id = slot.professional
            WHERE slot.task = ?2 AND slot.start BETWEEN ?3 AND ?4 AND slot.start > ?1
                AND slot.appointment_type = ?5 AND \(length) = ?6 AND 0 <> slot.methods & ?7
                AND (?8 IS NULL OR slot.municipality = ?8) AND (slot.by_right = 0 OR ?9 = 1)
                AND (left_at IS NULL OR left_at > slot.start)
                AND NOT (slot.professional = ?10 AND slot.start < ?12 AND slot.start + ?6 > ?11) AND \(SlotTable.isUntaken())
            ORDER BY \(ranking)
            """,
            [
                SQLValue(now), SQLValue(slot.task), .integer(first), .integer(last), .text(slot.appointmentType),
                .integer(seconds), .integer(promise.booking.method.bit), SQLValue(municipality),
                SQLValue(promise.isByRight), .text(order.professional), SQLValue(order.from), SQLValue(order.until),
            ] + week
        ) { row in
            var row = RowCursor(row)
            let (seat, start) = (Seat(slot: row.next(), number: row.next()), row.next() as Int)
            let isAllowed = promise.mayGo(
                to: row.next(), at: start, team: row.next(), speaking: row.words(), order)
            if isAllowed { found = (seat, start) }
            return !isAllowed
        }
        return found
    }

    private func promise(_ id: Int) throws -> Promise {
        let booking = try bookings.booking(id: id)
        let (slots, isInPair) = try (bookings.countSlots(of: id), bookings.isShared(id))
        let found = try connection.first(
            """
            SELECT (SELECT group_concat(professional, ' ') FROM right_worker WHERE booking_right = granted.id),
                granted.team, booking.booking_right IS NOT NULL
            FROM booking LEFT JOIN booking_right AS granted ON granted.id = booking.booking_right WHERE booking.id = ?1
            """, [.integer(id)]
        ) { row in
            Promise(
                id: id, booking: booking, slots: slots, workers: row.words(), team: row.next(), isByRight: row.next(),
                isInPair: isInPair)
        }
        guard let found else { throw BookingRefusal.notFound }
        return found
    }
}

/// A booking that is to be handed over, with what decides who may take it.
private struct Promise {
    let id: Int
    let booking: Booking
    /// How many slots it takes, one after another.
    let slots: Int
    /// The workers whom its booking right names.
    let workers: [String]
    /// The team that its booking right names.
    let team: String?
    let isByRight: Bool
    /// Of a work pair: it keeps its time or cannot be placed, as the other worker stays where they are.
    let isInPair: Bool

    /// Whom a booking right names is not replaced by just any worker: only by their own team, or by whom the staff
    /// names. The staff's choice of colleagues is for the promised time; a later time may be any worker's.
    func mayGo(
        to professional: String, at start: Int, team: String?, speaking languages: [String], _ order: HandoverOrder
    ) -> Bool {
        let isNamed = order.colleagues.contains(professional)
        let isPromisedTime = start == booking.slot.start.seconds
        if isPromisedTime, !order.colleagues.isEmpty, !isNamed { return false }
        if isByRight, !isNamed, !workers.contains(professional), team == nil || team != self.team { return false }
        return languages.isEmpty || booking.needs.interpreter != nil
            || languages.contains(booking.needs.meetingLanguage.rawValue)
    }
}
