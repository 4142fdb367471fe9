#if PostgreSQL
import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("What each role may do in the database", .enabled(if: TestAddress.isServer))
struct DatabaseRoleTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private var phone: PhoneNumber { get throws { try PhoneNumber(typed: "040 123 4567") } }

    @Test(
        "Nobody but a professional reads what clients wrote",
        arguments: DatabaseRole.allCases)
    func descriptions(role: DatabaseRole) throws {
        try place.open("aino", at: 60)
        let booking = try DatabaseLogin.book(through: place.store, at: 60, of: place)
        let login = try DatabaseLogin(role, at: place)
        let (store, connection) = (login.store, login.connection)
        let reading = AccessContext(userID: "aino", userName: "Aino", purpose: "meeting", at: place.now)
        if role == .professional {
            #expect(try store.readDescription(of: booking.reference, by: reading).ownWords == "En jaksa.")
            return
        }
        // Some do not even see that there is a booking.
        let isBlind = role == .kiosk || role == .mainUser
        let read = { _ = try store.readDescription(of: booking.reference, by: reading) }
        if isBlind {
            #expect(throws: BookingRefusal.notFound) { try read() }
        } else {
            #expect(throws: StoreFailure.notAllowed) { try read() }
        }
        #expect(try place.number("SELECT count(*) FROM access_log") == 0)
        #expect(throws: SQLError.notAllowed) {
            try connection.script("SELECT own_words FROM description")
        }
    }

    @Test("The professional's role meets, advises, grants and opens times; it reads no log and makes no accounts")
    func professional() throws {
        try place.open("aino", at: 60)
        let booking = try DatabaseLogin.book(through: place.store, at: 60, of: place)
        let login = try DatabaseLogin(.professional, at: place)
        let (store, connection) = (login.store, login.connection)
        try store.open([place.slot("aino", at: 90)])
        try store.record(.met, of: booking.reference)
        let reading = AccessContext(userID: "aino", userName: "Aino", purpose: "meeting", at: place.now)
        try store.record(Advice(text: "Neuvo"), of: booking.reference, by: "aino", now: place.now)
        #expect(try store.advice(of: booking.reference, by: reading)?.text == "Neuvo")
        try store.setGuard("uhkaus", for: booking.reference)
        try store.write("Tervetuloa", to: booking.reference, now: place.now)
        let data = try store.clientData(of: booking.reference, with: ["aino"], by: reading)
        #expect(data.records.first?.messages.count == 2)
        let right = try place.grant(through: store)
        #expect(try store.rights(of: phone, now: place.now).map(\.code) == [right.code])
        let follow = try store.book(
            place.choice(at: 90, leave: .right(right.code)), place.request(), now: place.now,
            drawing: TemporaryStore.draw)
        #expect(try store.professionals(of: follow.reference) == ["aino"])
        _ = try store.withdraw(right.code, now: place.now)
        let away = Absence(professional: "aino", start: place.after(85), end: place.after(100), reason: "ill")
        #expect(try store.record(away, isDryRun: false, now: place.now).count == 1)
        let order = HandoverOrder(
            professional: "aino", from: place.after(85), until: place.after(100), rest: [.cancel])
        #expect(try store.handOver(order, now: place.now, drawing: TemporaryStore.draw).isComplete)
        try store.takeBackAbsence(of: "aino", from: place.after(85), until: place.after(100), now: place.now)
        #expect(
            try store.timetable(of: "aino", from: place.now, until: place.after(100), now: place.now).count == 2)
        #expect(try place.faults() == [])
        for sql in [
            "SELECT * FROM access_log", "INSERT INTO staff VALUES ('x', 'x', 'main-user', NULL, 0, 0, 0, 0)",
        ] {
            #expect(throws: SQLError.notAllowed, "\(sql)") { try connection.script(sql) }
        }
    }

    @Test("The main user's role purges, erases and reads the log, but no client's text")
    func mainUser() throws {
        try place.open("aino", at: 60)
        let booking = try DatabaseLogin.book(through: place.store, at: 60, of: place)
        let login = try DatabaseLogin(.mainUser, at: place)
        let store = login.store
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        let away = Absence(professional: "aino", start: place.now, end: place.after(100), reason: "ill")
        let hit = try store.record(away, isDryRun: true, now: place.now)
        #expect(hit.map(\.reference) == [booking.reference])
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        _ = try store.leave("aino", from: place.after(1000), isDryRun: true, now: place.now)
        try store.log(
            AccessEntry(
                at: place.now, userID: "x", userName: "X", purpose: "tried", data: "", provider: "",
                booking: booking.reference, isRefused: true))
        #expect(
            try store.accessLog(ofUser: "x", from: place.now, until: place.after(1)).map(\.booking)
                == [booking.reference])
        login.expectRefused([
            "SELECT own_words FROM description", "SELECT text FROM advice", "SELECT recipient FROM message",
            "SELECT text FROM message", "SELECT text FROM call_draft", "UPDATE access_log SET data = ''",
        ])
        try store.add(StaffMember(id: "x", name: "X", role: .phoneService), passwordHash: nil, now: place.now)
        #expect(try store.accessLog(ofClientOf: booking.reference).map(\.purpose) == ["tried"])
        let by = AccessContext(userID: "x", userName: "X", purpose: "purge", at: place.after(100))
        let purge = try store.purge(
            meetingsEndedBefore: place.after(100), clientsBefore: nil, isDryRun: false, by: by)
        #expect(purge.descriptions == 1)
        let erased = try store.erase(booking.reference, isDryRun: false, by: by)
        #expect(erased.clients == 1)
        #expect(try place.texts("SELECT client_name FROM booking") == ["–"])
        #expect(try place.number("SELECT count(*) FROM booking WHERE purged_at IS NOT NULL") == 1)
    }

    @Test("The phone service's role books, and keeps and drops a call's draft")
    func phoneService() throws {
        try place.open("aino", at: 60)
        try place.store.add(
            StaffMember(id: "x", name: "X", role: .phoneService), passwordHash: "h", now: place.now)
        let login = try DatabaseLogin(.phoneService, at: place)
        let store = login.store
        try place.open("aino", at: 75)
        let booking = try DatabaseLogin.book(through: store, at: 60, of: place)
        #expect(try store.bookings(ofPhone: phone, from: place.now) == [booking])
        let moved = try store.move(
            booking.reference, to: place.choice(at: 75), as: Cancellation(by: .phoneService), now: place.now,
            drawing: TemporaryStore.draw)
        try store.write("Soitamme", to: moved.reference, now: place.now)
        _ = try store.cancel(moved.reference, as: Cancellation(by: .phoneService), now: place.now)
        try store.count([JourneyEvent(.call)], in: .finnish, on: calendarDay("2026-12-01"))
        #expect(try store.arrangements(from: place.now, until: place.after(100)) == [])
        login.expectRefused([
            "SELECT own_words FROM description", "SELECT text FROM advice", "SELECT text FROM message",
            "SELECT * FROM access_log", "SELECT reason FROM absence", "UPDATE booking SET maker = 'client'",
            "UPDATE booking SET attendance = 'met'", "UPDATE slot SET booked = 0",
        ])
        try store.keepDraft("soitto", of: "x", now: place.now)
        #expect(try store.draft(of: "x") == "soitto")
        try store.dropDraft(of: "x")
        try store.countWrongPassword(of: "x", limit: 10)
        #expect(try store.passwordHash(of: "x") == "h")
    }

    @Test("The supervisor's role records an absence and hands over; descriptions go along unread")
    func supervisor() throws {
        try place.open("aino", at: 60)
        try place.open("eero", at: 60)
        let booking = try DatabaseLogin.book(through: place.store, at: 60, of: place)
        let store = try DatabaseLogin(.supervisor, at: place).store
        let away = Absence(
            professional: booking.slot.professional, start: place.now, end: place.after(100), reason: "ill")
        _ = try store.record(away, isDryRun: false, now: place.now)
        let order = HandoverOrder(
            professional: booking.slot.professional, from: place.now, until: place.after(100))
        #expect(try store.handOver(order, now: place.now, drawing: TemporaryStore.draw).isComplete)
        #expect(try place.texts("SELECT own_words FROM description") == ["En jaksa."])
        #expect(try place.number("SELECT count(*) FROM message WHERE kind = 'handover'") == 1)
    }

    @Test("The supervisor's role counts all bookings and sees no client who cancelled or was there long ago")
    func supervisorReports() throws {
        for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
        for minutes in [60, 75, 90] { try place.book(at: minutes) }
        let own = try #require(
            try place.store.bookings(of: "aino", from: place.now, until: place.after(70)).first)
        _ = try place.store.cancel(own.reference, now: place.now)
        let by = AccessContext(userID: "x", userName: "X", purpose: "purge", at: place.after(200))
        _ = try place.store.purge(meetingsEndedBefore: place.after(90), clientsBefore: nil, isDryRun: false, by: by)
        let login = try DatabaseLogin(.supervisor, at: place)
        let store = login.store
        #expect(
            try store.statistics.meetings(from: place.now, until: place.after(100)).map(\.count).reduce(0, +) == 3)
        #expect(try store.statistics.waits(from: place.now, until: place.after(100)).map(\.count).reduce(0, +) == 3)
        #expect(try login.number("SELECT count(*) FROM booking") == 1)
        #expect(try store.arrangements(from: place.now, until: place.after(100)) == [])
        login.expectRefused([
            "SELECT client_name FROM booking_right", "SELECT text FROM message",
            "SELECT recipient FROM message",
            "SELECT * FROM access_log", "SELECT text FROM advice", "SELECT text FROM call_draft",
        ])
    }

    @Test("A desk's login sets no password for other kinds of staff, and opens no locked account")
    func accounts() throws {
        for role in [StaffRole.phoneService, .professional, .mainUser] {
            try place.store.add(
                StaffMember(id: role.rawValue, name: "X", role: role), passwordHash: "h", now: place.now)
        }
        let store = try DatabaseLogin(.phoneService, at: place).store
        try store.setPassword(of: "phone-service", hash: "new", now: place.now)
        for id in ["professional", "main-user"] {
            #expect(throws: StoreFailure.notAllowed) {
                try store.setPassword(of: id, hash: "new", now: place.now)
            }
        }
        try store.countWrongPassword(of: "professional", limit: 1)
        let member = try #require(try store.staff().first { $0.id == "professional" })
        try store.forgetWrongPasswords(of: member, now: place.now)
        #expect(throws: StoreFailure.notAllowed) { try store.setLocked(false, "professional") }
        let manager = try DatabaseLogin(.mainUser, at: place).store
        try manager.setLocked(false, "professional")
        try manager.setPassword(of: "professional", hash: "given", now: place.now)
        #expect(try place.texts("SELECT password FROM staff ORDER BY id") == ["h", "new", "given"])
    }

    @Test("The messenger's role takes and marks messages, and sees only bookings whose messages wait")
    func messenger() throws {
        try place.open("aino", at: 60)
        _ = try DatabaseLogin.book(through: place.store, at: 60, of: place)
        let login = try DatabaseLogin(.messenger, at: place)
        let (store, connection) = (login.store, login.connection)
        let message = try #require(
            try store.takeMessage(by: [.sms], now: place.after(1), until: place.after(5)))
        try store.markFailed(message.key, "busy", now: place.after(1), next: place.after(2))
        try store.markSent(message.key, now: place.after(1))
        // The reminder still waits; when it is sent too, there is nobody any more.
        _ = try store.messages(dueUntil: place.after(1))
        try connection.script("UPDATE message SET sent_at = 1")
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        #expect(try store.reviveMessages(now: place.now) == 0)
        login.expectRefused([
            "SELECT own_words FROM description", "SELECT * FROM booking_right", "SELECT * FROM hold",
            "SELECT * FROM absence", "SELECT * FROM staff", "DELETE FROM message",
            "UPDATE booking SET status = 'cancelled'", "SELECT * FROM booking_outline",
        ])
    }
}
#endif
