import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Free times")
struct FreeTimesTests {
    let place: StorePlace

    init() throws { place = try StorePlace() }

    private func found(_ change: (inout SlotQuery) -> Void) throws -> [Int] {
        var query = SlotQuery(from: place.now)
        change(&query)
        return try place.freeMinutes(query)
    }

    @Test("A row tells everything of its time")
    func row() throws {
        try place.open("aino", at: 15, methods: [.office, .phone], in: place.lieksa)
        let row = FreeSlot(
            start: place.after(15), minutes: 15, appointmentType: "advice-families", task: .families,
            methods: [.phone, .office], municipality: place.lieksa, professionals: 1)
        #expect(try place.store.freeSlots(SlotQuery(from: place.now), now: place.now) == [row])
    }

    @Test("Equal times in one municipality are one row with everybody's ways to meet")
    func equalTimes() throws {
        try place.open("aino", at: 15, methods: [.phone])
        try place.open("eero", at: 15, methods: [.office])
        try place.open("helmi", at: 15, in: place.lieksa)
        let rows = try place.store.freeSlots(SlotQuery(from: place.now), now: place.now)
        #expect(rows.map(\.municipality) == [place.joensuu, place.lieksa])
        #expect(rows.map(\.professionals) == [2, 1])
        #expect(rows.map(\.methods) == [[.phone, .office], [.phone]])
    }

    @Test("Equal times of two appointment types are two rows")
    func equalTimesOfTwoTypes() throws {
        try place.open("aino", at: 15)
        try place.open("urho", at: 15, task: .disability)
        let rows = try place.store.freeSlots(SlotQuery(from: place.now), now: place.now)
        #expect(rows.map(\.appointmentType) == ["advice-disability", "advice-families"])
    }

    @Test("Only times of the wanted service task are given")
    func task() throws {
        try place.open("aino", at: 15)
        try place.open("urho", at: 30, task: .disability)
        #expect(try found { $0.task = .disability } == [30])
    }

    @Test("Only times with the wanted way to meet are given")
    func method() throws {
        try place.open("aino", at: 15, methods: [.phone, .remote])
        try place.open("eero", at: 30, methods: [.office])
        #expect(try found { $0.method = .phone } == [15])
        #expect(try found { $0.method = .remote } == [15])
        #expect(try found { $0.method = .office } == [30])
    }

    @Test("Only times in the wanted municipality are given")
    func municipality() throws {
        try place.open("aino", at: 15)
        try place.open("eero", at: 30, in: place.lieksa)
        #expect(try found { $0.municipality = place.lieksa } == [30])
    }

    @Test("The first moment belongs to the period, the last does not")
    func period() throws {
        for minutes in [15, 30, 45, 60] { try place.open("aino", at: minutes) }
        let found = try found {
            $0.from = place.after(30)
            $0.until = place.after(60)
        }
        #expect(found == [30, 45])
    }

    @Test("Every wish counts at the same time")
    func allWishes() throws {
        try place.open("aino", at: 15, methods: [.office], in: place.lieksa)
        try place.open("eero", at: 30, methods: [.phone], in: place.lieksa)
        try place.open("helmi", at: 45, methods: [.office])
        try place.open("urho", at: 60, task: .disability, methods: [.office], in: place.lieksa)
        try place.open("onni", at: 75, methods: [.office], in: place.lieksa)
        let found = try found {
            $0.task = .families
            $0.method = .office
            $0.municipality = place.lieksa
            $0.until = place.after(75)
        }
        #expect(found == [15])
    }

    @Test("The limit counts rows, and the last row counts everybody")
    func limit() throws {
        for professional in ["aino", "eero"] {
            for minutes in [15, 30, 45] { try place.open(professional, at: minutes) }
        }
        let rows = try place.store.freeSlots(SlotQuery(from: place.now, limit: 2), now: place.now)
        #expect(rows.map(\.start) == [place.after(15), place.after(30)])
        #expect(rows.map(\.professionals) == [2, 2])
    }

    @Test("Times that have begun are not given, whatever is asked")
    func past() throws {
        for minutes in [-15, 0, 15] { try place.open("aino", at: minutes) }
        #expect(try found { $0.from = place.after(-60) } == [0, 15])
        #expect(try place.freeMinutes(SlotQuery(from: place.now), now: place.after(1)) == [15])
    }

    @Test("Booked times are not given, and are again when the booking is cancelled")
    func booked() throws {
        try place.open("aino", at: 15)
        let booking = try place.book(at: 15)
        #expect(try place.freeMinutes() == [])
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(try place.freeMinutes() == [15])
    }

    @Test("Held times are not given until the moment the hold runs out")
    func held() throws {
        try place.open("aino", at: 60)
        _ = try place.hold(at: 60, expiring: 10)
        #expect(try place.freeMinutes() == [])
        #expect(try place.freeMinutes(now: place.after(10).addingTimeInterval(-1)) == [])
        #expect(try place.freeMinutes(now: place.after(10)) == [60])
    }

    @Test("A row counts only those who are free")
    func countOfFree() throws {
        for professional in ["aino", "eero", "helmi"] { try place.open(professional, at: 15) }
        _ = try place.hold(at: 15)
        try place.book(at: 15)
        let rows = try place.store.freeSlots(SlotQuery(from: place.now), now: place.now)
        #expect(rows.map(\.professionals) == [1])
    }
}
