import CivilTime
public import Foundation
public import SocialServices

/// Clients as records: found, recognised, shown, corrected, joined; deeds looked up and undone. Checked and logged.
///
/// The phone service sees nothing of a client before the caller has shown who they are; a professional sees the clients of
/// their own bookings.
public struct StaffClients {
    private let access: StaffAccess
    private var store: any Store { get throws { try access.store } }
    private var doer: Doer { access.doer }

    /// The most clients that one search gives.
    public static let mostFound = 20

    init(_ access: StaffAccess) { self.access = access }

    // Finding.

    /// Clients of a name, each word of it but for one wrong letter. One line of the log an hour.
    ///
    /// - Returns: for a professional, those of their own bookings.
    public func find(named name: String) throws -> [KnownClient] {
        try found { try store.clients(named: NameKey(name), limit: Self.mostFound) }
    }

    /// Clients of a phone number.
    public func find(phone: PhoneNumber) throws -> [KnownClient] {
        try found { try store.clients(ofPhone: phone) }
    }

    private func found(_ look: () throws -> [KnownClient]) throws -> [KnownClient] {
        try access.require(.seeBookings, of: access.member.id)
        let found = try look()
        let shown = access.reach(of: .seeBookings) == .all ? found : try found.filter { try isOwn($0.id) }
        try access.look(.client, scope: "search", clients: shown.map(\.id))
        return shown
    }

    /// `true` of a client who has or had a meeting with the user.
    private func isOwn(_ id: Int) throws -> Bool {
        try store.bookings(ofClient: id, from: .distantPast).contains {
            try store.professionals(of: $0.reference).contains(access.member.id)
        }
    }

    // Showing.

    /// A client with all their bookings, in order of time.
    ///
    /// - Parameters:
    ///   - identity: what the caller said; not asked of a professional whose client it is.
    ///   - tries: how often a caller was not recognised before, in this call.
    /// - Throws: `ClientRefusal.notIdentified`, which is kept in the log of changes.
    public func client(_ id: Int, identity: ClientIdentity?, triesBefore tries: Int = 0) throws -> ClientPage {
        guard let known = try store.client(id) else { throw ClientRefusal.unknown }
        let bookings = try store.bookings(ofClient: known.id, from: .distantPast)
        var kind: ClientIdentity.Kind?
        if access.reach(of: .seeBookings) == .all, !access.isOwner {
            kind = try recognised(known, bookings, identity, tries: tries)
        } else {
            try access.require(.seeBookings, of: try owner(of: known))
        }
        try access.look(
            .client, scope: "client \(known.id)", identity: kind?.rawValue ?? "own", purpose: identity?.other ?? "",
            clients: [known.id])
        return ClientPage(client: known, bookings: bookings, identity: kind)
    }

    /// The client of a booking whose reference is known.
    public func client(of reference: BookingReference) throws -> KnownClient {
        try access.require(.seeBookings, on: reference)
        guard let known = try store.client(of: reference) else { throw ClientRefusal.erased }
        return known
    }

    /// A known client for whom the user books: it is shown to nobody, and so the caller need not show who they are.
    public func client(forBooking id: Int) throws -> KnownClient {
        try access.require(.book)
        guard let known = try store.client(id) else { throw ClientRefusal.unknown }
        if known.isErased { throw ClientRefusal.erased }
        try access.look(.client, scope: "client \(known.id)", clients: [known.id])
        return known
    }

    private func recognised(
        _ known: KnownClient, _ bookings: [Booking], _ identity: ClientIdentity?, tries: Int
    ) throws -> ClientIdentity.Kind {
        try access.require(.seeBookings)
        let isOpen = tries < ClientIdentity.mostTries
        if isOpen, let kind = identity?.proof(of: known, with: bookings, on: access.context.clock) { return kind }
        var change = NewChange(.identityFailed, by: doer)
        change.client = known.id
        try store.keep(change, now: access.now)
        throw ClientRefusal.notIdentified(triesLeft: max(0, ClientIdentity.mostTries - tries - 1))
    }

    // Correcting.

    /// Puts a client right, or tells what that would do.
    ///
    /// - Parameter version: of the record as it was read; nil for as it is now.
    public func correct(
        _ id: Int, at version: Int? = nil, _ correction: ClientCorrection, isDryRun: Bool
    ) throws -> ClientCorrectionEffect {
        guard let known = try store.client(id) else { throw ClientRefusal.unknown }
        try access.require(.correctClient, of: try owner(of: known))
        let effect = try store.correct(
            known.id, at: version ?? known.version, correction, pause: access.policy.pauses.booking,
            isDryRun: isDryRun,
            by: doer, now: access.now)
        try access.look(.client, scope: "client \(known.id)", clients: [known.id])
        return effect
    }

    /// The user's id if the client is theirs.
    private func owner(of known: KnownClient) throws -> String? { try isOwn(known.id) ? access.member.id : nil }

    /// Makes one record of two that are one person's.
    public func join(_ other: Int, to id: Int) throws {
        for id in [id, other] {
            guard let known = try store.client(id) else { throw ClientRefusal.unknown }
            try access.require(.correctClient, of: try owner(of: known))
        }
        try store.join(other, to: id, by: doer, now: access.now)
    }

    // Others at a meeting.

    public func addParty(_ person: Client, to reference: BookingReference) throws -> MeetingParty {
        try access.require(.correctClient, on: reference)
        return try store.addParty(
            person, to: reference, pause: access.policy.pauses.booking, by: doer, now: access.now,
            drawing: access.context.generateReference)
    }

    public func removeParty(_ code: BookingReference, from reference: BookingReference) throws {
        try access.require(.correctClient, on: reference)
        try store.removeParty(code, from: reference, by: doer, now: access.now)
    }

    public func parties(of reference: BookingReference) throws -> [MeetingParty] {
        try access.require(.seeBookings, on: reference)
        try access.look(.booking, scope: "booking \(reference.grouped)", bookings: [reference])
        return try store.parties(of: reference)
    }

    // Deeds.

    /// The last deed to a booking; nil if none is known.
    public func lastDeed(to reference: BookingReference) throws -> Change? {
        try access.require(.seeBookings, on: reference)
        return try store.changes(ChangeQuery(booking: reference)).last
    }

    /// What was done since a moment to a professional's meetings and timetable, as it was done.
    public func deeds(to professional: String, since moment: Date) throws -> [Change] {
        try access.require(.seeBookings, of: professional)
        let deeds = try store.changes(ChangeQuery(professional: professional, from: moment))
        let bookings = Set(deeds.compactMap(\.booking))
        try access.look(
            .booking, scope: "news \(professional)", bookings: bookings.sorted { $0.grouped < $1.grouped })
        return deeds
    }

    /// Undoes a deed, which the user may do themselves.
    ///
    /// - Returns: the booking as it is then; nil of a deed to a client.
    public func undo(_ change: Int) throws -> Booking? {
        guard let found = try store.change(change) else { throw UndoRefusal.unknown }
        switch found.deed {
        case .corrected:
            guard let client = try found.client.flatMap({ try store.client($0) }) else {
                throw UndoRefusal.superseded
            }
            try access.require(.correctClient, of: try owner(of: client))
        case .booked, .moved, .handedOver, .cancelled:
            guard let reference = found.booking else { throw UndoRefusal.superseded }
            try access.require(found.deed == .booked ? .cancel : .move, on: reference)
        default: throw UndoRefusal.notUndoable(found.deed)
        }
        return try store.undo(
            change, pause: access.policy.pauses.change, by: doer, now: access.now,
            drawing: access.context.generateReference)
    }

    /// Every deed that a query finds; for a main user.
    public func changes(_ query: ChangeQuery) throws -> [Change] {
        try access.require(.readLog)
        try access.look(.accessLog, scope: "log of changes", clients: [query.client].compactMap(\.self))
        return try store.changes(query)
    }
}

/// A client with their bookings, as they are shown.
public struct ClientPage: Sendable, Hashable {
    public let client: KnownClient
    /// In order of time, cancelled ones too.
    public let bookings: [Booking]
    /// How the caller was recognised; nil where nobody called.
    public let identity: ClientIdentity.Kind?
}
