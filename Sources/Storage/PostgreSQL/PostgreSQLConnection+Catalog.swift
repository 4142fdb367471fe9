#if PostgreSQL
    import BookingCore

    /// What the server knows of the tables themselves.
    extension PostgreSQLConnection {
        func tables() throws(BookingError) -> [SQLTable] {
            SQLTable.tables(
                try rows(
                    """
                    SELECT table_name, column_name, data_type FROM information_schema.columns
                    WHERE table_schema = current_schema()
                    """
                ) { ($0.text(0), $0.text(1), $0.text(2)) })
        }

        func continueNumbers(of tables: [SQLTable]) throws(BookingError) {
            let counted = try rows(
                """
                SELECT table_name, column_name, pg_get_serial_sequence(quote_ident(table_name), column_name)
                FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'
                """
            ) { (table: $0.text(0), column: $0.text(1), sequence: $0.text(2)) }
            for (table, column, sequence) in counted where tables.contains(where: { $0.name == table }) {
                try run(
                    "SELECT setval('\(sequence)', max(\(column))) FROM \(table) HAVING max(\(column)) IS NOT NULL")
            }
        }

        /// The server checks its pages when it reads them. Whoever restores a dump or is the server's owner can leave
        /// rows that point to nothing, and indexes that are not whole.
        func integrityFaults() throws(BookingError) -> [String] {
            try script("SET statement_timeout = 0")
            let broken = try rows(
                """
                SELECT 'the index ' || class.relname || ' is not whole' FROM pg_index JOIN pg_class AS class
                    ON class.oid = indexrelid
                WHERE relnamespace = current_schema()::regnamespace AND NOT (indisvalid AND indisready)
                """
            ) { $0.text(0) }
            var orphans: [String] = []
            for reference in try references() {
                let count = try first(
                    """
                    SELECT count(*) FROM \(reference.table) AS referring WHERE \(reference.column) IS NOT NULL AND NOT EXISTS
                        (SELECT 1 FROM \(reference.target) AS target
                         WHERE target.\(reference.key) = referring.\(reference.column))
                    """
                ) { $0.integer(0) }
                orphans += Array(repeating: "a row of \(reference.table) points to nothing", count: count ?? 0)
            }
            return broken + orphans
        }

        private struct Reference {
            let table: String
            let name: String
            let column: String
            let target: String
            let key: String
            let definition: String
        }

        /// What of a table must be there in another one; each is of one column.
        private func references() throws(BookingError) -> [Reference] {
            try rows(
                """
                SELECT conrelid::regclass, quote_ident(conname), own.attname, confrelid::regclass, other.attname,
                    pg_get_constraintdef(pg_constraint.oid)
                FROM pg_constraint
                    JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = conkey[1]
                    JOIN pg_attribute AS other ON other.attrelid = confrelid AND other.attnum = confkey[1]
                WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conrelid::regclass::text, conname
                """
            ) {
                Reference(
                    table: $0.text(0), name: $0.text(1), column: $0.text(2), target: $0.text(3), key: $0.text(4),
                    definition: $0.text(5))
            }
        }

        /// In the transaction that is open: rows may come in any order, and what they point to is looked for once, when
        /// all are there. No limit of time holds until the transaction ends.
        func withoutReferences(_ body: () throws(BookingError) -> Void) throws(BookingError) {
            let all = try references()
            try script("SET LOCAL statement_timeout = 0")
            for reference in all {
                try script("ALTER TABLE \(reference.table) DROP CONSTRAINT \(reference.name)")
            }
            try body()
            for reference in all {
                try script(
                    "ALTER TABLE \(reference.table) ADD CONSTRAINT \(reference.name) \(reference.definition)")
            }
        }
    }
#endif
