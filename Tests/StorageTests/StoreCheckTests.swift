import BookingCore
import Foundation
import TestValues
import Testing

@testable import Storage

@Suite("Checking a store", .enabled(if: !TestAddress.isServer))
struct StoreCheckTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        try place.book(at: 60)
    }

    /// The faults after damage that nothing refused.
    private func faults(after damage: StoreEdit...) throws -> [String] {
        let raw = try SQLiteConnection(path: place.path)
        try raw.script("PRAGMA ignore_check_constraints = ON")
        for edit in damage { try raw.script(edit.sql) }
        return try Stores.check(place.path)
    }

    @Test("A store with bookings, cancelled ones too, is sound")
    func sound() throws {
        let booking = try place.book(at: 75)
        _ = try place.store.cancel(booking.reference, now: place.now)
        try place.book(at: 75)
        #expect(try Stores.check(place.path) == [])
    }

    @Test("A booking without a description is found")
    func noDescription() throws {
        #expect(try faults(after: .noDescriptions) == ["bookings without a description: 1"])
    }

    @Test("Two active bookings of one time are found")
    func twoBookings() throws {
        try place.book(at: 75)
        #expect(try faults(after: .twoBookingsOfOneSeat) == ["seats with more than one active booking: 1"])
    }

    @Test(
        "Times of one professional that overlap are found", arguments: [-840, -60, -1740])
    func overlap(shift: Int) throws {
        let damage = StoreEdit.overlappingSlots(from: place.after(75).seconds, by: shift)
        #expect(try faults(after: damage) == ["slots of one professional that overlap: 1"])
    }

    @Test("A time that counts its bookings wrongly is found")
    func wrongCount() throws {
        #expect(
            try faults(after: .wrongCountsOfBookings) == ["slots that count their bookings wrongly: 2"]
        )
    }

    @Test("A row that points to nothing is found")
    func orphan() throws {
        _ = try place.hold(at: 75)
        #expect(
            try faults(after: .noSlot(from: place.after(75).seconds))
                == ["a row of hold points to nothing"])
    }

    @Test("A value that its column does not allow is found")
    func badValue() throws {
        #expect(try faults(after: .methodsThatAreNone) == ["CHECK constraint failed in slot"])
    }

    @Test("Every fault of a store is told")
    func several() throws {
        #expect(
            try faults(after: .noDescriptions, .noProfessionals) == [
                "a row of change points to nothing", "a row of change points to nothing",
                "a row of change points to nothing", "a row of change points to nothing",
                "a row of slot points to nothing", "a row of slot points to nothing",
                "bookings without a description: 1",
            ])
    }

    @Test("A store with damaged pages is told to be damaged")
    func damaged() throws {
        try place.connection.script("PRAGMA wal_checkpoint(TRUNCATE)")
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: place.path))
        let size = try file.seekToEnd()
        // All but the first page, which says that this is a store.
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
        try file.close()
        #expect(throws: StoreFailure.notAStore) { _ = try Stores.check(place.path) }
    }
}
