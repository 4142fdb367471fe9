public import Foundation
public import SocialServices

/// What a visitor and the county's staff do alike: look for a free time, hold it while details are typed, and book, move
/// or cancel.
///
/// The rules that bind a visitor, the clock and new references are inside: a caller cannot forget them.
public protocol BookingDesk {
    /// The time by the desk's clock.
    var now: Date { get }
    /// The rules that bind the one who books here; the county's staff only those of interpreters.
    func rules(of appointmentType: String?) -> AppointmentRules
    /// Free times as they are opened, earliest first, also those that the rules do not let a client book yet.
    func freeSlots(_ query: SlotQuery) throws -> [AvailableSlot]
    /// A new secret for a hold. One secret serves every try at one hold: a hold whose answer was lost is found again.
    func newToken() -> String
    /// Keeps a slot of some free worker for `Hold.lifetime`.
    ///
    /// - Throws: `noLongerFree`.
    func hold(_ choice: SlotChoice, token: String) throws -> Hold
    /// Begins a hold's time anew, also of one that ran out if no other took the slot.
    ///
    /// - Throws: `noLongerFree`.
    func renew(_ hold: Hold) throws -> Hold
    func release(_ hold: Hold) throws
    func book(_ hold: Hold, _ request: BookingRequest) throws -> Booking
    func book(_ choice: SlotChoice, _ request: BookingRequest) throws -> Booking
    /// Books a time at `choice.start` and one at each of the later `starts`, all with the same workers; all or none.
    func book(series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest) throws -> [Booking]
    func cancel(_ booking: Booking, as cancellation: Cancellation) throws -> Booking
    func move(_ booking: Booking, to choice: SlotChoice, as cancellation: Cancellation) throws -> Booking
    func move(
        _ booking: Booking, to hold: Hold, _ method: ContactMethod, as cancellation: Cancellation
    ) throws -> Booking
}

extension BookingDesk {
    /// `true` if an interpreter comes to a booking, and its time is one for that by the rules here.
    public func isForInterpreter(_ booking: Booking) -> Bool {
        booking.isForInterpreter(by: rules(of: booking.slot.appointmentType))
    }

    /// Times of one appointment type that can be booked here now, earliest first.
    ///
    /// - Parameters:
    ///   - from: times that start at this moment or later.
    ///   - until: times that start before this moment; nil for no end.
    ///   - limit: the most rows, at least 1.
    public func bookableSlots(
        of type: AppointmentType, for service: String? = nil, method: ContactMethod? = nil,
        municipality: Municipality? = nil, leave: BookingAuthority = .open, from: Date? = nil,
        until: Date? = nil, limit: Int, isInterpreted: Bool = false
    ) throws -> [AvailableSlot] {
        try bookableSlots(
            SlotQuery(
                task: type.task, method: method, municipality: municipality, appointmentType: type.id,
                service: service, leave: leave, from: from ?? now, until: until, limit: limit),
            isInterpreted: isInterpreted)
    }

    /// Those of the times looked for that can be booked here now, earliest first.
    ///
    /// - Parameter isInterpreted: `true` if an interpreter comes: only times that leave time to order one, and as long as
    ///   such a meeting takes.
    public func bookableSlots(_ query: SlotQuery, isInterpreted: Bool = false) throws -> [AvailableSlot] {
        let now = now
        // Times of several types: each by the rules of its own.
        if query.appointmentType == nil {
            return try slots(query) { row in
                let rules = self.rules(of: row.appointmentType)
                let isInTime = row.start >= rules.earliest(now) && rules.latest(now).map { row.start <= $0 } ?? true
                guard isInTime else { return nil }
                return query.leave == .open ? row.open(by: rules, for: query.service, now: now) : row
            }
        }
        let rules = rules(of: query.appointmentType)
        // A moment of whole seconds: the last one that may be booked belongs to the times that are found.
        let end = rules.latest(now).map { $0.addingTimeInterval(1) }
        var query = query
        query.from = max(query.from, isInterpreted ? rules.earliestWithInterpreter(now) : rules.earliest(now))
        if isInterpreted { query.minutes = query.minutes ?? rules.interpreterMinutes }
        query.until = [query.until, end].compactMap(\.self).min()
        // Who has a right, or a time to move, need not wait until others may book.
        return try rules.openings.isEmpty || query.leave != .open ? freeSlots(query) : openSlots(query, rules)
    }

    /// Those of the free times that clients may book themselves by now, as many as are looked for.
    private func openSlots(_ query: SlotQuery, _ rules: AppointmentRules) throws -> [AvailableSlot] {
        let now = now
        guard rules.isOpen(query.method, in: query.municipality, for: query.service, now: now) else { return [] }
        return try slots(query) { $0.open(by: rules, for: query.service, now: now) }
    }

    /// Those of the free times that may be booked, as many as are looked for.
    ///
    /// - Parameter part: what of a time may be booked; nil if nothing.
    private func slots(
        _ query: SlotQuery, _ part: (AvailableSlot) -> AvailableSlot?
    ) throws -> [AvailableSlot] {
        var query = query
        let wanted = query.limit
        var open: [AvailableSlot] = []
        while true {
            let rows = try freeSlots(query)
            open += rows.compactMap(part).filter { row in query.method.map(row.methods.contains) ?? true }
            guard rows.count == query.limit, open.count < wanted, let last = rows.last?.start else { break }
            // Rows of one moment may have been cut off; a page that holds but one moment grows.
            if last == rows.first?.start {
                query.limit *= 2
            } else {
                query.from = last
            }
            open.removeAll { $0.start >= query.from }
        }
        return Array(open.prefix(wanted))
    }

    /// When the first time of an appointment type begins that can be booked here now; nil if nothing is free.
    public func firstFree(
        of type: AppointmentType, for service: String? = nil, by method: ContactMethod? = nil
    ) throws -> Date? {
        try bookableSlots(of: type, for: service, method: method, limit: 1).first?.start
    }
}

extension AvailableSlot {
    /// What of it clients may book themselves by now; nil if nothing is.
    fileprivate func open(by rules: AppointmentRules, for service: String?, now: Date) -> AvailableSlot? {
        let open = methods.filter { rules.isOpen($0, in: municipality, for: service, now: now) }
        if open.isEmpty { return nil }
        return AvailableSlot(
            start: start, minutes: minutes, appointmentType: appointmentType, task: task, methods: open,
            municipality: municipality, office: office, professionals: professionals)
    }
}
