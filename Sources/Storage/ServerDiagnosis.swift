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
        let roles = DatabaseRole.allCases.map(\.name)
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

    /// What was looked at, and what was found.
    public enum Finding: Sendable, Equatable {
        case extensionThere
        /// The server has no `btree_gist`, and none can be made.
        case extensionMissing
        case rolesComplete
        case rolesMissing([String])
        case rightsLacking([String])
        case loginHasRole(login: String, role: String)
        case loginHasRoles(login: String, roles: [String])
        case loginHasNoRole(login: String)
        case loginIsSuperuser(login: String)
        case loginOwnsTables(login: String)
        case connectionIsLocal
        case connectionIsEncrypted
        case connectionIsOpen
        /// Every login may make tables in the schema `public`.
        case publicSchemaIsOpen

        public enum Severity: Sendable {
            case well
            /// Worth knowing, and no reason to stop.
            case remark
            case fault
        }

        public var severity: Severity {
            switch self {
            case .extensionThere, .rolesComplete, .loginHasRole, .connectionIsLocal, .connectionIsEncrypted: .well
            case .loginHasRoles, .loginIsSuperuser, .loginOwnsTables, .connectionIsOpen, .publicSchemaIsOpen: .remark
            case .extensionMissing, .rolesMissing, .rightsLacking, .loginHasNoRole: .fault
            }
        }
    }

    /// One finding for each thing that was looked at.
    public var findings: [Finding] {
        [
            hasExtension ? .extensionThere : .extensionMissing, rolesFinding, loginFinding,
            isLocal ? .connectionIsLocal : isEncrypted ? .connectionIsEncrypted : .connectionIsOpen,
        ] + (isPublicOpen ? [.publicSchemaIsOpen] : [])
    }

    private var rolesFinding: Finding {
        if !missingRoles.isEmpty { return .rolesMissing(missingRoles) }
        return lackingRights.isEmpty ? .rolesComplete : .rightsLacking(lackingRights)
    }

    private var loginFinding: Finding {
        if isSuperuser { return .loginIsSuperuser(login: login) }
        if isOwner { return .loginOwnsTables(login: login) }
        guard let first = roles.first else { return .loginHasNoRole(login: login) }
        return roles.count == 1
            ? .loginHasRole(login: login, role: first) : .loginHasRoles(login: login, roles: roles)
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
