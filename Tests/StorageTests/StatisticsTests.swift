import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Counts for reports")
struct StatisticsTests {
    private let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    @Test("Bookings are counted in the period they were made in, cancelled ones too")
    func made() throws {
        for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
        try place.book(at: 60)
        let cancelled = try place.book(at: 75)
        _ = try place.store.cancel(cancelled.reference, as: Cancellation(by: .client), now: place.now)
        let tallies = try place.store.statistics.bookingsMade(from: place.now, until: place.after(1))
        #expect(tallies.map(\.count) == [1, 1])
        #expect(Set(tallies.map(\.cancelledBy)) == [.client, nil])
        #expect(tallies.allSatisfy { $0.task == .families && $0.maker == .client && $0.method == .phone })
        #expect(try place.store.statistics.bookingsMade(from: place.after(1), until: place.after(9999)) == [])
    }

    @Test("A booking that was moved counts once, as it was made, and as not cancelled")
    func moved() throws {
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        let booking = try place.book(at: 60)
        _ = try place.store.move(
            booking.reference, to: place.choice(at: 75), as: Cancellation(by: .client), now: place.after(1),
            drawing: TemporaryStore.draw)
        let made = try place.store.statistics.bookingsMade(from: place.now, until: place.after(9))
        #expect(made.map(\.count) == [1])
        #expect(made.map(\.cancelledBy) == [nil])
        #expect(try place.store.statistics.meetings(from: place.now, until: place.after(99)).map(\.count) == [1])
    }

    @Test("A chain of moves that was cancelled in the end counts once, as cancelled")
    func movedAndCancelled() throws {
        for minutes in [60, 75, 90] { try place.open("aino", at: minutes) }
        let booking = try place.book(at: 60)
        for (moment, minutes) in [(1, 75), (2, 90)] {
            _ = try place.store.move(
                booking.reference, to: place.choice(at: minutes), as: Cancellation(by: .client),
                now: place.after(moment), drawing: TemporaryStore.draw)
        }
        _ = try place.store.cancel(booking.reference, as: Cancellation(by: .client), now: place.after(3))
        let made = try place.store.statistics.bookingsMade(from: place.now, until: place.after(1))
        #expect(made.map(\.count) == [1])
        #expect(made.map(\.cancelledBy) == [.client])
        #expect(try place.store.statistics.bookingsMade(from: place.after(1), until: place.after(99)) == [])
    }

    @Test("Meetings that are not over are left out on request")
    func over() throws {
        for minutes in [60, 75] {
            try place.open("aino", at: minutes)
            try place.book(at: minutes)
        }
        func met(by minutes: Int) throws -> Int {
            try place.store.statistics.meetings(
                from: place.now, until: place.after(999), overBy: place.after(minutes)
            ).reduce(0) { $0 + $1.count }
        }
        #expect(try [60, 74, 75, 89, 90].map(met) == [0, 0, 1, 1, 2])
    }

    /// 1440 minutes are a day.
    private static let waiting = [60, 75, 1440, 2879, 2895, 15_000]

    @Test("Waits are counted in calendar days for each task and service, of what was made in the period")
    func waits() throws {
        for minutes in Self.waiting { try place.open("aino\(minutes)", at: minutes) }
        try place.open("impi", at: 60, task: .disability)
        for minutes in Self.waiting.dropLast() { try place.book(at: minutes) }
        _ = try place.store.book(
            place.choice(at: 60, task: .disability), try place.request(), now: place.now, drawing: TemporaryStore.draw
        )
        _ = try place.store.book(
            place.choice(at: 15_000), try place.request(), now: place.after(2), drawing: TemporaryStore.draw)
        try place.edit(.service("home-help", with: "aino60"))
        #expect(
            try place.store.statistics.waits(from: place.now, until: place.after(1)) == [
                WaitCount(task: .disability, service: nil, days: 0, count: 1),
                WaitCount(task: .families, service: nil, days: 0, count: 1),
                WaitCount(task: .families, service: nil, days: 1, count: 1),
                WaitCount(task: .families, service: nil, days: 2, count: 2),
                WaitCount(task: .families, service: "home-help", days: 0, count: 1),
            ])
        #expect(
            try place.store.statistics.waits(from: place.after(1), until: place.after(9999)) == [
                WaitCount(task: .families, service: nil, days: 10, count: 1)
            ])
        #expect(try place.store.statistics.waits(from: place.after(9999), until: place.after(99_999)) == [])
    }

    @Test("A booking that was moved waited from its first making to the first promised time, and counts once")
    func waitsOfMoved() throws {
        for minutes in [3000, 15_000, 30_000] { try place.open("aino\(minutes)", at: minutes) }
        let booking = try place.book(at: 3000)
        for (moment, minutes) in [(1, 15_000), (2, 30_000)] {
            _ = try place.store.move(
                booking.reference, to: place.choice(at: minutes), as: Cancellation(by: .client),
                now: place.after(moment), drawing: TemporaryStore.draw)
        }
        let once = [WaitCount(task: .families, service: nil, days: 2, count: 1)]
        #expect(try place.store.statistics.waits(from: place.now, until: place.after(9)) == once)
        #expect(try place.store.statistics.waits(from: place.after(1), until: place.after(9)) == [])
        _ = try place.store.cancel(booking.reference, as: Cancellation(by: .client), now: place.after(3))
        #expect(try place.store.statistics.waits(from: place.now, until: place.after(9)) == once)
    }

    @Test("The two bookings of a work pair waited once")
    func waitsOfPairs() throws {
        for professional in ["aino", "eero"] { try place.open(professional, at: 3000) }
        try place.book(at: 3000)
        try place.book(at: 3000)
        try place.edit(.newestIsPartOfOldest)
        #expect(try place.store.statistics.waits(from: place.now, until: place.after(1)).map(\.count) == [1])
    }

    @Test("The first free time by each way to meet keeps to the rules of its appointment type")
    func firstFree() throws {
        try place.open("aino", at: 60, methods: [.phone])
        try place.open("eero", at: 180, methods: [.phone, .remote])
        try place.open("helmi", at: 3000, methods: [.office])
        let type = AppointmentType(
            id: "advice-families", task: .families, minutes: 15, methods: ContactMethod.allCases,
            rules: AppointmentRules(notice: TimeSpan(2, .hours), ahead: TimeSpan(2, .days)))
        func first(_ method: ContactMethod? = nil) throws -> Date? {
            try place.sessions(type.rules).visitor.firstFree(of: type, by: method)
        }
        #expect(try first() == place.after(180))
        #expect(try first(.phone) == place.after(180))
        #expect(try first(.remote) == place.after(180))
        #expect(try first(.office) == nil)
    }

    @Test("Meetings are counted in the period they begin in; the part of a work pair counts no second time")
    func meetings() throws {
        try place.open("aino", at: 60)
        try place.open("eero", at: 60)
        try place.book(at: 60)
        try place.book(at: 60)
        #expect(
            try place.store.statistics.meetings(from: place.after(60), until: place.after(61)).map(\.count) == [2])
        #expect(try place.store.statistics.meetings(from: place.now, until: place.after(60)) == [])
        try place.edit(.newestIsPartOfOldest)
        #expect(try place.store.statistics.meetings(from: place.now, until: place.after(61)).map(\.count) == [1])
        try place.edit(.nobodyCame)
        #expect(
            try place.store.statistics.meetings(from: place.now, until: place.after(61)).map(\.attendance) == [
                .noShow
            ])
    }

    @Test("What happens in visits adds up by day, event and place")
    func journeys() throws {
        let end = JourneyEvent(.left, at: "topic")
        for day in ["2026-12-01", "2026-12-01", "2026-12-03"] {
            try place.store.count([JourneyEvent(.began), end], in: .finnish, on: calendarDay(day))
        }
        try place.store.count(
            [JourneyEvent(.began), JourneyEvent(.booked, at: "home-help")], in: .swedish,
            on: calendarDay("2026-12-02"))
        let counts = try place.store.statistics.journeys(
            from: calendarDay("2026-12-01"), to: calendarDay("2026-12-02"))
        #expect(
            counts == [
                JourneyCount(event: JourneyEvent(.began), count: 3),
                JourneyCount(event: JourneyEvent(.booked, at: "home-help"), count: 1),
                JourneyCount(event: end, count: 2),
            ])
    }
}
