public import Foundation
public import SocialServices

extension StaffSession {
    public func staff() throws -> [StaffMember] {
        try require(.manageStaff)
        return try store.staff()
    }

    public func add(_ member: StaffMember, passwordHash: String?) throws {
        try require(.manageStaff)
        try store.add(member, passwordHash: passwordHash, now: now())
    }

    /// Everybody sets their own password; a main user anybody's.
    public func setPassword(of id: String, hash: String) throws {
        if id != member.id { try require(.manageStaff) }
        if isOwner {
            try store.log(
                Self.ownersEntry("password of \(id)", named: member.name, policy: policy, at: now()))
        }
        try store.setPassword(of: id, hash: hash, now: now())
    }

    /// Throws `lastMainUser` where nobody could unlock accounts any more.
    public func setLocked(_ isLocked: Bool, _ id: String) throws {
        try require(.manageStaff)
        let others = try store.staff().filter { $0.canManage && $0.id != id }
        if isLocked, id == member.id, others.isEmpty { throw StaffRefusal.lastMainUser }
        try store.setLocked(isLocked, id)
    }

    public func accessLog(ofClientOf reference: BookingReference) throws -> [AccessEntry] {
        try require(.readLog, on: reference)
        try log(.accessLog, on: reference)
        return try store.accessLog(ofClientOf: reference)
    }

    public func accessLog(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry] {
        try require(.readLog)
        try log(.accessLog, on: nil)
        return try store.accessLog(ofUser: id, from: from, until: until)
    }

    public func purge(meetingsEndedBefore moment: Date, isDryRun: Bool) throws -> Purge {
        try require(.purge)
        return try store.purge(meetingsEndedBefore: moment, isDryRun: isDryRun, by: reading(or: .purge))
    }

    /// What is kept of the client of a booking, as far as its descriptions may be read: the user's and, where the county
    /// allows, their team's. Logged.
    ///
    /// - Parameter purpose: must be stated.
    public func clientData(
        of reference: BookingReference, purpose: String
    ) throws -> ClientData {
        try require(.showClientData, on: reference, purpose: purpose)
        let isAll = reach(of: .showClientData) == .all
        let shown = isAll ? Set(try store.professionals().map(\.id)) : try team().union([member.id])
        let data = try store.clientData(of: reference, with: shown, by: reading(purpose, or: .all))
        var rights: [BookingRight] = []
        for right in data.rights {
            let isOwn = try isOwn(right.grant)
            if isAll || isOwn { rights.append(right) }
        }
        return ClientData(records: data.records, rights: rights, others: data.others)
    }

    public func erase(_ reference: BookingReference, isDryRun: Bool) throws -> Purge {
        try require(.eraseClientData, on: reference)
        return try store.erase(reference, isDryRun: isDryRun, by: reading(or: .erasure))
    }

    // Calls.

    public func keepDraft(_ draft: String) throws {
        try require(.recordCall)
        try store.keepDraft(draft, of: member.id, now: now())
    }

    public func draft() throws -> String? {
        try require(.recordCall)
        return try store.draft(of: member.id)
    }

    public func dropDraft() throws {
        try require(.recordCall)
        try store.dropDraft(of: member.id)
    }

    /// Counts what happened in a call on a local day, written `2026-12-01`.
    public func count(
        _ events: [JourneyEvent], in language: Language, on day: String
    ) throws {
        try require(.recordCall)
        try store.count(events, in: language, on: day)
    }
}

extension StaffSession {
    public func professionals() throws -> [Professional] { try store.professionals() }

    /// Who is booked how much: a timetable without a name in it. Everybody sees their own.
    public func timetable(
        of professional: String, from: Date, until: Date
    ) throws -> [TimetableRow] {
        if professional != member.id { try require(.seeWorkload, of: professional) }
        return try store.timetable(of: professional, from: from, until: until, now: now())
    }

    /// Makes somebody known whose times can be opened. Not for professionals themselves: the task says whose
    /// descriptions come to them.
    public func add(_ professional: Professional) throws {
        try require(.changeTimetable)
        try store.add(professional)
    }

    /// Opens all of a professional's slots or none.
    public func open(_ slots: [Slot], of professional: String) throws {
        try require(.changeTimetable, of: professional)
        try store.open(slots)
    }

    public func rehearseOpening(_ slots: [Slot], of professional: String) throws {
        try require(.changeTimetable, of: professional)
        try store.rehearseOpening(slots)
    }

    /// - Returns: the bookings that the absence hits. Who may see no bookings is told of no client.
    public func record(_ absence: Absence, isDryRun: Bool) throws -> [Booking] {
        try require(.changeTimetable, of: absence.professional)
        let hit = try store.record(absence, isDryRun: isDryRun, now: now())
        return try hit.map { booking in try shown(booking) }
    }

    public func takeBackAbsence(of professional: String, from: Date, until: Date) throws {
        try require(.changeTimetable, of: professional)
        try store.takeBackAbsence(of: professional, from: from, until: until, now: now())
    }

    /// A professional leaves for good; for those who lead them. Who may see no bookings is told of no client.
    public func leave(_ professional: String, from date: Date, isDryRun: Bool) throws -> [Booking] {
        try require(.changeTimetable)
        let hit = try store.leave(professional, from: date, isDryRun: isDryRun, now: now())
        return try hit.map { booking in try shown(booking) }
    }

    /// Who may see no bookings is told of no client.
    public func handOver(
        _ order: HandoverOrder, drawing draw: () -> BookingReference
    ) throws -> Handover {
        try require(.handOver, of: order.professional)
        let steps = try store.handOver(order, now: now(), drawing: draw).steps
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
        guard reach(of: .seeBookings) != .nothing else { return booking.withoutClient }
        if old == nil { try log(.booking, on: booking.reference) }
        return booking
    }

    /// Counts for reports.
    public func statistics() throws -> any StatisticsStore {
        try require(.seeReports)
        return store
    }

    /// The timetable with the account's own id, whose desk its professional sits at.
    public func ownTimetable() throws -> Professional {
        try require(.recordMeeting, of: member.id)
        guard let own = try store.professionals().first(where: { $0.id == member.id }) else {
            throw StaffRefusal.noSuchProfessional(member.id)
        }
        return own
    }
}
