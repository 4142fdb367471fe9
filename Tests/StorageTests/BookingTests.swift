import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Booking")
struct BookingTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private func book(_ choice: SlotChoice) throws -> Booking {
        try place.store.book(choice, try place.request(), now: place.now, drawing: TemporaryStore.draw)
    }

    private func book(_ hold: Hold, now: Date? = nil) throws -> Booking {
        try place.store.book(hold, try place.request(), now: now ?? place.now, drawing: TemporaryStore.draw)
    }

    @Test("A booking is kept with everything that was given")
    func everything() throws {
        try place.open("aino", at: 60, methods: [.remote])
        let request = BookingRequest(
            method: .remote, service: "home-help",
            client: Client(
                name: "Maija Meikäläinen", phone: try PhoneNumber(typed: "+46 70 123 45 67"),
                email: EmailAddress(typed: "maija@example.fi"), language: .swedish),
            needs: SpecialNeeds(
                meetingLanguage: .english, interpreter: "somali", signLanguage: true, accessibility: "pyörätuoli"),
            description: SituationDescription(), consent: .onScreen, maker: .professional)
        let booked = try place.store.book(
            place.choice(at: 60, method: .remote), request, now: place.now, drawing: TemporaryStore.draw)
        let expected = Booking(
            reference: booked.reference, slot: place.slot("aino", at: 60, methods: [.remote]),
            professionalName: "aino Esimerkki", status: .booked, method: .remote, service: "home-help",
            client: request.client, needs: request.needs, createdAt: place.now, consent: .onScreen)
        #expect(booked == expected)
        #expect(try place.another().booking(booked.reference) == expected)
        #expect(try place.texts("SELECT maker FROM booking") == ["professional"])
    }

    @Test("What may be left out stays left out")
    func leftOut() throws {
        try place.open("aino", at: 60)
        let booking = try place.book(at: 60)
        #expect(booking.service == nil)
        #expect(booking.client.email == nil)
        #expect(booking.needs == SpecialNeeds(meetingLanguage: .finnish))
    }

    @Test("An unknown reference finds nothing")
    func unknownReference() throws {
        #expect(try place.store.booking(TemporaryStore.draw()) == nil)
    }

    @Test("A reference that is in use is drawn again")
    func referenceInUse() throws {
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        let used = try place.book(at: 60).reference
        let unused = try #require(BookingReference(typed: "K7PF-3M2R"))
        var drawn = [used, used, unused].makeIterator()
        let second = try place.store.book(place.choice(at: 75), try place.request(), now: place.now) {
            drawn.next() ?? unused
        }
        #expect(second.reference == unused)
        #expect(drawn.next() == nil)
    }

    @Test("A held time is booked, and its hold is gone")
    func byHold() throws {
        try place.open("aino", at: 60)
        let booking = try book(try place.hold(at: 60))
        #expect(booking.slot.start == place.after(60))
        #expect(try place.number("SELECT count(*) FROM hold") == 0)
        #expect(try place.freeMinutes() == [])
    }

    @Test("A held time is booked after the hold ran out where nobody took it")
    func byHoldThatRanOut() throws {
        try place.open("aino", at: 60)
        let hold = try place.hold(at: 60, expiring: 10)
        #expect(try book(hold, now: place.after(30)).slot.start == place.after(60))
    }

    @Test("A hold that ran out books nothing where somebody else holds the time now")
    func byHoldLostToAnotherHold() throws {
        try place.open("aino", at: 60)
        let hold = try place.hold(at: 60, expiring: 0)
        _ = try place.hold(at: 60, token: "theirs")
        #expect(throws: BookingRefusal.noLongerFree) { try book(hold) }
        #expect(try place.texts("SELECT token FROM hold") == ["theirs"])
    }

    @Test("A hold that ran out books nothing where somebody else booked the time")
    func byHoldLostToABooking() throws {
        try place.open("aino", at: 60)
        let hold = try place.hold(at: 60, expiring: 0)
        try place.book(at: 60)
        #expect(throws: BookingRefusal.noLongerFree) { try book(hold) }
    }

    @Test("A hold books nothing once the meeting should have begun")
    func byHoldOfThePast() throws {
        try place.open("aino", at: 5)
        let hold = try place.hold(at: 5, expiring: 10)
        #expect(throws: BookingRefusal.noLongerFree) { try book(hold, now: place.after(6)) }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
    }

    @Test("Where five workers are free five people are booked and the sixth is told no")
    func severalWorkers() throws {
        for number in 1...5 { try place.open("worker-\(number)", at: 60) }
        let booked = try (1...5).map { _ in try place.book(at: 60).slot.professional }
        #expect(Set(booked).count == 5)
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
    }

    @Test("Only a time that fits is booked")
    func fitting() throws {
        try place.open("aino", at: 60)
        let wrong = [
            place.choice(at: 61), place.choice(at: 60, task: .disability), place.choice(at: 60, method: .remote),
            place.choice(at: 60, in: place.lieksa),
        ]
        for choice in wrong {
            #expect(throws: BookingRefusal.noLongerFree) { try book(choice) }
        }
    }

    @Test("A time that has begun is not booked")
    func past() throws {
        try place.open("aino", at: -1)
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: -1) }
    }

    @Test("Of the workers who are free the one with the fewest bookings is taken, then the first by id")
    func fewestBookings() throws {
        for professional in ["aino", "eero", "helmi"] {
            for minutes in [60, 75] { try place.open(professional, at: minutes) }
        }
        let booked = try [60, 75, 75, 60].map { try place.book(at: $0).slot.professional }
        #expect(booked == ["aino", "eero", "helmi", "eero"])
    }

    @Test("A professional's coming bookings are given in order of time, without those that are over or cancelled")
    func bookingsOfProfessional() throws {
        for minutes in [60, 75, 90, 105] { try place.open("aino", at: minutes) }
        try place.open("eero", at: 120)
        for minutes in [105, 60, 90, 75, 120] { try place.book(at: minutes) }
        let all = try place.store.bookings(of: "aino", from: place.now)
        #expect(all.map(\.slot.start) == [60, 75, 90, 105].map(place.after))
        _ = try place.store.cancel(all[2].reference, now: place.now)
        let rest = try place.store.bookings(of: "aino", from: place.after(80))
        #expect(rest.map(\.slot.start) == [75, 105].map(place.after))
    }
}
