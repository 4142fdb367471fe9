import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Counts for reports")
struct StatisticsTests {
    private let place: StorePlace

    init() throws { place = try StorePlace() }

    @Test("Bookings are counted in the period they were made in, cancelled ones too")
    func made() throws {
        for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
        try place.book(at: 60)
        let cancelled = try place.book(at: 75)
        _ = try place.store.cancel(cancelled.reference, as: Cancellation(by: .client), now: place.now)
        let tallies = try place.store.bookingsMade(from: place.now, until: place.after(1))
        #expect(tallies.map(\.count) == [1, 1])
        #expect(Set(tallies.map(\.isCancelled)) == [true, false])
        #expect(tallies.allSatisfy { $0.task == .families && $0.maker == .client && $0.method == .phone })
        #expect(try place.store.bookingsMade(from: place.after(1), until: place.after(9999)) == [])
    }

    @Test("A booking that was moved counts once, as it was made, and as not cancelled")
    func moved() throws {
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        let booking = try place.book(at: 60)
        _ = try place.store.move(
            booking.reference, to: place.choice(at: 75), as: Cancellation(by: .client), now: place.after(1),
            drawing: StorePlace.draw)
        let made = try place.store.bookingsMade(from: place.now, until: place.after(9))
        #expect(made.map(\.count) == [1])
        #expect(made.map(\.isCancelled) == [false])
        #expect(try place.store.meetings(from: place.now, until: place.after(99)).map(\.count) == [1])
    }

    @Test("Meetings are counted in the period they begin in; the part of a work pair counts no second time")
    func meetings() throws {
        try place.open("aino", at: 60)
        try place.open("eero", at: 60)
        try place.book(at: 60)
        try place.book(at: 60)
        #expect(try place.store.meetings(from: place.after(60), until: place.after(61)).map(\.count) == [2])
        #expect(try place.store.meetings(from: place.now, until: place.after(60)) == [])
        try place.connection.script(
            "UPDATE booking SET part_of = (SELECT min(id) FROM booking) WHERE id = (SELECT max(id) FROM booking)")
        #expect(try place.store.meetings(from: place.now, until: place.after(61)).map(\.count) == [1])
        try place.connection.script("UPDATE booking SET attendance = 'no-show'")
        #expect(try place.store.meetings(from: place.now, until: place.after(61)).map(\.isNoShow) == [true])
    }

    @Test("What happens in visits adds up by day, event and place")
    func journeys() throws {
        let end = JourneyEvent(.left, at: "topic")
        for day in ["2026-12-01", "2026-12-01", "2026-12-03"] {
            try place.store.count([JourneyEvent(.began), end], in: .finnish, on: day)
        }
        try place.store.count(
            [JourneyEvent(.began), JourneyEvent(.booked, at: "home-help")], in: .swedish, on: "2026-12-02")
        let counts = try place.store.journeys(from: "2026-12-01", to: "2026-12-02")
        #expect(
            counts == [
                JourneyCount(event: JourneyEvent(.began), count: 3),
                JourneyCount(event: JourneyEvent(.booked, at: "home-help"), count: 1),
                JourneyCount(event: end, count: 2),
            ])
    }
}
