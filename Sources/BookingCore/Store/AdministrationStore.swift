public import CivilTime
public import Foundation
public import SocialServices

/// Accounts, the access log, what is kept for how long, and counts.
public protocol AdministrationStore: AnyObject {
    // Accounts of those who work for the county. Passwords come and go as hashes alone.

    /// Adds an account.
    ///
    /// - Throws: `StaffRefusal.staffExists` if the id is taken.
    func add(_ member: StaffMember, passwordHash: String?, by doer: Doer, now: Date) throws
    /// All accounts, in order of id.
    func staff() throws -> [StaffMember]
    /// The hash of an account's password; nil for an unknown id and if no password is set.
    func passwordHash(of id: String) throws -> String?
    /// Sets an account's password.
    ///
    /// - Throws: `StaffRefusal.noSuchStaff`.
    func setPassword(of id: String, hash: String, by doer: Doer, now: Date) throws
    /// Gives an account a password that its owner must change, and who reads why.
    ///
    /// - Throws: `StaffRefusal.noSuchStaff`.
    func resetPassword(of id: String, hash: String, reason: String, by doer: Doer, now: Date) throws
    /// Sets what an account may be used as, the main role first.
    ///
    /// - Throws: `StaffRefusal.noSuchStaff`.
    func setRoles(_ roles: [StaffRole], of id: String, by doer: Doer, now: Date) throws
    /// Locks or unlocks an account. Unlocking forgets the wrong passwords.
    ///
    /// - Throws: `StaffRefusal.noSuchStaff`.
    func setLocked(_ isLocked: Bool, _ id: String, by doer: Doer, now: Date) throws
    /// Counts a failed try, and locks the account at the `limit`-th in a row. An unknown id changes nothing, and
    /// costs the same.
    func countWrongPassword(of id: String, limit: Int, now: Date) throws
    /// Forgets the wrong passwords that came before a right one, and keeps that the user signed in.
    func forgetWrongPasswords(of member: StaffMember, now: Date) throws

    // The access log. Lines are added, never changed, and removed only when they are older than twelve years.

    /// Adds a line; one about an unknown booking is kept as one about none.
    func log(_ entry: AccessEntry) throws
    /// Adds what was looked at: a line of its own, or to a line of the same user, scope and purpose that is not an hour old
    /// the clients whom it did not show yet.
    func keep(_ look: AccessLook) throws
    /// Every line about the client of a booking, of all bookings of their phone number and name, as they were
    /// written, also where the clock was set back between.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func accessLog(ofClientOf reference: BookingReference) throws -> [AccessEntry]
    /// Every line of one user in the period, as they were written.
    func accessLog(ofUser id: String, from: Date, until: Date) throws -> [AccessEntry]

    // What is kept for how long, and what clients may ask for.

    /// Removes what was written about meetings that ended before a moment: descriptions, needs, reasons, records of
    /// the advice, messages, drafts of calls. Bookings stay as counts. Lines of the logs go after twelve years,
    /// and one is added to each. No trace of what was removed stays in the store's files.
    ///
    /// - Parameter forgotten: clients whose last meeting ended before this moment lose their name and number; nil for none.
    /// - Parameter isDryRun: `true` if it is only to be seen what would go.
    func purge(
        meetingsEndedBefore moment: Date, clientsBefore forgotten: Date?, isDryRun: Bool, by reading: AccessContext
    ) throws -> Purge
    /// What is kept of the client of a booking: of all bookings of their phone number and name that one of the
    /// professionals has, but no line of the log: `reading` is written there for each.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by reading: AccessContext
    ) throws -> ClientData
    /// Removes what tells who the client of a booking is from every booking of their phone number and name, and what
    /// they wrote; their rights open nothing any more. The log keeps its lines, and one is added.
    ///
    /// - Throws: `StaffRefusal.stillBooked` with how many if coming bookings stand in the way;
    ///   `BookingRefusal.notFound`.
    func erase(_ reference: BookingReference, isDryRun: Bool, by reading: AccessContext) throws -> Purge

    // Counts: what happens is counted here, and read through `statistics`. None of it is about one person.

    /// Adds one to each of what happened in a visit on a local day, written `2026-12-01`.
    func count(_ events: [JourneyEvent], in language: Language, on day: CalendarDay) throws
    /// What reports are made of.
    var statistics: any StatisticsStore { get }
}

/// How much a purge removes.
public struct Purge: Sendable, Hashable {
    public let descriptions: Int
    public let advices: Int
    public let messages: Int
    public let drafts: Int
    public let logLines: Int
    /// Bookings that no longer say whose they were.
    public let clients: Int
    /// Clients whose name and number went.
    public let persons: Int
    /// Bookings of the same phone number under another name, which stay.
    public let othersOfNumber: Int

    public init(
        descriptions: Int = 0, advices: Int = 0, messages: Int = 0, drafts: Int = 0, logLines: Int = 0,
        clients: Int = 0, othersOfNumber: Int = 0, persons: Int = 0
    ) {
        self.persons = persons
        self.descriptions = descriptions
        self.advices = advices
        self.messages = messages
        self.drafts = drafts
        self.logLines = logLines
        self.clients = clients
        self.othersOfNumber = othersOfNumber
    }
}
