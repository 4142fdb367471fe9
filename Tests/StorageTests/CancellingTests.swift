import BookingCore
import Foundation
import Testing

@testable import Storage

@Suite("Cancelling")
struct CancellingTests {
    let place: TemporaryStore
    let booking: Booking

    init() throws {
        place = try TemporaryStore()
        try place.open("aino", at: 60)
        booking = try place.book(at: 60)
    }

    @Test("A cancelled booking stays readable and its time is free again")
    func cancelled() throws {
        let cancelled = try place.store.cancel(booking.reference, now: place.after(1))
        #expect(cancelled.status == .cancelled)
        #expect(cancelled.client == booking.client)
        #expect(try place.store.booking(booking.reference) == cancelled)
        #expect(try place.number("SELECT cancelled_at FROM booking") == place.after(1).seconds)
        #expect(try place.freeMinutes() == [60])
    }

    @Test("The time of a cancelled booking can be booked by somebody else")
    func bookedAgain() throws {
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(try place.book(at: 60).reference != booking.reference)
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
    }

    @Test("A booking that was cancelled is not cancelled again")
    func twice() throws {
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(throws: BookingRefusal.alreadyCancelled) {
            try place.store.cancel(booking.reference, now: place.after(1))
        }
        #expect(try place.number("SELECT cancelled_at FROM booking") == place.now.seconds)
    }

    @Test("A meeting can be cancelled until the moment it begins", arguments: [60, 75, 10_000])
    func past(minutes: Int) throws {
        #expect(throws: BookingRefusal.alreadyPast) {
            try place.store.cancel(booking.reference, now: place.after(minutes))
        }
        #expect(try place.store.booking(booking.reference)?.status == .booked)
        _ = try place.store.cancel(booking.reference, now: place.after(60).addingTimeInterval(-1))
    }

    @Test("A booking that is not there is not found")
    func unknown() throws {
        #expect(throws: BookingRefusal.notFound) {
            try place.store.cancel(TemporaryStore.draw(), now: place.now)
        }
    }
}
