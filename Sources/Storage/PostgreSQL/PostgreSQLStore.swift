#if PostgreSQL
    import BookingCore

    /// A store in a PostgreSQL database: made, opened and checked.
    enum PostgreSQLStore {
        /// Makes the tables in a schema of their own; all of them or none. Needs the extension `btree_gist`, which the
        /// database's owner may create.
        static func create(
            address: String, schema: String = "kartoitin", isDemonstration: Bool
        ) throws(BookingError) {
            let connection = try PostgreSQLConnection(address: address, schema: schema)
            try connection.transaction { () throws(BookingError) in
                let known = try connection.first(
                    "SELECT 1 FROM pg_namespace WHERE nspname = ?1", [.text(schema)]
                ) { $0.integer(0) }
                guard known == nil else { throw .store(.alreadyThere(path: address)) }
                try connection.script("CREATE EXTENSION IF NOT EXISTS btree_gist; CREATE SCHEMA \"\(schema)\"")
                try connection.script(PostgreSQLSchema.tables)
                try connection.script(PostgreSQLSchema.guards)
                try connection.run(
                    "INSERT INTO store (id, is_demonstration, version) VALUES (1, ?1, ?2)",
                    [.integer(isDemonstration ? 1 : 0), .integer(Schema.version)])
            }
        }

        static func connection(
            address: String, schema: String = "kartoitin"
        ) throws(BookingError) -> PostgreSQLConnection {
            let connection = try PostgreSQLConnection(address: address, schema: schema)
            let known = try connection.first(
                "SELECT 1 FROM pg_namespace WHERE nspname = ?1", [.text(schema)]
            ) { $0.integer(0) }
            guard known != nil else { throw .store(.missing(path: address)) }
            let found = try connection.first("SELECT version FROM store") { $0.integer(0) } ?? 0
            guard found <= Schema.version else { throw .store(.newer(found: found, known: Schema.version)) }
            return connection
        }
    }
#endif
