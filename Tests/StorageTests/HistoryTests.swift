import BookingCore
import Foundation
import PseudoTerminals
import SocialServices
import Testing

@testable import Storage

/// One random history: after each thing that is done the store and the model must say the same.
private struct History {
    private static let times = [600, 615, 630, 645]
    private let place: StorePlace
    private var model = CountyModel(workers: ["aino", "eero", "veera"])
    private var holds: [String: Hold] = [:]
    private var numbers: RandomNumbers
    private var drawn = 0

    init(seed: UInt64) throws {
        numbers = RandomNumbers(seed: seed)
        place = try StorePlace()
        for worker in model.workers { try place.add(worker) }
    }

    mutating func run(steps: Int) throws {
        for _ in 0..<steps {
            try step()
            for time in Self.times {
                let free = try place.store.freeSlots(
                    SlotQuery(from: place.after(time), until: place.after(time + 1)), now: now)
                #expect(free.reduce(0) { $0 + $1.professionals } == model.free(at: time), "\(time)")
            }
        }
        #expect(try StoreCheck(connection: place.connection).faults() == [])
        let active = try place.number("SELECT count(*) FROM booking WHERE status <> 'cancelled'")
        #expect(active == model.bookings.count)
    }

    private var now: Date { place.after(model.now) }

    private mutating func step() throws {
        let time = Self.times.randomElement(using: &numbers) ?? 600
        let worker = model.workers.randomElement(using: &numbers) ?? "aino"
        switch Int.random(in: 0..<12, using: &numbers) {
        case 0...2: try open(worker, at: time)
        case 3, 4: try hold(at: time)
        case 5: try bookHeld()
        case 6, 7: try book(at: time)
        case 8: try move(to: time)
        case 9: try cancel()
        case 10: model.wait(Int.random(in: 1...4, using: &numbers))
        default: try leave(worker, at: time)
        }
    }

    private mutating func open(_ worker: String, at time: Int) throws {
        let slot = place.slot(worker, at: time)
        if model.open(worker, at: time) {
            try place.store.open([slot])
        } else {
            let store = place.store
            #expect(throws: BookingError.overlapping(start: slot.start)) { try store.open([slot]) }
        }
    }

    private mutating func hold(at time: Int) throws {
        let token = "hold \(holds.count)"
        let wanted = place.choice(at: time)
        let (store, moment, until) = (place.store, now, place.after(model.now + 3))
        if model.free(at: time) > 0 {
            holds[token] = try store.hold(wanted, token: token, now: moment, until: until)
            model.hold(token, at: time, until: model.now + 3)
        } else {
            #expect(throws: BookingError.noLongerFree) {
                try store.hold(wanted, token: token, now: moment, until: until)
            }
        }
    }

    private mutating func bookHeld() throws {
        guard let held = model.activeHolds.randomElement(using: &numbers), let hold = holds[held.token] else {
            return
        }
        let booking = try place.store.book(hold, try place.request(), now: now, drawing: StorePlace.draw)
        model.release(held.token)
        keep(booking, at: held.time)
    }

    private mutating func book(at time: Int) throws {
        let request = try place.request()
        let (store, wanted, moment) = (place.store, place.choice(at: time), now)
        if model.free(at: time) > 0 {
            keep(try store.book(wanted, request, now: moment, drawing: StorePlace.draw), at: time)
        } else {
            #expect(throws: BookingError.noLongerFree) {
                try store.book(wanted, request, now: moment, drawing: StorePlace.draw)
            }
        }
    }

    private mutating func move(to time: Int) throws {
        guard let name = model.references.randomElement(using: &numbers), let old = model.bookings[name],
            let reference = BookingReference(typed: name)
        else { return }
        let (store, wanted, moment) = (place.store, place.choice(at: time), now)
        let own = Cancellation(by: .client)
        if model.free(at: time) > 0 {
            let moved = try store.move(reference, to: wanted, as: own, now: moment, drawing: StorePlace.draw)
            #expect(moved.reference == reference)
            model.cancel(name)
            keep(moved, at: time)
        } else {
            #expect(throws: BookingError.noLongerFree) {
                try store.move(reference, to: wanted, as: own, now: moment, drawing: StorePlace.draw)
            }
            #expect(try store.booking(reference)?.slot.start == place.after(old.time))
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
            professional: worker, start: place.after(time), end: place.after(time + 15), reason: "course")
        let hit = try place.store.record(absence, isRehearsal: false, now: now)
        #expect(hit.count == model.leave(worker, at: time))
    }

    private mutating func keep(_ booking: Booking, at time: Int) {
        #expect(booking.slot.start == place.after(time))
        model.book(booking.reference.characters, with: booking.slot.professional, at: time)
    }
}

@Suite("Random histories against a simple model")
struct HistoryTests {
    @Test(
        "Whatever is opened, held, booked, moved, cancelled and left, the store says what the model says",
        arguments: 1...200)
    func history(seed: Int) throws {
        var history = try History(seed: UInt64(seed))
        try history.run(steps: 30)
    }
}
