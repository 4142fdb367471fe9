#if PostgreSQL
import BookingCore

/// A store on a server while it is filled. Its tables are in a schema of another name until they are whole: nobody
/// takes it for a store, and no role may look into it. It stays after a failure, with how far it is.
final class PostgreSQLDraft: StoreDraft {
    /// Building indexes takes as long as it takes, and ends soon after a program that was killed.
    private static let settings = """
        SET maintenance_work_mem = '256MB';
        DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '1s', false);
        EXCEPTION WHEN OTHERS THEN NULL; END $$
        """

    private let server: PostgreSQLConnection
    private let address: String
    private let schema: String
    private let name: String

    var connection: any SQLConnection { server }
    var ownTables: Set<String> { Own.tables }

    /// Finds the draft that another try left, or begins one. Only one program at a time fills it.
    init(address: String, schema: String) throws {
        self.address = address
        self.schema = schema
        name = ServerSchema(name: schema).draft.name
        server = try PostgreSQLConnection(address: address, schema: name)
        try server.beginLongWork()
        try server.script(Self.settings)
        try server.script("SELECT pg_advisory_lock(hashtext('\(name)'), 0)")
        server.isReplaceable = false
        try server.transaction {
            try refuseWhereThere()
            if try !ServerSchema(name: name).isThere(server) { try begin() }
        }
        // Another version of the program may have begun it.
        let made = try marks().first { $0.table.isEmpty }
        if made?.sum != Self.made { try startOver() }
    }

    func written() throws -> [String: TableSum] {
        let marks = try marks().filter { !$0.table.isEmpty }
        return Dictionary(uniqueKeysWithValues: marks.map { ($0.table, $0.sum) })
    }

    func write(_ rows: [[SQLValue]], to table: SQLTable, making sum: TableSum) throws {
        try server.transaction {
            try server.insert(rows, into: table)
            try mark(table.name, sum)
        }
    }

    func startOver() throws {
        try server.transaction {
            try server.script("DROP SCHEMA \"\(name)\" CASCADE")
            try begin()
        }
    }

    /// Makes what was left out, each in a transaction of its own: a try that was cut goes on after the last.
    func complete(_ told: (_ table: String, _ piece: String) -> Void) throws {
        let steps = try server.rows("SELECT number, place, name, sql FROM copy_step ORDER BY number") {
            (
                number: $0.next() as Int, table: $0.next() as String, name: $0.next() as String,
                sql: $0.next() as String
            )
        }
        for step in steps {
            try server.transaction {
                try server.script(step.sql)
                try server.run("DELETE FROM copy_step WHERE number = ?1", [.integer(step.number)])
            }
            told(step.table, step.name)
        }
        // How the server looks for rows rests on what it counted of them.
        let names = try server.tables().map(\.name).filter { !ownTables.contains($0) }
        try server.script("VACUUM (ANALYZE) \(names.joined(separator: ", "))")
    }

    /// From now on it is a store.
    func publish(isDemonstration: Bool) throws {
        try server.transaction {
            try refuseWhereThere()
            try server.script(
                """
                DROP TABLE \(Own.tables.sorted().joined(separator: ", ")); ALTER SCHEMA "\(name)" RENAME TO "\(schema)";
                SET LOCAL search_path = "\(schema)", public
                """)
            try ServerSchema(name: schema).finish(isDemonstration: isDemonstration, through: server)
        }
    }

    /// Two who make stores in one database at once would both make the extension.
    private func refuseWhereThere() throws {
        try server.script("SELECT pg_advisory_xact_lock(0)")
        if try ServerSchema(name: schema).isThere(server) {
            throw StoreFailure.alreadyThere(path: StoreAddress.shown(address))
        }
    }

    private func begin() throws {
        try ServerSchema(name: name).make(server)
        try server.script(PostgreSQLSchema.newestTables)
        try server.script(Own.notes)
        try server.script(Own.steps)
        try mark("", Self.made)
    }

    private func mark(_ table: String, _ sum: TableSum) throws {
        try server.run(
            """
            INSERT INTO copy_mark (name, rows, sum) VALUES (?1, ?2, ?3)
            ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, sum = excluded.sum
            """, [.text(table), .integer(sum.rows), .integer(Int(bitPattern: UInt(sum.sum)))])
    }

    private func marks() throws -> [(table: String, sum: TableSum)] {
        try server.rows("SELECT name, rows, sum FROM copy_mark") {
            ($0.next(), TableSum(rows: $0.next(), sum: UInt64(UInt(bitPattern: $0.next() as Int))))
        }
    }

    /// Of the statements that made the tables, marked without a name.
    private static let made: TableSum = {
        var sum = TableSum()
        sum.add([.text(PostgreSQLSchema.newestTables)])
        return sum
    }()

    /// What a draft keeps about itself, gone when it is whole.
    enum Own {
        static let tables: Set = ["copy_mark", "copy_step"]

        /// Makes them.
        static let notes = """
            CREATE TABLE copy_mark (name text PRIMARY KEY, rows bigint NOT NULL, sum bigint NOT NULL);
            CREATE TABLE copy_step (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, place text NOT NULL, name text NOT NULL,
                sql text NOT NULL);
            """

        /// What slows down or hinders rows that come in any order, as statements that make it again: first the
        /// indexes that refuse, then the others, last what looks for rows of other tables.
        static let steps = """
            INSERT INTO copy_step (place, name, sql)
            SELECT relname, name, sql FROM (
                SELECT relname, CASE contype WHEN 'f' THEN 3 ELSE 1 END AS turn, conname AS name,
                    format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(found.oid)) AS sql
                FROM pg_constraint AS found JOIN pg_class ON pg_class.oid = conrelid
                WHERE connamespace = current_schema()::regnamespace AND contype IN ('u', 'x', 'f')
                UNION ALL
                SELECT own.relname, 2, made.relname, pg_get_indexdef(indexrelid)
                FROM pg_index JOIN pg_class AS own ON own.oid = indrelid JOIN pg_class AS made ON made.oid = indexrelid
                WHERE made.relnamespace = current_schema()::regnamespace
                    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            ) AS step ORDER BY turn, relname, name;
            DO $$ DECLARE found record; BEGIN
                FOR found IN SELECT relname, conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
                    WHERE connamespace = current_schema()::regnamespace AND contype IN ('u', 'x', 'f')
                    ORDER BY contype = 'f' DESC
                LOOP EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', found.relname, found.conname); END LOOP;
                FOR found IN SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                    WHERE relnamespace = current_schema()::regnamespace
                        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
                LOOP EXECUTE format('DROP INDEX %I', found.relname); END LOOP;
            END $$;
            """
    }
}
#endif
