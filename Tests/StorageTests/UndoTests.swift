import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Undoing a deed while nobody was told of it")
struct UndoTests {
    private let place: TemporaryStore
    private let agent = StaffMember(id: "puhelin", name: "Paula Puhelin", role: .phoneService)
    private let session: StaffSession
    private let start = 60 * 24 * 3

    init() throws {
        let place = try TemporaryStore()
        self.place = place
        try place.store.add(agent, passwordHash: nil, now: place.now)
        try place.add("aino")
        let start = start
        try place.store.open([0, 15, 30].map { place.slot("aino", at: start + $0) })
        session = place.sessions(policy: StaffPolicy(provider: "Esimerkkialue", pauses: .usual)).staff(agent)
    }

    private func book() throws -> Booking { try session.book(place.choice(at: start), place.request()) }

    private func undo(_ booking: Booking, after minutes: Int = 1) throws -> Booking {
        let deed = try #require(try place.store.changes(ChangeQuery(booking: booking.reference)).last)
        let found = try place.store.undo(
            deed.id, pause: nil, by: Doer(id: agent.id, name: agent.name), now: place.after(minutes),
            drawing: TemporaryStore.draw)
        return try #require(found)
    }

    private func waiting() throws -> [String] {
        try place.texts(
            "SELECT kind FROM message WHERE withdrawn_at IS NULL AND sent_at IS NULL ORDER BY due, id")
    }

    private func send(until minutes: Int) throws {
        while let message = try place.store.takeMessage(
            by: [.sms], now: place.after(minutes), until: place.after(minutes + 1))
        {
            try place.store.markSent(message.key, now: place.after(minutes))
        }
    }

    private func states() throws -> [TimetableRow.State] {
        try place.store.timetable(
            of: "aino", from: place.now, until: place.after(start + 99), now: place.after(1)
        ).map(\.state)
    }

    @Test("The confirmation of what staff book waits two minutes; undone before, nothing is ever sent")
    func booking() throws {
        let booking = try book()
        #expect(try place.store.messages(dueUntil: place.after(1)) == [])
        #expect(try place.store.messages(dueUntil: place.after(2)).count == 1)
        #expect(try undo(booking).status == .cancelled)
        #expect(try waiting() == [])
        #expect(try states() == [.free, .free, .free])
        #expect(throws: UndoRefusal.notUndoable(.undone)) { try undo(booking) }
        #expect(try place.faults() == [])
    }

    @Test("What was undone is no booking in any figure")
    func figures() throws {
        let booking = try book()
        let (from, until) = (place.now.addingTimeInterval(-60), place.after(9999))
        func counts() throws -> [Int] {
            let statistics = place.store.statistics
            let workload = try statistics.workload(from: from, until: until, overBy: until)
            return try [
                statistics.bookingsMade(from: from, until: until).count,
                statistics.waits(from: from, until: until).count,
                workload[0].booked + workload[0].unmarked, workload[0].cancelledByCounty,
            ]
        }
        #expect(try counts() == [1, 1, 2, 0])
        _ = try undo(booking)
        #expect(try counts() == [0, 0, 0, 0])
        let recount = try PlainRecount(place.connection)
        try recount.expectTheSame(
            as: place.store.statistics, from: from, until: until, now: until, on: .helsinki)
    }

    @Test("A booking whose confirmation was sent is undone with a cancellation to its client")
    func bookingTold() throws {
        let booking = try book()
        try send(until: 3)
        _ = try undo(booking, after: 4)
        #expect(try waiting() == ["cancellation"])
    }

    @Test("A time that staff give up is kept five minutes for them, and comes back with its reminders and no message")
    func cancellation() throws {
        let booking = try book()
        try send(until: 3)
        let cancelled = try session.cancel(booking, as: Cancellation(by: .phoneService, reason: "väärä asiakas"))
        #expect(cancelled.status == .cancelled)
        #expect(try states() == [.held, .free, .free])
        let (store, choice, now) = (place.store, place.choice(at: start), place.now)
        let other = try place.request(name: "Toinen Testinen")
        #expect(throws: BookingRefusal.noLongerFree) {
            try store.book(choice, other, now: now, drawing: TemporaryStore.draw)
        }
        let back = try undo(booking)
        #expect((back.status, back.reference, back.cancellation) == (.booked, booking.reference, nil))
        #expect(try waiting() == ["reminder", "reminder"])
        #expect(try states() == [.booked, .free, .free])
        #expect(try place.faults() == [])
    }

    @Test("After five minutes another may have the time, and then the cancellation stays")
    func tooLate() throws {
        let booking = try book()
        _ = try session.cancel(booking, as: Cancellation(by: .phoneService, reason: "väärä asiakas"))
        let other = try place.request(name: "Toinen Testinen")
        _ = try place.store.book(place.choice(at: start), other, now: place.after(6), drawing: TemporaryStore.draw)
        #expect(throws: UndoRefusal.noLongerFree) { try undo(booking, after: 7) }
    }

    @Test("A move is undone: the old time is there, the new one free, and nobody is told of either")
    func move() throws {
        let booking = try book()
        try send(until: 3)
        let moved = try session.move(
            booking, to: place.choice(at: start + 15), as: Cancellation(by: .phoneService, reason: "siirto"))
        #expect(try states() == [.held, .booked, .free])
        #expect(try waiting() == ["change", "reminder", "reminder"])
        let back = try undo(moved)
        #expect(back.slot.start == place.after(start) && back.reference == booking.reference)
        #expect(try waiting() == ["reminder", "reminder"])
        #expect(try states() == [.booked, .free, .free])
        #expect(try place.faults() == [])
    }

    @Test("A move of which the client was told is undone with another message")
    func moveTold() throws {
        let booking = try book()
        let moved = try session.move(
            booking, to: place.choice(at: start + 15), as: Cancellation(by: .phoneService, reason: "siirto"))
        try send(until: 6)
        _ = try undo(moved, after: 7)
        #expect(try waiting() == ["change", "reminder", "reminder"])
    }

    @Test("A correction is undone as long as nobody put the same right again")
    func correction() throws {
        let booking = try book()
        let known = try #require(try place.store.client(of: booking.reference))
        var correction = ClientCorrection()
        correction.name = "Maija Malli"
        let effect = try session.clients.correct(known.id, correction, isDryRun: false)
        let change = try #require(effect.change)
        #expect(try session.clients.undo(change) == nil)
        #expect(try place.store.client(known.id)?.client.name == known.client.name)
        #expect(try place.store.booking(booking.reference)?.client.name == known.client.name)
        #expect(throws: UndoRefusal.superseded) { try session.clients.undo(change) }
        #expect(throws: UndoRefusal.unknown) { try session.clients.undo(9999) }
    }
}

@Suite("One line of the access log a look")
struct LookTests {
    private let place: TemporaryStore

    init() throws {
        let place = try TemporaryStore()
        self.place = place
        try place.add("aino")
        try place.store.open((0..<20).map { place.slot("aino", at: 60 + $0 * 15) })
        for number in 0..<20 {
            var request = try place.request(name: "Testi \(["Yksi", "Kaksi", "Kolme", "Neljä"][number % 4])")
            request.method = .phone
            _ = try place.store.book(
                place.choice(at: 60 + number * 15), request, now: place.now, drawing: TemporaryStore.draw)
        }
    }

    private func session(at minutes: Int) -> StaffSession {
        let now = place.after(minutes)
        let member = StaffMember(id: "aino", name: "Aino Esimerkki", role: .professional)
        return Sessions(
            store: place.store, rules: .none, policy: StaffPolicy(provider: "Esimerkkialue"), clock: place.clock,
            now: { now }
        ).staff(member)
    }

    @Test(
        "A professional's day of four hundred looks at a calendar writes at most ten lines, with everybody who was seen"
    )
    func day() throws {
        for look in 0..<400 {
            let found = try session(at: look).bookings(
                of: "aino", from: place.now, until: place.after(900), purpose: "")
            #expect(found.count == 20)
        }
        let lines = try place.number("SELECT count(*) FROM access_log")
        #expect(lines == 7)
        #expect(try place.texts("SELECT DISTINCT scope FROM access_log") == ["day 2026-12-01 aino"])
        #expect(try place.texts("SELECT DISTINCT purpose FROM access_log") == ["preparation"])
        #expect(try place.number("SELECT count(*) FROM access_seen") == lines * 4)
    }

    @Test("A client who comes into the view later is added to the line, which itself is not changed")
    func added() throws {
        let session = session(at: 0)
        _ = try session.bookings(of: "aino", from: place.now, until: place.after(61), purpose: "")
        let before = try place.texts("SELECT id || scope || at FROM access_log")
        #expect(try place.number("SELECT count(*) FROM access_seen") == 1)
        _ = try session.bookings(of: "aino", from: place.now, until: place.after(80), purpose: "")
        #expect(try place.texts("SELECT id || scope || at FROM access_log") == before)
        #expect(try place.number("SELECT count(*) FROM access_seen") == 2)
        // Another purpose is another line.
        _ = try session.bookings(of: "aino", from: place.now, until: place.after(80), purpose: "sijainen kysyi")
        #expect(try place.number("SELECT count(*) FROM access_log") == 2)
    }

    @Test("Neither log is changed or shortened, and what was seen is found by whose data it was")
    func kept() throws {
        let session = session(at: 0)
        let found = try session.bookings(of: "aino", from: place.now, until: place.after(61), purpose: "")
        for sql in [
            "UPDATE change SET deed = 'moved'", "DELETE FROM change", "UPDATE access_seen SET at = 1",
            "DELETE FROM access_seen", "UPDATE access_log SET scope = ''",
        ] {
            #expect(throws: SQLError.self, "\(sql)") { try place.connection.script(sql) }
        }
        let log = try place.store.accessLog(ofClientOf: try #require(found.first).reference)
        #expect(log.map(\.scope) == ["day 2026-12-01 aino"])
    }
}

@Suite("Every sign-in is in the log of changes, refused ones too")
struct SignInLogTests {
    private struct PlainHasher: PasswordHasher {
        let nobodys = "nobody"
        func hash(_ password: String) -> String? { password }
        func isRight(_ password: String, for hash: String) -> Bool { password == hash }
    }

    @Test(
        "Signed in, refused, locked by the tenth wrong one, unlocked, reset with a reason; a typed name is never kept"
    )
    func deeds() throws {
        let place = try TemporaryStore()
        let member = StaffMember(id: "paa", name: "Pertti Pääkäyttäjä", role: .mainUser)
        try place.store.add(member, passwordHash: "oikea", now: place.now)
        try place.store.add(
            StaffMember(id: "aino", name: "Aino", role: .professional), passwordHash: "a", now: place.now)
        let sessions = place.sessions()
        let signIn = try sessions.signIn(hashing: PlainHasher())
        _ = try signIn.member("paa", password: "oikea")
        for _ in 0..<10 { #expect(throws: StaffRefusal.signInFailed) { try signIn.member("aino", password: "x") } }
        #expect(throws: StaffRefusal.signInFailed) { try signIn.member("salasana123", password: "x") }
        let administration = sessions.staff(member).administration
        try administration.setLocked(false, "aino")
        try administration.resetPassword(of: "aino", hash: "kerta", reason: "unohtui")
        let lines = try place.store.changes(ChangeQuery()).dropFirst(2)
        #expect(
            lines.map(\.deed) == [.signedIn] + Array(repeating: .signInRefused, count: 10) + [
                .locked, .signInRefused, .unlocked, .passwordReset,
            ])
        #expect(lines.last?.reason == "unohtui" && lines.last?.doer.id == "paa")
        #expect(
            try place.texts("SELECT coalesce(account, '') || user_id FROM change").allSatisfy {
                !$0.contains("salasana")
            })
        let known = try #require(try place.store.staff().first { $0.id == "aino" })
        #expect(known.reset == PasswordReset(by: "Pertti Pääkäyttäjä", at: place.now, reason: "unohtui"))
        try place.store.setPassword(of: "aino", hash: "oma", now: place.now)
        #expect(try place.store.staff().first { $0.id == "aino" }?.reset == nil)
    }

    @Test("An account with two roles may do what each of them may, and the last main user stays one")
    func roles() throws {
        let place = try TemporaryStore()
        let member = StaffMember(id: "paa", name: "Pertti", role: .mainUser)
        try place.store.add(member, passwordHash: "oikea", now: place.now)
        let administration = place.sessions().staff(member).administration
        #expect(throws: StaffRefusal.lastMainUser) { try administration.setRoles([.supervisor], of: "paa") }
        try administration.setRoles([.mainUser, .supervisor], of: "paa")
        let both = try #require(try place.store.staff().first)
        #expect(both.roles == [.mainUser, .supervisor])
        #expect(both.reach(of: .handOver) == .all && both.reach(of: .manageStaff) == .all)
        #expect(both.reach(of: .readDescription) == .nothing)
    }
}
