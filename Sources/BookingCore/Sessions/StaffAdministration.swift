public import Foundation
public import SocialServices

/// Accounts, the access log, what is kept for how long, and reports; checked and logged.
public struct StaffAdministration {
    private let access: StaffAccess
    private var store: any Store { get throws { try access.store } }

    init(_ access: StaffAccess) { self.access = access }

    public func staff() throws -> [StaffMember] {
        try access.require(.manageStaff)
        return try store.staff()
    }

    public func add(_ member: StaffMember, passwordHash: String?) throws {
        try access.require(.manageStaff)
        try store.add(member, passwordHash: passwordHash, by: access.doer, now: access.now)
    }

    /// Users set their own password; a main user anyone's.
    public func setPassword(of id: String, hash: String) throws {
        if id != access.member.id { try access.require(.manageStaff) }
        try access.logOwner("password of \(id)")
        try store.setPassword(of: id, hash: hash, by: access.doer, now: access.now)
    }

    /// Gives an account a password for once; its owner reads who gave it and why.
    ///
    /// - Parameter reason: must be stated.
    public func resetPassword(of id: String, hash: String, reason: String) throws {
        try access.require(.manageStaff)
        try store.resetPassword(of: id, hash: hash, reason: reason, by: access.doer, now: access.now)
    }

    /// Sets what an account may be used as, the main role first.
    ///
    /// - Throws: `lastMainUser` if no one could manage accounts any more.
    public func setRoles(_ roles: [StaffRole], of id: String) throws {
        try access.require(.manageStaff)
        let staff = try store.staff()
        let isLast = !staff.contains { $0.canManage && $0.id != id } && staff.contains { $0.canManage && $0.id == id }
        if isLast, !roles.contains(.mainUser) { throw StaffRefusal.lastMainUser }
        try store.setRoles(roles, of: id, by: access.doer, now: access.now)
    }

    /// - Throws: `lastMainUser` if no one could unlock accounts any more.
    public func setLocked(_ isLocked: Bool, _ id: String) throws {
        try access.require(.manageStaff)
        let others = try store.staff().filter { $0.canManage && $0.id != id }
        if isLocked, id == access.member.id, others.isEmpty { throw StaffRefusal.lastMainUser }
        try store.setLocked(isLocked, id, by: access.doer, now: access.now)
    }

    public func accessLog(ofClientOf reference: BookingReference) throws -> [AccessEntry] {
        try access.require(.readLog, on: reference)
        try access.log(.accessLog, on: reference)
        return try store.accessLog(ofClientOf: reference)
    }

    /// What was done to the client of a booking: their own extract of the logs holds it too.
    public func changes(ofClientOf reference: BookingReference) throws -> [Change] {
        try access.require(.readLog, on: reference)
        return try store.changes(ofClientOf: reference)
    }

    public func accessLog(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry] {
        try access.require(.readLog)
        try access.log(.accessLog, on: nil)
        return try store.accessLog(ofUser: id, from: from, until: until)
    }

    /// - Parameter forgotten: clients without a meeting since then lose their name and number; nil for none.
    public func purge(
        meetingsEndedBefore moment: Date, clientsBefore forgotten: Date?, isDryRun: Bool
    ) throws -> Purge {
        try access.require(.purge)
        return try store.purge(
            meetingsEndedBefore: moment, clientsBefore: forgotten, isDryRun: isDryRun, by: access.reading(or: .purge))
    }

    /// What is kept of the client of a booking, as far as its descriptions may be read: the user's and, if the county
    /// allows, their team's. Logged.
    ///
    /// - Parameter purpose: must be stated.
    public func clientData(of reference: BookingReference, purpose: String) throws -> ClientData {
        try access.require(.showClientData, on: reference, purpose: purpose)
        let isAll = access.reach(of: .showClientData) == .all
        let shown =
            isAll ? Set(try store.professionals().map(\.id)) : try access.team().union([access.member.id])
        let data = try store.clientData(of: reference, with: shown, by: access.reading(purpose, or: .all))
        let rights = try data.rights.filter { right in try isAll || access.isOwn(right.grant) }
        return ClientData(records: data.records, rights: rights, others: data.others)
    }

    public func erase(_ reference: BookingReference, isDryRun: Bool) throws -> Purge {
        try access.require(.eraseClientData, on: reference)
        return try store.erase(reference, isDryRun: isDryRun, by: access.reading(or: .erasure))
    }
}

/// Counts for reports, which name no one; checked.
public struct StaffReports {
    private let access: StaffAccess

    init(_ access: StaffAccess) { self.access = access }

    /// Workload by worker and team in a period.
    public func workload(from: Date, until: Date) throws -> WorkloadReport {
        try access.require(.seeWorkload)
        return WorkloadReport(
            of: try access.store.statistics.workload(from: from, until: until, overBy: access.now),
            professionals: try access.store.professionals())
    }

    /// What reports are made of; the one way to them, so that each is checked.
    public func statistics() throws -> any StatisticsStore {
        try access.require(.seeReports)
        return try access.store.statistics
    }
}

/// What the phone service keeps while a call goes on; checked.
public struct StaffCalls {
    private let access: StaffAccess

    init(_ access: StaffAccess) { self.access = access }

    public func saveDraft(_ draft: String) throws {
        try access.require(.recordCall)
        try access.store.keepDraft(draft, of: access.member.id, now: access.now)
    }

    public func draft() throws -> String? {
        try access.require(.recordCall)
        return try access.store.draft(of: access.member.id)
    }

    public func deleteDraft() throws {
        try access.require(.recordCall)
        try access.store.dropDraft(of: access.member.id)
    }

    /// Counts what happened in a call, on the local day that it is.
    public func count(_ events: [JourneyEvent], in language: Language) throws {
        try access.require(.recordCall)
        try access.store.count(events, in: language, on: access.context.today)
    }
}
