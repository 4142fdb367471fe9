import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("A store that is asked in a hurry")
struct HurryTests {
    private let fixture: TemporaryStore
    private let day = CalendarDay("2026-12-01")

    init() throws { fixture = try TemporaryStore() }

    @Test("Nobody waits longer than so for another program, and in a hurry within another the shorter time holds")
    func busy() throws {
        let day = try #require(day)
        let other = try fixture.address.connection()
        try other.begin(.store)
        defer { try? other.end(keeping: false) }
        let begun = ContinuousClock.now
        #expect(throws: StoreFailure.self) {
            try fixture.store.hurry(within: .milliseconds(100)) {
                try fixture.store.hurry(within: .seconds(60)) {
                    try fixture.store.countWrongPassword(of: "nobody", limit: 3)
                }
            }
        }
        // A server's answer does not come, and the link is cut; a file is only looked at again and again.
        #expect(ContinuousClock.now - begun < .seconds(4))
        try other.end(keeping: false)
        try fixture.store.count([JourneyEvent(.danger)], in: .finnish, on: day)
    }

    @Test("What takes less is done as ever")
    func quick() throws {
        let day = try #require(day)
        try fixture.store.hurry(within: .seconds(30)) {
            try fixture.store.count([JourneyEvent(.danger)], in: .finnish, on: day)
        }
        #expect(try fixture.store.statistics.journeys(from: day, to: day).count == 1)
    }
}
