#if PostgreSQL
/// A right to do one thing with one object of a server's database, or with one column of it.
struct DatabaseRight: Hashable, Sendable {
    enum Verb: String, Sendable {
        case select = "SELECT"
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
        case execute = "EXECUTE"
    }

    enum Object: Hashable, Sendable {
        /// A table or a view.
        case table(String)
        case function(String, parameters: [String])

        /// As `GRANT … ON` names it.
        var sql: String {
            switch self {
            case .table(let name): name
            case .function(let name, let parameters): "FUNCTION \(name)(\(parameters.joined(separator: ", ")))"
            }
        }
    }

    let verb: Verb
    let object: Object
    /// Nil for all columns, and for a function.
    let column: String?

    /// For example `UPDATE (status) on booking`.
    var description: String { "\(verb.rawValue)\(column.map { " (\($0))" } ?? "") on \(object.sql)" }

    /// A question to the server whether a role (`?1`) has the right, and the values from `?2` on.
    var question: (sql: String, values: [String]) {
        switch (object, column) {
        case (.function(let name, let parameters), _):
            (
                "SELECT has_function_privilege(?1, ?2, ?3)",
                ["\(name)(\(parameters.joined(separator: ", ")))", verb.rawValue]
            )
        case (.table(let name), nil): ("SELECT has_table_privilege(?1, ?2, ?3)", [name, verb.rawValue])
        case (.table(let name), let column?):
            ("SELECT has_column_privilege(?1, ?2, ?3, ?4)", [name, column, verb.rawValue])
        }
    }
}

extension DatabaseRight {
    /// Each of some rights to each of some tables.
    ///
    /// - Parameter columns: nil for all of them.
    static func to(_ verbs: [Verb], columns: [String]? = nil, on tables: [String]) -> [DatabaseRight] {
        let columns: [String?] = columns ?? [nil]
        return tables.flatMap { table in
            verbs.flatMap { verb in
                columns.map { DatabaseRight(verb: verb, object: .table(table), column: $0) }
            }
        }
    }

    /// The right to call a function.
    static func call(_ function: String, _ parameters: [String] = []) -> [DatabaseRight] {
        [DatabaseRight(verb: .execute, object: .function(function, parameters: parameters), column: nil)]
    }
}

/// Puts lists of rights together.
@resultBuilder
enum DatabaseRightList {
    static func buildBlock(_ lists: [DatabaseRight]...) -> [DatabaseRight] { lists.flatMap(\.self) }
    static func buildOptional(_ list: [DatabaseRight]?) -> [DatabaseRight] { list ?? [] }
    static func buildEither(first list: [DatabaseRight]) -> [DatabaseRight] { list }
    static func buildEither(second list: [DatabaseRight]) -> [DatabaseRight] { list }
}

extension [DatabaseRight] {
    /// Each right once, in the order of its first place, and none to a column of what is granted as a whole.
    var withoutRepetition: [DatabaseRight] {
        let wholes = Set(filter { $0.column == nil })
        var known: Set<DatabaseRight> = []
        return filter { right in
            let whole = DatabaseRight(verb: right.verb, object: right.object, column: nil)
            return (right.column == nil || !wholes.contains(whole)) && known.insert(right).inserted
        }
    }

    /// Statements that grant a role these rights, one for each object.
    func grants(to role: String) -> [String] {
        var objects: [DatabaseRight.Object] = []
        for right in self where !objects.contains(right.object) { objects.append(right.object) }
        return objects.map { object in
            let rights = filter { $0.object == object }.map { right in
                right.verb.rawValue + (right.column.map { " (\($0))" } ?? "")
            }
            return "GRANT \(rights.joined(separator: ", ")) ON \(object.sql) TO \(role);"
        }
    }
}
#endif
