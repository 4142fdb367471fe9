/// What a county's times should be, as plain counts: the store must always agree with it.
///
/// Times are slots' starts in minutes after the beginning; everybody works at the same times.
struct CountyModel {
    struct Booking {
        let worker: String
        let time: Int
        /// The code of the right it was booked with.
        var right: String?
    }

    struct Right {
        let worker: String
        let uses: Int
        /// It opens nothing from this minute on.
        let until: Int
        var isWithdrawn = false
    }

    let workers: [String]
    private(set) var now = 0
    /// Who has opened which times to all, and which to rights only.
    private var opened: [String: Set<Int>] = [:]
    private var openedByRight: [String: Set<Int>] = [:]
    /// Who is away at which times.
    private var absent: [String: Set<Int>] = [:]
    private(set) var bookings: [String: Booking] = [:]
    private(set) var rights: [String: Right] = [:]
    /// Which time each hold keeps, and until when.
    private var holds: [String: (time: Int, until: Int)] = [:]

    init(workers: [String]) { self.workers = workers }

    /// How many are free to anybody.
    func free(at time: Int) -> Int { there(at: time).count - activeHolds.count { $0.time == time } }

    /// Who has opened a time to all and is neither away nor booked then; somebody may hold it.
    func there(at time: Int) -> [String] {
        workers.filter { opened[$0]?.contains(time) == true && isIdle($0, at: time) }
    }

    /// True where a right to the worker opens their time; nobody holds one.
    func isFree(_ worker: String, at time: Int) -> Bool {
        let times = opened[worker, default: []].union(openedByRight[worker, default: []])
        return times.contains(time) && isIdle(worker, at: time)
    }

    private func isIdle(_ worker: String, at time: Int) -> Bool {
        absent[worker]?.contains(time) != true
            && !bookings.values.contains { $0.worker == worker && $0.time == time }
    }

    var activeHolds: [(token: String, time: Int)] {
        holds.filter { $0.value.until > now }.map { ($0.key, $0.value.time) }.sorted { $0.0 < $1.0 }
    }

    var references: [String] { bookings.keys.sorted() }

    mutating func wait(_ minutes: Int) { now += minutes }

    /// False where the worker has the time already.
    mutating func open(_ worker: String, at time: Int, isByRight: Bool = false) -> Bool {
        if opened[worker, default: []].union(openedByRight[worker, default: []]).contains(time) { return false }
        if isByRight {
            openedByRight[worker, default: []].insert(time)
        } else {
            opened[worker, default: []].insert(time)
        }
        return true
    }

    func isAbsent(_ worker: String, at time: Int) -> Bool { absent[worker]?.contains(time) == true }

    func isOpenToAll(_ worker: String, at time: Int) -> Bool { opened[worker]?.contains(time) == true }

    /// False where the worker has not opened the time, or a client has it.
    mutating func close(_ worker: String, at time: Int) -> Bool {
        let isBooked = bookings.values.contains { $0.worker == worker && $0.time == time }
        guard !isBooked else { return false }
        let wasOpen = opened[worker]?.remove(time) != nil
        return openedByRight[worker]?.remove(time) != nil || wasOpen
    }

    /// What clients have stays; of what is free only the times of a template, which are open to all.
    mutating func replace(_ worker: String, by times: Set<Int>) {
        for time in opened[worker, default: []].union(openedByRight[worker, default: []]) where !times.contains(time)
        {
            _ = close(worker, at: time)
        }
        for time in times {
            // A time by right is another one than the template's.
            if openedByRight[worker, default: []].contains(time), !close(worker, at: time) { continue }
            _ = open(worker, at: time)
        }
    }

    mutating func hold(_ token: String, at time: Int, until: Int) { holds[token] = (time, until) }

    mutating func release(_ token: String) { holds[token] = nil }

    mutating func book(_ reference: String, with worker: String, at time: Int, right: String? = nil) {
        bookings[reference] = Booking(worker: worker, time: time, right: right)
    }

    mutating func cancel(_ reference: String) { bookings[reference] = nil }

    mutating func grant(_ code: String, _ right: Right) { rights[code] = right }

    mutating func withdraw(_ code: String) { rights[code]?.isWithdrawn = true }

    func used(_ code: String) -> Int { bookings.values.count { $0.right == code } }

    /// The bookings that the absence hits.
    mutating func leave(_ worker: String, at time: Int) -> Int {
        absent[worker, default: []].insert(time)
        return bookings.values.count { $0.worker == worker && $0.time == time }
    }

    /// False where there was nothing to take back.
    mutating func comeBack(_ worker: String, at time: Int) -> Bool {
        absent[worker, default: []].remove(time) != nil
    }

    /// The references of a worker's bookings that some colleague could take at the same time; one by right only the
    /// worker whom the right names, where the client moved it to somebody else.
    func placeable(of worker: String) -> Set<String> {
        Set(bookings.filter { $0.value.worker == worker && !colleagues(for: $0.value).isEmpty }.keys)
    }

    /// Who could take a booking instead.
    func colleagues(for booking: Booking) -> [String] {
        guard let right = booking.right.flatMap({ rights[$0] }) else {
            return there(at: booking.time).filter { $0 != booking.worker }
        }
        return right.worker != booking.worker && isFree(right.worker, at: booking.time) ? [right.worker] : []
    }
}
