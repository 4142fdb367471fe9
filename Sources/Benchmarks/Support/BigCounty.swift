import BookingCore
import CivilTime
import Foundation
import SocialServices
import Storage
import TestValues

/// A county of many made-up professionals, for measuring.
struct BigCounty {
    static let tasks: [ServiceTask] = [.families, .familyLaw, .workingAge, .disability]
    /// Where those of each task work.
    static let municipalities = ["167", "422"].compactMap(Municipality.init(rawValue:))
    /// A Monday at 8 in the morning, UTC; far enough ahead for the present moment to be before it.
    static let start = Date(timeIntervalSince1970: 1_926_057_600)
    private static let day = 86_400.0

    let path: String
    let store: any Store
    let professionals: Int
    let days: Int
    let count: Int

    /// Opens so many quarters of an hour on each of so many workdays for each professional: one transaction for each
    /// professional, with everything that the database refuses in force.
    init(path: String, professionals: Int, days: Int, timesADay: Int) throws {
        try Stores.create(path, isDemonstration: true)
        store = try Stores.open(path, clock: .helsinki)
        var count = 0
        for worker in (0..<professionals).map(Self.worker) {
            try store.add(worker, by: .system, now: Date())
            let type = AppointmentType(
                id: "advice-\(worker.task.rawValue)", task: worker.task, minutes: 15, methods: ContactMethod.allCases)
            let slots = (0..<days).flatMap { day in
                let morning = Self.morning(ofWorkday: day)
                return Slot.row(
                    of: type, for: worker, from: morning, until: morning.addingTimeInterval(Double(timesADay) * 900),
                    methods: Set(ContactMethod.allCases))
            }
            try store.open(slots, by: .system, now: Date())
            count += slots.count
        }
        self.path = path
        self.professionals = professionals
        self.days = days
        self.count = count
    }

    /// When a workday begins, by its number from 0.
    static func morning(ofWorkday number: Int) -> Date {
        start.addingTimeInterval(Double(number / 5 * 7 + number % 5) * day)
    }

    /// How many calendar days the timetables reach.
    var daysAhead: Int { max(1, days * 7 / 5) }

    /// Books everything that starts within the first `days`, in the county itself or in a copy of it: what a busy county
    /// looks like. The descriptions count as removed.
    func bookAll(days: Int, at address: String) throws {
        let connection = try Stores.connection(address)
        let start = Int(Self.start.timeIntervalSince1970)
        // A day at a time: a server lets no statement run for long.
        for day in stride(from: start, to: start + days * 86_400, by: 86_400) {
            try connection.script(
                """
                INSERT INTO booking (reference, slot, status, method, client_name, client_phone, client_language,
                    meeting_language, sign_language, maker, made_at, purged_at)
                SELECT substr('00000000' || id, length('' || id) + 1), id, 'booked', 'phone', 'x', '+358' || id, 'fi',
                    'fi', 0, 'client', 0, 1
                FROM slot WHERE start >= \(day) AND start < \(day + 86_400)
                """)
        }
    }

    private static func worker(_ number: Int) -> Professional {
        Professional(
            id: "worker-\(number)", name: "Worker \(number)", task: tasks[number % tasks.count],
            municipality: municipalities[number % municipalities.count],
            languages: number / 4 % 10 == 0 ? [.finnish, .swedish] : [.finnish])
    }
}
