import BookingCore
import Foundation
import SocialServices
import Storage

/// A county of many made-up professionals, for measuring.
struct BigCounty {
    static let tasks: [ServiceTask] = [.families, .familyLaw, .workingAge, .disability]
    private static let day = 86_400.0

    let path: String
    let store: any BookingStore
    let start: Date
    let professionals: Int
    let count: Int

    /// Opens 24 quarters of an hour on each of so many workdays for each professional; all in one transaction.
    init(path: String, professionals: Int, days: Int) throws {
        try StoreFile.create(path: path, isDemonstration: true)
        store = try StoreFile.open(path: path)
        // A Monday at 8 in the morning, UTC; far enough ahead for the present moment to be before it.
        let start = Date(timeIntervalSince1970: 1_924_934_400)
        let workers = (0..<professionals).compactMap(Self.worker)
        for worker in workers { try store.add(worker) }
        var slots: [Slot] = []
        slots.reserveCapacity(professionals * days * 24)
        for worker in workers {
            let type = AppointmentType(
                id: "advice-\(worker.task.rawValue)", task: worker.task, minutes: 15, methods: ContactMethod.allCases)
            for day in 0..<days {
                let morning = start.addingTimeInterval(Double(day / 5 * 7 + day % 5) * Self.day)
                slots += Slot.row(
                    of: type, for: worker, from: morning, until: morning.addingTimeInterval(6 * 3600),
                    methods: Set(ContactMethod.allCases))
            }
        }
        try store.open(slots)
        self.path = path
        self.start = start
        self.professionals = professionals
        count = slots.count
    }

    /// How many calendar days the timetables reach.
    var daysAhead: Int { max(1, count / professionals / 24 * 7 / 5) }

    /// Books everything that starts within the first `days`: what a busy county looks like.
    ///
    /// - Returns: how many times were booked.
    func bookAll(days: Int) throws -> Int {
        let connection = try SQLiteConnection(path: path)
        let end = Int(start.timeIntervalSince1970) + days * 86_400
        try connection.script(
            """
            BEGIN;
            INSERT INTO booking (reference, slot, status, method, client_name, client_phone, client_language,
                meeting_language, sign_language, maker, made_at)
            SELECT substr('00000000' || id, -8), id, 'booked', 'phone', 'x', '+358' || id, 'fi', 'fi', 0, 'client', 0
            FROM slot WHERE start < \(end);
            COMMIT
            """)
        return professionals * min(count / professionals, days / 7 * 5 * 24)
    }

    private static func worker(_ number: Int) -> Professional? {
        Municipality(rawValue: number % 2 == 0 ? "167" : "422").map {
            Professional(
                id: "worker-\(number)", name: "Worker \(number)", task: tasks[number % tasks.count],
                municipality: $0, languages: number % 10 == 0 ? [.finnish, .swedish] : [.finnish])
        }
    }
}
