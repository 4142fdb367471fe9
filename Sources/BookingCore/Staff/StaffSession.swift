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
    func reach(of operation: StaffOperation) -> StaffReach { isOwner ? .all : member.role.reach(of: operation) }

    /// Throws `notPermitted`, after the try was logged, where the role does not reach so far.
    ///
    /// - Parameters:
    ///   - owner: the professional whose booking or timetable it is, by id; nil where it is nobody's.
    ///   - booking: what it is about.
    func require(
        _ operation: StaffOperation, of owner: String? = nil, on booking: BookingReference? = nil,
        purpose: String = ""
    ) throws(BookingError) {
        try checkOwner()
        switch reach(of: operation) {
        case .all: return
        case .own where owner == member.id: return
        case .own where try isInTeamReading(operation, owner, purpose): return
        case .own, .nothing: break
        }
        try store.log(entry(operation.rawValue, on: booking, purpose: purpose, isRefused: true))
        throw .notPermitted(operation, member.role)
    }

    /// Descriptions of the team's bookings, where the county allows it and a purpose is stated.
    private func isInTeamReading(
        _ operation: StaffOperation, _ owner: String?, _ purpose: String
    ) throws(BookingError) -> Bool {
        guard operation == .readDescription || operation == .seeBookings, policy.teamReadsDescriptions,
            operation == .seeBookings || !purpose.isEmpty, let owner
        else { return false }
        let all = try store.professionals()
        let team = all.first { $0.id == member.id }?.team
        return team != nil && all.first { $0.id == owner }?.team == team
    }

    /// Keeps that something of a client's was used.
    func log(_ data: String, on booking: BookingReference?, purpose: String) throws(BookingError) {
        try store.log(entry(data, on: booking, purpose: purpose, isRefused: false))
    }

    private func entry(
        _ data: String, on booking: BookingReference?, purpose: String, isRefused: Bool
    ) -> AccessEntry {
        AccessEntry(
            at: now(), userID: member.id, userName: member.name, purpose: purpose, data: data,
            provider: policy.provider, booking: booking, isRefused: isRefused)
    }

    func reading(_ purpose: String) -> Reading {
        Reading(
            userID: member.id, userName: member.name, purpose: purpose, at: now(), provider: policy.provider)
    }
}
