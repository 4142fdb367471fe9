import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

@Suite("Booking at once")
struct SimultaneousBookingTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    /// What became of several bookings of one time, each by a connection and a thread of its own.
    private func bookAtOnce(_ count: Int, at minutes: Int) async throws -> [Result<String, any Error>] {
        let address = place.address
        let choice = place.choice(at: minutes)
        let request = try place.request()
        let now = place.now
        return try await withThrowingTaskGroup(of: Result<String, any Error>.self) { group in
            for _ in 1...count {
                group.addTask {
                    let store = try SQLStore(address.connection())
                    do {
                        let booking = try store.book(choice, request, now: now, drawing: TemporaryStore.draw)
                        return .success(booking.slot.professional)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("Of eight who want the time of five workers five get one each and three are told no")
    func fiveWorkers() async throws {
        for number in 1...5 { try place.open("worker-\(number)", at: 60) }
        let results = try await bookAtOnce(8, at: 60)
        let booked = results.compactMap { try? $0.get() }
        let refusals = results.filter {
            if case .failure(BookingRefusal.noLongerFree) = $0 { true } else { false }
        }
        #expect(Set(booked).count == 5)
        #expect(booked.count == 5)
        #expect(refusals.count == 3)
        #expect(try place.faults() == [])
    }
}
