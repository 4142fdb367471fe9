import BookingCore
import CivilTime
import Foundation
import TestValues
import Testing

@testable import Storage

@Suite("A copy of a store")
struct StoreCopyTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.fillWithEverything()
    }

    private var file: String { place.folder.appending(path: "copy.sqlite").path }

    @Test("It holds every row, is sound, goes on with the next numbers, and the source is as it was")
    func whole() throws {
        let before = try place.connection.everything()
        #expect(before.allSatisfy { $0.key == "described_answer" || !$0.value.isEmpty })
        // On a server: to a file, and back to another place on the server.
        #expect(try StoreCopy.copy(place.connection, toFile: file) > 20)
        let target = TestAddress(path: place.folder.appending(path: "second.sqlite").path)
        try target.copy(try StoreFile.connection(file))
        let connection = try target.connection()
        defer { target.remove(through: connection) }
        #expect(try place.connection.everything() == before)
        for copied in [try StoreFile.connection(file), connection] {
            #expect(try copied.everything() == before)
            #expect(try StoreCheck(connection: copied).faults() == [])
            let store = try SQLStore(copied)
            let booking = try store.book(
                place.choice(at: 105), try place.request(), now: place.now, drawing: TemporaryStore.draw)
            _ = try store.cancel(booking.reference, now: place.now)
            try store.open([place.slot("eero", at: 300)])
            #expect(try StoreCheck(connection: copied).faults() == [])
        }
    }

    @Test("A table is read and written in pieces, and every piece is told")
    func pieces() throws {
        try place.store.open((0..<1200).map { place.slot("eero", at: 1000 + $0 * 15) })
        var told: [CopyProgress] = []
        _ = try StoreCopy.copy(place.connection, toFile: file) { told.append($0) }
        #expect(told.contains(.copied(table: "slot", rows: 1207, of: 1207)))
        #expect(told.contains(.compared(table: "slot", rows: 1207)))
        #expect(try StoreFile.connection(file).everything() == place.connection.everything())
    }

    @Test("A copy in a file that fails at the very end is not there, and can be made again")
    func failed() throws {
        #expect(throws: StoreFailure.full) {
            try StoreFile.create(path: file) { new in
                _ = try StoreCopy(source: place.connection, draft: FileDraft(connection: new)) { _ in }.run()
                throw StoreFailure.full
            }
        }
        #expect(throws: StoreFailure.missing(path: file)) { _ = try StoreFile.connection(file) }
        _ = try StoreCopy.copy(place.connection, toFile: file)
        #expect(try StoreFile.connection(file).everything() == place.connection.everything())
    }

    @Test("Rows that came otherwise than they were sent are noticed", .enabled(if: !TestAddress.isServer))
    func unequal() throws {
        #expect(throws: StoreFailure.unequal(table: "journey")) {
            try StoreFile.create(path: file) { new in
                try new.script(
                    "CREATE TRIGGER worm AFTER INSERT ON journey BEGIN UPDATE journey SET count = count + 1; END")
                _ = try StoreCopy(source: place.connection, draft: FileDraft(connection: new)) { _ in }.run()
            }
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("A character that a server cannot keep is replaced there, as in all that is written to it")
    func zeroCharacter() throws {
        try place.connection.run("UPDATE call_draft SET text = ?1", [.text("a\0b")])
        let target = TestAddress(path: file)
        try target.copy(place.connection)
        let connection = try target.connection()
        defer { target.remove(through: connection) }
        let text = try connection.text("SELECT text FROM call_draft")
        #expect(text == (TestAddress.isServer ? "a\u{FFFD}b" : "a\0b"))
    }
}

@Suite("A copy that is refused", .enabled(if: !TestAddress.isServer))
struct RefusedCopyTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore(isDemonstration: true)
        try place.fillWithEverything()
    }

    private var file: String { place.folder.appending(path: "copy.sqlite").path }

    @Test("A demonstration stays one")
    func demonstration() throws {
        let rows = try Stores.copy(place.path, to: file) { _ in }
        #expect(rows == (try place.connection.everything().values.map(\.count).reduce(0, +)))
        #expect(try Stores.open(file, clock: .helsinki).isDemonstration())
    }

    @Test("Where something is already, or onto itself, nothing is copied")
    func there() throws {
        try Stores.create(file)
        #expect(throws: StoreFailure.alreadyThere(path: file)) {
            _ = try Stores.copy(place.path, to: file) { _ in }
        }
        #expect(throws: StoreFailure.alreadyThere(path: place.path)) {
            _ = try Stores.copy(place.path, to: place.path) { _ in }
        }
        #expect(try StoreFile.connection(file).integer("SELECT count(*) FROM slot") == 0)
    }

    @Test("A store with faults is not copied")
    func faulty() throws {
        try place.damage(.noRightWorkers)
        #expect(throws: StoreFailure.faulty(path: place.path, faults: 1)) {
            _ = try Stores.copy(place.path, to: file) { _ in }
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("A store of an older version is not brought up to date by the way")
    func older() throws {
        let old = place.folder.appending(path: "old.sqlite").path
        try Data().write(to: URL(fileURLWithPath: old))
        try SQLiteConnection(path: old).script(
            "PRAGMA application_id = \(Schema.applicationID);" + Schema1.step.sqlite + "; PRAGMA user_version = 1")
        #expect(throws: StoreFailure.older(path: old, found: 1, known: Schema.version)) {
            _ = try Stores.copy(old, to: file) { _ in }
        }
        #expect(try Stores.version(old) == 1)
        let moved = try Stores.migrate(old)
        #expect(moved == (from: 1, to: Schema.version))
    }
}

@Suite("The sum over a table")
struct TableSumTests {
    private func sum(_ rows: [[SQLValue]]) -> TableSum {
        var sum = TableSum()
        for row in rows { sum.add(row) }
        return sum
    }

    @Test("The order of the rows makes no difference")
    func order() {
        #expect(sum([[.integer(1)], [.text("a")]]) == sum([[.text("a")], [.integer(1)]]))
    }

    @Test("Everything else does")
    func difference() {
        let rows: [[[SQLValue]]] = [
            [], [[.noText]], [[.text("")]], [[.integer(0)]], [[.integer(1)]], [[.integer(-1)]], [[.text("1")]],
            [[.text("ab"), .text("c")]], [[.text("a"), .text("bc")]], [[.text("c"), .text("ab")]],
            [[.noText], [.noText]], [[.integer(1)], [.integer(2)]], [[.integer(0)], [.integer(3)]],
        ]
        for (index, one) in rows.enumerated() {
            for other in rows[(index + 1)...] { #expect(sum(one) != sum(other)) }
        }
    }
}
