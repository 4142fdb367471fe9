import BookingCore
import Testing

@testable import Storage

@Suite("Two versions of the program at once")
struct UpgradeTests {
    let place: TemporaryStore
    private let newer = StoreFailure.newer(found: 99, known: Schema.version)

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
    }

    /// What a newer program does when it opens the store first.
    private func bringUpToDate() throws {
        let sql = TestAddress.isServer ? "UPDATE store SET version = 99" : "PRAGMA user_version = 99"
        try place.connection.script(sql)
    }

    @Test("A program that is older than the store does not open it")
    func opening() throws {
        try bringUpToDate()
        #expect(throws: newer) { _ = try place.address.connection() }
    }

    @Test("A program that has it open when it is brought up to date writes nothing any more, and can still read")
    func midway() throws {
        let old = try place.another()
        let (now, request, choice) = (place.now, try place.request(), place.choice(at: 75))
        let hold = try old.hold(place.choice(at: 60), token: "mine", now: now, until: place.after(10))
        try bringUpToDate()
        #expect(throws: newer) { try old.book(hold, request, now: now, drawing: TemporaryStore.draw) }
        #expect(throws: newer) { try old.hold(choice, token: "mine", now: now, until: now) }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        #expect(try place.number("SELECT count(*) FROM hold") == 1)
        #expect(try old.freeSlots(SlotQuery(from: now), now: now).count == 1)
    }
}
