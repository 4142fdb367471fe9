import BookingCore

#if PostgreSQL
/// How the server guards the store: asked of its catalogue, which every login may read.
extension PostgreSQLStore {
    static func server(
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
        let roles = PostgreSQLRoles.Role.allCases.map(\.name)
        condition.missingRoles = roles.filter { !there.contains($0) }
        for role in roles where there.contains(role) {
            let has = try connection.integer("SELECT pg_has_role(?1, 'USAGE')", [.text(role)])
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
    ) throws -> Bool? {
        try connection.first(
            "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = ?1", [.text(schema)]
        ) { $0.next() }
    }

    private static func lackingRights(_ connection: PostgreSQLConnection) throws -> [String] {
        var lacking: [String] = []
        for need in PostgreSQLRoles.needs {
            let may = try connection.integer(
                need.question, [.text(need.role)] + need.words.map { SQLValue.text($0) })
            if may != 1 { lacking.append("\(need.role): \(need.told)") }
        }
        return lacking
    }
}
#endif

/// How a database server guards a store against whoever logs in there, for whoever looks after it.
public struct ServerDiagnosis: Sendable, Equatable {
    /// As whom this program is logged in.
    public var login: String
    public var isSuperuser = false
    /// True of a login that owns the store's tables: no grant and no policy binds it.
    public var isOwner = false
    /// The roles of the store that the login has, by name.
    public var roles: [String] = []
    /// Those that the server lacks.
    public var missingRoles: [String] = []
    /// What a role may not do though its desk needs it, for example `kartoitin_kiosk: SELECT on slot`.
    public var lackingRights: [String] = []
    /// True where the extension `btree_gist` is there or can be made.
    public var hasExtension = true
    public var isEncrypted = false
    /// True of a server on this machine.
    public var isLocal = false
    /// True where everybody may make tables in the schema `public`.
    public var isPublicOpen = false

    /// What a look found, to be told in a line.
    public struct Finding: Sendable, Equatable {
        public enum Kind: Sendable {
            case well
            /// To be known, and no reason to stop.
            case remark
            case fault
        }

        public let kind: Kind
        /// What was looked at, and what was found.
        public let text: String
    }

    /// One of each thing that was looked at, in words for whoever keeps the server.
    public var findings: [Finding] {
        [extensionFinding, rolesFinding, loginFinding, connectionFinding]
            + (isPublicOpen
                ? [
                    Finding(
                        kind: .remark,
                        text: "schema public: everybody may make tables in it; "
                            + "close it with: REVOKE CREATE ON SCHEMA public FROM PUBLIC")
                ] : [])
    }

    private var extensionFinding: Finding {
        hasExtension
            ? Finding(kind: .well, text: "btree_gist: there")
            : Finding(
                kind: .fault,
                text:
                    "btree_gist: the server does not have this extension; install PostgreSQL's contrib modules there")
    }

    private var rolesFinding: Finding {
        if !missingRoles.isEmpty {
            let making = missingRoles.map { "CREATE ROLE \($0) NOLOGIN;" }.joined(separator: " ")
            return Finding(
                kind: .fault,
                text: "database roles: not all are there; make them, then restore the backup, which gives them their "
                    + "rights: \(making)")
        }
        if !lackingRights.isEmpty {
            return Finding(
                kind: .fault,
                text: "database roles: a desk needs more than its role may do; as the owner of the tables, GRANT: "
                    + lackingRights.joined(separator: ", "))
        }
        return Finding(kind: .well, text: "database roles: each may do what its desk needs")
    }

    private var loginFinding: Finding {
        let giving =
            "run desks with a login of its own for each machine, and GRANT it one role, such as kartoitin_kiosk"
        if isSuperuser || isOwner {
            return Finding(
                kind: .remark,
                text: "database login: \(login) \(isSuperuser ? "is a superuser" : "owns the tables") and may read "
                    + "everything, which is for making and migrating a store; \(giving)")
        }
        guard !roles.isEmpty else {
            return Finding(
                kind: .fault,
                text:
                    "database login: \(login) has none of the roles and may do nothing; as the owner of the tables: "
                    + "GRANT kartoitin_kiosk TO \(login), or another role")
        }
        let list = roles.joined(separator: ", ")
        if roles.count > 1 {
            return Finding(
                kind: .remark,
                text:
                    "database login: \(login) has the roles \(list), so each desk may do what all of them may; \(giving)"
            )
        }
        return Finding(kind: .well, text: "database login: \(login) has the role \(list)")
    }

    private var connectionFinding: Finding {
        if isLocal { return Finding(kind: .well, text: "connection: does not leave this machine") }
        if isEncrypted { return Finding(kind: .well, text: "connection: TLS") }
        return Finding(
            kind: .remark,
            text: "connection: no TLS, so whoever is on the network reads names and what clients wrote; "
                + "add ?sslmode=verify-full to the address")
    }
}

extension Stores {
    /// Looks at the server of a store, and changes nothing. The store need not be there, and the login may have no
    /// rights.
    public static func server(_ address: String) throws -> ServerDiagnosis {
        #if PostgreSQL
        try StoreFailure.converting { try PostgreSQLStore.server(address: address) }
        #else
        throw StoreFailure.withoutPostgreSQL
        #endif
    }
}
