/// Rights that roles have on objects of one kind.
struct PostgreSQLGrant {
    /// As SQL names them, for example `SELECT, UPDATE (status)`.
    let rights: String
    let objects: String
    let roles: [PostgreSQLRoles.Role]

    init(_ rights: String, on objects: String, to roles: [PostgreSQLRoles.Role]) {
        self.rights = rights
        self.objects = objects
        self.roles = roles
    }

    var sql: String { roles.map { "GRANT \(rights) ON \(objects) TO \($0.name);" }.joined(separator: "\n") }

    /// A question to the server whether one role has one right on one object, `?1` being the role and the others `words`.
    struct Need {
        let role: String
        let question: String
        let words: [String]
        /// For example `SELECT on slot`.
        let told: String
    }

    var needs: [Need] {
        roles.flatMap { role in Self.parts(objects).flatMap { object in needs(of: role.name, on: object) } }
    }

    private func needs(of role: String, on object: String) -> [Need] {
        if let function = object.split(separator: "FUNCTION ").first, object.hasPrefix("FUNCTION ") {
            return [
                Need(
                    role: role, question: "SELECT has_function_privilege(?1, ?2, ?3)",
                    words: [String(function), rights], told: "\(rights) on \(object)")
            ]
        }
        return Self.parts(rights).flatMap { right -> [Need] in
            let pieces = right.split(whereSeparator: { "(), \n".contains($0) }).map(String.init)
            guard let kind = pieces.first else { return [] }
            if pieces.count == 1 {
                return [
                    Need(
                        role: role, question: "SELECT has_table_privilege(?1, ?2, ?3)", words: [object, kind],
                        told: "\(kind) on \(object)")
                ]
            }
            return pieces.dropFirst().map { column in
                Need(
                    role: role, question: "SELECT has_column_privilege(?1, ?2, ?3, ?4)",
                    words: [object, column, kind], told: "\(kind) (\(column)) on \(object)")
            }
        }
    }

    /// What commas part that stand in no parentheses.
    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { String($0.drop { $0 == " " }) }
    }
}
