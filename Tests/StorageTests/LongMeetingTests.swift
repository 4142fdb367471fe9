import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// Times of 15 minutes, and meetings with an interpreter of 30, booked three hours before.
@Suite("Meetings that take several times, one after another")
struct LongMeetingTests {
    let place: TemporaryStore
    private let rules = AppointmentRules(interpreterMinutes: 30, interpreterNotice: TimeSpan("3h"))

    init() throws {
        place = try TemporaryStore()
        for worker in ["aino", "eero"] { try place.add(worker) }
    }

    private func open(_ worker: String, _ minutes: [Int], methods: Set<ContactMethod> = [.phone]) throws {
        try place.store.open(minutes.map { place.slot(worker, at: $0, methods: methods) })
    }

    private func choice(
        at minutes: Int, lasting length: Int? = 30, leave: BookingAuthority = .open, by method: ContactMethod = .phone
    ) -> SlotChoice {
        var choice = place.choice(at: minutes, method: method, leave: leave)
        choice.minutes = length
        return choice
    }

    private func request(by method: ContactMethod = .phone) throws -> BookingRequest {
        var request = try place.request(method: method)
        request.needs.interpreter = "somali"
        return request
    }

    @discardableResult
    private func book(at minutes: Int, leave: BookingAuthority = .open) throws -> Booking {
        try place.store.book(
            choice(at: minutes, leave: leave), request(), now: place.now, drawing: TemporaryStore.draw)
    }

    private func free(lasting minutes: Int? = nil, by method: ContactMethod? = nil, leave: BookingAuthority = .open)
        throws -> [Int]
    {
        try place.freeMinutes(SlotQuery(method: method, minutes: minutes, leave: leave, from: place.now))
    }

    private func states(_ worker: String = "aino") throws -> [TimetableRow.State] {
        try place.store.timetable(of: worker, from: place.now, until: place.after(1000), now: place.now).map(\.state)
    }

    @Test("Free are the beginnings after which the same worker is free for as long, without a pause")
    func listed() throws {
        try open("aino", [60, 75, 90, 120, 135])
        try open("eero", [105])
        #expect(try free(lasting: 30) == [60, 75, 120])
        #expect(try free(lasting: 45) == [60])
        let rows = try place.store.freeSlots(SlotQuery(minutes: 30, from: place.now), now: place.now)
        #expect(rows.map(\.minutes) == [30, 30, 30])
        _ = try place.book(at: 75)
        #expect(try free(lasting: 30) == [120])
        _ = try place.store.hold(
            choice(at: 135, lasting: nil), token: "other", now: place.now, until: place.after(10))
        #expect(try free(lasting: 30) == [])
    }

    @Test("All of the times must offer the way to meet, and be at the same office")
    func ways() throws {
        try open("aino", [60], methods: [.phone, .remote])
        try open("aino", [75], methods: [.phone, .office])
        let row = try #require(
            try place.store.freeSlots(SlotQuery(minutes: 30, from: place.now), now: place.now).first)
        #expect(row.methods == [.phone])
        #expect(try free(lasting: 30, by: .phone) == [60])
        #expect(try free(lasting: 30, by: .remote) == [])
        #expect(throws: BookingRefusal.noLongerFree) {
            _ = try place.store.book(
                choice(at: 60, by: .remote), request(by: .remote), now: place.now, drawing: TemporaryStore.draw)
        }
        try place.store.open([place.slot("eero", at: 60), place.slot("eero", at: 75, in: place.lieksa)])
        #expect(try place.store.freeSlots(SlotQuery(minutes: 30, from: place.now), now: place.now).count == 1)
    }

    @Test("A booking takes all of them: one meeting with its real end in every list, and one to the client")
    func booked() throws {
        try open("aino", [60, 75, 90])
        let booking = try book(at: 60)
        #expect(booking.slot.end == place.after(90))
        #expect(booking.longMinutes == 30)
        #expect(try states() == [.booked, .booked, .free])
        #expect(try free() == [90])
        let store = place.store
        for bookings in [
            try store.bookings(of: "aino", from: place.now), try store.bookings(of: "aino", from: place.after(80)),
            try store.bookings(of: "aino", from: place.now, until: place.after(500)),
            try store.bookings(ofPhone: try #require(booking.client.phone), from: place.now),
            try store.arrangements(from: place.now, until: place.after(500)),
            try store.record(
                Absence(professional: "aino", start: place.after(80), end: place.after(90), reason: "x"),
                isDryRun: true, now: place.now),
        ] { #expect(bookings == [booking]) }
        #expect(try store.bookings(of: "aino", from: place.after(91)) == [])
        #expect(try store.professionals(of: booking.reference) == ["aino"])
        #expect(try place.number("SELECT count(*) FROM message WHERE kind = 'confirmation'") == 1)
        #expect(try store.statistics.meetings(from: place.now, until: place.after(500)).map(\.count) == [1])
        #expect(try place.faults() == [])
    }

    @Test("None is taken where one is not free any more")
    func allOrNone() throws {
        try open("aino", [60, 75])
        _ = try place.book(at: 75)
        #expect(throws: BookingRefusal.noLongerFree) { try book(at: 60) }
        #expect(try states() == [.free, .booked])
    }

    @Test("A hold keeps all of them, and gives all back; the booking made of it is as long")
    func held() throws {
        try open("aino", [60, 75])
        let hold = try place.store.hold(choice(at: 60), token: "mine", now: place.now, until: place.after(10))
        #expect(hold.minutes == 30 && hold.isOfSeveralSlots)
        #expect(try states() == [.held, .held])
        try place.store.release(hold)
        #expect(try states() == [.free, .free])
        let again = try place.store.hold(choice(at: 60), token: "mine", now: place.now, until: place.after(10))
        let renewed = try place.store.renew(again, now: place.after(5), until: place.after(15))
        let booking = try place.store.book(renewed, request(), now: place.now, drawing: TemporaryStore.draw)
        #expect(booking.longMinutes == 30)
        #expect(try place.number("SELECT count(*) FROM hold") == 0)
        // Asked again, because the answer was lost on the way.
        #expect(try place.store.book(renewed, request(), now: place.now, drawing: TemporaryStore.draw) == booking)
        #expect(try place.faults() == [])
    }

    @Test("Who took over one of the times of a hold that ran out has it, and the hold is void as a whole")
    func takenOver() throws {
        try open("aino", [60, 75])
        let hold = try place.store.hold(choice(at: 60), token: "mine", now: place.now, until: place.after(10))
        let late = place.after(11)
        _ = try place.store.book(
            choice(at: 75, lasting: nil), place.request(), now: late, drawing: TemporaryStore.draw)
        #expect(throws: BookingRefusal.noLongerFree) {
            _ = try place.store.book(hold, request(), now: late, drawing: TemporaryStore.draw)
        }
        #expect(try states() == [.free, .booked])
        #expect(try place.faults() == [])
    }

    @Test("Cancelling frees all of them")
    func cancelled() throws {
        try open("aino", [60, 75])
        let booking = try book(at: 60)
        let gone = try place.store.cancel(booking.reference, now: place.now)
        #expect(gone.slot.minutes == 30)
        #expect(try states() == [.free, .free])
        #expect(try place.store.bookings(of: "aino", from: place.now, until: place.after(500)) == [gone])
        #expect(try book(at: 60).longMinutes == 30)
        #expect(try place.faults() == [])
    }

    @Test("Moving takes as many and frees all the old ones, also where the two overlap; a short hold is not enough")
    func moved() throws {
        try open("aino", [60, 75, 120, 135])
        let booking = try book(at: 60)
        let client = Cancellation(by: .client)
        let moved = try place.store.move(
            booking.reference, to: choice(at: 120, lasting: nil), as: client, now: place.now,
            drawing: TemporaryStore.draw)
        #expect(moved.reference == booking.reference && moved.longMinutes == 30)
        #expect(try states() == [.free, .free, .booked, .booked])
        let short = try place.store.hold(
            choice(at: 60, lasting: nil), token: "short", now: place.now, until: place.after(10))
        #expect(throws: BookingRefusal.noLongerFree) {
            _ = try place.store.move(
                moved.reference, to: short, .phone, as: client, now: place.now, drawing: TemporaryStore.draw)
        }
        try place.store.release(short)
        let long = try place.store.hold(choice(at: 60), token: "long", now: place.now, until: place.after(10))
        let back = try place.store.move(
            moved.reference, to: long, .phone, as: client, now: place.now, drawing: TemporaryStore.draw)
        #expect(back.slot.start == place.after(60) && back.longMinutes == 30)
        #expect(try states() == [.booked, .booked, .free, .free])
        #expect(try place.store.bookings(of: "aino", from: place.now) == [back])
        #expect(try place.faults() == [])
    }

    @Test("A colleague who is free for as long gets the whole meeting; one who is not gets none of it")
    func handedOver() throws {
        try open("aino", [60, 75])
        let booking = try book(at: 60)
        try open("eero", [60])
        let order = HandoverOrder(
            professional: "aino", from: place.after(70), until: place.after(600), colleagues: [], rest: [],
            isDryRun: false)
        let refused = try place.store.handOver(order, now: place.now, drawing: TemporaryStore.draw)
        #expect(refused.steps.map(\.booking) == [booking] && !refused.isComplete)
        try open("eero", [75])
        let handover = try place.store.handOver(order, now: place.now, drawing: TemporaryStore.draw)
        #expect(handover.isComplete)
        let theirs = try #require(try place.store.bookings(of: "eero", from: place.now).first)
        #expect(theirs.reference == booking.reference && theirs.longMinutes == 30)
        #expect(try place.store.bookings(of: "aino", from: place.now) == [])
        #expect(try place.store.professionals(of: booking.reference) == ["eero"])
        #expect(try states() == [.free, .free])
        #expect(try place.faults() == [])
    }

    @Test("A work pair takes them together, each has one meeting of the whole length")
    func pair() throws {
        let both = BookingAuthority.staff(workers: ["aino", "eero"])
        try open("aino", [60, 75, 90, 105])
        try open("eero", [60, 75])
        #expect(try free(lasting: 30, leave: both) == [60])
        let booking = try book(at: 60, leave: both)
        for worker in ["aino", "eero"] {
            let meetings = try place.store.bookings(of: worker, from: place.now)
            #expect(meetings.map(\.longMinutes) == [30], "\(worker)")
        }
        #expect(try place.store.professionals(of: booking.reference) == ["aino", "eero"])
        #expect(throws: BookingRefusal.severalProfessionals) {
            _ = try place.store.move(
                booking.reference, to: choice(at: 90), as: Cancellation(by: .professional), now: place.now,
                drawing: TemporaryStore.draw)
        }
        #expect(try place.faults() == [])
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(try states() == [.free, .free, .free, .free] && states("eero") == [.free, .free])
    }

    @Test("A booking right counts one use, and its client is one booking nearer to the limit")
    func right() throws {
        try open("aino", [60, 75])
        let right = try place.grant()
        _ = try book(at: 60, leave: .right(right.code))
        #expect(try place.store.right(right.code, now: place.now)?.used == 1)
        #expect(try place.faults() == [])
    }

    @Test("Visitors and staff alike get a time with an interpreter that is soon or short only if they say so")
    func refused() throws {
        try open("aino", [60, 75, 180, 195])
        let sessions = place.sessions(rules)
        let staff = sessions.staff(StaffMember(id: "soile", name: "Soile", role: .phoneService))
        for desk in [sessions.visitor, staff] as [any BookingDesk] {
            let query = SlotQuery(appointmentType: "advice-families", from: place.now)
            #expect(try desk.bookableSlots(query, isInterpreted: true).map(\.start) == [place.after(180)])
            #expect(throws: BookingRefusal.tooSoonForInterpreter(notice: TimeSpan.hours(3))) {
                _ = try desk.book(choice(at: 60), request())
            }
            #expect(throws: BookingRefusal.tooShortForInterpreter(minutes: 30)) {
                _ = try desk.book(choice(at: 180, lasting: nil), request())
            }
            var ordinary = try request()
            ordinary.takesOrdinaryTime = true
            let booking = try desk.book(choice(at: 60, lasting: nil), ordinary)
            _ = try desk.cancel(booking, as: Cancellation(by: .client))
            let long = try desk.book(choice(at: 180), request())
            #expect(throws: BookingRefusal.tooSoonForInterpreter(notice: TimeSpan.hours(3))) {
                _ = try desk.move(long, to: choice(at: 60), as: Cancellation(by: .client))
            }
            _ = try desk.cancel(long, as: Cancellation(by: .client))
        }
    }

    @Test("Of many who want overlapping meetings at once nobody gets half of one")
    func contention() async throws {
        for worker in ["aino", "eero"] { try open(worker, [60, 75, 90]) }
        let (address, now) = (place.address, place.now)
        let choices =
            [60, 75, 60, 75].map { choice(at: $0) } + [60, 75, 90, 75].map { choice(at: $0, lasting: nil) }
        let request = try request()
        let results = try await withThrowingTaskGroup(of: Result<Booking, any Error>.self) { group in
            for choice in choices {
                group.addTask {
                    let store = try SQLStore(address.connection())
                    return Result { try store.book(choice, request, now: now, drawing: TemporaryStore.draw) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let booked = results.compactMap { try? $0.get() }
        for case .failure(let error) in results { #expect(error as? BookingRefusal == .noLongerFree) }
        let minutes = booked.reduce(0) { $0 + $1.slot.minutes }
        let taken = try (states("aino") + states("eero")).count { $0 == .booked }
        #expect(minutes == taken * 15)
        #expect(try place.faults() == [])
    }
}
