#if PostgreSQL
import BookingCore

/// A store in a PostgreSQL database: made, opened and checked.
enum PostgreSQLStore {
    /// Makes the tables in a schema of their own; all of them or none. Needs the extension `btree_gist`, which the
    /// database's owner may create.
    ///
    /// - Parameter fill: puts rows into the empty tables, while nothing counts or refuses them yet.
    static func create(
        address: String, schema: String = "kartoitin", isDemonstration: Bool,
        filling fill: ((any SQLConnection) throws -> Void)? = nil
    ) throws {
        let connection = try PostgreSQLConnection(address: address, schema: schema)
        try connection.transaction {
            // Two who make stores in one database at once would both make the extension.
            try connection.script("SELECT pg_advisory_xact_lock(0)")
            guard try !ServerSchema(name: schema).isThere(connection) else {
                throw StoreFailure.alreadyThere(path: StoreAddress.shown(address))
            }
            guard try !ServerSchema(name: schema).draft.isThere(connection) else {
                throw StoreFailure.halfCopied(path: StoreAddress.shown(address))
            }
            try ServerSchema(name: schema).make(connection)
            try connection.script(PostgreSQLSchema.newestTables)
            try fill?(connection)
            try ServerSchema(name: schema).finish(isDemonstration: isDemonstration, through: connection)
        }
    }

    static func connection(
        address: String, schema: String = "kartoitin"
    ) throws -> PostgreSQLConnection {
        let (connection, found) = try unchanged(address: address, schema: schema)
        // Whoever keeps the tables brings them up to date, not each desk with its few rights.
        guard found == Schema.version else {
            throw StoreFailure.older(path: StoreAddress.shown(address), found: found, known: Schema.version)
        }
        return connection
    }

    /// An existing store as it is, and the step of the schema that it is at.
    ///
    /// - Parameter known: the newest step that whoever asks knows.
    static func unchanged(
        address: String, schema: String = "kartoitin", known: Int = Schema.version
    ) throws -> (connection: PostgreSQLConnection, version: Int) {
        let connection = try PostgreSQLConnection(address: address, schema: schema)
        guard let mayLook = try ServerSchema(name: schema).mayLook(connection) else {
            let path = StoreAddress.shown(address)
            let isHalfCopied = try ServerSchema(name: schema).draft.isThere(connection)
            throw isHalfCopied ? StoreFailure.halfCopied(path: path) : StoreFailure.missing(path: path)
        }
        // To a login that may do nothing the server says that there are no tables.
        guard mayLook else { throw StoreFailure.notAllowed }
        let found = try connection.integer("SELECT version FROM store") ?? 0
        guard found <= known else { throw StoreFailure.newer(found: found, known: known) }
        connection.knownVersion = (known, "SELECT version FROM store")
        return (connection, found)
    }

    /// Takes the steps that a store lacks, each in a transaction of its own in which the version is raised too: a step
    /// that fails leaves nothing, those before it stay. Of two who do it at once one waits and finds nothing to do.
    /// Needs the login that owns the tables.
    ///
    /// - Returns: the step that the store was at before what was done here, and the one it is at now.
    static func migrate(
        address: String, schema: String = "kartoitin", steps: [SchemaStep] = Schema.steps
    ) throws -> (from: Int, to: Int) {
        let known = steps.last?.number ?? Schema.version
        let (connection, found) = try unchanged(address: address, schema: schema, known: known)
        var (from, to) = (found, found)
        guard found < known else { return (from, to) }
        // A step may take as long as it takes, and whoever came first too.
        try connection.beginLongWork()
        try connection.script("SET lock_timeout = '10min'")
        var hasBegun = false
        while to < known {
            let (before, after) = try take(steps, of: schema, through: connection)
            if !hasBegun { from = before }
            hasBegun = true
            to = after
        }
        return (from, to)
    }

    /// The next step of a store, if there is one. With the last one, roles see and may do what they do in
    /// a new store.
    private static func take(
        _ steps: [SchemaStep], of schema: String, through connection: PostgreSQLConnection
    ) throws -> (from: Int, to: Int) {
        try connection.transaction {
            let found = try connection.integer("SELECT version FROM store FOR UPDATE") ?? 0
            guard let step = steps.first(where: { $0.number > found }) else { return (found, found) }
            try connection.script(step.postgreSQL)
            try step.completion(connection)
            if step.number == steps.last?.number {
                try connection.script(PostgreSQLSchema.guards(schema: schema))
                try connection.script(PostgreSQLRoles.made)
                try connection.script(RowSecurity.renewed(schema: schema))
                try connection.script(PostgreSQLRoles.granted(schema: schema))
            }
            try connection.run("UPDATE store SET version = ?1", [.integer(step.number)])
            return (found, step.number)
        }
    }
}
#endif
