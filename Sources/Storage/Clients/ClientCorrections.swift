import BookingCore
import Foundation
import SocialServices

/// Puts clients right, joins two records of one person, and adds others to a meeting; each in one transaction.
struct ClientCorrections {
    let connection: any SQLConnection
    let clients: ClientTable
    let changes: ChangeTable
    let bookings: BookingTable
    let rights: RightTable
    let messages: MessageTable
    let outbox: Outbox

    func correct(
        _ id: Int, at version: Int, _ correction: ClientCorrection, pause: TimeInterval, isDryRun: Bool,
        by doer: Doer,
        undoing undone: Int? = nil, now: Date
    ) throws -> ClientCorrectionEffect {
        try connection.transaction(isDryRun: isDryRun) {
            guard let known = try clients.client(id: id) else { throw ClientRefusal.unknown }
            if known.isErased { throw ClientRefusal.erased }
            if known.version != version { throw try raced(known.id, now: now) }
            let fields = correction.changes(of: known)
            if fields.isEmpty { throw ClientRefusal.unchanged }
            let corrected = correction.corrected(known)
            guard try clients.write(corrected, over: version) else { throw try raced(known.id, now: now) }
            let coming = try bookings.idsOfComing(ofClient: known.id, after: now)
            try bookings.write(corrected, fields.map(\.field), to: coming)
            try clients.writeParties(corrected)
            let granted = try moveRights(of: known.client, to: corrected.client, now: now)
            let told = try tell(
                coming, Set(fields.map(\.field)), tells: correction.tells, due: now.addingTimeInterval(pause),
                now: now)
            var line = NewChange(.corrected, by: doer)
            (line.client, line.fields, line.count) = (known.id, fields.map(\.field.rawValue), coming.count)
            line.undoes = undone
            let change = try changes.insertNumbered(line, now: now)
            try changes.insertValues(fields, of: known.id, change: change)
            let others = try corrected.client.phone.map {
                try clients.ids(ofPhone: $0).filter { $0 != known.id }.count
            }
            return ClientCorrectionEffect(
                client: corrected, changes: fields, bookings: try coming.map { try bookings.booking(id: $0) },
                rights: granted, withdrawn: told.withdrawn, confirmations: told.confirmations,
                othersOfNumber: others ?? 0, change: isDryRun ? nil : change)
        }
    }

    /// Who was faster, and when.
    private func raced(_ client: Int, now: Date) throws -> ClientRefusal {
        let last = try changes.changes(ChangeQuery(client: client)).last { $0.deed == .corrected }
        return .raced(by: last?.doer.name ?? "", at: last?.at ?? now)
    }

    /// Booking rights go along with the client.
    ///
    /// - Returns: how many.
    private func moveRights(of old: Client, to new: Client, now: Date) throws -> Int {
        guard let phone = old.phone, let number = new.phone, old.name != new.name || phone != number else { return 0 }
        let granted = try rights.rights(of: phone, now: now).filter { old.isSame(as: $0.grant) }
        for right in granted { try rights.write(right.code, name: new.name, phone: number) }
        return granted.count
    }

    /// What was still to be sent is withdrawn where another address, language or wish holds, and written anew.
    private func tell(
        _ coming: [Int], _ fields: Set<ClientField>, tells: Bool, due: Date, now: Date
    ) throws -> (withdrawn: Int, confirmations: Int) {
        guard !fields.isDisjoint(with: [.phone, .email, .language, .messages]) else { return (0, 0) }
        let isReached = !fields.isDisjoint(with: [.phone, .email, .language])
        var (withdrawn, confirmations) = (0, 0)
        for id in coming {
            try outbox.redirectWrittenByHand(of: id)
            let wasUntold = try messages.hasUnsent(.confirmation, of: id)
            withdrawn += try messages.countUnsent(of: id)
            let confirms = wasUntold || (isReached && tells)
            let sent = try outbox.tell(confirms ? .confirmation : nil, of: id, due: due, now: now)
            confirmations += confirms && sent > 0 ? 1 : 0
        }
        return (withdrawn, confirmations)
    }

    func join(_ other: Int, to id: Int, by doer: Doer, now: Date) throws {
        try connection.transaction {
            guard let kept = try clients.client(id: id), let given = try clients.client(id: other) else {
                throw ClientRefusal.unknown
            }
            if kept.id == given.id { throw ClientRefusal.joined }
            try clients.join(given.id, to: kept.id)
            var line = NewChange(.joined, by: doer)
            line.client = kept.id
            try changes.insert(line, now: now)
            line.client = given.id
            try changes.insert(line, now: now)
        }
    }

    // Others at a meeting.

    func addParty(
        _ person: Client, to reference: BookingReference, pause: TimeInterval, by doer: Doer, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> MeetingParty {
        try connection.transaction {
            let id = try bookings.mainID(of: reference)
            let booking = try bookings.booking(id: id)
            if booking.status == .cancelled { throw BookingRefusal.alreadyCancelled }
            let needs = SpecialNeeds(meetingLanguage: booking.needs.meetingLanguage)
            let client = try clients.match(person, needs, now: now)
            let isThere = try clients.parties(of: id).contains { $0.party.client.isSame(as: person) }
            if isThere || booking.client.isSame(as: person) { throw ClientRefusal.noSuchParty }
            let code = try bookings.unused(draw)
            let party = try clients.insertParty(person, client, code, to: id, now: now)
            try outbox.tell(party: party, person, of: id, due: now.addingTimeInterval(pause), now: now)
            var line = NewChange(.partyAdded, by: doer)
            (line.booking, line.client) = (id, client)
            try changes.insert(line, now: now)
            return MeetingParty(code: code, client: person)
        }
    }

    func removeParty(_ code: BookingReference, from reference: BookingReference, by doer: Doer, now: Date) throws {
        try connection.transaction {
            let id = try bookings.mainID(of: reference)
            guard let found = try clients.parties(of: id).first(where: { $0.party.code == code }) else {
                throw ClientRefusal.noSuchParty
            }
            try clients.removeParty(found.id, now: now)
            try messages.withdraw(ofParty: found.id, now: now)
            var line = NewChange(.partyRemoved, by: doer)
            (line.booking, line.client) = (id, found.client)
            try changes.insert(line, now: now)
        }
    }
}
