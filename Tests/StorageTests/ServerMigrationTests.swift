#if PostgreSQL
import BookingCore
import Foundation
import Testing

@testable import Storage

@Suite("Steps of the schema on a server", .enabled(if: TestAddress.isServer))
struct ServerMigrationTests {
    let place: TemporaryStore
    let server: String

    init() throws {
        place = try TemporaryStore()
        server = try #require(TestAddress.server)
    }

    private let next = Schema.version + 1

    private func step(_ number: Int, _ sql: String) -> SchemaStep {
        SchemaStep(number: number, sqlite: "", postgreSQL: sql)
    }

    private func migrate(_ steps: [SchemaStep]) throws -> (from: Int, to: Int) {
        try PostgreSQLStore.migrate(address: server, schema: place.address.schema, steps: steps)
    }

    private var version: Int { get throws { try place.number("SELECT version FROM store") } }

    private func hasColumn(_ name: String) throws -> Bool {
        try place.connection.integer(
            """
            SELECT 1 FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = 'slot' AND column_name = ?1
            """, [.text(name)]) != nil
    }

    @Test("A store takes the steps it lacks, in order, and nothing when it has them")
    func steps() throws {
        let steps = [
            step(next, "ALTER TABLE slot ADD COLUMN room text"),
            step(next + 1, "ALTER TABLE slot RENAME COLUMN room TO place"),
        ]
        #expect(try migrate([]) == (from: Schema.version, to: Schema.version))
        #expect(try migrate(steps) == (from: Schema.version, to: next + 1))
        #expect(try hasColumn("place"))
        #expect(try version == next + 1)
        #expect(try migrate(steps) == (from: next + 1, to: next + 1))
    }

    @Test("Of a step that fails nothing stays, and what came before it does")
    func failing() throws {
        let steps = [
            step(next, "ALTER TABLE slot ADD COLUMN room text"),
            step(next + 1, "ALTER TABLE slot ADD COLUMN place text; SELECT 1 / 0"),
        ]
        #expect(throws: SQLError.other("PostgreSQL code 22012")) { try migrate(steps) }
        #expect(try version == next)
        #expect(try hasColumn("room"))
        #expect(try !hasColumn("place"))
        let mended = [steps[0], step(next + 1, "ALTER TABLE slot ADD COLUMN place text")]
        #expect(try migrate(mended) == (from: next, to: next + 1))
    }

    @Test("Of two who do it at once, one waits and finds nothing to do")
    func atOnce() async throws {
        let steps = [step(next, "SELECT pg_sleep(0.5); ALTER TABLE slot ADD COLUMN room text")]
        let (server, schema) = (server, place.address.schema)
        let done = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<2 {
                group.addTask {
                    let moved = try PostgreSQLStore.migrate(
                        address: server, schema: schema, steps: steps)
                    return [moved.from, moved.to]
                }
            }
            return try await group.reduce(into: [[Int]]()) { $0.append($1) }
        }
        #expect(done.sorted { $0[0] < $1[0] } == [[Schema.version, next], [next, next]])
    }

    @Test("A desk's program opens no store that is older than it, and a desk's login brings none up to date")
    func older() throws {
        try place.connection.script("UPDATE store SET version = 2")
        let path = Stores.shown(server)
        #expect(throws: StoreFailure.older(path: path, found: 2, known: Schema.version)) {
            _ = try place.address.connection()
        }
        let login = "migrating_\(place.address.schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN; GRANT kartoitin_kiosk TO \(login)")
        #expect(throws: SQLError.notAllowed) {
            _ = try PostgreSQLStore.migrate(
                address: server.replacing("kartoitin@", with: "\(login)@"), schema: place.address.schema,
                steps: [step(3, "ALTER TABLE slot ADD COLUMN room text")])
        }
        #expect(try version == 2)
    }

    @Test("A store that is newer than the steps is not touched")
    func newer() throws {
        try place.connection.script("UPDATE store SET version = 99")
        #expect(throws: StoreFailure.newer(found: 99, known: next)) {
            try migrate([step(next, "ALTER TABLE slot ADD COLUMN room text")])
        }
    }
}
#endif
