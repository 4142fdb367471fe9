#if PostgreSQL
import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("What a transaction claims", .enabled(if: TestAddress.isServer))
struct LockScopeTests {
    let place: TemporaryStore
    let other: any SQLConnection

    init() throws {
        place = try TemporaryStore()
        for (worker, minutes) in [("aino", 60), ("aino", 75)] { try place.open(worker, at: minutes) }
        other = try place.address.connection()
        try place.connection.script("SET lock_timeout = '200ms'")
    }

    /// Who waits is told so after a fifth of a second.
    private func waits(_ body: () throws -> Void) throws -> Bool {
        do throws(any Error) {
            try body()
            return false
        } catch StoreFailure.locked {
            return true
        }
    }

    @Test("Who books waits for whoever is at the same time or of the same client, and for nobody else")
    func booking() throws {
        let client = try place.request().client
        let stranger = Client(
            name: client.name, phone: try PhoneNumber(typed: "040 7654321"), language: client.language)
        for (claim, isWaiting) in [
            (LockScope.store, true), (.only([.time(place.after(60))]), true), (.only([.client(client)]), true),
            (.only([.time(place.after(75)), .client(stranger)]), false),
        ] {
            try other.begin(claim)
            #expect(try waits { _ = try place.book(at: 60) } == isWaiting)
            try other.end(keeping: false)
            #expect(try place.number("SELECT count(*) FROM booking") == (isWaiting ? 0 : 1))
        }
    }

    @Test("A hold and its renewal wait for whoever is at the same time, and only for them")
    func hold() throws {
        let hold = try place.hold(at: 60)
        try other.begin(.only([.time(place.after(60))]))
        #expect(try waits { _ = try place.store.renew(hold, now: place.now, until: place.after(20)) })
        #expect(try waits { _ = try place.hold(at: 60) })
        #expect(try !waits { _ = try place.hold(at: 75, token: "other") })
        try other.end(keeping: false)
    }

    @Test("Counting what visitors do waits for nobody who books, and does not keep them")
    func counting() throws {
        try other.begin(.only([.time(place.after(60))]))
        try place.store.count([JourneyEvent(.began, at: "start")], in: .finnish, on: calendarDay("2026-12-01"))
        try other.end(keeping: false)
        #expect(try place.number("SELECT count FROM journey") == 1)
    }
}
#endif
