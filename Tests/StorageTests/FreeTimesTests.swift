import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Free times")
struct FreeTimesTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private func found(_ change: (inout SlotQuery) -> Void) throws -> [Int] {
        var query = SlotQuery(from: place.now)
        change(&query)
        return try place.freeMinutes(query)
    }

    @Test("A row tells everything of its time")
    func row() throws {
        try place.open("aino", at: 15, methods: [.office, .phone], in: place.lieksa)
        let row = AvailableSlot(
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

    @Test("Only times of workers who are known to serve in the wanted language are given")
    func language() throws {
        let known: [Set<Language>] = [[], [.finnish], [.finnish, .swedish], [.swedish]]
        for (number, languages) in known.enumerated() {
            let worker = Professional(
                id: "worker-\(number)", name: "Worker", task: .families, municipality: place.joensuu,
                languages: languages)
            try place.store.add(worker)
            #expect(try place.store.professionals().contains(worker))
            try place.store.open([place.slot(worker.id, at: 15 + 15 * number)])
        }
        #expect(try found { $0.language = .swedish } == [45, 60])
        #expect(try found { $0.language = .finnish } == [30, 45])
        #expect(try found { $0.language = .english } == [])
        #expect(try found { _ in }.count == 4)
    }

    @Test("Only times within the wanted hours of the local clock are given, day after day")
    func hours() throws {
        // 9.00 in Helsinki is now; 11.45 and 12.00 today, 8.00 and 12.15 tomorrow.
        for minutes in [165, 180, 23 * 60, 27 * 60 + 15] { try place.open("aino", at: minutes) }
        #expect(try found { $0.hours = PartOfDay.morning.hours } == [165, 23 * 60])
        #expect(try found { $0.hours = PartOfDay.afternoon.hours } == [180, 27 * 60 + 15])
        #expect(try found { $0.hours = 8..<9 } == [23 * 60])
        var query = SlotQuery(hours: PartOfDay.afternoon.hours, from: place.now, limit: 1)
        #expect(try place.freeMinutes(query) == [180])
        query.from = place.after(181)
        #expect(try place.freeMinutes(query) == [27 * 60 + 15])
    }

    @Test("Only times of the wanted appointment type are given")
    func appointmentType() throws {
        for minutes in [15, 30] { try place.open("aino", at: minutes) }
        try place.edit(.appointmentType("guidance", slot: 2))
        #expect(try found { $0.appointmentType = "guidance" } == [30])
        #expect(try found { $0.appointmentType = "nothing" } == [])
    }

    @Test("Times opened for rights are found only where their worker is named")
    func byRight() throws {
        for minutes in [15, 30] { try place.open("aino", at: minutes) }
        try place.open("eero", at: 45)
        try place.edit(.byRight(slot: 2))
        #expect(try found { _ in } == [15, 45])
        #expect(try found { $0.leave = .staff(workers: ["aino"]) } == [15, 30])
        #expect(try found { $0.leave = .staff(workers: ["eero"]) } == [45])
        #expect(try found { $0.leave = .staff(workers: ["nobody"]) } == [])
    }

    @Test("An appointment type's own times are those that its rules let a client book now")
    func rules() throws {
        for minutes in [119, 135, 3 * 24 * 60, 3 * 24 * 60 + 1] {
            try place.open("worker-\(minutes)", at: minutes)
        }
        let type = AppointmentType(
            id: "advice-families", task: .families, minutes: 15, methods: [.phone],
            rules: AppointmentRules(notice: TimeSpan("2h"), ahead: TimeSpan("3d")))
        let sessions = place.sessions(type.rules)
        let bookable = try sessions.visitor.bookableSlots(of: type, limit: 50)
        #expect(bookable.map(\.start) == [135, 3 * 24 * 60].map(place.after))
        let narrow = try sessions.visitor.bookableSlots(
            of: type, from: place.after(136), until: place.after(200), limit: 50)
        #expect(narrow == [])
        // No rule binds the county's staff.
        let staff = sessions.staff(StaffMember(id: "puhelin", name: "Paula Puhelin", role: .phoneService))
        let all = try staff.bookableSlots(of: type, limit: 50)
        #expect(all.map(\.start) == [119, 135, 3 * 24 * 60, 3 * 24 * 60 + 1].map(place.after))
    }

    @Test("A time with several seats is free until the last of them is booked or held")
    func seats() throws {
        try place.open("aino", at: 60)
        try place.edit(.seats(3))
        try place.book(at: 60)
        _ = try place.hold(at: 60)
        #expect(try place.freeMinutes() == [60])
        try place.book(at: 60)
        #expect(try place.freeMinutes() == [])
        #expect(try place.freeMinutes(now: place.after(10)) == [60])
    }
}
