import BookingCore
import Foundation
import SocialServices
import Storage

/// How long the search for free times takes as the timetables grow.
enum SearchBenchmark {
    static func run(in folder: URL) throws {
        for days in [2, 20, 200] {
            let path = folder.appendingPathComponent("search-\(days).sqlite").path
            let county = try BigCounty(path: path, professionals: 300, days: days)
            var earliest = Figures()
            var later = Figures()
            for round in 0..<200 {
                let task = BigCounty.tasks[round % BigCounty.tasks.count]
                try earliest.measure {
                    _ = try county.store.freeSlots(
                        SlotQuery(task: task, from: county.start, limit: 1), now: county.start)
                }
                let from = county.start.addingTimeInterval(Double(round % days) * 86_400)
                try later.measure {
                    _ = try county.store.freeSlots(
                        SlotQuery(task: task, method: .office, from: from, limit: 5), now: county.start)
                }
            }
            earliest.print("search, earliest free time, \(county.count) slots")
            later.print("search, five times at an office from a day on, \(county.count) slots")
        }
    }
}

/// A county of many made-up professionals, for measuring.
struct BigCounty {
    static let tasks: [ServiceTask] = [.families, .familyLaw, .workingAge, .disability]

    let store: any BookingStore
    let start: Date
    let count: Int

    /// Opens 24 quarters of an hour a day for each professional.
    init(path: String, professionals: Int, days: Int) throws {
        try StoreFile.create(path: path, isDemonstration: true)
        store = try StoreFile.open(path: path)
        // A Monday at 8 in the morning, UTC; far enough ahead for the present moment to be before it.
        let start = Date(timeIntervalSince1970: 1_924_905_600)
        var count = 0
        for number in 0..<professionals {
            let task = Self.tasks[number % Self.tasks.count]
            guard let municipality = Municipality(rawValue: number % 2 == 0 ? "167" : "422") else { continue }
            let worker = Professional(
                id: "worker-\(number)", name: "Worker \(number)", task: task, municipality: municipality)
            try store.add(worker)
            let type = AppointmentType(
                id: "advice-\(task.rawValue)", task: task, minutes: 15, methods: ContactMethod.allCases)
            let slots = (0..<days).flatMap { day in
                let morning = start.addingTimeInterval(Double(day) * 86_400)
                return Slot.row(
                    of: type, for: worker, from: morning, until: morning.addingTimeInterval(6 * 3600),
                    methods: Set(ContactMethod.allCases))
            }
            try store.open(slots)
            count += slots.count
        }
        self.start = start
        self.count = count
    }
}
