/// What a county's times should be, as plain counts: the store must always agree with it.
///
/// Times are slots' starts in minutes after the beginning; everybody works at the same times.
struct CountyModel {
    let workers: [String]
    private(set) var now = 0
    /// Who has opened which times.
    private var opened: [String: Set<Int>] = [:]
    /// Who is away at which times.
    private var absent: [String: Set<Int>] = [:]
    /// Who is booked when, by reference.
    private(set) var bookings: [String: (worker: String, time: Int)] = [:]
    /// Which time each hold keeps, and until when.
    private var holds: [String: (time: Int, until: Int)] = [:]

    init(workers: [String]) { self.workers = workers }

    func free(at time: Int) -> Int {
        let there = workers.filter { worker in
            opened[worker]?.contains(time) == true && absent[worker]?.contains(time) != true
                && !bookings.values.contains { $0.worker == worker && $0.time == time }
        }
        return there.count - activeHolds.count { $0.time == time }
    }

    var activeHolds: [(token: String, time: Int)] {
        holds.filter { $0.value.until > now }.map { ($0.key, $0.value.time) }.sorted { $0.0 < $1.0 }
    }

    var references: [String] { bookings.keys.sorted() }

    mutating func wait(_ minutes: Int) { now += minutes }

    /// False where the worker has the time already.
    mutating func open(_ worker: String, at time: Int) -> Bool {
        opened[worker, default: []].insert(time).inserted
    }

    mutating func hold(_ token: String, at time: Int, until: Int) { holds[token] = (time, until) }

    mutating func release(_ token: String) { holds[token] = nil }

    mutating func book(_ reference: String, with worker: String, at time: Int) {
        bookings[reference] = (worker, time)
    }

    mutating func cancel(_ reference: String) { bookings[reference] = nil }

    /// The bookings that the absence hits.
    mutating func leave(_ worker: String, at time: Int) -> Int {
        absent[worker, default: []].insert(time)
        return bookings.values.count { $0.worker == worker && $0.time == time }
    }
}
