import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Holding a time")
struct HoldTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.open("aino", at: 60)
    }

    @Test("A hold keeps the time from everybody else")
    func held() throws {
        let hold = try place.hold(at: 60)
        #expect(hold == Hold(token: "mine", start: place.after(60), minutes: 15, expires: place.after(10)))
        #expect(throws: BookingRefusal.noLongerFree) { try place.hold(at: 60, token: "theirs") }
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
    }

    @Test("As many can hold a time as there are workers free")
    func severalWorkers() throws {
        try place.open("eero", at: 60)
        _ = try place.hold(at: 60, token: "first")
        _ = try place.hold(at: 60, token: "second")
        #expect(throws: BookingRefusal.noLongerFree) { try place.hold(at: 60, token: "third") }
        #expect(try place.number("SELECT count(DISTINCT slot) FROM hold") == 2)
    }

    @Test("Only a time that fits can be held")
    func fitting() throws {
        let wrong = [
            place.choice(at: 61), place.choice(at: 60, task: .disability), place.choice(at: 60, method: .office),
            place.choice(at: 60, in: place.lieksa),
        ]
        for choice in wrong {
            #expect(throws: BookingRefusal.noLongerFree) {
                try place.store.hold(choice, token: "mine", now: place.now, until: place.after(10))
            }
        }
    }

    @Test("A time that has begun cannot be held")
    func past() throws {
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.hold(
                place.choice(at: 60), token: "mine", now: place.after(61), until: place.after(70))
        }
    }

    @Test("A time that was given back can be held by the next")
    func released() throws {
        try place.store.release(try place.hold(at: 60))
        #expect(try place.freeMinutes() == [60])
        _ = try place.hold(at: 60, token: "theirs")
    }

    @Test("Giving back a hold twice, or one that is lost, takes nothing from others")
    func releasedTwice() throws {
        let mine = try place.hold(at: 60, expiring: 0)
        _ = try place.hold(at: 60, token: "theirs")
        try place.store.release(mine)
        try place.store.release(mine)
        #expect(try place.texts("SELECT token FROM hold") == ["theirs"])
    }

    @Test("A renewed hold lasts until its new end")
    func renewed() throws {
        let hold = try place.hold(at: 60)
        let renewed = try place.store.renew(hold, now: place.after(9), until: place.after(19))
        #expect(renewed == Hold(token: "mine", start: hold.start, minutes: 15, expires: place.after(19)))
        #expect(try place.freeMinutes(now: place.after(18)) == [])
        #expect(try place.freeMinutes(now: place.after(19)) == [60])
    }

    @Test("A hold that ran out is renewed where nobody took the time")
    func renewedAfterItsEnd() throws {
        let hold = try place.hold(at: 60, expiring: 10)
        _ = try place.store.renew(hold, now: place.after(30), until: place.after(40))
        #expect(try place.freeMinutes(now: place.after(31)) == [])
    }

    @Test("A hold that ran out is not renewed where somebody else holds the time now")
    func renewedTooLate() throws {
        let hold = try place.hold(at: 60, expiring: 0)
        _ = try place.hold(at: 60, token: "theirs")
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.renew(hold, now: place.now, until: place.after(20))
        }
    }

    @Test("A hold that ran out is not renewed where somebody else booked the time")
    func renewedAfterBooking() throws {
        let hold = try place.hold(at: 60, expiring: 0)
        try place.book(at: 60)
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.renew(hold, now: place.now, until: place.after(20))
        }
    }
}
