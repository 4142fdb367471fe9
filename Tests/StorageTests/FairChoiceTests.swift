import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// `now` is Tuesday 1.12.2026 at 9 in Helsinki.
@Suite("The fair choice of a worker")
struct FairChoiceTests {
    let place: TemporaryStore
    private static let day = 24 * 60
    /// Sunday 6.12. at 9.
    private static let sunday = 5 * day

    init() throws { place = try TemporaryStore() }

    /// Books a time that only this professional has, and opens it.
    private func give(_ professional: String, at minutes: Int, lasting length: Int = 15) throws {
        try place.add(professional)
        try place.store.open([place.slot(professional, at: minutes, lasting: length, in: place.lieksa)])
        _ = try place.store.book(
            place.choice(at: minutes, in: place.lieksa), try place.request(), now: place.now,
            drawing: TemporaryStore.draw
        )
    }

    private func chosen(at minutes: Int) throws -> String {
        for professional in ["aino", "eero", "helmi"] { try place.open(professional, at: minutes) }
        return try place.book(at: minutes).slot.professional
    }

    @Test("The one with the fewest bookings from Monday to Sunday of the local week")
    func week() throws {
        // Helsinki's Monday begins at 22.00 UTC on Sunday: 23.30 on Sunday belongs to the week, 0.30 does not.
        try give("aino", at: Self.sunday + 14 * 60 + 30)
        try give("eero", at: Self.sunday + 15 * 60 + 30)
        try give("helmi", at: -2 * 60 + Self.day)
        try give("helmi", at: -3 * 60 + Self.day)
        #expect(try chosen(at: 2 * Self.day) == "eero")
    }

    @Test("The week is that of the county's own clock, wherever the county is")
    func otherClock() throws {
        let store = SQLStore(place.connection, clock: try #require(WallClock(timeZone: "Asia/Tokyo")))
        try give("aino", at: 4 * Self.day)
        try give("helmi", at: 4 * Self.day)
        // 18.00 on Sunday in Helsinki is one o'clock on Monday morning in Tokyo.
        try give("eero", at: Self.sunday + 9 * 60)
        for professional in ["aino", "eero", "helmi"] { try place.open(professional, at: 2 * Self.day) }
        let booking = try store.book(
            place.choice(at: 2 * Self.day), try place.request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(booking.slot.professional == "eero")
    }

    @Test("With equal bookings the one whose last booking ends first, and before that who has none")
    func idle() throws {
        try give("aino", at: 60, lasting: 60)
        try give("eero", at: 90, lasting: 15)
        try give("helmi", at: Self.sunday)
        // All have one booking this week; Helmi's is still to come, so she has been idle longest.
        #expect(try chosen(at: 2 * Self.day) == "helmi")
        #expect(try place.book(at: 2 * Self.day).slot.professional == "eero")
        #expect(try place.book(at: 2 * Self.day).slot.professional == "aino")
    }

    @Test("How long somebody is idle counts over all weeks before")
    func idleForWeeks() throws {
        try place.add("aino")
        try give("aino", at: 60)
        try give("eero", at: 30)
        try give("helmi", at: 45)
        #expect(try chosen(at: 21 * Self.day) == "eero")
    }

    @Test("With everything equal the first by id, and a cancelled booking counts for nothing")
    func equal() throws {
        try place.open("aino", at: 60, in: place.lieksa)
        let booking = try place.book(at: 60)
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(try chosen(at: Self.day) == "aino")
    }

    @Test("A hold chooses like a booking")
    func hold() throws {
        for professional in ["aino", "eero"] { try place.open(professional, at: Self.day) }
        try give("aino", at: 60)
        _ = try place.hold(at: Self.day)
        let held = "SELECT professional FROM slot JOIN hold ON hold.slot = slot.id"
        #expect(try place.texts(held) == ["eero"])
    }

    @Test("Where an appointment type is wanted only its times are taken")
    func appointmentType() throws {
        try place.open("aino", at: 60)
        let other = SlotChoice(task: .families, start: place.after(60), method: .phone, appointmentType: "other")
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.hold(other, token: "mine", now: place.now, until: place.after(10))
        }
        let right = SlotChoice(
            task: .families, start: place.after(60), method: .phone, appointmentType: "advice-families")
        _ = try place.store.hold(right, token: "mine", now: place.now, until: place.after(10))
    }
}
