import Foundation

/// The checked core of everything that staff do. Each operation asks here whether the role may do it, and a refused try is
/// kept in the access log before it is refused.
struct StaffAccess {
    /// The id in the log of an owner, who did not sign in. No account can have it.
    static let ownersID = "(owner)"

    let context: SessionContext
    let member: StaffMember
    /// `true` of the one who may write a store that is not in operation yet.
    let isOwner: Bool

    init(_ context: SessionContext, _ member: StaffMember, isOwner: Bool) {
        self.context = context
        self.member = member
        self.isOwner = isOwner
    }

    var store: any Store { get throws { try context.store } }
    var policy: StaffPolicy { context.policy }
    var now: Date { context.now() }

    /// The user, as the logs name them.
    var doer: Doer { Doer(id: member.id, name: member.name) }

    /// The scope of the user's permission for an operation.
    func reach(of operation: StaffOperation) -> AccessScope { isOwner ? .all : member.reach(of: operation) }

    /// Requires an operation on a booking. Whose it is the store says, not the booking that a desk read a while ago.
    func require(_ operation: StaffOperation, on booking: BookingReference, purpose: String = "") throws {
        try require(operation, of: try store.professionals(of: booking), on: booking, purpose: purpose)
    }

    /// Requires an operation on what one professional has, by id; nil if it is no one's.
    func require(
        _ operation: StaffOperation, of owner: String?, on booking: BookingReference? = nil, purpose: String = ""
    ) throws {
        try require(operation, of: [owner].compactMap(\.self), on: booking, purpose: purpose)
    }

    /// Requires an operation, and logs a try that the role does not reach.
    ///
    /// - Parameters:
    ///   - owners: the professionals whose booking or timetable it is, by id; empty if it is no one's.
    ///   - booking: what it is about.
    ///   - isOwn: `false` if it is not theirs for another reason.
    /// - Throws: `notPermitted`, after the try was logged.
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

    /// Bookings of the team and, with a stated purpose, their descriptions; if the county allows it.
    private func isInTeamReading(_ operation: StaffOperation, _ owners: [String], isStated: Bool) throws -> Bool {
        guard operation == .readDescription && isStated || operation == .seeBookings else { return false }
        return try !team().isDisjoint(with: owners)
    }

    /// Those whose descriptions the user may read with a stated purpose, by id; empty if the county does not allow it.
    func team() throws -> Set<String> {
        guard policy.teamReadsDescriptions else { return [] }
        let all = try store.professionals()
        guard let team = all.first(where: { $0.id == member.id })?.team else { return [] }
        return Set(all.filter { $0.team == team }.map(\.id))
    }

    /// `true` of a right that the user granted or that names them or their team.
    func isOwn(_ grant: RightGrant) throws -> Bool {
        if let team = grant.grantee.team {
            return try store.professionals().contains { $0.id == member.id && $0.team == team }
        }
        return grant.grantee.workers.contains(member.id)
    }

    /// Keeps that something of a client's was used.
    func log(_ data: AccessKind, on booking: BookingReference?, purpose: String = "") throws {
        try store.log(
            entry(data.rawValue, on: booking, purpose: stated(purpose, or: data.rawValue), isRefused: false))
    }

    /// Keeps that clients were looked at: one line an hour for what is the same for the user.
    ///
    /// - Parameters:
    ///   - scope: what was opened, for example `day 2026-12-01 aino`; no client's word is in it.
    ///   - identity: how a caller was recognised.
    ///   - bookings: whose clients were seen.
    func look(
        _ data: AccessKind, scope: String, identity: String? = nil, purpose: String = "", clients: [Int] = [],
        bookings: [BookingReference] = []
    ) throws {
        let usual = AccessPurpose.usual(of: data, for: member.role).rawValue
        let entry = entry(
            data.rawValue, on: bookings.count == 1 ? bookings[0] : nil, purpose: stated(purpose, or: usual),
            isRefused: false)
        try store.keep(
            AccessLook(entry: entry, scope: scope, identity: identity, clients: clients, bookings: bookings))
    }

    private func entry(
        _ data: String, on booking: BookingReference?, purpose: String, isRefused: Bool
    ) -> AccessEntry {
        AccessEntry(
            at: now, userID: member.id, userName: member.name, purpose: purpose, data: data,
            provider: policy.provider, booking: booking, isRefused: isRefused)
    }

    /// - Parameter usual: the purpose if none is stated: no line of the log is without one.
    func reading(_ purpose: String = "", or usual: AccessKind) -> AccessContext {
        AccessContext(
            userID: member.id, userName: member.name, purpose: stated(purpose, or: usual.rawValue), at: now,
            provider: policy.provider)
    }

    private func stated(_ purpose: String, or usual: String) -> String {
        Self.isStated(purpose) ? purpose : usual
    }

    private static func isStated(_ purpose: String) -> Bool { purpose.contains { !$0.isWhitespace } }

    // The owner of a store that is not in operation.

    static func isInOperation(_ store: any AdministrationStore) throws -> Bool {
        try store.staff().contains { $0.roles.contains(.mainUser) && $0.hasPassword }
    }

    /// - Throws: `signInNeeded` to an owner if the first password was set meanwhile.
    func checkOwner() throws {
        guard isOwner, try Self.isInOperation(store) else { return }
        throw StaffRefusal.signInNeeded
    }

    /// Keeps what an owner does about passwords.
    func logOwner(_ purpose: String) throws {
        guard isOwner else { return }
        try store.log(Self.ownersEntry(purpose, named: member.name, policy: policy, at: now))
    }

    static func ownersEntry(
        _ purpose: String, named name: String, policy: StaffPolicy, at moment: Date
    ) -> AccessEntry {
        AccessEntry(
            at: moment, userID: Self.ownersID, userName: name, purpose: purpose,
            data: StaffOperation.manageStaff.rawValue, provider: policy.provider, booking: nil, isRefused: false)
    }
}
