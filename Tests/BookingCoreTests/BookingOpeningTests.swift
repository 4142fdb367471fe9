import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@Suite("What clients may book from when on")
struct BookingOpeningTests {
    private let now = Date(timeIntervalSince1970: 1_796_108_400)
    private let joensuu: Municipality
    private let lieksa: Municipality

    init() throws {
        joensuu = try #require(Municipality(rawValue: "167"))
        lieksa = try #require(Municipality(rawValue: "422"))
    }

    private func opening(
        _ days: Double, _ methods: Set<ContactMethod> = [], _ municipalities: Set<Municipality> = [],
        _ services: Set<String> = []
    ) throws -> BookingOpening {
        let from = now.addingTimeInterval(days * 86_400)
        let day = try #require(CalendarDay(String(from.formatted(.iso8601).prefix(10))))
        return BookingOpening(
            day: day, from: from, methods: methods, municipalities: municipalities, services: services)
    }

    @Test("Where nothing is written everything is open")
    func none() throws {
        #expect(AppointmentRules().isOpen(.office, in: lieksa, for: nil, now: now))
        try AppointmentRules().checkOpen(.phone, in: joensuu, for: "help", now: now)
    }

    @Test("A part is open from its first moment on, and no other part")
    func parts() throws {
        let rules = AppointmentRules(openings: [try opening(0, [.phone]), try opening(7, [.office], [joensuu])])
        #expect(rules.isOpen(.phone, in: lieksa, for: nil, now: now))
        #expect(!rules.isOpen(.phone, for: nil, now: now - 1))
        #expect(!rules.isOpen(.office, in: joensuu, for: nil, now: now))
        let later = now.addingTimeInterval(7 * 86_400)
        #expect(rules.isOpen(.office, in: joensuu, for: nil, now: later))
        #expect(!rules.isOpen(.office, in: lieksa, for: nil, now: later))
        #expect(!rules.isOpen(.remote, for: nil, now: later))
        let day = try opening(7).day
        #expect(throws: BookingRefusal.notOpen(from: day)) {
            try rules.checkOpen(.office, in: joensuu, for: nil, now: now)
        }
        #expect(throws: BookingRefusal.notOpen(from: nil)) {
            try rules.checkOpen(.remote, in: joensuu, for: nil, now: now)
        }
    }

    @Test("A part for some services is open for none of the others")
    func services() throws {
        let rules = AppointmentRules(openings: [try opening(0, [], [], ["help"]), try opening(3)])
        #expect(rules.isOpen(.phone, for: "help", now: now))
        #expect(!rules.isOpen(.phone, for: "other", now: now))
        #expect(try rules.nextOpening(for: "other", after: now) == opening(3).day)
        #expect(rules.isOpen(.phone, for: nil, now: now))
    }

    @Test("One part may hold another")
    func covering() throws {
        #expect(try opening(0).covers(opening(1, [.phone])))
        #expect(try !opening(0, [.phone]).covers(opening(1)))
        #expect(try opening(0, [.phone, .office]).covers(opening(1, [.phone], [joensuu])))
        #expect(try !opening(0, [.phone], [joensuu]).covers(opening(1, [.phone])))
    }
}
