import BookingCore
import Foundation
import SocialServices
import Storage

/// How long the search for free times takes as the timetables of 300 professionals grow to five years and more.
enum SearchBenchmark {
    private static let aim = "p95 under 10 ms"
    /// What a county is booked out for in the second round: the nearest times are those that are gone.
    private static let bookedDays = 28

    static func run(in folder: URL) throws {
        // Up to five years of 260 workdays.
        for days in [3, 260, 1300] {
            let path = folder.appendingPathComponent("search-\(days).sqlite").path
            let clock = ContinuousClock()
            let begun = clock.now
            let county = try BigCounty(path: path, professionals: 300, days: days, timesADay: 13)
            let seconds = (clock.now - begun) / .seconds(1)
            let rate = Int(Double(county.count) / seconds)
            print("timetables, \(county.count) slots: opened in \(seconds.rounded(to: 1)) s, \(rate) a second")
            try measure(county, "nothing booked")
            try county.bookAll(days: bookedDays)
            try measure(county, "the first \(bookedDays) days all booked")
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private static func measure(_ county: BigCounty, _ state: String) throws {
        var figures = [Figures](repeating: Figures(), count: queries(county, round: 0).count)
        for round in 0..<200 {
            for (index, query) in queries(county, round: round).enumerated() {
                try figures[index].measure { _ = try county.store.freeSlots(query.query, now: BigCounty.start) }
            }
        }
        for (query, figures) in zip(queries(county, round: 0), figures) {
            figures.print("search, \(query.name), \(county.count) slots, \(state)", aim: aim)
        }
        var choosing = Figures()
        for round in 0..<200 {
            let task = BigCounty.tasks[round % BigCounty.tasks.count]
            let first = try county.store.freeSlots(
                SlotQuery(task: task, from: BigCounty.start, limit: 1), now: BigCounty.start)
            guard let first = first.first else { break }
            let choice = SlotChoice(task: task, start: first.start, method: .phone)
            let hold = try choosing.measure {
                try county.store.hold(choice, token: "\(round)", now: BigCounty.start, until: BigCounty.start + 600)
            }
            try county.store.release(hold)
        }
        if choosing.count > 0 {
            choosing.print("hold of the fairest worker, durable, \(county.count) slots, \(state)")
        }
    }

    private static func queries(_ county: BigCounty, round: Int) -> [(name: String, query: SlotQuery)] {
        let task = BigCounty.tasks[round % BigCounty.tasks.count]
        let later = BigCounty.start.addingTimeInterval(Double(round % county.daysAhead) * 86_400)
        let month = later.addingTimeInterval(30 * 86_400)
        return [
            ("earliest free time", SlotQuery(task: task, from: BigCounty.start, limit: 1)),
            (
                "named worker, next month",
                SlotQuery(
                    leave: .staff(workers: ["worker-\(round % county.professionals)"]), from: later, until: month,
                    limit: 2000)
            ),
            ("five times at an office from a day on", SlotQuery(task: task, method: .office, from: later, limit: 5)),
            (
                "in Swedish, of an afternoon",
                SlotQuery(task: task, language: .swedish, hours: PartOfDay.afternoon.hours, from: later, limit: 5)
            ),
        ]
    }
}
