import BookingCore
import CivilTime
import Foundation
import SocialServices
import Storage
import TestValues

/// What the processes were told, compared with the store and with each other.
struct ContentionCheck {
    let attempts: [Attempt]
    /// How many workers each time has.
    let workers: [Attempt.Place: Int]

    /// Bookings that a process was told of and that were not cancelled.
    private let kept: [BookingReference: Attempt]
    private let cancelled: [BookingReference: Attempt]
    /// Cancellations of which it is unknown whether they were done: the store was busy or failed.
    private let uncertain: Set<BookingReference>

    init(_ attempts: [Attempt], workers: [Attempt.Place: Int]) {
        self.attempts = attempts
        self.workers = workers
        var made: [BookingReference: Attempt] = [:]
        var cancelled: [BookingReference: Attempt] = [:]
        for attempt in attempts where attempt.result == .done {
            guard let reference = attempt.reference else { continue }
            if attempt.isBooking { made[reference] = attempt } else { cancelled[reference] = attempt }
        }
        kept = made.filter { cancelled[$0.key] == nil }
        self.cancelled = cancelled
        uncertain = Set(
            attempts.filter { $0.kind == .cancel && $0.result != .done }.compactMap(\.reference))
    }

    /// One line for each promise that was broken; empty where all were kept.
    func faults(in path: String) throws -> [String] {
        let store = try Stores.open(path, clock: .helsinki)
        let booked = try store.professionals().flatMap { try store.bookings(of: $0.id, from: .distantPast) }
        return attemptFaults + doubleBookings(booked) + keptFaults(booked) + historyFaults + refusalFaults
            + fullFaults(booked) + (try goneFaults(store)) + (try Stores.check(path))
    }

    /// How many times were asked for, after the last seat was given back, by more than there were seats.
    var timesAskedTooOften: Int { timesThatMustBeFull.count }

    private var attemptFaults: [String] {
        let results = Dictionary(grouping: attempts, by: \.result)
        return [
            Attempt.Result.lost: "holds that their holder could not book",
            .locked: "attempts that found the store busy for too long", .failed: "attempts that failed otherwise",
        ].compactMap { result, words in results[result].map { "\(words): \($0.count)" } }
    }

    /// Read from the store alone: one professional in two places.
    private func doubleBookings(_ booked: [Booking]) -> [String] {
        Dictionary(grouping: booked, by: \.slot.professional).flatMap { worker, bookings in
            let inOrder = bookings.sorted { $0.slot.start < $1.slot.start }
            return zip(inOrder, inOrder.dropFirst()).filter { $0.slot.end > $1.slot.start }.map {
                "\(worker) is promised twice: \($0.reference.grouped) and \($1.reference.grouped)"
            }
        }
    }

    private func keptFaults(_ booked: [Booking]) -> [String] {
        let known = Dictionary(grouping: booked, by: \.reference)
        let missing = kept.filter { reference, attempt in
            if uncertain.contains(reference) { return false }
            return known[reference]?.contains { $0.slot.professional == attempt.worker } != true
        }
        let unknown = known.keys.filter { kept[$0] == nil }
        return missing.keys.map { "\($0.grouped) was promised and is not there" }
            + unknown.map { "\($0.grouped) is there and nobody was told so" }
    }

    private func goneFaults(_ store: any Store) throws -> [String] {
        try cancelled.keys.filter { try store.booking($0)?.status != .cancelled }
            .map { "\($0.grouped) was cancelled and is not" }
    }

    /// One worker promised to two at once, also where one of them cancelled later.
    private var historyFaults: [String] {
        let made = attempts.filter { $0.isBooking && $0.result == .done }
        return Dictionary(grouping: made) { "\($0.worker ?? "") at \($0.place.start)" }.flatMap { seat, bookings in
            // A booking surely exists from when it was told until its cancellation begins.
            let spans = bookings.map { booking in
                (from: booking.ended, until: booking.reference.flatMap { cancelled[$0]?.began } ?? .max)
            }.sorted { $0.from < $1.from }
            return zip(spans, spans.dropFirst()).filter { $0.until > $1.from }.map { _ in "two had \(seat)" }
        }
    }

    /// No process is refused while a seat is surely free. A seat may be taken from when a process begins to ask for it
    /// until it is told that the seat was given back; a refusal needs one moment at which all seats may have been taken.
    private var refusalFaults: [String] {
        Dictionary(grouping: attempts, by: \.place).flatMap { place, attempts in
            let seats = workers[place] ?? 0
            let taken = Occupancy(attempts, cancelled)
            let wrong = attempts.filter {
                $0.result == .refused && taken.most(from: $0.began, until: $0.ended) < seats
            }
            return wrong.map {
                "\($0.kind.rawValue) was refused while \(place.task.rawValue) at \(place.start) was free"
            }
        }
    }

    private var timesThatMustBeFull: [Attempt.Place] {
        Dictionary(grouping: attempts, by: \.place).filter { _, attempts in
            let lastGivenBack = attempts.filter { !$0.isBooking }.map(\.ended).max() ?? 0
            return attempts.contains { $0.result == .refused && $0.began > lastGivenBack }
        }.map(\.key)
    }

    private func fullFaults(_ booked: [Booking]) -> [String] {
        let found = Dictionary(grouping: booked) { Attempt.Place(task: $0.slot.task, start: $0.slot.start) }
        return timesThatMustBeFull.compactMap { place in
            let count = Set((found[place] ?? []).map(\.slot.professional)).count
            guard count != workers[place] else { return nil }
            return "\(place.task.rawValue) at \(place.start): \(count) of \(workers[place] ?? 0) workers"
        }
    }
}

/// One thing that a process tried, as it saw it. Moments are nanoseconds of a clock that all processes share.
struct Attempt {
    enum Kind: String, CaseIterable {
        case book
        case holdAndBook = "hold-and-book"
        case holdAndLetGo = "hold-and-let-go"
        case cancel
    }

    enum Result: String {
        case done
        /// The time was said to be taken.
        case refused
        /// Held, and then refused all the same.
        case lost
        /// The store was busy for too long.
        case locked
        case failed
    }

    let kind: Kind
    let place: Place
    let began: UInt64
    let ended: UInt64
    let result: Result
    /// Of what was booked or cancelled.
    var reference: BookingReference?
    /// The professional who was promised, by id.
    var worker: String?

    /// Of one service task at one time: what a client chooses.
    struct Place: Hashable {
        let task: ServiceTask
        let start: Date
    }

    /// What keeps a seat when it is done.
    var isBooking: Bool { kind == .book || kind == .holdAndBook }

    var milliseconds: Double { Double(ended - began) / 1_000_000 }
}

extension Attempt {
    private static let none = "-"

    /// As a process tells it to the one that started it.
    var line: String {
        let moments = "\(Int(place.start.timeIntervalSince1970)) \(began) \(ended)"
        let names = "\(reference?.characters ?? Self.none) \(worker ?? Self.none)"
        return "\(kind.rawValue) \(place.task.rawValue) \(moments) \(result.rawValue) \(names)"
    }

    init?(line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 8, let kind = Kind(rawValue: words[0]), let task = ServiceTask(rawValue: words[1]),
            let start = Double(words[2]), let began = UInt64(words[3]), let ended = UInt64(words[4]),
            let result = Result(rawValue: words[5])
        else { return nil }
        self.init(
            kind: kind, place: Place(task: task, start: Date(timeIntervalSince1970: start)), began: began,
            ended: ended, result: result, reference: BookingReference(typed: words[6]),
            worker: words[7] == Self.none ? nil : words[7])
    }
}

/// How many seats of one time may have been taken at each moment: never fewer than really were.
struct Occupancy {
    /// In order of time, each with the number from then on.
    private var steps: [(at: UInt64, count: Int)] = [(0, 0)]

    init(_ attempts: [Attempt], _ cancelled: [BookingReference: Attempt]) {
        var changes: [(at: UInt64, by: Int)] = []
        for attempt in attempts where attempt.kind != .cancel && attempt.result != .refused {
            changes.append((attempt.began, 1))
            // What ended otherwise may have left its seat taken.
            guard attempt.result == .done else { continue }
            if attempt.kind == .holdAndLetGo { changes.append((attempt.ended, -1)) }
            if let end = attempt.reference.flatMap({ cancelled[$0] }) { changes.append((end.ended, -1)) }
        }
        var count = 0
        for change in changes.sorted(by: { ($0.at, -$0.by) < ($1.at, -$1.by) }) {
            count += change.by
            steps.append((change.at, count))
        }
    }

    /// The most at any moment of a span.
    func most(from: UInt64, until: UInt64) -> Int {
        var (low, high) = (0, steps.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if steps[middle].at <= from { low = middle } else { high = middle }
        }
        return steps[low...].prefix { $0.at <= until }.map(\.count).max() ?? 0
    }
}
