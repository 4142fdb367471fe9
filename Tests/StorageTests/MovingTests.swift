import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Moving")
struct MovingTests {
    let place: TemporaryStore
    let booking: Booking
    private let description = SituationDescription(
        ownWords: "En jaksa.", hope: "Apua.",
        answers: [DescribedAnswer(question: "q", options: ["a", "b"], asked: "Kysymys?", told: "Vastaus")],
        flags: [.soon], outcome: "families")

    init() throws {
        place = try TemporaryStore()
        try place.open("aino", at: 60)
        try place.open("eero", at: 120, methods: [.phone, .office], in: place.lieksa)
        booking = try place.book(at: 60, description: description)
    }

    private func move(_ reference: BookingReference? = nil, at minutes: Int, now: Date? = nil) throws -> Booking {
        try place.store.move(
            reference ?? booking.reference, to: place.choice(at: minutes), as: Cancellation(by: .client),
            now: now ?? place.after(1), drawing: TemporaryStore.draw)
    }

    @Test("A moved booking has the reference, the needs and the description of the old one, whose time is free again")
    func moved() throws {
        let cancellation = Cancellation(by: .professional, reason: "koulutus")
        let choice = SlotChoice(task: .families, start: place.after(120), method: .office, municipality: place.lieksa)
        let moved = try place.store.move(
            booking.reference, to: choice, as: cancellation, now: place.after(1), drawing: TemporaryStore.draw)
        #expect(moved.reference == booking.reference)
        #expect(moved.slot.professional == "eero")
        #expect(moved.method == .office)
        #expect(moved.status == .booked)
        #expect(moved.client == booking.client)
        #expect(moved.needs == booking.needs)
        #expect(try place.freeMinutes() == [60])
        let reading = AccessContext(userID: "eero", userName: "eero Esimerkki", purpose: "test", at: place.now)
        #expect(try place.store.readDescription(of: moved.reference, by: reading) == description)
        let told = try place.texts(
            """
            SELECT status || ' ' || cancelled_at || ' ' || cancelled_by || ' ' || cancel_reason || ' ' || moved_to
            FROM booking WHERE reference <> '\(booking.reference.characters)'
            """)
        #expect(told == ["cancelled \(place.after(1).seconds) professional koulutus 2"])
        #expect(try StoreCheck(connection: place.connection).faults() == [])
    }

    @Test(
        "What was agreed goes with a moved booking: a guard, the record of the advice; nothing stays with the old one"
    )
    func agreed() throws {
        let advice = Advice(text: "Neuvo", stored: "Talteen", shared: "Koululle")
        try place.store.setGuard("uhattu", for: booking.reference)
        try place.store.record(advice, of: booking.reference, by: "aino", now: place.now)
        let moved = try move(at: 120)
        #expect(moved.guardReason == "uhattu")
        try place.store.record(.met, of: booking.reference)
        #expect(try place.store.booking(booking.reference)?.attendance == .met)
        let reading = AccessContext(userID: "eero", userName: "eero Esimerkki", purpose: "test", at: place.now)
        #expect(try place.store.advice(of: booking.reference, by: reading) == advice)
        let left = try #require(try place.texts("SELECT reference FROM booking WHERE status = 'cancelled'").first)
        let old = try #require(BookingReference(typed: left))
        let store = place.store
        #expect(throws: BookingRefusal.notFound) { try store.readDescription(of: old, by: reading) }
        #expect(try store.advice(of: old, by: reading) == nil)
        #expect(try place.number("SELECT count(*) FROM described_answer") == 1)
    }

    @Test("The old booking can be found by nobody who knows the reference")
    func oldReference() throws {
        let unused = try #require(BookingReference(typed: "K7PF-3M2R"))
        var drawn = [booking.reference, unused].makeIterator()
        _ = try place.store.move(
            booking.reference, to: place.choice(at: 120), as: Cancellation(by: .client), now: place.now
        ) { drawn.next() ?? unused }
        #expect(try place.store.booking(unused)?.status == .cancelled)
        #expect(try place.store.booking(unused)?.slot.start == place.after(60))
    }

    @Test("Where the new time is taken the old one stays, and nothing else is changed", arguments: [60, 90, 120])
    func taken(minutes: Int) throws {
        _ = try place.book(at: 120)
        let before = try place.texts(
            "SELECT reference || status || COALESCE(CAST(withdrawn_at AS TEXT), '') "
                + "FROM booking JOIN message ON message.booking = booking.id ORDER BY message.id")
        #expect(throws: BookingRefusal.noLongerFree) { try move(at: minutes) }
        #expect(try place.store.booking(booking.reference) == booking)
        #expect(
            try place.texts(
                "SELECT reference || status || COALESCE(CAST(withdrawn_at AS TEXT), '') "
                    + "FROM booking JOIN message ON message.booking = booking.id ORDER BY message.id") == before)
    }

    @Test("A held time is moved to, and its hold is gone")
    func held() throws {
        let hold = try place.hold(at: 120)
        let moved = try place.store.move(
            booking.reference, to: hold, .phone, as: Cancellation(by: .client), now: place.now,
            drawing: TemporaryStore.draw)
        #expect(moved.slot.start == place.after(120))
        #expect(try place.number("SELECT count(*) FROM hold") == 0)
    }

    @Test("A hold lost to somebody else leaves the old time as it is")
    func heldAndLost() throws {
        let hold = try place.hold(at: 120, expiring: 0)
        _ = try place.book(at: 120)
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.move(
                booking.reference, to: hold, .phone, as: Cancellation(by: .client), now: place.now,
                drawing: TemporaryStore.draw)
        }
        #expect(try place.store.booking(booking.reference) == booking)
    }

    @Test("A meeting that has begun, a cancelled one and one that is not there are not moved")
    func refused() throws {
        #expect(throws: BookingRefusal.alreadyPast) { try move(at: 120, now: place.after(60)) }
        #expect(throws: BookingRefusal.notFound) { try move(TemporaryStore.draw(), at: 120) }
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(throws: BookingRefusal.alreadyCancelled) { try move(at: 120) }
    }

    @Test("A booking is moved only to a time of its own service task and appointment type")
    func otherType() throws {
        try place.open("helmi", at: 180, task: .disability)
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.move(
                booking.reference, to: place.choice(at: 180, task: .disability), as: Cancellation(by: .client),
                now: place.now, drawing: TemporaryStore.draw)
        }
        try place.edit(.appointmentType("visit", of: "eero"))
        #expect(throws: BookingRefusal.noLongerFree) { try move(at: 120) }
    }

    @Test(
        "A booking that several professionals have together is not moved without one of them, and is cancelled as one"
    )
    func together() throws {
        try place.open("helmi", at: 60)
        let part = try place.book(at: 60)
        try place.connection.run(
            "UPDATE booking SET part_of = 1 WHERE reference = ?1", [.text(part.reference.characters)])
        for reference in [booking.reference, part.reference] {
            #expect(throws: BookingRefusal.noLongerFree) { try move(reference, at: 120) }
        }
        _ = try place.store.cancel(
            booking.reference, as: Cancellation(by: .county, reason: "remontti"), now: place.now)
        #expect(
            try place.store.booking(part.reference)?.cancellation == Cancellation(by: .county, reason: "remontti"))
    }

    @Test("A booking can be moved there and back, always under its reference")
    func thereAndBack() throws {
        for minutes in [120, 60, 120] { #expect(try move(at: minutes).slot.start == place.after(minutes)) }
        #expect(try place.number("SELECT count(*) FROM booking WHERE status = 'booked'") == 1)
        #expect(try place.number("SELECT count(*) FROM booking") == 4)
    }
}
