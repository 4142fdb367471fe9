import BookingCore
import CivilTime
import Foundation
import Testing

@Suite("The rules of an appointment type")
struct AppointmentRulesTests {
    private let now = Date(timeIntervalSince1970: 1_796_108_400)
    private let rules = AppointmentRules(
        notice: TimeSpan("2h"), ahead: TimeSpan("60d"), changeUntil: TimeSpan("24h"), openPerPhone: 2)

    private func hours(_ hours: Double) -> Date { now.addingTimeInterval(hours * 3600) }

    @Test("A time can be booked from the first moment of its rules to the last, both included")
    func booking() throws {
        for allowed in [hours(2), hours(30), hours(60 * 24)] { try rules.checkBooking(ofTimeAt: allowed, now: now) }
        let notice = try #require(TimeSpan("2h"))
        let ahead = try #require(TimeSpan("60d"))
        #expect(throws: BookingRefusal.tooSoon(notice: notice)) {
            try rules.checkBooking(ofTimeAt: hours(2) - 1, now: now)
        }
        #expect(throws: BookingRefusal.tooFar(ahead: ahead)) {
            try rules.checkBooking(ofTimeAt: hours(60 * 24) + 1, now: now)
        }
    }

    @Test("A time can be changed until its last moment, that moment included")
    func change() throws {
        try rules.checkChange(ofTimeAt: hours(24), now: now)
        let until = try #require(TimeSpan("24h"))
        #expect(throws: BookingRefusal.tooLateToChange(until: until)) {
            try rules.checkChange(ofTimeAt: hours(24) - 1, now: now)
        }
        #expect(rules.lastChange(ofTimeAt: hours(30)) == hours(6))
    }

    @Test("One phone number has at most as many open bookings as the rule says")
    func count() throws {
        try rules.checkCount(open: 1)
        #expect(throws: BookingRefusal.tooManyOpen(open: 2, limit: 2)) { try rules.checkCount(open: 2) }
    }

    @Test("Without rules everything is allowed")
    func none() throws {
        try AppointmentRules.none.checkBooking(ofTimeAt: now, now: now)
        try AppointmentRules.none.checkBooking(ofTimeAt: hours(100_000), now: now)
        try AppointmentRules.none.checkChange(ofTimeAt: now, now: now)
        try AppointmentRules.none.checkCount(open: 1000)
        #expect(AppointmentRules.none.latest(now) == nil)
        #expect(AppointmentRules.none.lastChange(ofTimeAt: now) == now)
    }
}
