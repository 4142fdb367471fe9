import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Leaving, and coming back")
struct LeavingTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.add("aino")
        try place.store.open([60, 75, 90, 105].map { place.slot("aino", at: $0) })
    }

    private func be(absent from: Int, _ until: Int) throws {
        _ = try place.store.record(
            Absence(professional: "aino", start: place.after(from), end: place.after(until), reason: "course"),
            isDryRun: false, now: place.now)
    }

    private func takeBack(_ from: Int, _ until: Int) throws {
        try place.store.takeBackAbsence(
            of: "aino", from: place.after(from), until: place.after(until), now: place.now)
    }

    @Test("Nobody can book a time of a professional from the day they leave, and their bookings then are shown")
    func leaves() throws {
        let booking = try place.book(at: 90)
        let shown = try place.store.leave("aino", from: place.after(75), isDryRun: true, now: place.now)
        #expect(shown == [booking])
        #expect(try place.freeMinutes() == [60, 75, 105])
        _ = try place.store.leave("aino", from: place.after(75), isDryRun: false, now: place.now)
        #expect(try place.freeMinutes() == [60])
        #expect(try place.store.booking(booking.reference)?.status == .booked)
    }

    @Test("Part of an absence is taken back: the rest before and after it stays")
    func split() throws {
        try be(absent: 60, 120)
        #expect(try place.freeMinutes() == [])
        try takeBack(75, 90)
        #expect(try place.freeMinutes() == [75])
        try takeBack(0, 200)
        #expect(try place.freeMinutes() == [60, 75, 90, 105])
        #expect(try place.number("SELECT count(*) FROM absence") == 0)
    }

    @Test("The beginning or the end of an absence is taken back")
    func ends() throws {
        try be(absent: 60, 120)
        try takeBack(0, 75)
        try takeBack(105, 300)
        #expect(try place.freeMinutes() == [60, 105])
    }

    @Test("Where there is no absence, nothing is taken back")
    func nothing() throws {
        #expect(throws: StaffRefusal.notAbsent) { try takeBack(60, 75) }
        try be(absent: 60, 75)
        #expect(throws: StaffRefusal.notAbsent) { try takeBack(75, 90) }
    }

    @Test("Whoever has left stays away; an absence before that can be taken back")
    func leftForGood() throws {
        try be(absent: 60, 75)
        _ = try place.store.leave("aino", from: place.after(90), isDryRun: false, now: place.now)
        #expect(throws: StaffRefusal.notAbsent) { try takeBack(90, 120) }
        try takeBack(60, 300)
        #expect(try place.freeMinutes() == [60, 75])
    }
}
