public import Foundation

/// Before a store is in operation nobody can sign in, and whoever may write it does everything: they could change it by
/// other programs too. What they do about passwords stands in the log.
extension StaffSession {
    /// In the log, of whoever did not sign in. No account can have it.
    public static let ownersID = "(owner)"

    /// True once a main user has a password: from then on staff sign in.
    public static func isInOperation(_ store: any BookingStore) throws(BookingError) -> Bool {
        try store.staff().contains { $0.role == .mainUser && $0.hasPassword }
    }

    /// Everything is permitted as long as no main user has a password.
    ///
    /// - Parameter name: what the machine calls them, for the log.
    /// - Throws: `signInNeeded` of a store in operation.
    public convenience init(
        ownerOf store: any BookingStore, named name: String, policy: StaffPolicy, now: @escaping () -> Date
    ) throws(BookingError) {
        self.init(asOwner: name, policy: policy, store: store, now: now)
        try checkOwner()
    }

    /// Throws `signInNeeded` of an owner where somebody has set the first password meanwhile.
    func checkOwner() throws(BookingError) {
        guard isOwner, try Self.isInOperation(store) else { return }
        throw .signInNeeded
    }

    /// Unlocks a main user where none can sign in to do it. Logged.
    ///
    /// - Parameter name: what the machine calls whoever does it.
    /// - Throws: `signInNeeded` where a main user can sign in, or the account is no main user's.
    public static func unlockMainUser(
        _ id: String, in store: any BookingStore, named name: String, policy: StaffPolicy, now: Date
    ) throws(BookingError) {
        let staff = try store.staff()
        guard !staff.contains(where: \.canManage), staff.contains(where: { $0.id == id && $0.role == .mainUser })
        else { throw .signInNeeded }
        try store.log(ownersEntry("unlock \(id)", named: name, policy: policy, at: now))
        try store.setLocked(false, id)
    }

    static func ownersEntry(
        _ purpose: String, named name: String, policy: StaffPolicy, at moment: Date
    ) -> AccessEntry {
        AccessEntry(
            at: moment, userID: ownersID, userName: name, purpose: purpose,
            data: StaffOperation.manageStaff.rawValue, provider: policy.provider, booking: nil, isRefused: false)
    }
}

extension StaffMember {
    /// True of a main user who can sign in.
    var canManage: Bool { role == .mainUser && hasPassword && !isLocked }
}
