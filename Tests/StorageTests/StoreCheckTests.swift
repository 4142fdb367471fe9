import BookingCore
import Foundation
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

    /// The faults after `sql` was run without anything that would refuse it.
    private func faults(after sql: String) throws -> [String] {
        let raw = try SQLiteConnection(path: place.path)
        try raw.script("PRAGMA ignore_check_constraints = ON; " + sql)
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
        #expect(try faults(after: "DELETE FROM description") == ["bookings without a description: 1"])
    }

    @Test("Two active bookings of one time are found")
    func twoBookings() throws {
        try place.book(at: 75)
        let sql = "DROP INDEX one_active_booking; UPDATE booking SET slot = (SELECT min(slot) FROM booking)"
        #expect(try faults(after: sql) == ["seats with more than one active booking: 1"])
    }

    @Test(
        "Times of one professional that overlap are found", arguments: ["start - 840", "start - 60", "start - 1740"])
    func overlap(start: String) throws {
        let sql = """
            DROP TRIGGER slot_overlaps_on_update;
            UPDATE slot SET start = \(start), finish = \(start) + 1800 WHERE start = \(place.after(75).seconds)
            """
        #expect(try faults(after: sql) == ["slots of one professional that overlap: 1"])
    }

    @Test("A time that counts its bookings wrongly is found")
    func wrongCount() throws {
        #expect(
            try faults(after: "UPDATE slot SET booked = 1 - booked") == ["slots that count their bookings wrongly: 2"]
        )
    }

    @Test("A row that points to nothing is found")
    func orphan() throws {
        _ = try place.hold(at: 75)
        #expect(
            try faults(after: "DELETE FROM slot WHERE start = \(place.after(75).seconds)")
                == ["a row of hold points to nothing"])
    }

    @Test("A value that its column does not allow is found")
    func badValue() throws {
        #expect(try faults(after: "UPDATE slot SET methods = 9 WHERE id = 1") == ["CHECK constraint failed in slot"])
    }

    @Test("Every fault of a store is told")
    func several() throws {
        let sql = "DELETE FROM description; DELETE FROM professional; UPDATE professional SET municipality = ''"
        #expect(
            try faults(after: sql) == [
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
