import BookingCore
import CivilTime
import Foundation
import SocialServices

extension SQLStore: ClientStore {
    func client(_ id: Int) throws -> KnownClient? { try perform { try clients.client(id: id) } }

    func client(of reference: BookingReference) throws -> KnownClient? {
        try perform {
            try clients.id(ofBooking: bookings.mainID(of: reference)).flatMap { try clients.client(id: $0) }
        }
    }

    func clients(named name: NameKey, limit: Int) throws -> [KnownClient] {
        try perform { try clients.clients(ids: clients.ids(named: name, limit: limit)) }
    }

    func clients(ofPhone phone: PhoneNumber) throws -> [KnownClient] {
        try perform { try clients.clients(ids: clients.ids(ofPhone: phone)) }
    }

    func bookings(ofClient id: Int, from: Date) throws -> [Booking] {
        try perform { try bookings.bookings(ofClient: id, from: from) }
    }

    func correct(
        _ id: Int, at version: Int, _ correction: ClientCorrection, pause: TimeSpan?, isDryRun: Bool, by doer: Doer,
        now: Date
    ) throws -> ClientCorrectionEffect {
        try perform {
            try corrections.correct(
                id, at: version, correction, pause: pause?.seconds ?? 0, isDryRun: isDryRun, by: doer, now: now)
        }
    }

    func join(_ other: Int, to id: Int, by doer: Doer, now: Date) throws {
        try perform { try corrections.join(other, to: id, by: doer, now: now) }
    }

    func addParty(
        _ person: Client, to reference: BookingReference, pause: TimeSpan?, by doer: Doer, now: Date,
        drawing draw: () -> BookingReference
    ) throws -> MeetingParty {
        try perform {
            try corrections.addParty(
                person, to: reference, pause: pause?.seconds ?? 0, by: doer, now: now, drawing: draw)
        }
    }

    func removeParty(_ code: BookingReference, from reference: BookingReference, by doer: Doer, now: Date) throws {
        try perform { try corrections.removeParty(code, from: reference, by: doer, now: now) }
    }

    func parties(of reference: BookingReference) throws -> [MeetingParty] {
        try perform { try clients.parties(of: bookings.mainID(of: reference)).map(\.party) }
    }

    // Deeds.

    func changes(_ query: ChangeQuery) throws -> [Change] { try perform { try changes.changes(query) } }

    func changes(ofClientOf reference: BookingReference) throws -> [Change] {
        try perform {
            let ids = try bookings.ids(ofClientOf: reference)
            return try changes.changes(ofBookings: ids, client: clients.id(ofBooking: bookings.mainID(of: reference)))
        }
    }

    func change(_ id: Int) throws -> Change? { try perform { try changes.change(id) } }

    func keep(_ change: NewChange, now: Date) throws { try perform { try changes.insert(change, now: now) } }

    func undo(
        _ change: Int, pause: TimeSpan?, by doer: Doer, now: Date, drawing draw: () -> BookingReference
    ) throws -> Booking? {
        try perform {
            try undoing.undo(change, pause: pause?.seconds ?? 0, by: doer, now: now, drawing: draw)
        }
    }

    func keep(_ look: AccessLook) throws {
        try perform {
            try connection.transaction(locking: .only([])) {
                let ids = try look.bookings.compactMap { try bookings.loggedID(of: $0) }
                let shown = try ids.compactMap { try clients.id(ofSeenBooking: $0) }
                try log.insert(look, about: ids.count == 1 ? ids[0] : nil, clients: look.clients + shown)
            }
        }
    }
}
