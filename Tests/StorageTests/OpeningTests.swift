import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Opening a store", .enabled(if: !TestAddress.isServer))
struct OpeningTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = place.folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    @Test("A file that is not there is missing, and is not made")
    func missing() throws {
        let path = place.folder.appending(path: "nothing.sqlite").path
        #expect(throws: StoreFailure.missing(path: path)) { _ = try Stores.open(path, clock: .helsinki) }
        #expect(throws: StoreFailure.missing(path: path)) { _ = try Stores.check(path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A text is no store, and stays as it is")
    func notADatabase() throws {
        let text = Array(String(repeating: "Tämä on kirje. ", count: 100).utf8)
        let path = try file("letter.txt", text)
        #expect(throws: StoreFailure.notAStore) { _ = try Stores.open(path, clock: .helsinki) }
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == text)
    }

    @Test("An empty file is no store, and stays empty")
    func emptyFile() throws {
        let path = try file("empty.sqlite", [])
        #expect(throws: StoreFailure.notAStore) { _ = try Stores.open(path, clock: .helsinki) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    }

    @Test("Another program's database is no store of ours, and stays as it is")
    func anotherProgramsDatabase() throws {
        let path = try file("other.sqlite", [])
        let other = try SQLiteConnection(path: path)
        try other.script("CREATE TABLE cake (name TEXT); PRAGMA application_id = 7")
        #expect(throws: StoreFailure.notAStore) { _ = try Stores.open(path, clock: .helsinki) }
        #expect(try other.rows("SELECT name FROM sqlite_schema") { $0.next() as String } == ["cake"])
    }

    @Test("A folder is no store")
    func folder() throws {
        #expect(throws: StoreFailure.other("the file cannot be opened")) {
            _ = try Stores.open(place.folder.path, clock: .helsinki)
        }
    }

    @Test("A store of a newer program is refused with both versions")
    func newer() throws {
        try place.connection.script("PRAGMA user_version = \(Schema.version + 1)")
        let failure = StoreFailure.newer(found: Schema.version + 1, known: Schema.version)
        #expect(throws: failure) { _ = try Stores.open(place.path, clock: .helsinki) }
        #expect(throws: failure) { _ = try Stores.check(place.path) }
    }

    @Test("Every connection checks references, writes through to the disk and lets others read meanwhile")
    func pragmas() throws {
        let connection = try StoreFile.connection(place.path)
        #expect(try connection.integer("PRAGMA foreign_keys") == 1)
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(try connection.text("PRAGMA journal_mode") == "wal")
    }
}

@Suite("Migrations", .enabled(if: !TestAddress.isServer))
struct MigrationTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    /// A store of ours before its first step.
    private func oldStore() throws -> String {
        let path = place.folder.appending(path: "old.sqlite").path
        try Data().write(to: URL(fileURLWithPath: path))
        let connection = try SQLiteConnection(path: path)
        try connection.script("PRAGMA application_id = \(Schema.applicationID)")
        return path
    }

    @Test("Steps are numbered from 1 without a gap")
    func numbers() {
        #expect(Schema.steps.map(\.number) == Array(1...Schema.version))
    }

    @Test("Each step has SQL for both engines, from the fourth on: with the third a store on a server began")
    func bothEngines() {
        #expect(Schema.steps.allSatisfy { !$0.sqlite.isEmpty })
        #expect(Schema.steps.filter(\.postgreSQL.isEmpty).map(\.number) == [1, 2, 3])
    }

    @Test("An older store is brought up to date when it is opened")
    func older() throws {
        let path = try oldStore()
        _ = try Stores.open(path, clock: .helsinki)
        let migrated = try SQLiteConnection(path: path)
        let schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        #expect(try migrated.integer("PRAGMA user_version") == Schema.version)
        #expect(try migrated.rows(schema) { $0.next() as String } == (try place.texts(schema)))
    }

    @Test("A store of the first version keeps its bookings, and its times know that they are booked")
    func ofTheFirstVersion() throws {
        let path = try oldStore()
        let connection = try SQLiteConnection(path: path)
        try connection.script(
            Schema1.step.sqlite + """
                PRAGMA user_version = 1;
                INSERT INTO store VALUES (1, 0);
                INSERT INTO professional VALUES ('aino', 'Aino Esimerkki', 'families', '167');
                INSERT INTO slot SELECT value, 'aino', 1796200000 / 900 * 900 + value * 900,
                    1796200000 / 900 * 900 + value * 900 + 900, 'advice-families', 'families', 1, '167'
                FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3);
                INSERT INTO booking SELECT id, 'AAAAAAA' || (id + 1), id,
                    CASE id WHEN 1 THEN 'booked' ELSE 'cancelled' END, 'phone', NULL, 'Maija', '+358401234567', NULL,
                    'fi', 'fi', NULL, 0, NULL, 'client', 1, CASE id WHEN 1 THEN NULL ELSE 2 END
                FROM slot WHERE id < 3;
                """)
        let store = try Stores.open(path, clock: .helsinki)
        #expect(try store.freeSlots(SlotQuery(from: place.now), now: place.now).count == 2)
        #expect(try connection.rows("SELECT booked FROM slot ORDER BY id") { $0.next() as Int } == [1, 0, 0])
    }

    @Test("A store of the second version keeps its counts of visits, and counts calls beside them")
    func ofTheSecondVersion() throws {
        let path = try oldStore()
        let connection = try SQLiteConnection(path: path)
        try connection.script(
            Schema1.step.sqlite + Schema2.step.sqlite + """
                PRAGMA user_version = 2;
                INSERT INTO store VALUES (1, 0);
                INSERT INTO journey VALUES ('2026-12-01', 'fi', 'booked', 'home-help', 3);
                """)
        let store = try Stores.open(path, clock: .helsinki)
        try store.count([JourneyEvent(.callBooked, at: "home-help")], in: .finnish, on: calendarDay("2026-12-01"))
        let counts = try store.statistics.journeys(from: calendarDay("2026-12-01"), to: calendarDay("2026-12-01"))
        #expect(counts.map(\.event.kind) == [.booked, .callBooked])
        #expect(counts.map(\.count) == [3, 1])
    }

    @Test("A store of the third version keeps its bookings, of which no consent was kept")
    func ofTheThirdVersion() throws {
        let path = try oldStore()
        let connection = try SQLiteConnection(path: path)
        try connection.script(
            Schema.steps.prefix(3).map(\.sqlite).joined() + """
                PRAGMA user_version = 3;
                INSERT INTO store VALUES (1, 0);
                INSERT INTO professional (id, name, task, municipality) VALUES ('aino', 'Aino', 'families', '167');
                INSERT INTO slot (id, professional, start, finish, appointment_type, task, methods, municipality)
                VALUES (1, 'aino', 1796200200, 1796201100, 'advice-families', 'families', 1, '167');
                INSERT INTO booking (reference, slot, status, method, client_name, client_phone, client_language,
                    meeting_language, sign_language, maker, made_at)
                VALUES ('AAAAAAAA', 1, 'booked', 'phone', 'Maija', '+358401234567', 'fi', 'fi', 0, 'client', 1);
                INSERT INTO description (booking, own_words, hope, flags) VALUES (1, '', '', '');
                """)
        #expect(try Stores.migrate(path) == (from: 3, to: Schema.version))
        #expect(try connection.rows("SELECT consent FROM booking") { $0.next() as String? } == [nil])
        #expect(try Stores.check(path) == [])
    }

    @Test("A step that fails half-way leaves nothing behind")
    func allOrNothing() throws {
        let path = try oldStore()
        let connection = try SQLiteConnection(path: path)
        // The first step makes several tables before it comes to this name.
        try connection.script("CREATE TABLE access_log (id INTEGER)")
        #expect(throws: StoreFailure.refused("table access_log already exists")) {
            _ = try Stores.open(path, clock: .helsinki)
        }
        #expect(try connection.rows("SELECT name FROM sqlite_schema") { $0.next() as String } == ["access_log"])
        #expect(try connection.integer("PRAGMA user_version") == 0)
    }

    @Test("A store of the newest version is opened without a change")
    func newest() throws {
        let before = try place.number("PRAGMA schema_version")
        _ = try Stores.open(place.path, clock: .helsinki)
        #expect(try place.number("PRAGMA schema_version") == before)
    }
}
