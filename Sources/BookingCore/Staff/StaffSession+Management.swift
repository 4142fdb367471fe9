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
        if isOwner { try log(StaffOperation.manageStaff.rawValue, on: nil, purpose: "password of \(id)") }
        try store.setPassword(of: id, hash: hash, now: now())
    }

    /// Throws `lastMainUser` where nobody could unlock accounts any more.
    public func setLocked(_ isLocked: Bool, _ id: String) throws(BookingError) {
        try require(.manageStaff)
        let others = try store.staff().filter { $0.canManage && $0.id != id }
        if isLocked, id == member.id, others.isEmpty { throw .lastMainUser }
        try store.setLocked(isLocked, id)
    }

    /// Unlocks a main user where none can sign in to do it: for whoever may write the store. Logged.
    ///
    /// - Parameter name: what the machine calls them.
    /// - Throws: `signInNeeded` where a main user can sign in, or the account is no main user's.
    public static func unlockMainUser(
        _ id: String, in store: any BookingStore, named name: String, policy: StaffPolicy, now: Date
    ) throws(BookingError) {
        let staff = try store.staff()
        guard !staff.contains(where: \.canManage), staff.contains(where: { $0.id == id && $0.role == .mainUser })
        else { throw .signInNeeded }
        try store.log(
            AccessEntry(
                at: now, userID: ownersID, userName: name, purpose: "unlock \(id)",
                data: StaffOperation.manageStaff.rawValue, provider: policy.provider, booking: nil, isRefused: false))
        try store.setLocked(false, id)
    }

    public func accessLog(ofClientOf reference: BookingReference) throws(BookingError) -> [AccessEntry] {
        try require(.readLog)
        return try store.accessLog(ofClientOf: reference)
    }

    public func accessLog(ofUser id: String, from: Date, until: Date) throws(BookingError) -> [AccessEntry] {
        try require(.readLog)
        return try store.accessLog(ofUser: id, from: from, until: until)
    }

    public func purge(meetingsEndedBefore moment: Date, isRehearsal: Bool) throws(BookingError) -> Purge {
        try require(.purge)
        return try store.purge(meetingsEndedBefore: moment, isRehearsal: isRehearsal, now: now())
    }

    /// Everything kept of the client of a booking; logged.
    public func clientData(of booking: Booking, purpose: String) throws(BookingError) -> [ClientRecord] {
        try require(.showClientData, of: booking.slot.professional, on: booking.reference, purpose: purpose)
        return try store.clientData(of: booking.reference, by: reading(purpose))
    }

    public func erase(_ reference: BookingReference, isRehearsal: Bool) throws(BookingError) -> Purge {
        try require(.eraseClientData, on: reference)
        return try store.erase(reference, isRehearsal: isRehearsal, now: now())
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

extension StaffMember {
    /// True of a main user who can sign in.
    fileprivate var canManage: Bool { role == .mainUser && hasPassword && !isLocked }
}
