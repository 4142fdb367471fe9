import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Several professionals, several clients, several times")
struct WorkPairTests {
    let place: TemporaryStore
    private let both = BookingAuthority.staff(workers: ["aino", "eero"])

    init() throws {
        place = try TemporaryStore()
        for worker in ["aino", "eero"] { try place.add(worker) }
    }

    private func open(_ worker: String, _ minutes: [Int], seats: Int = 1) throws {
        try place.store.open(minutes.map { place.slot(worker, at: $0, seats: seats) })
    }

    private func free(_ leave: BookingAuthority) throws -> [Int] {
        try place.freeMinutes(SlotQuery(leave: leave, from: place.now))
    }

    @Test("A work pair is free where both are, at the same time")
    func free() throws {
        try open("aino", [60, 75, 90])
        try open("eero", [75, 90, 105])
        #expect(try free(both) == [75, 90])
        _ = try place.hold(at: 75)
        #expect(try free(both) == [90])
    }

    @Test("A booking with both takes both times; each reads the one description, and the client has one reference")
    func booked() throws {
        try open("aino", [60])
        try open("eero", [60])
        let booking = try place.book(at: 60, leave: both, description: SituationDescription(ownWords: "En jaksa."))
        #expect(booking.slot.professional == "aino")
        #expect(try place.freeMinutes() == [])
        let theirs = try #require(try place.store.bookings(of: "eero", from: place.now).first)
        #expect(theirs.reference != booking.reference)
        let reading = AccessContext(userID: "eero", userName: "Eero", purpose: "meeting", at: place.now)
        #expect(try place.store.readDescription(of: theirs.reference, by: reading).ownWords == "En jaksa.")
        #expect(try place.texts("SELECT kind FROM message WHERE due <= \(place.now.seconds)") == ["confirmation"])
        #expect(try StoreCheck(connection: place.connection).faults() == [])
    }

    @Test("Cancelling it frees both times, whichever of the two references is named")
    func cancelled() throws {
        try open("aino", [60])
        try open("eero", [60])
        for worker in ["aino", "eero"] {
            _ = try place.book(at: 60, leave: both)
            let booking = try #require(try place.store.bookings(of: worker, from: place.now).first)
            _ = try place.store.cancel(booking.reference, now: place.now)
            #expect(try free(both) == [60])
        }
        #expect(try place.number("SELECT count(*) FROM message WHERE kind = 'cancellation'") == 2)
    }

    @Test("It is moved where both are free, and to no other time; both are free then where they were")
    func moved() throws {
        try open("aino", [60, 75, 90])
        try open("eero", [60, 90])
        let booking = try place.book(at: 60, leave: both)
        let (store, now) = (place.store, place.now)
        func move(to minutes: Int) throws -> Booking {
            try store.move(
                booking.reference, to: place.choice(at: minutes), as: Cancellation(by: .professional), now: now,
                drawing: TemporaryStore.draw)
        }
        #expect(throws: BookingRefusal.noLongerFree) { try move(to: 75) }
        #expect(try free(both) == [90])
        #expect(try move(to: 90).slot.start == place.after(90))
        #expect(try free(both) == [60])
        #expect(try store.professionals(of: booking.reference) == ["aino", "eero"])
        #expect(try store.bookings(of: "eero", from: now).map(\.slot.start) == [place.after(90)])
        #expect(try place.faults() == [])
    }

    @Test("A hold keeps both times, and is worth nothing once somebody took one of them")
    func held() throws {
        try open("aino", [60])
        try open("eero", [60])
        let hold = try place.store.hold(
            place.choice(at: 60, leave: both), token: "mine", now: place.now, until: place.after(10))
        #expect(try place.freeMinutes() == [])
        let (store, later, request) = (place.store, place.after(11), try place.request())
        _ = try store.book(place.choice(at: 60), request, now: later, drawing: TemporaryStore.draw)
        #expect(throws: BookingRefusal.noLongerFree) { try store.renew(hold, now: later, until: later + 600) }
        #expect(throws: BookingRefusal.noLongerFree) {
            try store.book(hold, request, now: later, drawing: TemporaryStore.draw)
        }
        #expect(try place.freeMinutes(now: later) == [60])
        let kept = try store.hold(
            place.choice(at: 60), token: "next", now: later, until: later + 60)
        try store.release(kept)
        #expect(try place.number("SELECT count(*) FROM hold") == 0)
    }

    @Test("A held pair is booked as a pair")
    func heldAndBooked() throws {
        try open("aino", [60])
        try open("eero", [60])
        let hold = try place.store.hold(
            place.choice(at: 60, leave: both), token: "mine", now: place.now, until: place.after(10))
        let renewed = try place.store.renew(hold, now: place.now, until: place.after(20))
        _ = try place.store.book(renewed, try place.request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(try place.number("SELECT count(*) FROM booking WHERE part_of IS NOT NULL") == 1)
        #expect(try place.number("SELECT count(*) FROM hold") == 0)
    }

    @Test("A right to a work pair opens the times of both together and counts once")
    func byRight() throws {
        try place.store.open([
            place.slot("aino", at: 60, isByRight: true), place.slot("eero", at: 60, isByRight: true),
        ])
        let right = try place.grant(to: .workers(["eero", "aino"]))
        let booking = try place.book(at: 60, leave: .right(right.code))
        #expect(booking.slot.professional == "eero")
        #expect(try place.store.right(right.code, now: place.now)?.used == 1)
        #expect(try place.freeMinutes() == [])
    }

    @Test("An information session takes as many clients as it has seats")
    func session() throws {
        try open("aino", [60], seats: 3)
        for _ in 0..<3 { try place.book(at: 60) }
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
        let row = try #require(
            try place.store.timetable(of: "aino", from: place.now, until: place.after(90), now: place.now).first)
        #expect(row.state == .booked)
        #expect(row.booked == 3)
        #expect(row.slot.seats == 3)
        #expect(Set(try place.store.bookings(of: "aino", from: place.now).map(\.reference)).count == 3)
    }

    @Test("A series is booked with one worker, each time with a reference of its own, or not at all")
    func series() throws {
        try open("aino", [60, 120])
        try open("eero", [60, 120, 180])
        let choice = place.choice(at: 60)
        let (store, now, request) = (place.store, place.now, try place.request())
        let later = [place.after(120), place.after(180)]
        // The fairest is Aino, who is not there at the third time.
        #expect(throws: BookingRefusal.notFreeThen(start: place.after(180))) {
            try store.book(series: choice, andAt: later, request, now: now, drawing: TemporaryStore.draw)
        }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        try open("aino", [180])
        let bookings = try store.book(
            series: choice, andAt: later, request, now: now, drawing: TemporaryStore.draw)
        #expect(bookings.map(\.slot.professional) == ["aino", "aino", "aino"])
        #expect(Set(bookings.map(\.reference)).count == 3)
        #expect(try place.number("SELECT count(DISTINCT series) FROM booking WHERE series IS NOT NULL") == 1)
    }

    @Test("Each time of a series takes a use of its right")
    func seriesByRight() throws {
        try open("aino", [60, 120, 180])
        let right = try place.grant(uses: 2)
        let choice = place.choice(at: 60, leave: .right(right.code))
        let (store, now, request) = (place.store, place.now, try place.request())
        #expect(throws: RightRefusal.usedUp) {
            try store.book(
                series: choice, andAt: [place.after(120), place.after(180)], request, now: now,
                drawing: TemporaryStore.draw)
        }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        _ = try store.book(
            series: choice, andAt: [place.after(120)], request, now: now, drawing: TemporaryStore.draw)
        #expect(try store.right(right.code, now: now)?.used == 2)
    }
}
