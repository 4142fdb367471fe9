import BookingCore
import Foundation
import SocialServices
import Storage

/// What the processes were told, compared with the store and with each other.
struct ContentionCheck {
    let attempts: [Attempt]
    /// How many workers each time has.
    let workers: [Attempt.Place: Int]

    /// Bookings that a process was told of and nobody cancelled.
    private let kept: [BookingReference: Attempt]
    private let cancelled: [BookingReference: Attempt]
    /// Cancellations whose end nobody knows: the store was busy or failed.
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
        let store = try Stores.open(path)
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

    private func goneFaults(_ store: any BookingStore) throws -> [String] {
        try cancelled.keys.filter { try store.booking($0)?.status != .cancelled }
            .map { "\($0.grouped) was cancelled and is not" }
    }

    /// One worker promised to two at once, also where one of them cancelled later.
    private var historyFaults: [String] {
        let made = attempts.filter { $0.isBooking && $0.result == .done }
        return Dictionary(grouping: made) { "\($0.worker ?? "") at \($0.place.start)" }.flatMap { seat, bookings in
            // A booking surely stands from when it was told until its cancellation begins.
            let spans = bookings.map { booking in
                (from: booking.ended, until: booking.reference.flatMap { cancelled[$0]?.began } ?? .max)
            }.sorted { $0.from < $1.from }
            return zip(spans, spans.dropFirst()).filter { $0.until > $1.from }.map { _ in "two had \(seat)" }
        }
    }

    /// Nobody is refused while a seat is surely free. A seat may be taken from when somebody begins to ask for it
    /// until they know that they gave it back; a refusal needs one moment at which all of them may have been.
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
