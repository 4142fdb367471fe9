import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("The outbox")
struct OutboxTests {
    let place: TemporaryStore
    private let day = 1440

    init() throws {
        place = try TemporaryStore()
        for minutes in [30, 2 * 1440, 4 * 1440] { try place.open("aino", at: minutes) }
    }

    /// Kind, channel, and when it is due in minutes after `now`, of what still waits.
    private func waiting() throws -> [String] {
        try place.texts(
            """
            SELECT kind || ' ' || channel || ' ' || ((due - \(place.now.seconds)) / 60) FROM message
            WHERE withdrawn_at IS NULL AND sent_at IS NULL ORDER BY due, id
            """)
    }

    private func take(now: Date? = nil, lease: Int = 2) throws -> Message? {
        let now = now ?? place.now
        return try place.store.takeMessage(
            by: [.sms, .email], now: now, until: now.addingTimeInterval(Double(lease) * 60))
    }

    @Test("A booking is confirmed and reminded of, by e-mail too where an address was given")
    func booked() throws {
        try place.book(at: 2 * day)
        #expect(try waiting() == ["confirmation sms 0", "reminder sms \(day)", "reminder sms \(2 * day - 120)"])
        var request = try place.request()
        request.client = Client(
            name: "Maija Meikäläinen", phone: request.client.phone, email: EmailAddress(typed: "maija@example.fi"),
            language: .swedish)
        _ = try place.store.book(place.choice(at: 30), request, now: place.now, drawing: TemporaryStore.draw)
        #expect(try waiting().filter { $0.contains("email") } == ["confirmation email 0"])
        let message = try #require(try place.store.messages(dueUntil: place.now).last)
        #expect(message.recipient == "maija@example.fi")
        #expect(message.language == .swedish)
        #expect(message.text == nil)
    }

    @Test("A booking made late has no reminder whose time has passed")
    func late() throws {
        try place.book(at: 30)
        #expect(try waiting() == ["confirmation sms 0"])
    }

    @Test("The reminders are those of the county")
    func settings() throws {
        let times = ["3d", "1h"].compactMap { TimeSpan($0) }
        let store = try SQLStore(place.connection, reminders: times)
        _ = try store.book(
            place.choice(at: 4 * day), try place.request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(try waiting() == ["confirmation sms 0", "reminder sms \(day)", "reminder sms \(4 * day - 60)"])
    }

    @Test("A move withdraws what was to be told of the old time and reminds of the new one")
    func moved() throws {
        let booking = try place.book(at: 2 * day)
        _ = try place.store.move(
            booking.reference, to: place.choice(at: 4 * day), as: Cancellation(by: .client), now: place.after(1),
            drawing: TemporaryStore.draw)
        #expect(try waiting() == ["change sms 1", "reminder sms \(3 * day)", "reminder sms \(4 * day - 120)"])
        #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at IS NOT NULL") == 3)
    }

    @Test("A cancellation withdraws everything but what somebody wrote by hand")
    func cancelled() throws {
        let booking = try place.book(at: 2 * day)
        try place.store.write("Tuo avaimet.", to: booking.reference, now: place.now)
        _ = try place.store.cancel(booking.reference, now: place.after(1))
        #expect(try waiting() == ["by-hand sms 0", "cancellation sms 1"])
    }

    @Test("Where the outbox cannot be written nothing is booked, moved or cancelled")
    func oneTransaction() throws {
        let booking = try place.book(at: 2 * day)
        try place.refuseInserts(into: "message")
        #expect(throws: StoreFailure.refused("broken")) { try place.book(at: 30) }
        #expect(throws: StoreFailure.refused("broken")) {
            try place.store.move(
                booking.reference, to: place.choice(at: 4 * day), as: Cancellation(by: .client), now: place.now,
                drawing: TemporaryStore.draw)
        }
        #expect(throws: StoreFailure.refused("broken")) {
            try place.store.cancel(booking.reference, now: place.now)
        }
        #expect(try place.store.booking(booking.reference) == booking)
        #expect(try place.freeMinutes() == [30, 4 * day])
        #expect(try place.number("SELECT count(*) FROM booking") == 1)
        #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at IS NOT NULL") == 0)
    }

    @Test("A message that one sender has taken nobody else gets, until the lease is over")
    func lease() throws {
        try place.book(at: 2 * day)
        let message = try #require(try take())
        #expect(message.kind == .confirmation)
        #expect(try take() == nil)
        #expect(try place.another().messages(dueUntil: place.now) == [])
        #expect(try take(now: place.after(2))?.key == message.key)
    }

    @Test("Only messages of the wanted channels are taken")
    func channels() throws {
        try place.book(at: 2 * day)
        #expect(try place.store.takeMessage(by: [.email], now: place.now, until: place.after(2)) == nil)
        #expect(try place.store.takeMessage(by: [.sms], now: place.now, until: place.after(2)) != nil)
    }

    @Test("What was sent is not sent again, and a late failure does not bring it back")
    func sent() throws {
        try place.book(at: 30)
        let key = try #require(try take()).key
        try place.store.markSent(key, now: place.after(1))
        try place.store.markFailed(key, "late", now: place.after(3), next: place.after(4))
        #expect(try take(now: place.after(5)) == nil)
        #expect(try place.number("SELECT sent_at FROM message") == place.after(1).seconds)
    }

    @Test("What failed waits, what was given up is listed as dead and can be revived before its meeting")
    func failed() throws {
        try place.book(at: 30)
        let key = try #require(try take()).key
        try place.store.markFailed(key, "no line", now: place.now, next: place.after(5))
        #expect(try take(now: place.after(4)) == nil)
        let again = try #require(try take(now: place.after(5)))
        #expect(again.attempts == 1)
        try place.store.markFailed(key, "no line", now: place.after(5), next: nil)
        #expect(try take(now: place.after(10)) == nil)
        let dead = try #require(try place.store.messages(dueUntil: place.now).first)
        #expect(dead.deadAt == place.after(5))
        #expect(dead.failure == "no line")
        #expect(dead.attempts == 2)
        #expect(try place.store.reviveMessages(now: place.after(30)) == 0)
        #expect(try place.store.reviveMessages(now: place.after(29)) == 1)
        #expect(try take(now: place.after(29))?.key == key)
    }

    @Test("A message by hand goes to a booking that is there")
    func byHand() throws {
        #expect(throws: BookingRefusal.notFound) {
            try place.store.write("Tuo avaimet.", to: TemporaryStore.draw(), now: place.now)
        }
        let booking = try place.book(at: 30)
        try place.store.write("Tuo avaimet.", to: booking.reference, now: place.now)
        #expect(try place.store.messages(dueUntil: place.now).map(\.text) == [nil, "Tuo avaimet."])
    }

    @Test("Nothing of the description is in the outbox")
    func noDescription() throws {
        try place.book(at: 30, description: SituationDescription(ownWords: "SALAISUUS", hope: "SALAISUUS"))
        let columns = "kind || recipient || language || COALESCE(text, '') || COALESCE(failure, '')"
        #expect(try place.texts("SELECT \(columns) FROM message").allSatisfy { !$0.contains("SALAISUUS") })
    }
}
