#if PostgreSQL
import BookingCore

/// Questions to a server how it guards a store, answered by its catalogue, which every login may read.
enum ServerInspection {
    static func diagnosis(
        address: String, schema: String = "kartoitin"
    ) throws -> ServerDiagnosis {
        let connection = try PostgreSQLConnection(address: address, schema: schema)
        let found = try connection.first(
            """
            SELECT current_user,
                (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
                coalesce((SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = ?1), false),
                EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist'),
                coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
                inet_client_addr() IS NULL OR inet_client_addr() <<= '127.0.0.0/8' OR inet_client_addr() = '::1',
                has_schema_privilege('public', 'public', 'CREATE')
            """, [.text(schema)]
        ) {
            ServerDiagnosis(
                login: $0.next(), isSuperuser: $0.next(), isOwner: $0.next(), hasExtension: $0.next(),
                isEncrypted: $0.next(), isLocal: $0.next(), isPublicOpen: $0.next())
        }
        guard var condition = found else { throw StoreFailure.unreachable }
        let there = try connection.rows("SELECT rolname FROM pg_roles WHERE rolname LIKE 'kartoitin\\_%'") {
            $0.next() as String
        }
        let roles = DatabaseRole.allCases.map(\.name)
        condition.missingRoles = roles.filter { !there.contains($0) }
        for role in roles where there.contains(role) {
            let has = try connection.integer("SELECT pg_has_role(?1, 'USAGE')", [.text(role)])
            if has == 1 { condition.roles.append(role) }
        }
        // A store that is being made has its roles before anybody needs them.
        let mayLook = try ServerSchema(name: schema).mayLook(connection)
        if mayLook == nil { condition.missingRoles = [] }
        if condition.missingRoles.isEmpty, mayLook == true {
            condition.lackingRights = try lackingRights(connection)
        }
        return condition
    }

    private static func lackingRights(_ connection: PostgreSQLConnection) throws -> [String] {
        var lacking: [String] = []
        for role in DatabaseRole.allCases {
            for right in OperationRights.rights(of: role) {
                let (sql, values) = right.question
                let may = try connection.integer(sql, [.text(role.name)] + values.map { SQLValue.text($0) })
                if may != 1 { lacking.append("\(role.name): \(right.description)") }
            }
        }
        return lacking
    }
}
#endif
