#if PostgreSQL
/// A schema of a server's database that holds the tables of a store.
struct ServerSchema {
    let name: String

    /// Where its tables are while they are filled.
    var draft: ServerSchema { ServerSchema(name: name + "_copy") }

    /// `true` if the login may ask about the tables; nil if there is no such schema.
    func mayLook(_ connection: PostgreSQLConnection) throws -> Bool? {
        try connection.first(
            "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = ?1", [.text(name)]
        ) { $0.next() }
    }

    func isThere(_ connection: PostgreSQLConnection) throws -> Bool { try mayLook(connection) != nil }

    /// Makes the empty schema; the extension is outside of it.
    func make(_ connection: PostgreSQLConnection) throws {
        try connection.script("CREATE EXTENSION IF NOT EXISTS btree_gist; CREATE SCHEMA \"\(name)\"")
    }

    /// Makes a store of tables that hold their rows: what it is, what it refuses, who may do what.
    func finish(isDemonstration: Bool, through connection: PostgreSQLConnection) throws {
        try connection.run(
            "INSERT INTO store (id, is_demonstration, version) VALUES (1, ?1, ?2)",
            [.integer(isDemonstration ? 1 : 0), .integer(Schema.version)])
        try connection.script(PostgreSQLSchema.guards(schema: name))
        try connection.script(PostgreSQLRoles.made)
        try connection.script(RowSecurity.sql(schema: name))
        try connection.script(PostgreSQLRoles.granted(schema: name))
    }
}
#endif
