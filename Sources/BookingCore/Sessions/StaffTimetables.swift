public import Foundation

/// Professionals, the times they open, and their absences; checked and logged.
public struct StaffTimetables {
    private let access: StaffAccess
    private var store: any ScheduleStore { get throws { try access.store } }

    init(_ access: StaffAccess) { self.access = access }

    public func professionals() throws -> [Professional] { try store.professionals() }

    /// The timetable with the account's own id, whose desk its professional sits at.
    public func ownTimetable() throws -> Professional {
        try access.require(.recordMeeting, of: access.member.id)
        guard let own = try store.professionals().first(where: { $0.id == access.member.id }) else {
            throw StaffRefusal.noSuchProfessional(access.member.id)
        }
        return own
    }

    /// Who is booked how much: a timetable without a client's name in it. A professional's own is open to them.
    public func timetable(of professional: String, from: Date, until: Date) throws -> [TimetableRow] {
        if professional != access.member.id { try access.require(.seeWorkload, of: professional) }
        return try store.timetable(of: professional, from: from, until: until, now: access.now)
    }

    /// Adds a professional whose times can be opened. Not for professionals themselves: the task says whose
    /// descriptions come to them.
    public func add(_ professional: Professional) throws {
        try access.require(.changeTimetable)
        try store.add(professional, by: access.doer, now: access.now)
    }

    /// Opens all of a professional's slots or none.
    public func open(_ slots: [Slot], of professional: String) throws {
        try access.require(.changeTimetable, of: professional)
        try store.open(slots, by: access.doer, now: access.now)
    }

    /// Throws what `open` would, and opens nothing.
    public func rehearseOpening(_ slots: [Slot], of professional: String) throws {
        try access.require(.changeTimetable, of: professional)
        try store.rehearseOpening(slots)
    }

    /// Changes what is free in a professional's timetable; what is booked or held is never touched.
    public func rearrange(
        _ professional: String, from: Date, until: Date, as deed: Deed, isDryRun: Bool,
        planning plan: ([TimetableRow]) throws -> TimetablePlan
    ) throws -> TimetablePlan {
        try access.require(.changeTimetable, of: professional)
        return try store.rearrange(
            professional, from: from, until: until, as: deed, isDryRun: isDryRun, by: access.doer, now: access.now,
            planning: plan)
    }

    /// Coming bookings that the county's content no longer allows, in order of time, without their clients.
    public func conflicts() throws -> [(booking: Booking, conflict: CountyLimits.Conflict)] {
        try access.require(.handOver)
        guard let limits = access.context.rules.limits else { return [] }
        return try access.store.comingBookings(now: access.now).compactMap { booking in
            limits.conflict(of: booking, on: access.context.clock).map { (booking.withoutClient, $0) }
        }
    }

    /// - Returns: the bookings that the absence hits, without the client for those who may see no bookings.
    public func record(_ absence: Absence, isDryRun: Bool) throws -> [Booking] {
        try access.require(.changeTimetable, of: absence.professional)
        return try store.record(absence, isDryRun: isDryRun, by: access.doer, now: access.now).map { try shown($0) }
    }

    public func takeBackAbsence(of professional: String, from: Date, until: Date) throws {
        try access.require(.changeTimetable, of: professional)
        try store.takeBackAbsence(of: professional, from: from, until: until, by: access.doer, now: access.now)
    }

    /// A professional leaves for good; for those who lead them.
    ///
    /// - Returns: the bookings from then on, without the client for those who may see no bookings.
    public func leave(_ professional: String, from date: Date, isDryRun: Bool) throws -> [Booking] {
        try access.require(.changeTimetable)
        return try store.leave(professional, from: date, isDryRun: isDryRun, by: access.doer, now: access.now).map {
            try shown($0)
        }
    }

    /// - Returns: what became of each booking, without the client for those who may see no bookings.
    public func handOver(_ order: HandoverOrder) throws -> Handover {
        try access.require(.handOver, of: order.professional)
        let order = order.done(by: access.doer, pausing: access.policy.pauses.change)
        let steps = try store.handOver(order, now: access.now, drawing: access.context.generateReference).steps
        return Handover(
            steps: try steps.map { step in
                let outcome: Handover.Outcome =
                    switch step.outcome {
                    case .handedOver(let new): .handedOver(try shown(new, as: step.booking))
                    case .moved(let new): .moved(try shown(new, as: step.booking))
                    case .cancelled, .begun, .unassigned: step.outcome
                    }
                return Handover.Step(booking: try shown(step.booking), outcome: outcome)
            })
    }

    /// A booking as far as the user may see it; that they saw the client is logged.
    ///
    /// - Parameter old: the booking whose place it took, which was the user's and is logged by itself.
    private func shown(_ booking: Booking, as old: Booking? = nil) throws -> Booking {
        guard access.reach(of: .seeBookings) != .nothing else { return booking.withoutClient }
        if old == nil {
            try access.look(
                .booking, scope: "timetable \(booking.slot.professional)", bookings: [booking.reference])
        }
        return booking
    }
}
