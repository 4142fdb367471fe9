import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Professionals and their timetables")
struct TimetableTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    @Test("Professionals come in order of task, name and id")
    func order() throws {
        try place.add("c", name: "Urho", task: .disability)
        try place.add("d", name: "Aino")
        try place.add("b", name: "Eero")
        try place.add("a", name: "Eero")
        #expect(try place.store.professionals().map(\.id) == ["c", "d", "a", "b"])
    }

    @Test("A professional who is known already gets the new details")
    func addedAgain() throws {
        try place.add("aino", name: "Aino Esimerkki")
        let renamed = Professional(id: "aino", name: "Aino Malli", task: .familyLaw, municipality: place.lieksa)
        try place.store.add(renamed)
        #expect(try place.store.professionals() == [renamed])
    }

    @Test("Opened times are listed as they were opened, in order of time, within the period")
    func timetable() throws {
        try place.add("aino")
        let slots = [0, 30, 15, 45].map {
            place.slot("aino", at: $0, methods: [.remote, .office], in: place.lieksa)
        }
        try place.store.open(slots)
        let rows = try place.store.timetable(
            of: "aino", from: place.after(15), until: place.after(45), now: place.now)
        #expect(rows.map(\.slot) == [slots[2], slots[1]])
        #expect(rows.map(\.state) == [.free, .free])
    }

    @Test("A timetable tells what is held and what is booked")
    func states() throws {
        for minutes in [0, 15, 30, 45] { try place.open("aino", at: minutes) }
        _ = try place.hold(at: 0)
        _ = try place.hold(at: 15, token: "ran out", expiring: 0)
        try place.book(at: 30)
        let cancelled = try place.book(at: 45)
        _ = try place.store.cancel(cancelled.reference, now: place.now)
        let rows = try place.store.timetable(
            of: "aino", from: place.now, until: place.after(60), now: place.now)
        #expect(rows.map(\.state) == [.held, .free, .booked, .free])
    }

    @Test("Times of somebody the store does not know are refused")
    func unknownProfessional() throws {
        #expect(throws: StaffRefusal.noSuchProfessional("nobody")) {
            try place.store.open([place.slot("nobody", at: 0)])
        }
    }

    @Test("A time that overlaps another of the same professional is refused", arguments: [-14, -1, 0, 1, 14])
    func overlap(minutes: Int) throws {
        try place.open("aino", at: 60)
        let overlapping = place.slot("aino", at: 60 + minutes)
        #expect(throws: StaffRefusal.overlapping(start: overlapping.start)) {
            try place.store.open([overlapping])
        }
    }

    @Test("The longest time is seen to overlap one that begins in its last minute")
    func longOverlap() throws {
        try place.add("aino")
        try place.store.open([place.slot("aino", at: 0, lasting: 480)])
        #expect(throws: StaffRefusal.overlapping(start: place.after(479))) {
            try place.store.open([place.slot("aino", at: 479)])
        }
        try place.store.open([place.slot("aino", at: 480)])
    }

    @Test("Times one after another do not overlap, nor do those of two professionals")
    func noOverlap() throws {
        for minutes in [45, 60, 75] { try place.open("aino", at: minutes) }
        try place.open("eero", at: 60)
        #expect(try place.number("SELECT count(*) FROM slot") == 4)
    }

    @Test("Of several times all are opened or, where one cannot be, none")
    func allOrNothing() throws {
        try place.open("aino", at: 60)
        let slots = [30, 45, 70].map { place.slot("aino", at: $0) }
        #expect(throws: StaffRefusal.overlapping(start: place.after(70))) { try place.store.open(slots) }
        #expect(try place.number("SELECT count(*) FROM slot") == 1)
    }
}
