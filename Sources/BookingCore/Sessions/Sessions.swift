public import CivilTime
public import Foundation

/// Opens sessions on the county's store. The rules, the clock and the generation of references and tokens are given here,
/// once.
public struct Sessions {
    private let context: SessionContext

    /// - Parameters:
    ///   - rules: what binds visitors.
    ///   - clock: the county's.
    ///   - generateReference: gives another reference each time it is called.
    ///   - generateToken: gives a new secret for a hold.
    public init(
        store: any Store, rules: BookingRules, policy: StaffPolicy, clock: WallClock,
        now: @escaping () -> Date = { Date() },
        generatingReference generateReference: @escaping () -> BookingReference = Self.randomReference,
        generatingToken generateToken: @escaping () -> String = { UUID().uuidString }
    ) {
        self.init(
            keeping: LazyStore(store), rules: rules, policy: policy, clock: clock, now: now,
            generatingReference: generateReference, generatingToken: generateToken)
    }

    /// Sessions on a store that may be opened only when it is needed.
    public init(
        keeping keeper: LazyStore, rules: BookingRules, policy: StaffPolicy, clock: WallClock,
        now: @escaping () -> Date = { Date() },
        generatingReference generateReference: @escaping () -> BookingReference = Self.randomReference,
        generatingToken generateToken: @escaping () -> String = { UUID().uuidString }
    ) {
        context = SessionContext(
            storeKeeper: keeper, rules: rules, policy: policy, clock: clock, now: now,
            generateReference: generateReference, generateToken: generateToken)
    }

    public static func randomReference() -> BookingReference {
        var generator = SystemRandomNumberGenerator()
        return BookingReference.random(using: &generator)
    }

    /// What anybody does at a public terminal.
    public var visitor: VisitorSession { VisitorSession(context) }

    /// Signing in to one's account.
    public func signIn(hashing hasher: any PasswordHasher) throws -> SignIn {
        SignIn(store: try context.store, hasher: hasher, now: context.now)
    }

    /// - Parameter member: a user whose password was right.
    public func staff(_ member: StaffMember) -> StaffSession {
        StaffSession(StaffAccess(context, member, isOwner: false))
    }

    // Before a store is in operation no one can sign in, and who may write it does everything: they could change it by
    // other programs too. What they do about passwords is kept in the log.

    /// `true` once a main user has a password: from then on staff sign in.
    public func isInOperation() throws -> Bool { try Self.isInOperation(context.store) }

    /// The same of a store that no session was opened on.
    public static func isInOperation(_ store: any AdministrationStore) throws -> Bool {
        try StaffAccess.isInOperation(store)
    }

    /// Everything is permitted as long as no main user has a password.
    ///
    /// - Parameter name: what the machine calls the owner, for the log.
    /// - Throws: `signInNeeded` if the store is in operation.
    public func owner(named name: String) throws -> StaffSession {
        let owner = StaffMember(id: StaffAccess.ownersID, name: name, role: .mainUser)
        let access = StaffAccess(context, owner, isOwner: true)
        try access.checkOwner()
        return StaffSession(access)
    }

    /// Unlocks a main user if none can sign in to do it. Logged.
    ///
    /// - Parameter name: what the machine calls the one who does it.
    /// - Returns: the account as it is then.
    /// - Throws: `signInNeeded` if a main user can sign in, or the account is no main user's.
    @discardableResult
    public func unlockMainUser(_ id: String, named name: String) throws -> StaffMember? {
        let staff = try context.store.staff()
        guard !staff.contains(where: \.canManage),
            staff.contains(where: { $0.id == id && $0.roles.contains(.mainUser) })
        else { throw StaffRefusal.signInNeeded }
        try context.store.log(
            StaffAccess.ownersEntry("unlock \(id)", named: name, policy: context.policy, at: context.now()))
        try context.store.setLocked(
            false, id, by: Doer(id: StaffAccess.ownersID, name: name), now: context.now())
        return try context.store.staff().first { $0.id == id }
    }
}

extension StaffMember {
    /// `true` of a main user who can sign in.
    var canManage: Bool { roles.contains(.mainUser) && hasPassword && !isLocked }
}
