import BookingCore
import Foundation
import TestValues
import Testing

@testable import Storage

/// Files of `Fixtures/Releases`: what released versions made.
///
/// Released is what a county may have: the tables of version 0.1.0, which are step 3 of the schema in a file and on a
/// server, those of version 0.2.0, which are step 4, those of the program after it, which are step 5, and the steps
/// before, which they took files through. A later release adds its step and its store to the fixtures and never changes
/// one that is there; to a server's fixtures too, by `pg_dump --inserts`.
private enum Release {
    /// The last step of the schema that was released.
    static let last = 6

    static func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/Releases")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// SQL without its comments, and with one space where there is any: a comment may be worded anew.
    static func withoutComments(_ sql: String) -> String {
        sql.replacing(/--[^\n]*/, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

@Suite("A file that a released version made", .enabled(if: !TestAddress.isServer))
struct ReleasedFileTests {
    private let folder: URL

    init() throws { folder = try TemporaryStore.newFolder() }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// The file as it was left at a step of the schema.
    private func load(_ step: Int) throws -> String {
        let path = path("kartoitin.sqlite")
        try Data().write(to: URL(filePath: path))
        try SQLiteConnection(path: path).script(Release.text("sqlite-store-\(step).sql"))
        return path
    }

    private func schema(of path: String) throws -> [String] {
        try SQLiteConnection(path: path)
            .rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name") { $0.next() as String }
            .map(Release.withoutComments)
    }

    /// The rows of the tables as a step left them; holds live for minutes, and are not taken along.
    private func rows(of columns: [String: [String]], in path: String) throws -> [String: [String]] {
        let connection = try SQLiteConnection(path: path)
        return try Dictionary(
            uniqueKeysWithValues: columns.map { table, names in
                let row = names.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
                return (
                    table, try connection.rows("SELECT \(row) FROM \"\(table)\" ORDER BY 1") { $0.next() as String }
                )
            })
    }

    private func columns(of path: String) throws -> [String: [String]] {
        let connection = try SQLiteConnection(path: path)
        let tables = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'hold'") {
            $0.next() as String
        }
        return try Dictionary(
            uniqueKeysWithValues: tables.map { table in
                (table, try connection.rows("SELECT name FROM pragma_table_info('\(table)')") { $0.next() as String })
            })
    }

    @Test("A step that was released is the same SQL for ever", arguments: 1...Release.last)
    func step(number: Int) throws {
        let step = try #require(Schema.steps.first { $0.number == number })
        let released = try Release.text("sqlite-step-\(number).sql")
        #expect(Release.withoutComments(step.sqlite) == Release.withoutComments(released))
    }

    @Test("It is brought up to date without a fault, and is then as a new one", arguments: 1...Release.last)
    func upToDate(step: Int) throws {
        let path = try load(step)
        let done = try Stores.migrate(path)
        #expect(done == (from: step, to: Schema.version))
        #expect(try Stores.check(path) == [])
        try Stores.create(self.path("new.sqlite"))
        #expect(try schema(of: path) == schema(of: self.path("new.sqlite")))
    }

    @Test("Nothing that was written in it is lost or changed", arguments: 1...Release.last)
    func kept(step: Int) throws {
        let path = try load(step)
        let columns = try columns(of: path)
        let before = try rows(of: columns, in: path)
        #expect(before["booking"]?.isEmpty == false && before["description"]?.isEmpty == false)
        _ = try Stores.open(path, clock: .helsinki)
        // What a client wants by every way has another word since step 7.
        let after = try rows(of: columns, in: path).mapValues { rows in
            rows.map { step < 5 ? $0 : $0.replacing("'both'", with: "'all'") }.sorted()
        }
        #expect(after == before.mapValues { $0.sorted() })
    }

    @Test("It is backed up and copied, and the copies are the same", arguments: 1...Release.last)
    func copied(step: Int) throws {
        let path = try load(step)
        _ = try Stores.migrate(path)
        #expect(try Stores.backUp(path, to: self.path("backup.sqlite")) == [])
        #expect(try Stores.copy(path, to: self.path("copy.sqlite")) { _ in } > 0)
        let whole = try StoreFile.connection(path).everything()
        for copy in ["backup.sqlite", "copy.sqlite"] {
            #expect(try Stores.check(self.path(copy)) == [])
            #expect(try StoreFile.connection(self.path(copy)).everything() == whole, "\(copy)")
        }
    }
}

#if PostgreSQL
@Suite("A server's store that a released version made", .enabled(if: TestAddress.isServer))
struct ReleasedServerStoreTests {
    private let place: TemporaryStore
    /// A database for the store as it was left, and one with a store of this version.
    private let old: String
    private let new: String

    init() throws {
        place = try TemporaryStore()
        (old, new) = (try Self.newDatabase(), try Self.newDatabase())
        // Makes the roles too, which are the whole server's.
        try Stores.create(new)
    }

    /// The store as it was left at a step of the schema.
    private func load(_ step: Int) throws {
        let connection = try PostgreSQLConnection(address: old)
        try connection.script("CREATE EXTENSION btree_gist")
        try connection.script(Release.text("postgresql-store-\(step).sql"))
    }

    private static func newDatabase() throws -> String {
        let server = try #require(TestAddress.server)
        let name = "released_" + UUID().uuidString.lowercased().replacing("-", with: "_")
        try PostgreSQLConnection(address: server).script("CREATE DATABASE \(name)")
        let last = try #require(server.lastIndex(of: "/"))
        return server[...last] + name
    }

    /// All that the server holds of a store but its rows: one line for each thing.
    private static let catalog = """
        WITH relation AS (
            SELECT * FROM pg_class WHERE relnamespace = 'kartoitin'::regnamespace AND relkind IN ('r', 'v', 'S')
        )
        SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' '
            || attnotnull || ' ' || attidentity::text || ' ' || attcollation::regcollation || ' '
            || coalesce(pg_get_expr(adbin, adrelid), '')
        FROM pg_attribute JOIN relation ON relation.oid = attrelid
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE attnum > 0 AND NOT attisdropped AND relkind = 'r'
        UNION ALL SELECT 'constraint ' || conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'kartoitin'::regnamespace
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'kartoitin'
        UNION ALL SELECT 'trigger ' || pg_get_triggerdef(pg_trigger.oid)
        FROM pg_trigger JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
        UNION ALL SELECT 'function ' || pg_get_functiondef(oid)
        FROM pg_proc WHERE pronamespace = 'kartoitin'::regnamespace AND prokind <> 'a'
        UNION ALL SELECT 'view ' || relname || ' ' || pg_get_viewdef(oid) FROM relation WHERE relkind = 'v'
        UNION ALL SELECT 'security of ' || relname || ' ' || relrowsecurity || relforcerowsecurity FROM relation
        UNION ALL SELECT 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' '
            || coalesce(qual, '') || ' ' || coalesce(with_check, '')
        FROM pg_policies WHERE schemaname = 'kartoitin'
        UNION ALL SELECT 'right on ' || relname || ' ' || privilege_type || ' ' || grantee::regrole
        FROM relation, aclexplode(relacl)
        UNION ALL SELECT 'right on ' || relname || '.' || attname || ' ' || privilege_type || ' ' || grantee::regrole
        FROM relation JOIN pg_attribute ON attrelid = relation.oid, aclexplode(attacl)
        UNION ALL SELECT 'right to call ' || proname || ' ' || grantee::regrole
        FROM pg_proc, aclexplode(proacl) WHERE pronamespace = 'kartoitin'::regnamespace
        ORDER BY 1
        """

    private func catalog(of database: String) throws -> [String] {
        try PostgreSQLConnection(address: database).rows(Self.catalog) { $0.next() as String }.map(
            Release.withoutComments)
    }

    @Test("It is brought up to date without a fault, and is then as a new one", arguments: 3...Release.last)
    func upToDate(step: Int) throws {
        try load(step)
        let done = try Stores.migrate(old)
        #expect(done == (from: step, to: Schema.version))
        #expect(try Stores.check(old) == [])
        let (brought, made) = (try catalog(of: old), try catalog(of: new))
        #expect(made.count > 200)
        for line in Set(brought).symmetricDifference(made).sorted() {
            Issue.record("only \(brought.contains(line) ? "in the released" : "in a new") store: \(line)")
        }
    }

    @Test("It is copied to a file, which is the same as the file of that version", arguments: 3...Release.last)
    func copied(step: Int) throws {
        try load(step)
        _ = try Stores.migrate(old)
        let file = place.folder.appending(path: "released.sqlite").path
        try Data().write(to: URL(filePath: file))
        try SQLiteConnection(path: file).script(Release.text("sqlite-store-\(step).sql"))
        _ = try Stores.migrate(file)
        let copy = place.folder.appending(path: "copy.sqlite").path
        #expect(
            try Stores.copy(old, to: copy) { _ in }
                == StoreFile.connection(file).tables().reduce(0) { sum, table in
                    sum
                        + (table.name == "store"
                            ? 0 : try StoreFile.connection(file).integer("SELECT count(*) FROM \(table.name)") ?? 0)
                })
        #expect(try StoreFile.connection(copy).everything() == StoreFile.connection(file).everything())
    }
}
#endif
