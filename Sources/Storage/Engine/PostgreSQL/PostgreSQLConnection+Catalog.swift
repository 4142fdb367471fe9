#if PostgreSQL
import CPostgreSQL

/// What the server knows of the tables themselves.
extension PostgreSQLConnection {
    func tables() throws -> [SQLTable] {
        SQLTable.tables(
            try rows(
                """
                SELECT relname, attname, format_type(atttypid, NULL), coalesce(array_position(indkey::int[], attnum::int), -1) + 1
                FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
                    LEFT JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0
                    AND NOT attisdropped
                """
            ) { ($0.next(), $0.next(), $0.next(), $0.next()) })
    }

    func continueNumbers(of tables: [SQLTable]) throws {
        let counted = try rows(
            """
            SELECT table_name, column_name, pg_get_serial_sequence(quote_ident(table_name), column_name)
            FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'
            """
        ) { (table: $0.next() as String, column: $0.next() as String, sequence: $0.next() as String) }
        for (table, column, sequence) in counted where tables.contains(where: { $0.name == table }) {
            try run(
                "SELECT setval('\(sequence)', max(\(column))) FROM \(table) HAVING max(\(column)) IS NOT NULL")
        }
    }

    /// The server checks its pages when it reads them. The restoring of a dump and the server's owner can leave rows
    /// that point to nothing, and indexes that are not whole.
    func integrityFaults() throws -> [String] {
        try beginLongWork()
        let broken = try rows(
            """
            SELECT 'the index ' || class.relname || ' is not whole' FROM pg_index JOIN pg_class AS class
                ON class.oid = indexrelid
            WHERE relnamespace = current_schema()::regnamespace AND NOT (indisvalid AND indisready)
            """
        ) { $0.next() as String }
        var orphans: [String] = []
        for reference in try references() {
            let count = try integer(
                """
                SELECT count(*) FROM \(reference.table) AS referring WHERE \(reference.column) IS NOT NULL AND NOT EXISTS
                    (SELECT 1 FROM \(reference.target) AS target
                     WHERE target.\(reference.key) = referring.\(reference.column))
                """)
            orphans += Array(repeating: "a row of \(reference.table) points to nothing", count: count ?? 0)
        }
        return broken + orphans
    }

    private struct Reference {
        let table: String
        let column: String
        let target: String
        let key: String
    }

    /// What of a table must be there in another one; each is of one column.
    private func references() throws -> [Reference] {
        try rows(
            """
            SELECT conrelid::regclass, own.attname, confrelid::regclass, other.attname FROM pg_constraint
                JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = conkey[1]
                JOIN pg_attribute AS other ON other.attrelid = confrelid AND other.attnum = confkey[1]
            WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conrelid::regclass::text, conname
            """
        ) {
            Reference(table: $0.next(), column: $0.next(), target: $0.next(), key: $0.next())
        }
    }
}
/// Many rows at once: the server reads them from the connection itself, several times faster than statements.
extension PostgreSQLConnection {
    func insert(_ rows: [[SQLValue]], into table: SQLTable) throws {
        let begun = PostgreSQLResult(PQexec(handle, "COPY \(table.name) (\(table.names)) FROM STDIN"))
        guard begun.takesRows else { throw error(of: begun) }
        var lines: [UInt8] = []
        for row in rows {
            lines.append(row: row)
            // A whole chunk may hold thousands of long texts.
            if lines.count > 1 << 16 {
                send(lines)
                lines.removeAll(keepingCapacity: true)
            }
        }
        send(lines)
        // What could not be sent is told by the server's answer, or by the connection's state.
        PQputCopyEnd(handle, nil)
        let ended = PostgreSQLResult(PQgetResult(handle))
        while let more = PQgetResult(handle) { PQclear(more) }
        guard ended.isDone else { throw error(of: ended) }
    }

    private func send(_ lines: [UInt8]) {
        lines.withUnsafeBytes { bytes in
            _ = PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
    }
}

extension [UInt8] {
    /// One line in the text format of `COPY`: a tab between two values, `\N` for none.
    fileprivate mutating func append(row: [SQLValue]) {
        for (index, value) in row.enumerated() {
            if index > 0 { append(UInt8(ascii: "\t")) }
            guard let text = value.text else {
                append(contentsOf: #"\N"#.utf8)
                continue
            }
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\\"): append(contentsOf: #"\\"#.utf8)
                case UInt8(ascii: "\t"): append(contentsOf: #"\t"#.utf8)
                case UInt8(ascii: "\n"): append(contentsOf: #"\n"#.utf8)
                case UInt8(ascii: "\r"): append(contentsOf: #"\r"#.utf8)
                default: append(byte)
                }
            }
        }
        append(UInt8(ascii: "\n"))
    }
}
#endif
