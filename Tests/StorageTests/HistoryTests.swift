import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// One random history: after each thing that is done the store and the model must say the same.
struct History {
    /// A day on which the history goes: when the times of its template begin, in minutes after the day's beginning.
    struct Day {
        let date: String
        /// Of the local times 02:30, 03:00, 03:30 and 04:00, those that exist.
        let times: [Int]

        static let all = [
            Day(date: "2026-12-13", times: [150, 180, 210, 240]),
            // The clock goes from 03:00 to 04:00.
            Day(date: "2026-03-29", times: [150, 180]),
            // The clock goes from 04:00 back to 03:00: half past three is its first coming.
            Day(date: "2026-10-25", times: [150, 180, 210, 300]),
        ]
    }

    let day: Day
    let place: TemporaryStore
    private let begin: Date
    var model = CountyModel(workers: ["aino", "eero", "veera"])
    private var holds: [String: Hold] = [:]
    var numbers: RandomNumbers
    /// The same in each run of a seed.
    let references: Draws<BookingReference>
    let codes: Draws<RightCode>

    init(seed: UInt64) throws {
        numbers = RandomNumbers(seed: seed)
        references = Draws(seed: seed)
        codes = Draws(seed: seed &+ 1000)
        day = Day.all[Int(seed) % Day.all.count]
        begin = try WallClock.helsinki.day(day.date)
        place = try TemporaryStore()
        for worker in model.workers { try place.add(worker) }
    }

    /// So many minutes after the day began.
    func after(_ minutes: Int) -> Date { begin.addingTimeInterval(Double(minutes) * 60) }

    var now: Date { after(model.now) }

    func choice(at time: Int, leave: BookingAuthority = .open) -> SlotChoice {
        SlotChoice(task: .families, start: after(time), method: .phone, leave: leave)
    }

    mutating func runAndCompare(steps: Int) throws {
        for _ in 0..<steps {
            try step()
            for time in day.times {
                let free = try place.store.freeSlots(
                    SlotQuery(from: after(time), until: after(time + 1)), now: now)
                #expect(free.reduce(0) { $0 + $1.professionals } == model.free(at: time), "\(time)")
            }
        }
        #expect(try StoreCheck(connection: place.connection).faults() == [])
        let active = try place.number("SELECT count(*) FROM booking WHERE status <> 'cancelled'")
        #expect(active == model.bookings.count)
        try compareFigures()
    }

    /// Each figure against a plain recount, once in a whole period and once in a part of it; before it each booking gets
    /// other things that are counted.
    private mutating func compareFigures() throws {
        for id in try place.connection.rows("SELECT id FROM booking ORDER BY id", [], { $0.next() as Int }) {
            func any(_ values: String...) -> String { values.randomElement(using: &numbers) ?? "NULL" }
            try place.connection.run(
                """
                UPDATE booking SET service = \(any("NULL", "'home-help'", "'family-advice'")),
                    maker = \(any("'client'", "'professional'", "'phone-service'")),
                    method = \(any("'phone'", "'remote'", "'office'")),
                    attendance = \(any("NULL", "'met'", "'no-show'")),
                    made_at = made_at - \(any("0", "86400", "1200000"))
                WHERE id = \(id)
                """)
        }
        let recount = try PlainRecount(place.connection)
        for (from, until) in [(-50_000, 50_000), (0, model.now + 5), (-2000, 180)] {
            try recount.expectTheSame(
                as: place.store.statistics, from: after(from), until: after(until), now: after(200),
                on: .helsinki)
        }
    }

    private mutating func step() throws {
        let time = day.times.randomElement(using: &numbers) ?? 150
        let worker = model.workers.randomElement(using: &numbers) ?? "aino"
        switch Int.random(in: 0..<31, using: &numbers) {
        case 0...2: try open(worker, at: time)
        case 3: try open(worker, at: time, isByRight: true)
        case 4, 5: try hold(at: time)
        case 6: try bookHeld()
        case 7...9: try book(at: time)
        case 10, 11: try move(to: time)
        case 12: try cancel()
        case 13: model.wait(Int.random(in: 1...4, using: &numbers))
        case 14: try leave(worker, at: time)
        case 15: try comeBack(worker, at: time)
        case 16: try openTemplate(of: worker)
        case 17: try handOver(worker)
        case 18: try grant(to: worker)
        case 19, 20: try bookByRight(at: time)
        case 21: try close(worker, at: time)
        case 22: try retype(worker, at: time)
        case 23: try replace(of: worker)
        case 24: try correct()
        case 25: try join()
        case 26: try editWorker(worker)
        case 27, 28: try cancelAndUndo()
        default: try withdraw()
        }
    }

    private func slot(_ worker: String, at time: Int, isByRight: Bool = false) -> Slot {
        Slot(
            professional: worker, start: after(time), minutes: 15, appointmentType: "advice-families",
            task: .families, methods: [.phone], municipality: place.joensuu, isByRight: isByRight)
    }

    private mutating func open(_ worker: String, at time: Int, isByRight: Bool = false) throws {
        let slot = slot(worker, at: time, isByRight: isByRight)
        if model.open(worker, at: time, isByRight: isByRight) {
            try place.store.open([slot])
        } else {
            let store = place.store
            #expect(throws: StaffRefusal.overlapping(start: slot.start)) { try store.open([slot]) }
        }
    }

    private mutating func hold(at time: Int) throws {
        let token = "hold \(holds.count)"
        let wanted = choice(at: time)
        let (store, moment, until) = (place.store, now, after(model.now + 3))
        if model.free(at: time) > 0 {
            holds[token] = try store.hold(wanted, token: token, now: moment, until: until)
            model.hold(token, at: time, until: model.now + 3)
        } else {
            #expect(throws: BookingRefusal.noLongerFree) {
                try store.hold(wanted, token: token, now: moment, until: until)
            }
        }
    }

    private mutating func bookHeld() throws {
        guard let held = model.activeHolds.randomElement(using: &numbers), let hold = holds[held.token] else {
            return
        }
        let booking = try place.store.book(hold, try place.request(), now: now, drawing: references.draw)
        model.release(held.token)
        keep(booking, at: held.time)
    }

    private mutating func book(at time: Int) throws {
        let request = try place.request()
        let (store, wanted, moment, draw) = (place.store, choice(at: time), now, references.draw)
        if model.free(at: time) > 0 {
            keep(try store.book(wanted, request, now: moment, drawing: draw), at: time)
        } else {
            #expect(throws: BookingRefusal.noLongerFree) {
                try store.book(wanted, request, now: moment, drawing: draw)
            }
        }
    }

    private mutating func move(to time: Int) throws {
        guard let name = model.references.randomElement(using: &numbers), let old = model.bookings[name],
            let reference = BookingReference(typed: name)
        else { return }
        let (store, wanted, moment, draw) = (place.store, choice(at: time), now, references.draw)
        let own = Cancellation(by: .client)
        if model.free(at: time) > 0 {
            let moved = try store.move(reference, to: wanted, as: own, now: moment, drawing: draw)
            #expect(moved.reference == reference)
            model.cancel(name)
            keep(moved, at: time, right: old.right)
        } else {
            #expect(throws: BookingRefusal.noLongerFree) {
                try store.move(reference, to: wanted, as: own, now: moment, drawing: draw)
            }
            #expect(try store.booking(reference)?.slot.start == after(old.time))
        }
    }

    private mutating func cancel() throws {
        guard let name = model.references.randomElement(using: &numbers),
            let reference = BookingReference(typed: name)
        else { return }
        _ = try place.store.cancel(reference, now: now)
        model.cancel(name)
    }

    /// Whose time a hold keeps only the store knows: an absence comes when nobody holds one.
    private mutating func leave(_ worker: String, at time: Int) throws {
        guard model.activeHolds.isEmpty else { return }
        let absence = Absence(
            professional: worker, start: after(time), end: after(time + 15), reason: "course")
        let hit = try place.store.record(absence, isDryRun: false, now: now)
        #expect(hit.count == model.leave(worker, at: time))
    }

    private mutating func keep(_ booking: Booking, at time: Int, right: String? = nil) {
        #expect(booking.slot.start == after(time))
        model.book(booking.reference.characters, with: booking.slot.professional, at: time, right: right)
    }
}

/// Codes in the order of a seed.
final class Draws<Code: SpokenCode> {
    private var numbers: RandomNumbers

    init(seed: UInt64) { numbers = RandomNumbers(seed: seed) }

    func draw() -> Code { Code.random(using: &numbers) }
}

@Suite("Random histories against a simple model")
struct HistoryTests {
    @Test(
        "Whatever is opened, held, booked, moved, cancelled, left, handed over, granted, closed, replaced, corrected, joined and undone, the store says what the model says",
        arguments: 1...200)
    func comparedAfterEachStep(seed: Int) throws {
        var history = try History(seed: UInt64(seed))
        try history.runAndCompare(steps: 50)
    }
}
