import BookingCore
import Foundation
import Testing

@testable import Storage

@Suite("A store that cannot be written", .enabled(if: !TestAddress.isServer))
struct StoreFailureTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
    }

    @Test("A store that another program keeps busy is told to be locked, and works again afterwards")
    func locked() throws {
        try place.connection.script("PRAGMA busy_timeout = 20")
        let other = try StoreFile.connection(place.path)
        try other.script("BEGIN IMMEDIATE")
        #expect(throws: StoreFailure.locked) { try place.book(at: 60) }
        #expect(throws: StoreFailure.locked) { try place.add("eero") }
        try other.script("ROLLBACK")
        try place.book(at: 60)
    }

    @Test("Somebody who must write waits until another program lets go")
    func waiting() throws {
        let path = place.path
        let (hasBegun, letsGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread.detachNewThread {
            let other = try? StoreFile.connection(path)
            try? other?.script("BEGIN IMMEDIATE")
            hasBegun.signal()
            usleep(300_000)
            letsGo.signal()
            try? other?.script("ROLLBACK")
        }
        hasBegun.wait()
        try place.book(at: 60)
        #expect(letsGo.wait(timeout: .now()) == .success)
    }

    @Test("Reading goes on while another program writes")
    func readingWhileWritten() throws {
        let other = try StoreFile.connection(place.path)
        try other.script("BEGIN IMMEDIATE; DELETE FROM slot")
        #expect(try place.freeMinutes() == [60, 75])
    }

    @Test("A full disk is told, leaves nothing of the booking, and the booking works once there is room")
    func full() throws {
        let pages = try place.number("PRAGMA page_count")
        try place.connection.script("PRAGMA max_page_count = \(pages)")
        let long = SituationDescription(ownWords: String(repeating: "Apua. ", count: 10_000))
        #expect(throws: StoreFailure.full) { try place.book(at: 60, description: long) }
        #expect(try place.number("SELECT count(*) FROM booking") == 0)
        #expect(try place.freeMinutes() == [60, 75])
        try place.connection.script("PRAGMA max_page_count = \(pages + 100)")
        try place.book(at: 60, description: long)
        #expect(try Stores.check(place.path) == [])
    }

    @Test("A store that may not be written is told, and can still be read")
    func readOnly() throws {
        try place.connection.script("PRAGMA query_only = ON")
        #expect(throws: StoreFailure.readOnly) { try place.book(at: 60) }
        #expect(throws: StoreFailure.readOnly) { try place.hold(at: 60) }
        #expect(throws: StoreFailure.readOnly) { try place.add("eero") }
        #expect(try place.freeMinutes() == [60, 75])
    }

    @Test("What goes wrong is told in SQLite's words, without the client's")
    func otherFailure() throws {
        try place.connection.script("DROP TABLE described_answer; DROP TABLE description")
        #expect(throws: StoreFailure.refused("no such table: description")) {
            try place.book(at: 60, description: SituationDescription(ownWords: "salaisuus"))
        }
    }
}
