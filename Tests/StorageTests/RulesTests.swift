import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Rules while booking and cancelling")
struct RulesTests {
    let place: TemporaryStore
    private let notice: TimeSpan
    private let ahead: TimeSpan

    init() throws {
        place = try TemporaryStore()
        notice = try #require(TimeSpan("2h"))
        ahead = try #require(TimeSpan("60d"))
        for minutes in [120, 60 * 24 * 60] { try place.open("aino", at: minutes) }
        try place.open("eero", at: 119)
        try place.open("eero", at: 60 * 24 * 60 + 1)
    }

    private func request(_ rules: AppointmentRules) throws -> BookingRequest {
        var request = try place.request().under(TemporaryStore.rules(rules))
        request.isAtOnceToo = true
        return request
    }

    private func book(at minutes: Int, _ rules: AppointmentRules) throws -> Booking {
        try place.store.book(
            place.choice(at: minutes), try request(rules), now: place.now, drawing: TemporaryStore.draw)
    }

    @Test("A time that begins sooner than the notice, or later than anybody may book, is refused with its rule")
    func tooSoonAndTooFar() throws {
        let rules = AppointmentRules(notice: notice, ahead: ahead)
        #expect(throws: BookingRefusal.tooSoon(notice: notice)) { try book(at: 119, rules) }
        #expect(throws: BookingRefusal.tooFar(ahead: ahead)) { try book(at: 60 * 24 * 60 + 1, rules) }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        _ = try book(at: 120, rules)
        _ = try book(at: 60 * 24 * 60, rules)
    }

    @Test("A time that is not open for clients is refused with the day, and nothing is kept of it")
    func notOpen() throws {
        let day = try #require(CalendarDay("2026-12-24"))
        let opening = BookingOpening(day: day, from: place.after(5), methods: [.phone])
        let rules = AppointmentRules(openings: [opening])
        #expect(throws: BookingRefusal.notOpen(from: day)) { try book(at: 120, rules) }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        #expect(try place.number("SELECT count(*) FROM message") == 0)
        _ = try place.store.book(
            place.choice(at: 120), try request(rules), now: place.after(5), drawing: TemporaryStore.draw)
    }

    @Test("Who held a time early enough keeps it, however long they type; who held it too late does not")
    func heldInTime() throws {
        let rules = AppointmentRules(notice: notice)
        let hold = try place.hold(at: 120)
        let renewed = try place.store.renew(hold, now: place.after(9), until: place.after(25))
        let early = try place.store.book(
            renewed, try request(rules), now: place.after(20), drawing: TemporaryStore.draw)
        #expect(early.slot.start == place.after(120))
        let late = try place.store.hold(
            place.choice(at: 60 * 24 * 60), token: "late", now: place.after(60 * 24 * 60 - 119),
            until: place.after(60 * 24 * 60))
        #expect(throws: BookingRefusal.tooSoon(notice: notice)) {
            try place.store.book(
                late, try request(rules), now: place.after(60 * 24 * 60 - 119), drawing: TemporaryStore.draw)
        }
    }

    @Test("A phone number has at most so many coming bookings of one appointment type; other numbers do not count")
    func openPerPhone() throws {
        let rules = AppointmentRules(openPerPhone: 2)
        for minutes in [200, 215, 230, 245] { try place.open("helmi", at: minutes) }
        try place.open("urho", at: 200, task: .disability)
        let first = try book(at: 200, rules)
        _ = try book(at: 215, rules)
        #expect(throws: BookingRefusal.tooManyOpen(open: 2, limit: 2)) { try book(at: 230, rules) }
        var another = try request(rules)
        another.client = Client(
            name: "Matti Meikäläinen", phone: try PhoneNumber(typed: "050 765 4321"), language: .finnish)
        _ = try place.store.book(place.choice(at: 230), another, now: place.now, drawing: TemporaryStore.draw)
        let otherType = place.choice(at: 200, task: .disability)
        _ = try place.store.book(otherType, try request(rules), now: place.now, drawing: TemporaryStore.draw)
        _ = try place.store.cancel(first.reference, now: place.now)
        _ = try book(at: 245, rules)
    }

    @Test("A booking whose meeting has begun is open no longer")
    func begun() throws {
        let rules = AppointmentRules(openPerPhone: 1)
        for minutes in [200, 300] { try place.open("helmi", at: minutes) }
        _ = try book(at: 200, rules)
        #expect(throws: BookingRefusal.tooManyOpen(open: 1, limit: 1)) { try book(at: 300, rules) }
        _ = try place.store.book(
            place.choice(at: 300), try request(rules), now: place.after(200), drawing: TemporaryStore.draw)
    }

    @Test("Of many who book with one number at the same time only as many succeed as the rule says")
    func atOnce() async throws {
        for number in 1...6 { try place.open("worker-\(number)", at: 500) }
        let address = place.address
        let choice = place.choice(at: 500)
        let request = try request(AppointmentRules(openPerPhone: 2))
        let now = place.now
        let booked = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...6 {
                group.addTask {
                    let store = try SQLStore(address.connection())
                    do {
                        _ = try store.book(choice, request, now: now, drawing: TemporaryStore.draw)
                        return true
                    } catch BookingRefusal.tooManyOpen {
                        return false
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(booked.filter(\.self).count == 2)
    }

    @Test("A client cancels until the last moment of the rule; staff do so later too")
    func cancelling() throws {
        let span = try #require(TimeSpan("1h"))
        let rules = AppointmentRules(changeUntil: span)
        let booking = try book(at: 120, .none)
        #expect(throws: BookingRefusal.tooLateToChange(until: span)) {
            try place.store.cancel(
                booking.reference, as: Cancellation(by: .client).under(TemporaryStore.rules(rules)),
                now: place.after(60) + 1)
        }
        #expect(try place.store.booking(booking.reference)?.status == .booked)
        #expect(
            try place.store.cancel(
                booking.reference, as: Cancellation(by: .client).under(TemporaryStore.rules(rules)),
                now: place.after(60)
            ).status == .cancelled)
        let again = try book(at: 120, .none)
        #expect(try place.store.cancel(again.reference, now: place.after(119)).status == .cancelled)
    }

    @Test("A client moves until the last moment of the rule, and to a time that the rules allow; staff move anyway")
    func moving() throws {
        let span = try #require(TimeSpan("1h"))
        let own = Cancellation(by: .client).under(
            TemporaryStore.rules(AppointmentRules(notice: span, changeUntil: span)))
        try place.open("eero", at: 150)
        let booking = try book(at: 120, .none)
        func move(_ cancellation: Cancellation, now: Date) throws -> Booking {
            try place.store.move(
                booking.reference, to: place.choice(at: 150), as: cancellation, now: now, drawing: TemporaryStore.draw
            )
        }
        #expect(throws: BookingRefusal.tooLateToChange(until: span)) { try move(own, now: place.after(60) + 1) }
        #expect(try place.store.booking(booking.reference)?.slot.start == place.after(120))
        #expect(try move(own, now: place.after(60)).slot.start == place.after(150))
        try place.open("veera", at: 180)
        #expect(throws: BookingRefusal.tooLateToChange(until: span)) {
            try place.store.move(
                booking.reference, to: place.choice(at: 180), as: own, now: place.after(100),
                drawing: TemporaryStore.draw
            )
        }
        let staff = Cancellation(by: .phoneService, reason: "asked by phone")
        let moved = try place.store.move(
            booking.reference, to: place.choice(at: 180), as: staff, now: place.after(100),
            drawing: TemporaryStore.draw)
        #expect(moved.slot.start == place.after(180))
    }

    @Test("A move to when the client is elsewhere is asked about; the booking's own old minutes are no other meeting")
    func movedToAnother() throws {
        try place.open("eero", at: 500)
        try place.open("aino", at: 500)
        try place.open("veera", at: 505)
        let (moved, other) = (try book(at: 120, .none), try book(at: 500, .none))
        func move(_ booking: Booking, to minutes: Int, isAtOnceToo: Bool = false) throws -> Booking {
            var cancellation = Cancellation(by: .professional).done(by: .client, pausing: nil)
            cancellation.isAtOnceToo = isAtOnceToo
            return try place.store.move(
                booking.reference, to: place.choice(at: minutes), as: cancellation, now: place.now,
                drawing: TemporaryStore.draw)
        }
        #expect(throws: BookingRefusal.clientIsElsewhere(meetings: 1)) { try move(moved, to: 500) }
        #expect(try place.store.booking(moved.reference)?.slot.start == place.after(120))
        #expect(try move(moved, to: 500, isAtOnceToo: true).slot.start == place.after(500))
        _ = try place.store.cancel(moved.reference, now: place.now)
        #expect(try move(other, to: 505).slot.start == place.after(505))
    }
}
