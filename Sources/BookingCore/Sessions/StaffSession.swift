public import Foundation

/// What somebody who signed in does with the store. Each operation is asked here for whether the role may do it, and a
/// refused try stands in the access log before it is refused: a desk cannot forget it.
public final class StaffSession {
    public let member: StaffMember
    public let policy: StaffPolicy
    let store: any BookingStore
    let now: () -> Date
    /// True of whoever may write a store that is not in operation yet.
    public let isOwner: Bool

    /// - Parameter member: somebody whose password was right.
    public init(_ member: StaffMember, policy: StaffPolicy, store: any BookingStore, now: @escaping () -> Date) {
        self.member = member
        self.policy = policy
        self.store = store
        self.now = now
        isOwner = false
    }

    /// See `init(ownerOf:named:policy:now:)`.
    init(
        asOwner name: String, policy: StaffPolicy, store: any BookingStore, now: @escaping () -> Date
    ) {
        member = StaffMember(id: Self.ownersID, name: name, role: .mainUser)
        self.policy = policy
        self.store = store
        self.now = now
        isOwner = true
    }

    /// How far the user reaches.
    func reach(of operation: StaffOperation) -> AccessScope { isOwner ? .all : member.role.reach(of: operation) }

    /// The same of a booking. Whose it is the store says, not the booking that a desk read a while ago.
    func require(
        _ operation: StaffOperation, on booking: BookingReference, purpose: String = ""
    ) throws {
        try require(operation, of: try store.professionals(of: booking), on: booking, purpose: purpose)
    }

    /// The same of what one professional has, by id; nil where it is nobody's.
    func require(
        _ operation: StaffOperation, of owner: String?, on booking: BookingReference? = nil, purpose: String = ""
    ) throws {
        try require(operation, of: [owner].compactMap(\.self), on: booking, purpose: purpose)
    }

    /// Throws `notPermitted`, after the try was logged, where the role does not reach so far.
    ///
    /// - Parameters:
    ///   - owners: the professionals whose booking or timetable it is, by id; empty where it is nobody's.
    ///   - booking: what it is about.
    ///   - isOwn: false where it is not theirs for another reason.
    func require(
        _ operation: StaffOperation, of owners: [String] = [], on booking: BookingReference? = nil,
        purpose: String = "", where isOwn: Bool = true
    ) throws {
        try checkOwner()
        let isStated = Self.isStated(purpose)
        switch reach(of: operation) {
        case .all: return
        case .own where operation == .showClientData && !isStated: break
        case .own where owners.contains(member.id) && isOwn: return
        case .own where try isInTeamReading(operation, owners, isStated: isStated): return
        case .own, .nothing: break
        }
        let stated = stated(purpose, or: operation.rawValue)
        try store.log(entry(operation.rawValue, on: booking, purpose: stated, isRefused: true))
        throw StaffRefusal.notPermitted(operation, member.role)
    }

    /// Bookings of the team and, with a stated purpose, their descriptions; where the county allows it.
    private func isInTeamReading(
        _ operation: StaffOperation, _ owners: [String], isStated: Bool
    ) throws -> Bool {
        guard operation == .readDescription && isStated || operation == .seeBookings else { return false }
        return try !team().isDisjoint(with: owners)
    }

    /// Those whose descriptions the user may read with a stated purpose, by id; empty where the county does not allow it.
    func team() throws -> Set<String> {
        guard policy.teamReadsDescriptions else { return [] }
        let all = try store.professionals()
        guard let team = all.first(where: { $0.id == member.id })?.team else { return [] }
        return Set(all.filter { $0.team == team }.map(\.id))
    }

    /// Keeps that something of a client's was used.
    func log(
        _ data: AccessKind, on booking: BookingReference?, purpose: String = ""
    ) throws {
        try store.log(
            entry(data.rawValue, on: booking, purpose: stated(purpose, or: data.rawValue), isRefused: false))
    }

    private func entry(
        _ data: String, on booking: BookingReference?, purpose: String, isRefused: Bool
    ) -> AccessEntry {
        AccessEntry(
            at: now(), userID: member.id, userName: member.name, purpose: purpose, data: data,
            provider: policy.provider, booking: booking, isRefused: isRefused)
    }

    /// - Parameter usual: the purpose where none is stated: no line of the log is without one.
    func reading(_ purpose: String = "", or usual: AccessKind) -> AccessContext {
        AccessContext(
            userID: member.id, userName: member.name, purpose: stated(purpose, or: usual.rawValue), at: now(),
            provider: policy.provider)
    }

    private func stated(_ purpose: String, or usual: String) -> String {
        Self.isStated(purpose) ? purpose : usual
    }

    private static func isStated(_ purpose: String) -> Bool { purpose.contains { !$0.isWhitespace } }
}

/// Before a store is in operation nobody can sign in, and whoever may write it does everything: they could change it by
/// other programs too. What they do about passwords stands in the log.
extension StaffSession {
    /// In the log, of whoever did not sign in. No account can have it.
    public static let ownersID = "(owner)"

    /// True once a main user has a password: from then on staff sign in.
    public static func isInOperation(_ store: any BookingStore) throws -> Bool {
        try store.staff().contains { $0.role == .mainUser && $0.hasPassword }
    }

    /// Everything is permitted as long as no main user has a password.
    ///
    /// - Parameter name: what the machine calls them, for the log.
    /// - Throws: `signInNeeded` of a store in operation.
    public convenience init(
        ownerOf store: any BookingStore, named name: String, policy: StaffPolicy, now: @escaping () -> Date
    ) throws {
        self.init(asOwner: name, policy: policy, store: store, now: now)
        try checkOwner()
    }

    /// Throws `signInNeeded` of an owner where somebody has set the first password meanwhile.
    func checkOwner() throws {
        guard isOwner, try Self.isInOperation(store) else { return }
        throw StaffRefusal.signInNeeded
    }

    /// Unlocks a main user where none can sign in to do it. Logged.
    ///
    /// - Parameter name: what the machine calls whoever does it.
    /// - Throws: `signInNeeded` where a main user can sign in, or the account is no main user's.
    public static func unlockMainUser(
        _ id: String, in store: any BookingStore, named name: String, policy: StaffPolicy, now: Date
    ) throws {
        let staff = try store.staff()
        guard !staff.contains(where: \.canManage), staff.contains(where: { $0.id == id && $0.role == .mainUser })
        else { throw StaffRefusal.signInNeeded }
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
