import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("How far a professional reaches")
struct StaffReachTests {
    private let scene: SignedInFixture

    init() throws { scene = try SignedInFixture() }

    @Test("What a desk says of whose a booking is counts for nothing: the store knows")
    func forged() throws {
        let session = try scene.session(.professional)
        let eeros = try scene.booking(of: "eero")
        let forged = scene.forged(eeros, as: "aino")
        let cancellation = Cancellation(by: .professional)
        let place = scene.place
        let grant = SignedInFixture.rightGrant(by: "aino", to: eeros.client)
        let tries: [(StaffOperation, () throws -> Void)] = [
            (.readDescription, { _ = try session.meetings.description(of: forged, purpose: "why") }),
            (.readDescription, { _ = try session.meetings.advice(of: forged, purpose: "why") }),
            (.cancel, { _ = try session.cancel(forged, as: cancellation) }),
            (
                .move,
                {
                    _ = try session.move(
                        forged, to: place.choice(at: 240), as: cancellation)
                }
            ),
            (.writeMessage, { try session.write("Hei", to: forged) }),
            (.recordMeeting, { try session.meetings.record(.met, of: forged) }),
            (.recordMeeting, { try session.meetings.record(Advice(text: "Neuvo"), of: forged) }),
            (.recordMeeting, { try session.meetings.setGuard("Uhattu", for: forged) }),
            (.grantRight, { _ = try session.rights.grant(grant, after: forged) }),
            (.grantRight, { _ = try session.rights.rights(ofClientOf: forged) }),
        ]
        for (count, (operation, call)) in tries.enumerated() {
            #expect(throws: StaffRefusal.notPermitted(operation, .professional)) { try call() }
            #expect(try scene.log().count == count + 1)
        }
    }

    @Test("Who has a forged right withdrawn is told that it is not theirs")
    func forgedRight() throws {
        let session = try scene.session(.professional)
        let eeros = try scene.right(of: "eero")
        let forged = BookingRight(
            code: eeros.code, grant: SignedInFixture.rightGrant(by: "aino", to: try scene.booking(of: "eero").client),
            grantedAt: eeros.grantedAt, used: 0, withdrawnAt: nil, lacksWorker: false)
        #expect(throws: StaffRefusal.notPermitted(.withdrawRight, .professional)) {
            try session.rights.withdraw(forged)
        }
        #expect(try scene.place.store.right(eeros.code, now: scene.place.now)?.withdrawnAt == nil)
    }

    @Test("A right is granted to the client of the booking alone, by oneself and to times with oneself or one's team")
    func grants() throws {
        let session = try scene.session(.professional)
        let booking = try scene.booking(of: "aino")
        let another = try scene.booking(of: "eero").client
        func grant(_ grantee: RightGrant.Grantee, to client: Client, by granter: String = "aino") -> RightGrant {
            RightGrant(
                appointmentType: "advice-families", grantee: grantee, clientName: client.name,
                clientPhone: client.phone ?? .nobodys, uses: 1, expires: scene.place.after(100), grantedBy: granter)
        }
        for wrong in [
            grant(.workers(["aino"]), to: another), grant(.workers(["eero"]), to: booking.client),
            grant(.team("south"), to: booking.client), grant(.workers(["aino"]), to: booking.client, by: "eero"),
        ] {
            #expect(throws: StaffRefusal.notPermitted(.grantRight, .professional)) {
                try session.rights.grant(wrong, after: booking)
            }
        }
        for right in [
            grant(.workers(["aino"]), to: booking.client), grant(.workers(["aino", "veera"]), to: booking.client),
            grant(.team("north"), to: booking.client),
        ] { _ = try session.rights.grant(right, after: booking) }
        #expect(try session.rights.rights(ofClientOf: booking).count == 4)
    }

    @Test("Of a client's rights a professional sees those to times with them or their team")
    func rightsOfOthers() throws {
        let session = try scene.session(.professional)
        let booking = try scene.booking(of: "aino")
        let others = SignedInFixture.rightGrant(by: "veera", to: booking.client)
        _ = try scene.place.store.grant(others, now: scene.place.now, drawing: SignedInFixture.draw)
        #expect(try session.rights.rights(ofClientOf: booking).map(\.grant.grantee.workers) == [["aino"]])
    }

    @Test("The team's descriptions are read where the county allows it and a purpose is stated; nothing else is")
    func team() throws {
        let session = try scene.session(.professional, teamReads: true)
        let eeros = try scene.booking(of: "eero")
        #expect(try session.meetings.description(of: eeros, purpose: "sijaisuus").ownWords == "Sanat 1")
        #expect(try session.booking(eeros.reference, purpose: "") == eeros)
        for purpose in ["", " ", "\u{A0}\n"] {
            #expect(throws: StaffRefusal.notPermitted(.readDescription, .professional)) {
                try session.meetings.description(of: eeros, purpose: purpose)
            }
        }
        let veeras = try scene.booking(of: "veera")
        #expect(throws: StaffRefusal.notPermitted(.readDescription, .professional)) {
            try session.meetings.description(of: veeras, purpose: "sijaisuus")
        }
        #expect(throws: StaffRefusal.notPermitted(.cancel, .professional)) {
            try session.cancel(eeros, as: Cancellation(by: .professional))
        }
        #expect(throws: StaffRefusal.notPermitted(.recordMeeting, .professional)) {
            try session.meetings.record(.met, of: eeros)
        }
        #expect(throws: StaffRefusal.notPermitted(.showClientData, .professional)) {
            try session.administration.clientData(of: eeros.reference, purpose: "sijaisuus")
        }
    }

    @Test("Whoever has no team shares nothing with others who have none")
    func noTeam() throws {
        try scene.place.add("yksin", task: .families)
        try scene.place.add("toinen", task: .families)
        let session = scene.session(
            StaffMember(id: "yksin", name: "Yksin", role: .professional), teamReads: true)
        #expect(throws: StaffRefusal.notPermitted(.seeBookings, .professional)) {
            try session.bookings(
                of: "toinen", from: scene.place.now, until: scene.place.after(99), purpose: "sijaisuus")
        }
    }

    @Test("Each of a work pair reads, by either reference; who handed the booking over no longer does")
    func pair() throws {
        let place = scene.place
        for id in ["aino", "veera"] { try place.store.open([place.slot(id, at: 480)]) }
        let booking = try place.book(
            at: 480, leave: .staff(workers: ["veera", "aino"]),
            description: SituationDescription(ownWords: "Yhteinen"))
        #expect(booking.slot.professional == "veera")
        let session = try scene.session(.professional)
        #expect(try session.meetings.description(of: booking, purpose: "").ownWords == "Yhteinen")
        let parts = try session.bookings(of: "aino", from: place.after(480), until: place.after(481), purpose: "")
        #expect(try session.meetings.description(of: try #require(parts.first), purpose: "").ownWords == "Yhteinen")
    }

    @Test("Who handed a booking over reads it no more, and who took it over does")
    func handedOver() throws {
        let place = scene.place
        let mine = try scene.booking(of: "aino")
        try place.store.open([place.slot("veera", at: 60)])
        let session = try scene.session(.professional)
        let order = HandoverOrder(
            professional: "aino", from: place.after(60), until: place.after(61), colleagues: ["veera"])
        #expect(try session.timetables.handOver(order).isComplete)
        #expect(throws: StaffRefusal.notPermitted(.readDescription, .professional)) {
            try session.meetings.description(of: mine, purpose: "why")
        }
        // The line that is left at Aino's has no text any more either.
        let left = try session.bookings(of: "aino", from: place.after(60), until: place.after(61), purpose: "why")
        #expect(left.map(\.status) == [.cancelled])
        #expect(throws: BookingRefusal.notFound) { try session.meetings.description(of: left[0], purpose: "why") }
        let veera = scene.session(StaffMember(id: "veera", name: "Veera", role: .professional))
        #expect(try veera.meetings.description(of: mine, purpose: "").ownWords == "Sanat 0")
        #expect(try place.faults() == [])
    }

    @Test("Those who see no bookings are told of no client by an absence or a handover")
    func noClients() throws {
        let place = scene.place
        let absence = Absence(professional: "aino", start: place.now, end: place.after(999), reason: "koulutus")
        for role in [StaffRole.supervisor, .mainUser] {
            let hit = try scene.session(role).timetables.record(absence, isDryRun: true)
            #expect(hit.map(\.reference) == [try scene.booking(of: "aino").reference])
            #expect(hit.map(\.client.name) == ["–"])
            #expect(hit.map(\.client.phone) == [.nobodys])
        }
        let order = HandoverOrder(
            professional: "aino", from: place.now, until: place.after(999), rest: [.move, .cancel])
        let handover = try scene.session(.supervisor).timetables.handOver(order)
        #expect(handover.steps.map(\.booking.client.name) == ["–"])
        guard case .moved(let moved) = handover.steps.first?.outcome else {
            Issue.record("\(handover)")
            return
        }
        #expect(moved.client.name == "–")
        #expect(try scene.log() == [])
        let own = try scene.session(.professional).timetables.record(
            Absence(professional: "aino", start: place.now, end: place.after(999), reason: "loma"),
            isDryRun: true)
        #expect(own.allSatisfy { $0.client.name == "Asiakas 0" })
        #expect(try scene.log().count == own.count)
    }

    @Test("A colleague's reference and one that nobody has get the same answer, and each is logged")
    func unknownReference() throws {
        let session = try scene.session(.professional)
        let unknown = TemporaryStore.draw()
        #expect(throws: StaffRefusal.notPermitted(.seeBookings, .professional)) {
            try session.booking(unknown, purpose: "why")
        }
        let phone = try scene.session(.phoneService)
        #expect(try phone.booking(unknown, purpose: "why") == nil)
        #expect(throws: StaffRefusal.notPermitted(.eraseClientData, .phoneService)) {
            try phone.administration.erase(unknown, isDryRun: true)
        }
        #expect(
            try scene.log() == [
                SignedInFixture.refused(.seeBookings, by: session.member, purpose: "why", on: nil),
                SignedInFixture.refused(.eraseClientData, by: phone.member, on: nil),
            ])
    }

    @Test("A try that cannot be logged is refused all the same")
    func logBroken() throws {
        try scene.place.refuseInserts(into: "access_log", saying: "no log")
        let session = try scene.session(.mainUser)
        #expect(throws: StoreFailure.refused("no log")) {
            try session.meetings.description(of: try scene.booking(of: "aino"), purpose: "why")
        }
        #expect(throws: StoreFailure.refused("no log")) {
            try session.administration.accessLog(ofClientOf: try scene.booking(of: "aino").reference)
        }
    }
}
