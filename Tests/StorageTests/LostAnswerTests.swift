import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("An answer that was lost on the way")
struct LostAnswerTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
    }

    @Test("Who books a hold again gets the booking that was made, and there is one")
    func booked() throws {
        let hold = try place.hold(at: 60)
        let (store, request) = (place.store, try place.request())
        let first = try store.book(hold, request, now: place.now, drawing: TemporaryStore.draw)
        let again = try store.book(hold, request, now: place.now, drawing: TemporaryStore.draw)
        #expect(again == first)
        #expect(try place.number("SELECT count(*) FROM booking") == 1)
        #expect(try place.number("SELECT count(*) FROM message WHERE kind = 'confirmation'") == 1)
    }

    @Test("Who holds a time again gets it, also where it was the last one free, and has one hold")
    func held() throws {
        let first = try place.hold(at: 60)
        let again = try place.hold(at: 60, expiring: 12)
        #expect(again.token == first.token)
        #expect(again.expires == place.after(12))
        #expect(try place.number("SELECT count(*) FROM hold") == 1)
        #expect(throws: BookingRefusal.noLongerFree) { try place.hold(at: 60, token: "another's") }
    }

    @Test("Who moves to a hold again gets the booking as it was moved")
    func moved() throws {
        let booking = try place.book(at: 60)
        let hold = try place.hold(at: 75)
        let (store, own) = (place.store, Cancellation(by: .client))
        let first = try store.move(
            booking.reference, to: hold, .phone, as: own, now: place.now, drawing: TemporaryStore.draw)
        let again = try store.move(
            booking.reference, to: hold, .phone, as: own, now: place.now, drawing: TemporaryStore.draw)
        #expect(again == first)
        #expect(try place.number("SELECT count(*) FROM booking") == 2)
    }
}
