import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Booking rights")
struct RightTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for worker in ["aino", "eero"] { try place.add(worker) }
        try place.store.open([
            place.slot("aino", at: 60, isByRight: true), place.slot("aino", at: 75, isByRight: true),
            place.slot("eero", at: 60, isByRight: true), place.slot("eero", at: 90),
        ])
    }

    private func free(_ right: BookingRight, now moment: Int = 0) throws -> [Int] {
        try place.freeMinutes(
            SlotQuery(leave: .right(right.code), from: place.after(moment)), now: place.after(moment))
    }

    private func refuses(_ refusal: RightRefusal, _ leave: BookingAuthority, now moment: Int = 0) throws {
        let (store, now, request) = (place.store, place.after(moment), try place.request())
        let choice = place.choice(at: 60, leave: leave)
        #expect(throws: refusal) {
            try store.freeSlots(SlotQuery(leave: leave, from: now), now: now)
        }
        #expect(throws: refusal) {
            try store.book(choice, request, now: now, drawing: TemporaryStore.draw)
        }
        #expect(throws: refusal) {
            try store.hold(choice, token: "mine", now: now, until: now + 600)
        }
    }

    @Test("A right opens the times of the worker it names, also those that nobody else can book")
    func opens() throws {
        let right = try place.grant(uses: 2)
        #expect(try place.freeMinutes() == [90])
        #expect(try free(right) == [60, 75])
        let booking = try place.book(at: 60, leave: .right(right.code))
        #expect(booking.slot.professional == "aino")
        #expect(try free(right) == [75])
        #expect(try place.store.right(right.code, now: place.now)?.used == 1)
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
    }

    @Test("It can be found by its client's number, and what was granted is kept as it was said")
    func found() throws {
        let right = try place.grant(uses: 3, expiring: 500)
        let other = try PhoneNumber(typed: "050 111 2222")
        #expect(try place.store.rights(of: right.grant.clientPhone, now: place.now) == [right])
        #expect(try place.store.rights(of: other, now: place.now) == [])
        #expect(try place.store.rights(of: nil, now: place.now) == [right])
        #expect(right.grant.uses == 3)
        #expect(right.grant.expires == place.after(500))
        #expect(right.grantedAt == place.now)
        #expect(right.used == 0)
    }

    @Test("A right to a team opens the times of everybody in it, and of nobody else")
    func team() throws {
        try place.edit(.team("north", of: "eero"))
        let right = try place.grant(to: .team("north"))
        #expect(try free(right) == [60, 90])
        #expect(try place.book(at: 60, leave: .right(right.code)).slot.professional == "eero")
    }

    @Test("When every time of it is booked it opens nothing, until one of them is cancelled")
    func usedUp() throws {
        let right = try place.grant()
        let booking = try place.book(at: 60, leave: .right(right.code))
        try refuses(.usedUp, .right(right.code))
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(try free(right) == [60, 75])
    }

    @Test("The moment it expires it opens nothing; what was booked stays")
    func expired() throws {
        let right = try place.grant(expiring: 30)
        #expect(try free(right, now: 29) == [60, 75])
        let booking = try place.book(at: 75, leave: .right(right.code))
        try refuses(.expired, .right(right.code), now: 30)
        #expect(try place.store.booking(booking.reference)?.status == .booked)
    }

    @Test("A withdrawn right opens nothing, and cannot be withdrawn again")
    func withdrawn() throws {
        let right = try place.grant()
        #expect(try place.store.withdraw(right.code, now: place.now).withdrawnAt == place.now)
        try refuses(.withdrawn, .right(right.code))
        let (store, now) = (place.store, place.now)
        #expect(throws: RightRefusal.withdrawn) { try store.withdraw(right.code, now: now) }
    }

    @Test("A right whose worker left opens nothing: not another's times, and not those the worker had opened")
    func workerLeft() throws {
        let right = try place.grant()
        _ = try place.store.leave("aino", from: place.after(30), isDryRun: false, now: place.now)
        #expect(try free(right) == [])
        try refuses(.workerLeft, .right(right.code), now: 30)
        let pair = try place.store.rights(of: nil, now: place.after(30))
        #expect(pair.map(\.lacksWorker) == [true])
        #expect(throws: StaffRefusal.noSuchProfessional("aino")) {
            try place.store.grant(right.grant, now: place.after(31)) { right.code }
        }
    }

    @Test("A right to a team opens nothing once nobody of it is left")
    func teamLeft() throws {
        try place.edit(.team("north"))
        let right = try place.grant(to: .team("north"))
        _ = try place.store.leave("aino", from: place.now, isDryRun: false, now: place.now)
        #expect(try free(right) == [60, 90])
        _ = try place.store.leave("eero", from: place.now, isDryRun: false, now: place.now)
        try refuses(.workerLeft, .right(right.code))
    }

    @Test("A follow-up does not count as waiting for advice")
    func wait() throws {
        let right = try place.grant()
        try place.book(at: 60, leave: .right(right.code))
        #expect(try place.store.statistics.waits(from: place.now, until: place.after(1)) == [])
        try place.book(at: 90)
        #expect(try place.store.statistics.waits(from: place.now, until: place.after(1)).map(\.count) == [1])
    }

    @Test("A code that nobody was given opens nothing")
    func unknown() throws {
        try refuses(.unknown, .right(try #require(RightCode(typed: "AAAA-AAAA"))))
    }

    @Test("Somebody else's phone number does not book with it, held or not")
    func anotherClient() throws {
        let right = try place.grant()
        var request = try place.request()
        request.client = Client(
            name: "Matti Meikäläinen", phone: try PhoneNumber(typed: "050 111 2222"), language: .finnish)
        let (store, now, theirs) = (place.store, place.now, request)
        let choice = place.choice(at: 60, leave: .right(right.code))
        #expect(throws: RightRefusal.unknown) {
            try store.book(choice, theirs, now: now, drawing: TemporaryStore.draw)
        }
        let hold = try store.hold(choice, token: "mine", now: now, until: now + 600)
        #expect(throws: RightRefusal.unknown) {
            try store.book(hold, theirs, now: now, drawing: TemporaryStore.draw)
        }
        #expect(
            try store.book(hold, try place.request(), now: now, drawing: TemporaryStore.draw).slot.professional
                == "aino")
    }

    @Test("A right that is withdrawn while somebody types does not book")
    func withdrawnWhileHeld() throws {
        let right = try place.grant()
        let hold = try place.store.hold(
            place.choice(at: 60, leave: .right(right.code)), token: "mine", now: place.now, until: place.after(10))
        _ = try place.store.withdraw(right.code, now: place.now)
        let (store, now, request) = (place.store, place.now, try place.request())
        #expect(throws: RightRefusal.withdrawn) {
            try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        }
    }

    @Test("A booked time moves with its right to another of the same worker, also when every use is taken")
    func moves() throws {
        let right = try place.grant()
        let booking = try place.book(at: 60, leave: .right(right.code))
        let moving = BookingAuthority.moving(booking.reference)
        #expect(try place.freeMinutes(SlotQuery(leave: moving, from: place.now)) == [75])
        let moved = try place.store.move(
            booking.reference, to: place.choice(at: 75, leave: moving), as: Cancellation(by: .client),
            now: place.now, drawing: TemporaryStore.draw)
        #expect(moved.slot.professional == "aino")
        #expect(try place.store.right(right.code, now: place.now)?.used == 1)
    }

    @Test("A time without a right moves only to what is open to all")
    func movesOpenly() throws {
        try place.store.open([place.slot("aino", at: 200)])
        let booking = try place.book(at: 200)
        #expect(try place.freeMinutes(SlotQuery(leave: .moving(booking.reference), from: place.now)) == [90])
    }

    @Test("Two who use a right for one time at once get one booking")
    func atOnce() throws {
        let right = try place.grant()
        let other = try place.another()
        _ = try place.book(at: 60, leave: .right(right.code))
        let (now, request) = (place.now, try place.request())
        #expect(throws: RightRefusal.usedUp) {
            try other.book(
                place.choice(at: 75, leave: .right(right.code)), request, now: now, drawing: TemporaryStore.draw)
        }
    }

    @Test("Nobody can be named who is not known")
    func unknownWorker() throws {
        #expect(throws: StaffRefusal.noSuchProfessional("nobody")) {
            try place.grant(to: .workers(["aino", "nobody"]))
        }
        #expect(throws: StaffRefusal.noSuchProfessional("south")) { try place.grant(to: .team("south")) }
        #expect(try place.number("SELECT count(*) FROM booking_right") == 0)
    }
}
