#if PostgreSQL
    import BookingCore

    extension PostgreSQLStore {
        /// Takes the steps that a store lacks, each in a transaction of its own in which the version is raised too: a step
        /// that fails leaves nothing, those before it stay. Of two who do it at once one waits and finds nothing to do.
        /// Needs the login that owns the tables.
        ///
        /// - Returns: the step that the store was at before what was done here, and the one it is at now.
        static func migrate(
            address: String, schema: String = "kartoitin", steps: [Schema.Migration] = PostgreSQLSchema.steps
        ) throws(BookingError) -> (from: Int, to: Int) {
            let known = steps.last?.number ?? Schema.version
            let (connection, found) = try unchanged(address: address, schema: schema, known: known)
            var (from, to) = (found, found)
            guard found < known else { return (from, to) }
            // A step may take as long as it takes, and whoever came first too.
            try connection.beginLongWork()
            try connection.script("SET lock_timeout = '10min'")
            var hasBegun = false
            while to < known {
                let (before, after) = try take(steps, through: connection)
                if !hasBegun { from = before }
                hasBegun = true
                to = after
            }
            return (from, to)
        }

        /// The next step of a store, if there is one.
        private static func take(
            _ steps: [Schema.Migration], through connection: PostgreSQLConnection
        ) throws(BookingError) -> (from: Int, to: Int) {
            try connection.transaction { () throws(BookingError) in
                let found = try connection.first("SELECT version FROM store FOR UPDATE") { $0.integer(0) } ?? 0
                guard let step = steps.first(where: { $0.number > found }) else { return (found, found) }
                try connection.script(step.sql)
                try connection.run("UPDATE store SET version = ?1", [.integer(step.number)])
                return (found, step.number)
            }
        }
    }
#endif
