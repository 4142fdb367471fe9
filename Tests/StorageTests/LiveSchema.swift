import Foundation

@testable import Storage

/// The tables of a store as its database describes them.
struct LiveSchema {
    struct Column: Equatable {
        let isNumber: Bool
        let isRequired: Bool
    }

    /// A condition of `CHECK`, as far as both engines write it alike.
    enum Check: Hashable {
        /// The column holds one of the values.
        case list(String, [String])
        /// The column, or what is counted of it, is between two numbers.
        case range(String, ClosedRange<Int>)
        /// Another condition on columns, with the numbers in it.
        case other(columns: Set<String>, numbers: Set<Int>)
    }

    struct Index: Hashable {
        let name: String
        let columns: [String]
        let isUnique: Bool
        /// Only some rows are in it.
        let isPartial: Bool
    }

    struct Table {
        var columns: [String: Column] = [:]
        var primaryKey: [String] = []
        /// The columns of each `UNIQUE` within the table.
        var uniques: Set<[String]> = []
        /// For example `slot -> slot (id)`.
        var references: Set<String> = []
        var checks: Set<Check> = []
        var indexes: Set<Index> = []
    }

    var tables: [String: Table] = [:]
    /// By name, with the text of each.
    var triggers: [String: String] = [:]
    /// Names of constraints that are neither keys nor checks.
    var namedConstraints: Set<String> = []
    var views: Set<String> = []
    var functions: Set<String> = []
}

extension LiveSchema {
    init(_ connection: any SQLConnection) throws {
        #if PostgreSQL
        if TestAddress.isServer, !(connection is SQLiteConnection) {
            try self.init(server: connection)
            return
        }
        #endif
        try self.init(file: connection)
    }

    init(file connection: any SQLConnection) throws {
        let made = try connection.rows(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'"
        ) {
            (
                type: ($0.next() as String), name: ($0.next() as String), table: ($0.next() as String),
                sql: ($0.next() as String)
            )
        }
        views = Set(made.filter { $0.type == "view" }.map(\.name))
        triggers = Dictionary(uniqueKeysWithValues: made.filter { $0.type == "trigger" }.map { ($0.name, $0.sql) })
        for (_, name, _, sql) in made where made.contains(where: { $0.type == "table" && $0.name == name }) {
            var table = Table()
            let columns = try connection.rows("SELECT name, type, \"notnull\", pk FROM pragma_table_info('\(name)')")
            {
                (
                    name: ($0.next() as String), type: ($0.next() as String), isRequired: $0.next() as Bool,
                    key: $0.next() as Int
                )
            }
            for column in columns {
                table.columns[column.name] = Column(
                    isNumber: column.type == "INTEGER", isRequired: column.isRequired || column.key > 0)
            }
            table.primaryKey = columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name)
            let indexes = try connection.rows(
                "SELECT name, \"unique\", origin, partial FROM pragma_index_list('\(name)')"
            ) {
                (
                    name: ($0.next() as String), isUnique: $0.next() as Bool, origin: ($0.next() as String),
                    isPartial: $0.next() as Bool
                )
            }
            for index in indexes {
                let names = try connection.rows("SELECT name FROM pragma_index_info('\(index.name)') ORDER BY seqno")
                {
                    ($0.next() as String)
                }
                if index.origin == "u" { table.uniques.insert(names) }
                if index.origin == "c" {
                    table.indexes.insert(
                        Index(
                            name: index.name, columns: names, isUnique: index.isUnique, isPartial: index.isPartial))
                }
            }
            table.references = Set(
                try connection.rows(
                    "SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list('\(name)')"
                ) { "\(($0.next() as String)) -> \(($0.next() as String)) (\(($0.next() as String)))" })
            table.checks = Set(Self.conditions(in: sql).map { Self.check($0, of: Set(columns.map(\.name))) })
            tables[name] = table
        }
    }

    /// What stands in the parentheses of each `CHECK (…)`.
    private static func conditions(in sql: String) -> [String] {
        sql.components(separatedBy: "CHECK (").dropFirst().map { rest in
            var depth = 1
            return String(
                rest.prefix { character in
                    if character == "(" { depth += 1 }
                    if character == ")" { depth -= 1 }
                    return depth > 0
                })
        }
    }

    private static func check(_ condition: String, of columns: Set<String>) -> Check {
        if let list = condition.wholeMatch(of: /(\w+) IN\s*\(([^()]*)\)/) {
            return .list(String(list.1), values(list.2))
        }
        if let range = condition.wholeMatch(of: /(\w+|length\(\w+\)) BETWEEN (\d+) AND (\d+)/),
            let lower = Int(range.2), let upper = Int(range.3)
        {
            return .range(String(range.1), lower...upper)
        }
        return other(condition, of: columns)
    }

    /// The values of a list, sorted.
    private static func values(_ list: Substring) -> [String] {
        let texts = list.matches(of: /'([^']*)'/).map { String($0.1) }
        return (texts.isEmpty ? list.matches(of: /\d+/).map { String($0.0) } : texts).sorted()
    }

    private static func other(_ condition: String, of columns: Set<String>) -> Check {
        let words = Set(condition.matches(of: /\w+/).map { String($0.0) })
        return .other(
            columns: words.intersection(columns),
            numbers: Set(condition.matches(of: /\b\d+\b/).compactMap { Int($0.0) }))
    }
}

#if PostgreSQL
extension LiveSchema {
    private init(server connection: any SQLConnection) throws {
        let here = "current_schema()::regnamespace"
        let columns = try connection.rows(
            """
            SELECT relname, attname, format_type(atttypid, NULL), attnotnull
            FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE relnamespace = \(here) AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
            """
        ) {
            (
                table: ($0.next() as String), name: ($0.next() as String), type: ($0.next() as String),
                isRequired: $0.next() as Bool
            )
        }
        for column in columns {
            tables[column.table, default: Table()].columns[column.name] = Column(
                isNumber: column.type == "bigint", isRequired: column.isRequired)
        }
        let constraints = try connection.rows(
            """
            SELECT conrelid::regclass, contype, conname, pg_get_constraintdef(found.oid),
                (SELECT string_agg(attname, ' ' ORDER BY position) FROM pg_attribute
                    JOIN unnest(conkey) WITH ORDINALITY AS key (number, position) ON number = attnum
                    WHERE attrelid = conrelid)
            FROM pg_constraint AS found WHERE connamespace = \(here) AND conrelid <> 0
            """
        ) {
            (
                table: ($0.next() as String), type: ($0.next() as String), name: ($0.next() as String),
                text: ($0.next() as String),
                columns: ($0.next() as String).split(separator: " ").map(String.init)
            )
        }
        for found in constraints {
            switch found.type {
            case "p": tables[found.table]?.primaryKey = found.columns
            case "u": tables[found.table]?.uniques.insert(found.columns)
            case "f":
                if let match = found.text.firstMatch(of: /FOREIGN KEY \((\w+)\) REFERENCES (\w+)\((\w+)\)/) {
                    tables[found.table]?.references.insert("\(match.1) -> \(match.2) (\(match.3))")
                }
            case "c":
                let own = Set(columns.filter { $0.table == found.table }.map(\.name))
                tables[found.table]?.checks.insert(Self.check(server: found.text, of: own))
            default: namedConstraints.insert(found.name)
            }
        }
        let indexes = try connection.rows(
            """
            SELECT own.relname, made.relname,
                (SELECT string_agg(attname, ' ' ORDER BY position) FROM pg_attribute
                    JOIN unnest(indkey::int[]) WITH ORDINALITY AS key (number, position) ON number = attnum
                    WHERE attrelid = own.oid),
                indisunique, indpred IS NOT NULL
            FROM pg_index JOIN pg_class AS own ON own.oid = indrelid JOIN pg_class AS made ON made.oid = indexrelid
            WHERE made.relnamespace = \(here) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            """
        ) {
            (
                table: ($0.next() as String),
                index: Index(
                    name: ($0.next() as String),
                    columns: ($0.next() as String).split(separator: " ").map(String.init),
                    isUnique: $0.next() as Bool, isPartial: $0.next() as Bool)
            )
        }
        for found in indexes { tables[found.table]?.indexes.insert(found.index) }
        triggers = Dictionary(
            uniqueKeysWithValues: try connection.rows(
                """
                SELECT tgname, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                WHERE relnamespace = \(here) AND NOT tgisinternal
                """
            ) { (($0.next() as String), ($0.next() as String)) })
        views = Set(
            try connection.rows("SELECT relname FROM pg_class WHERE relnamespace = \(here) AND relkind = 'v'") {
                ($0.next() as String)
            })
        functions = Set(
            try connection.rows("SELECT proname FROM pg_proc WHERE pronamespace = \(here)") { ($0.next() as String) })
    }

    private static func check(server text: String, of columns: Set<String>) -> Check {
        let condition = text.replacing(/::(text|bigint)(\[\])?/, with: "").replacing("COLLATE \"C\"", with: "")
        if let list = condition.firstMatch(of: /^CHECK \(\(+(\w+)\)? = ANY \(+ARRAY\[(.*)\]\)+$/) {
            return .list(String(list.1), values(list.2))
        }
        let range = /^CHECK \(\(\((\w+|length\(\w+\)) >= (\d+)\) AND \((\w+|length\(\w+\)) <= (\d+)\)\)\)$/
        if let match = condition.firstMatch(of: range), match.1 == match.3, let lower = Int(match.2),
            let upper = Int(match.4)
        {
            return .range(String(match.1), lower...upper)
        }
        return other(condition, of: columns)
    }
}
#endif
