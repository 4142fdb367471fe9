#if PostgreSQL
import BookingCore
import Foundation
import TestValues
import Testing

@testable import Storage

/// From a file to a server; the cut is the end of the server's process that serves the copy.
@Suite("A copy to a server that is cut", .enabled(if: TestAddress.isServer))
struct CutCopyTests {
    let place: TemporaryStore
    private let source: SQLiteConnection
    private let target: TestAddress
    private let server: String

    init() throws {
        place = try TemporaryStore()
        try place.fillWithEverything()
        server = try #require(TestAddress.server)
        let file = place.folder.appending(path: "source.sqlite").path
        _ = try StoreCopy.copy(place.connection, toFile: file)
        source = try StoreFile.connection(file)
        try source.script(
            """
            INSERT INTO slot (professional, start, finish, appointment_type, task, methods, municipality)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000)
            SELECT 'aino', 4102444800 + i * 900, 4102444800 + i * 900 + 900, 'advice-families', 'families', 1, '167'
            FROM n
            """)
        target = TestAddress(path: place.folder.appending(path: "target.sqlite").path)
    }

    private var draft: String { ServerSchema(name: target.schema).draft.name }

    private func copy(
        _ told: @escaping (CopyProgress) -> Void = { _ in }
    ) throws -> Int {
        try StoreCopy.copy(source, toServer: server, schema: target.schema, progress: told)
    }

    /// Starts a copy and cuts it as soon as it tells this.
    private func cut(at moment: CopyProgress) throws {
        #expect(throws: SQLError.unreachable) {
            _ = try copy { told in
                if told == moment { try? cutNow() }
            }
        }
    }

    private func cutNow() throws {
        try place.connection.run(
            """
            SELECT pg_terminate_backend(pid, 2000) FROM pg_locks
            WHERE locktype = 'advisory' AND classid = (hashtext(?1)::bigint & 4294967295)::oid AND objsubid = 2
            """, [.text(draft)])
    }

    /// Nothing is left of the draft, and all of the source is there.
    private func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let connection = try target.connection()
        defer { target.remove(through: connection) }
        let isEqual = try connection.everything() == source.everything()
        #expect(isEqual, sourceLocation: sourceLocation)
        #expect(try StoreCheck(connection: connection).faults() == [], sourceLocation: sourceLocation)
        let (made, copied) = (try structure(of: place.address.schema), try structure(of: target.schema))
        #expect(made.symmetricDifference(copied) == [], sourceLocation: sourceLocation)
        #expect(try place.number("SELECT count(*) FROM pg_namespace WHERE nspname = '\(draft)'") == 0)
        try SQLStore(connection).open([place.slot("eero", at: 300)])
    }

    /// Every constraint, index, trigger and function of a schema, without its name.
    private func structure(of schema: String) throws -> Set<String> {
        let all = try place.texts(
            """
            SELECT pg_get_constraintdef(oid) || conname FROM pg_constraint
                WHERE connamespace = '\(schema)'::regnamespace
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = '\(schema)'
            UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger
                WHERE NOT tgisinternal AND tgrelid IN (
                    SELECT oid FROM pg_class WHERE relnamespace = '\(schema)'::regnamespace)
            UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc
                WHERE pronamespace = '\(schema)'::regnamespace AND prokind = 'f'
            UNION ALL SELECT relname || coalesce(relacl::text, '') FROM pg_class
                WHERE relnamespace = '\(schema)'::regnamespace
            """)
        return Set(all.map { $0.replacing(schema + ".", with: "").replacing(schema, with: "") })
    }

    @Test("It goes on where it stopped, writes nothing twice, and ends equal to the source")
    func goesOn() throws {
        try cut(at: .copied(table: "professional", rows: 2, of: 2))
        // The rows of the table before are there, those after are not.
        #expect(try place.number("SELECT count(*) FROM \(draft).professional") == 2)
        var told: [CopyProgress] = []
        let rows = try copy { told.append($0) }
        #expect(told.first == .goesOn(table: "professional", rows: 2))
        #expect(rows > 25_000)
        try expectWhole()
    }

    @Test("In the middle of a table too, and while indexes are made")
    func middle() throws {
        // Two of three chunks were written.
        #expect(throws: SQLError.unreachable) {
            let watched = CutDraft(try PostgreSQLDraft(address: server, schema: target.schema)) { table, sum in
                if table == "slot", sum.rows == 20_000 { try? cutNow() }
            }
            _ = try StoreCopy(source: source, draft: watched) { _ in }.run()
        }
        #expect(try place.number("SELECT count(*) FROM \(draft).slot") == 10_000)
        var told: [CopyProgress] = []
        #expect(throws: SQLError.unreachable) {
            _ = try copy { progress in
                told.append(progress)
                if progress == .completed(table: "slot", piece: "overlapping_slots_of_one_professional") {
                    try? cutNow()
                }
            }
        }
        #expect(told.first == .goesOn(table: "slot", rows: 10_000))
        told = []
        _ = try copy { told.append($0) }
        #expect(told.contains(.goesOn(table: "staff_role", rows: 1)))
        #expect(!told.contains(.completed(table: "slot", piece: "overlapping_slots_of_one_professional")))
        #expect(told.contains(.completed(table: "slot", piece: "free_slot_by_start")))
        try expectWhole()
    }

    @Test(
        "Where the source has changed meanwhile it begins anew, or takes what was added along",
        arguments: [
            ("UPDATE staff SET name = 'Toinen'", "staff"), ("DELETE FROM slot WHERE start = 4102445700", "slot"),
            ("INSERT INTO journey VALUES ('2026-11-20', 'fi', 'left', 'topic', 7)", "journey"),
        ])
    func changed(sql: String, table: String) throws {
        try cut(at: .compared(table: "absence", rows: 1))
        try source.script(sql)
        var told: [CopyProgress] = []
        _ = try copy { told.append($0) }
        #expect(told.first == .goesOn(table: "staff_role", rows: 1))
        #expect(told.contains(.startsOver(changed: table)))
        try expectWhole()
    }

    @Test("Rows that came after the others are simply added")
    func longer() throws {
        try cut(at: .compared(table: "absence", rows: 1))
        try source.script(
            "INSERT INTO absence (professional, start, finish, reason, made_at) VALUES ('aino', 5, 6, '', 7)")
        var told: [CopyProgress] = []
        _ = try copy { told.append($0) }
        #expect(told.contains(.copied(table: "absence", rows: 2, of: 2)))
        #expect(!told.contains { if case .startsOver = $0 { true } else { false } })
        try expectWhole()
    }

    @Test("Nobody opens it before it is whole, or makes a store in its place, and only one program fills it")
    func half() throws {
        let failure = StoreFailure.halfCopied(path: Stores.shown(server))
        try cut(at: .copied(table: "professional", rows: 2, of: 2))
        #expect(throws: failure) { _ = try target.connection() }
        #expect(throws: failure) { try target.create() }
        let other = try PostgreSQLDraft(address: server, schema: target.schema)
        #expect(throws: SQLError.busy) { _ = try copy() }
        _ = other.connection
        try place.connection.script("DROP SCHEMA \(draft) CASCADE")
        #expect(throws: StoreFailure.missing(path: Stores.shown(server))) { _ = try target.connection() }
    }

    @Test("A draft that another version of the program began is begun anew")
    func otherVersion() throws {
        try cut(at: .copied(table: "professional", rows: 2, of: 2))
        try place.connection.script("UPDATE \(draft).copy_mark SET sum = sum + 1 WHERE name = ''")
        var told: [CopyProgress] = []
        _ = try copy { told.append($0) }
        #expect(told.first == .copied(table: "absence", rows: 1, of: 1))
        try expectWhole()
    }

    @Test("Rows that came otherwise than they were sent are noticed, and nothing is kept of them")
    func unequal() throws {
        #expect(throws: StoreFailure.unequal(table: "staff")) {
            _ = try copy { told in
                if told == .copied(table: "staff", rows: 1, of: 1) {
                    try? place.connection.script("UPDATE \(draft).staff SET name = 'x'")
                }
            }
        }
        #expect(try place.number("SELECT count(*) FROM \(draft).slot") == 0)
        _ = try copy()
        try expectWhole()
    }
}

/// Tells of every chunk before it is written.
private struct CutDraft: StoreDraft {
    let draft: PostgreSQLDraft
    let told: (String, TableSum) -> Void

    init(_ draft: PostgreSQLDraft, _ told: @escaping (String, TableSum) -> Void) {
        self.draft = draft
        self.told = told
    }

    var connection: any SQLConnection { draft.connection }
    var ownTables: Set<String> { draft.ownTables }
    func written() throws -> [String: TableSum] { try draft.written() }
    func write(_ rows: [[SQLValue]], to table: SQLTable, making sum: TableSum) throws {
        told(table.name, sum)
        try draft.write(rows, to: table, making: sum)
    }
    func startOver() throws { try draft.startOver() }
    func complete(_ told: (String, String) -> Void) throws { try draft.complete(told) }
}
#endif
