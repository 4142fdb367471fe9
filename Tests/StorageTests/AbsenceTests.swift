import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Absences, and times that are for no client")
struct AbsenceTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private func record(
        from: Int, until: Int, of professional: String = "aino", isDryRun: Bool = false, now: Int = 0
    ) throws -> [Int] {
        let absence = Absence(
            professional: professional, start: place.after(from), end: place.after(until), reason: "leave")
        let hit = try place.store.record(absence, isDryRun: isDryRun, now: place.after(now))
        return hit.map { ($0.slot.start.seconds - place.now.seconds) / 60 }
    }

    private func states() throws -> [TimetableRow.State] {
        try place.store.timetable(of: "aino", from: place.now, until: place.after(500), now: place.now).map(\.state)
    }

    @Test("An absence shows every booking it touches, and closes the times it touches")
    func hits() throws {
        for minutes in [0, 15, 30, 45, 60, 75] { try place.open("aino", at: minutes) }
        for minutes in [0, 30, 45, 60] { try place.book(at: minutes) }
        #expect(try record(from: 31, until: 61) == [30, 45, 60])
        #expect(try place.freeMinutes() == [15, 75])
        #expect(try states() == [.booked, .free, .booked, .booked, .booked, .free])
        #expect(try record(from: 15, until: 30, now: 1) == [], "an hour that touches is not hit")
        #expect(try states() == [.booked, .absent, .booked, .booked, .booked, .free])
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 15) }
        #expect(try place.faults() == [])
    }

    @Test("Cancelled bookings, meetings that are over, and others' bookings are not hit")
    func notHit() throws {
        for minutes in [0, 15, 30] { try place.open("aino", at: minutes) }
        let cancelled = try place.book(at: 15)
        for minutes in [0, 30] { try place.book(at: minutes) }
        _ = try place.store.cancel(cancelled.reference, now: place.now)
        try place.open("eero", at: 30)
        try place.book(at: 30)
        #expect(try record(from: -60, until: 60, now: 15) == [30])
    }

    @Test("Who was typing when the absence was recorded comes too late")
    func held() throws {
        try place.open("aino", at: 60)
        let hold = try place.hold(at: 60)
        _ = try record(from: 0, until: 100)
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.book(hold, try place.request(), now: place.now, drawing: TemporaryStore.draw)
        }
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.renew(hold, now: place.now, until: place.after(20))
        }
    }

    @Test("The database itself refuses a booking of a time in an absence")
    func constraint() throws {
        try place.open("aino", at: 60)
        try place.book(at: 60)
        _ = try record(from: 0, until: 100)
        try place.edit(.cancelled)
        #expect(throws: StoreFailure.refused("the professional is absent")) {
            try place.connection.script(
                """
                INSERT INTO booking (reference, slot, status, method, client_name, client_phone, client_language,
                    meeting_language, sign_language, maker, made_at)
                SELECT 'AAAAAAAA', slot, 'booked', method, client_name, client_phone, client_language,
                    meeting_language, sign_language, maker, made_at FROM booking
                """)
        }
    }

    @Test("A rehearsed absence shows what it would hit and changes nothing")
    func rehearsal() throws {
        for minutes in [0, 15] { try place.open("aino", at: minutes) }
        try place.book(at: 0)
        _ = try place.hold(at: 15)
        #expect(try record(from: -10, until: 60, isDryRun: true) == [0])
        #expect(try place.number("SELECT count(*) FROM absence") == 0)
        #expect(try states() == [.booked, .held])
    }

    @Test("An absence of somebody the store does not know is refused")
    func unknown() throws {
        #expect(throws: StaffRefusal.noSuchProfessional("nobody")) { try record(from: 0, until: 1, of: "nobody") }
    }

    @Test("A time for something else is listed with its purpose, is never free, and takes the professional's time")
    func purpose() throws {
        try place.add("aino")
        let aino = try #require(try place.store.professionals().first)
        let meeting = Slot(purpose: "team meeting", for: aino, start: place.after(60), minutes: 90)
        try place.store.open([meeting])
        let rows = try place.store.timetable(of: "aino", from: place.now, until: place.after(500), now: place.now)
        #expect(rows == [TimetableRow(slot: meeting, state: .other)])
        #expect(try place.freeMinutes() == [])
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
        #expect(throws: StaffRefusal.overlapping(start: place.after(120))) { try place.open("aino", at: 120) }
    }

    @Test("A rehearsed opening tells an overlap, and opens nothing")
    func rehearsedOpening() throws {
        try place.open("aino", at: 60)
        #expect(throws: StaffRefusal.overlapping(start: place.after(70))) {
            try place.store.rehearseOpening([place.slot("aino", at: 30), place.slot("aino", at: 70)])
        }
        try place.store.rehearseOpening([place.slot("aino", at: 30)])
        #expect(throws: StaffRefusal.overlapping(start: place.after(40))) {
            try place.store.rehearseOpening([place.slot("aino", at: 30), place.slot("aino", at: 40)])
        }
        #expect(try place.freeMinutes() == [60])
    }
}
