public import Foundation
public import SocialServices

extension StaffSession {
    public func staff() throws(BookingError) -> [StaffMember] {
        try require(.manageStaff)
        return try store.staff()
    }

    public func add(_ member: StaffMember, passwordHash: String?) throws(BookingError) {
        try require(.manageStaff)
        try store.add(member, passwordHash: passwordHash, now: now())
    }

    /// Everybody sets their own password; a main user anybody's.
    public func setPassword(of id: String, hash: String) throws(BookingError) {
        if id != member.id { try require(.manageStaff) }
        if isOwner {
            try store.log(
                Self.ownersEntry("password of \(id)", named: member.name, policy: policy, at: now()))
        }
        try store.setPassword(of: id, hash: hash, now: now())
    }

    /// Throws `lastMainUser` where nobody could unlock accounts any more.
    public func setLocked(_ isLocked: Bool, _ id: String) throws(BookingError) {
        try require(.manageStaff)
        let others = try store.staff().filter { $0.canManage && $0.id != id }
        if isLocked, id == member.id, others.isEmpty { throw .lastMainUser }
        try store.setLocked(isLocked, id)
    }

    public func accessLog(ofClientOf reference: BookingReference) throws(BookingError) -> [AccessEntry] {
        try require(.readLog, on: reference)
        try log(.accessLog, on: reference)
        return try store.accessLog(ofClientOf: reference)
    }

    public func accessLog(ofUser id: String, from: Date, until: Date) throws(BookingError) -> [AccessEntry] {
        try require(.readLog)
        try log(.accessLog, on: nil)
        return try store.accessLog(ofUser: id, from: from, until: until)
    }

    public func purge(meetingsEndedBefore moment: Date, isRehearsal: Bool) throws(BookingError) -> Purge {
        try require(.purge)
        return try store.purge(meetingsEndedBefore: moment, isRehearsal: isRehearsal, by: reading(or: .purge))
    }

    /// What is kept of the client of a booking, as far as its descriptions may be read: the user's and, where the county
    /// allows, their team's. Logged.
    ///
    /// - Parameter purpose: must be stated.
    public func clientData(
        of reference: BookingReference, purpose: String
    ) throws(BookingError) -> ClientData {
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

    public func erase(_ reference: BookingReference, isRehearsal: Bool) throws(BookingError) -> Purge {
        try require(.eraseClientData, on: reference)
        return try store.erase(reference, isRehearsal: isRehearsal, by: reading(or: .erasure))
    }

    // Calls.

    public func keepDraft(_ draft: String) throws(BookingError) {
        try require(.recordCall)
        try store.keepDraft(draft, of: member.id, now: now())
    }

    public func draft() throws(BookingError) -> String? {
        try require(.recordCall)
        return try store.draft(of: member.id)
    }

    public func dropDraft() throws(BookingError) {
        try require(.recordCall)
        try store.dropDraft(of: member.id)
    }

    /// Counts what happened in a call on a local day, written `2026-12-01`.
    public func count(
        _ events: [JourneyEvent], in language: Language, on day: String
    ) throws(BookingError) {
        try require(.recordCall)
        try store.count(events, in: language, on: day)
    }
}
