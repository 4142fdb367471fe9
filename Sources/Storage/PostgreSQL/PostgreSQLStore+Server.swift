#if PostgreSQL
    import BookingCore

    /// How the server guards the store: asked of its catalogue, which every login may read.
    extension PostgreSQLStore {
        static func server(
            address: String, schema: String = "kartoitin"
        ) throws(BookingError) -> ServerCondition {
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
                ServerCondition(
                    login: $0.text(0), isSuperuser: $0.integer(1) == 1, isOwner: $0.integer(2) == 1,
                    hasExtension: $0.integer(3) == 1, isEncrypted: $0.integer(4) == 1, isLocal: $0.integer(5) == 1,
                    isPublicOpen: $0.integer(6) == 1)
            }
            guard var condition = found else { throw .store(.unreachable) }
            let there = try connection.rows("SELECT rolname FROM pg_roles WHERE rolname LIKE 'kartoitin\\_%'") {
                $0.text(0)
            }
            let roles = PostgreSQLRoles.Role.allCases.map(\.name)
            condition.missingRoles = roles.filter { !there.contains($0) }
            for role in roles where there.contains(role) {
                let has = try connection.first("SELECT pg_has_role(?1, 'USAGE')", [.text(role)]) { $0.integer(0) }
                if has == 1 { condition.roles.append(role) }
            }
            // A store that is being made has its roles before anybody needs them.
            let mayLook = try mayLook(schema, connection)
            if mayLook == nil { condition.missingRoles = [] }
            if condition.missingRoles.isEmpty, mayLook == true {
                condition.lackingRights = try lackingRights(connection)
            }
            return condition
        }

        /// True where the login may ask about the tables of a store; nil where there is no store.
        static func mayLook(
            _ schema: String, _ connection: PostgreSQLConnection
        ) throws(BookingError) -> Bool? {
            try connection.first(
                "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = ?1", [.text(schema)]
            ) { $0.integer(0) == 1 }
        }

        private static func lackingRights(_ connection: PostgreSQLConnection) throws(BookingError) -> [String] {
            var lacking: [String] = []
            for need in PostgreSQLRoles.needs {
                let may = try connection.first(
                    need.question, [.text(need.role)] + need.words.map { SQLValue.text($0) }
                ) { $0.integer(0) }
                if may != 1 { lacking.append("\(need.role): \(need.told)") }
            }
            return lacking
        }
    }
#endif
