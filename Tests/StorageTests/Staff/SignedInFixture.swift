import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// A store with what every operation of the staff needs, and everybody who may try it.
///
/// Aino and Eero are a team, Veera is not of it; each has a coming booking, of a client of their own.
final class SignedInFixture {
    let place: TemporaryStore
    static let provider = "Esimerkkialue"
    private var bookings: [String: Booking] = [:]
    private var rights: [String: BookingRight] = [:]
    /// A cancelled time of Aino's: its client can be erased.
    let cancelled: Booking

    static let accounts = [
        StaffMember(id: "puhelin", name: "Paula Puhelin", role: .phoneService),
        StaffMember(id: "aino", name: "Aino Esimerkki", role: .professional),
        StaffMember(id: "johto", name: "Jaana Johtaja", role: .supervisor),
        StaffMember(id: "paa", name: "Pertti Pääkäyttäjä", role: .mainUser),
    ]

    init() throws {
        let place = try TemporaryStore()
        self.place = place
        for (position, id) in ["aino", "eero", "veera"].enumerated() {
            let team = id == "veera" ? "south" : "north"
            try place.store.add(
                Professional(
                    id: id, name: "\(id.capitalized) Esimerkki", task: .families, municipality: place.joensuu,
                    team: team))
            // Each is alone at their times, so that the booking is theirs.
            try place.store.open([60, 240].map { place.slot(id, at: $0 + position * 15) })
            let booking = try Self.book(place, at: 60 + position * 15, position)
            bookings[id] = booking
            rights[id] = try place.store.grant(
                Self.rightGrant(by: id, to: booking.client), now: place.now, drawing: Self.draw)
        }
        try place.store.open([place.slot("aino", at: 180)])
        let erasable = try Self.book(place, at: 180, 7)
        cancelled = try place.store.cancel(erasable.reference, now: place.now)
        for account in Self.accounts { try place.store.add(account, passwordHash: nil, now: place.now) }
    }

    func session(_ role: StaffRole, teamReads: Bool = false) throws -> StaffSession {
        session(try #require(Self.accounts.first { $0.role == role }), teamReads: teamReads)
    }

    func session(_ member: StaffMember, teamReads: Bool = false) -> StaffSession {
        let policy = StaffPolicy(provider: Self.provider, teamReadsDescriptions: teamReads)
        return place.sessions(policy: policy).staff(member)
    }

    func booking(of professional: String) throws -> Booking { try #require(bookings[professional]) }

    func right(of professional: String) throws -> BookingRight { try #require(rights[professional]) }

    /// A booking as a desk would hold it that says it is somebody else's.
    func forged(_ booking: Booking, as professional: String) -> Booking {
        Booking(
            reference: booking.reference, slot: place.slot(professional, at: 60), professionalName: professional,
            status: booking.status, method: booking.method, service: booking.service, client: booking.client,
            needs: booking.needs, createdAt: booking.createdAt)
    }

    /// Every line of the log as `user|name|purpose|data|provider|reference|refused`.
    func log() throws -> [String] {
        try place.texts(
            """
            SELECT user_id || '|' || user_name || '|' || purpose || '|' || data || '|' || provider || '|'
                || coalesce((SELECT reference FROM booking WHERE booking.id = access_log.booking), '') || '|'
                || is_refused
            FROM access_log ORDER BY id
            """)
    }

    /// As `log` gives it, of a try that was refused.
    static func refused(
        _ operation: StaffOperation, by member: StaffMember, purpose: String? = nil, on booking: BookingReference?
    ) -> String {
        let parts = [
            member.id, member.name, purpose ?? operation.rawValue, operation.rawValue, provider,
            booking?.characters ?? "", "1",
        ]
        return parts.joined(separator: "|")
    }

    static func rightGrant(by professional: String, to client: Client) -> RightGrant {
        RightGrant(
            appointmentType: "advice-families", grantee: .workers([professional]), clientName: client.name,
            clientPhone: client.phone ?? .nobodys, uses: 1, expires: TemporaryStore.now + 60_000,
            grantedBy: professional)
    }

    static func draw() -> RightCode {
        var generator = SystemRandomNumberGenerator()
        return RightCode.random(using: &generator)
    }

    private static func book(_ place: TemporaryStore, at minutes: Int, _ number: Int) throws -> Booking {
        var request = try place.request(
            name: "Asiakas \(number)", description: SituationDescription(ownWords: "Sanat \(number)"))
        request.client = Client(
            name: request.client.name, phone: try PhoneNumber(typed: "040 555 000\(number)"), language: .finnish)
        return try place.store.book(place.choice(at: minutes), request, now: place.now, drawing: TemporaryStore.draw)
    }
}
