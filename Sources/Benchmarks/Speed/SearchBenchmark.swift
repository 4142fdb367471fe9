import BookingCore
import CivilTime
import Foundation
import SocialServices
import Storage
import TestValues

/// How long the search for free times takes as the timetables of 300 professionals grow to five years and more, beside
/// the least that the same engine does for as many rows. `--store` is an empty PostgreSQL database, measured too;
/// `--days` sets how many workdays the only county has.
enum SearchBenchmark {
    private static let aim = "p95 under 10 ms"
    /// What a county is booked out for in the second round: the nearest times are those that are gone.
    private static let bookedDays = 28
    private static let rounds = 200

    static func run(_ arguments: [String], in folder: URL) throws {
        let server = arguments.value(of: "--store")
        // Up to five years of 260 workdays.
        for days in arguments.number(of: "--days").map({ [$0] }) ?? [3, 260, 1300] {
            let path = folder.appendingPathComponent("search-\(days).sqlite").path
            let clock = ContinuousClock()
            let begun = clock.now
            let county = try BigCounty(path: path, professionals: 300, days: days, timesADay: 13)
            let seconds = (clock.now - begun) / .seconds(1)
            let rate = Int(Double(county.count) / seconds)
            print("timetables, \(county.count) slots: opened in \(seconds.rounded(to: 1)) s, \(rate) a second")
            if let server { try ServerCopy.use(of: path, at: server) { try measure(county, at: server) } }
            try measure(county, at: path)
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// First with nothing booked.
    private static func measure(_ county: BigCounty, at address: String) throws {
        try measure(county, at: address, "nothing booked")
        try county.bookAll(days: bookedDays, at: address)
        try measure(county, at: address, "the first \(bookedDays) days all booked")
    }

    private static func measure(_ county: BigCounty, at address: String, _ state: String) throws {
        let store = try Stores.open(address, clock: .helsinki)
        let shown = "\(ServerCopy.engine(of: address)), \(county.count) slots, \(state)"
        try search(county, store, beside: SlotsByNumber(try Stores.connection(address)), shown)
        try choose(store, shown)
    }

    private static func search(
        _ county: BigCounty, _ store: any Store, beside least: SlotsByNumber, _ shown: String
    ) throws {
        var figures = [Figures](repeating: Figures(), count: queries(county, round: 0).count)
        var limits = figures
        for round in 0..<rounds {
            for (index, query) in queries(county, round: round).enumerated() {
                let found = try figures[index].measure { try store.freeSlots(query.query, now: BigCounty.start) }
                let rows = max(1, found.reduce(0) { $0 + $1.professionals })
                let place = Int.random(in: 1...max(1, county.count - rows))
                _ = try limits[index].measure { try least.read(rows, from: place) }
            }
        }
        for (index, query) in queries(county, round: 0).enumerated() {
            figures[index].print(
                "search, \(query.name), \(shown)", over: (limits[index], "as many slots by their numbers"), aim: aim)
        }
    }

    private static func choose(_ store: any Store, _ shown: String) throws {
        var choosing = Figures()
        for round in 0..<rounds {
            let task = BigCounty.tasks[round % BigCounty.tasks.count]
            let first = try store.freeSlots(
                SlotQuery(task: task, from: BigCounty.start, limit: 1), now: BigCounty.start)
            guard let first = first.first else { break }
            let choice = SlotChoice(task: task, start: first.start, method: .phone)
            let hold = try choosing.measure {
                try store.hold(choice, token: "\(round)", now: BigCounty.start, until: BigCounty.start + 600)
            }
            try store.release(hold)
        }
        if choosing.count > 0 { choosing.print("hold of the fairest worker, durable, \(shown)") }
    }

    private static func queries(_ county: BigCounty, round: Int) -> [(name: String, query: SlotQuery)] {
        let task = BigCounty.tasks[round % BigCounty.tasks.count]
        let office = BigCounty.municipalities[round % BigCounty.municipalities.count]
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
            (
                "five times at one's own office from a day on",
                SlotQuery(task: task, method: .office, municipality: office, from: later, limit: 5)
            ),
            (
                "in Swedish, of an afternoon",
                SlotQuery(task: task, language: .swedish, hours: PartOfDay.afternoon.hours, from: later, limit: 5)
            ),
        ]
    }
}
