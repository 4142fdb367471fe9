import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("The access log")
struct AccessLogTests {
    private let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private func entry(
        at moment: Date, by user: String = "aino", on booking: BookingReference? = nil, isRefused: Bool = false
    ) -> AccessEntry {
        AccessEntry(
            at: moment, userID: user, userName: "Aino Esimerkki", purpose: "tapaaminen", data: "booking",
            provider: "Esimerkkialue", booking: booking, isRefused: isRefused)
    }

    private func years(_ count: Double) -> Date { Date(seconds: Date().seconds - Int(count * 365.25 * 86_400)) }

    @Test("A line is read as it was written, of a client and of a user")
    func readBack() throws {
        try place.open("aino", at: 60)
        let booking = try place.book(at: 60)
        let lines = [
            entry(at: place.now, on: booking.reference),
            entry(at: place.after(1), on: booking.reference, isRefused: true),
        ]
        for line in lines + [entry(at: place.after(2), by: "eero")] { try place.store.log(line) }
        #expect(try place.store.accessLog(ofClientOf: booking.reference) == lines)
        #expect(try place.store.accessLog(ofUser: "aino", from: place.now, until: place.after(2)) == lines)
        #expect(try place.store.accessLog(ofUser: "aino", from: place.after(1), until: place.after(2)) == [lines[1]])
        #expect(try place.store.accessLog(ofUser: "eero", from: place.now, until: place.after(2)) == [])
        let (store, unknown) = (place.store, TemporaryStore.draw())
        #expect(throws: BookingRefusal.notFound) { try store.accessLog(ofClientOf: unknown) }
    }

    @Test("A line about a booking that was moved since, even twice, has the reference that the client knows")
    func moved() throws {
        try place.open("aino", at: 60)
        try place.store.open([90, 120].map { place.slot("aino", at: $0) })
        let booking = try place.book(at: 60)
        for (count, minutes) in [90, 120].enumerated() {
            try place.store.log(entry(at: place.after(count), on: booking.reference))
            _ = try place.store.move(
                booking.reference, to: place.choice(at: minutes), as: Cancellation(by: .client), now: place.now,
                drawing: TemporaryStore.draw)
        }
        try place.store.log(entry(at: place.after(2), on: booking.reference))
        #expect(try place.number("SELECT count(DISTINCT booking) FROM access_log") == 3)
        let log = try place.store.accessLog(ofClientOf: booking.reference)
        #expect(log.map(\.booking) == [booking.reference, booking.reference, booking.reference])
    }

    @Test(
        "The database refuses every change, every removal and every line in another's place",
        .enabled(if: !TestAddress.isServer))
    func appendOnly() throws {
        for _ in 0..<2 { try place.store.log(entry(at: years(0))) }
        let columns = "id, at, user_id, user_name, purpose, data, provider, booking, is_refused"
        let changed = "id, at, 'nobody', user_name, purpose, data, provider, booking, is_refused"
        let all = """
            SELECT at || user_id || user_name || purpose || data || provider || coalesce(booking, '-') || is_refused
            FROM access_log ORDER BY id
            """
        let before = try place.texts(all)
        #expect(before.allSatisfy { !$0.isEmpty })
        let attempts = [
            ("UPDATE access_log SET purpose = 'nothing'", "the access log is never changed"),
            ("UPDATE OR REPLACE access_log SET id = 1 WHERE id = 2", "the access log is never changed"),
            ("DELETE FROM access_log WHERE id = 1", "the access log is never shortened"),
            (
                "INSERT OR REPLACE INTO access_log (\(columns)) SELECT \(changed) FROM access_log WHERE id = 1",
                "the access log is never changed"
            ),
            (
                "REPLACE INTO access_log (\(columns)) SELECT \(changed) FROM access_log WHERE id = 2",
                "the access log is never changed"
            ),
            (
                """
                INSERT INTO access_log (\(columns)) SELECT \(columns) FROM access_log WHERE id = 1
                ON CONFLICT (id) DO UPDATE SET user_id = 'nobody'
                """, "the access log is never changed"
            ),
        ]
        for (sql, message) in attempts {
            #expect(throws: SQLError.other(message), "\(sql)") { try place.connection.script(sql) }
        }
        #expect(try place.texts(all) == before)
    }

    @Test("Lines older than twelve years go with a purge, younger ones stay")
    func twelveYears() throws {
        for age in [12.1, 20, 11.9, 0] { try place.store.log(entry(at: years(age))) }
        let reading = AccessContext(userID: "paa", userName: "Pertti", purpose: "purge", at: Date())
        let rehearsed = try place.store.purge(
            meetingsEndedBefore: years(1), clientsBefore: nil, isDryRun: true, by: reading)
        #expect(rehearsed == Purge(logLines: 2))
        #expect(try place.number("SELECT count(*) FROM access_log") == 4)
        let purge = try place.store.purge(
            meetingsEndedBefore: years(1), clientsBefore: nil, isDryRun: false, by: reading)
        #expect(purge == rehearsed)
        // And the purge's own line.
        #expect(try place.texts("SELECT data FROM access_log ORDER BY id") == ["booking", "booking", "purge"])
        #expect(throws: SQLError.other("the access log is never shortened")) {
            try place.connection.script("DELETE FROM access_log")
        }
        try place.store.log(entry(at: years(12.1)))
        try place.connection.script("DELETE FROM access_log WHERE at < \(years(12.05).seconds)")
        #expect(try place.number("SELECT count(*) FROM access_log") == 3)
    }

    @Test("A booking that staff make leaves the consent that was said aloud, in the same transaction")
    func consent() throws {
        let scene = try SignedInFixture()
        let phone = try scene.session(.phoneService)
        // Whatever the caller says, the client was asked aloud.
        let booking = try phone.book(scene.place.choice(at: 240), try scene.place.request())
        let line = [
            phone.member.id, phone.member.name, "said aloud", "consent", SignedInFixture.provider,
            booking.reference.characters, "0",
        ]
        #expect(try scene.log() == [line.joined(separator: "|")])
        let series = try phone.book(
            series: scene.place.choice(at: 255), andAt: [], try scene.place.request(name: "Sarja Testinen"))
        #expect(try scene.place.store.accessLog(ofClientOf: series[0].reference).map(\.data) == ["consent"])
        // At the kiosk the client agrees on the screen: who did it, nobody can say.
        _ = try scene.place.sessions().visitor.book(scene.place.choice(at: 270), try scene.place.request())
        #expect(try scene.log().count == 2)
    }

    @Test("A consent that cannot be logged books nothing")
    func consentNotLogged() throws {
        let scene = try SignedInFixture()
        let before = try scene.place.number("SELECT count(*) FROM booking")
        try scene.place.refuseInserts(into: "access_log", saying: "no log")
        let phone = try scene.session(.phoneService)
        #expect(throws: StoreFailure.refused("no log")) {
            try phone.book(scene.place.choice(at: 240), try scene.place.request())
        }
        #expect(try scene.place.number("SELECT count(*) FROM booking") == before)
        #expect(try scene.place.number("SELECT count(*) FROM hold") == 0)
    }

    @Test("The lines of a family's other members with the same number are not a client's own")
    func sharedNumber() throws {
        try place.open("aino", at: 60)
        try place.store.open([place.slot("aino", at: 75)])
        let mothers = try place.book(at: 60)
        let request = try place.request(name: "Matti Meikäläinen")
        let sons = try place.store.book(
            place.choice(at: 75), request, now: place.now, drawing: TemporaryStore.draw)
        let lines = [mothers, sons].map { entry(at: place.now, on: $0.reference) }
        for line in lines { try place.store.log(line) }
        #expect(try place.store.accessLog(ofClientOf: mothers.reference) == [lines[0]])
        #expect(try place.store.accessLog(ofClientOf: sons.reference) == [lines[1]])
    }
}
