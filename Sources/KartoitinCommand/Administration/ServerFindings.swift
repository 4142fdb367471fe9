import Storage

extension ServerDiagnosis.Finding {
    /// What was looked at and what was found, with what to do, for the server's administrator.
    var explanation: String {
        let giving =
            "run desks with a login of its own for each machine, and GRANT it one role, such as kartoitin_kiosk"
        let all = "and may read everything, which is for making and migrating a store; \(giving)"
        return switch self {
        case .extensionThere: "btree_gist: there"
        case .extensionMissing:
            "btree_gist: the server does not have this extension; install PostgreSQL's contrib modules there"
        case .rolesComplete: "database roles: each may do what its desk needs"
        case .rolesMissing(let roles):
            "database roles: not all are there; make them, then restore the backup, which gives them their rights: "
                + roles.map { "CREATE ROLE \($0) NOLOGIN;" }.joined(separator: " ")
        case .rightsLacking(let rights):
            "database roles: a desk needs more than its role may do; as the owner of the tables, GRANT: "
                + rights.joined(separator: ", ")
        case .loginHasRole(let login, let role): "database login: \(login) has the role \(role)"
        case .loginHasRoles(let login, let roles):
            "database login: \(login) has the roles \(roles.joined(separator: ", ")), so each desk may do what all of "
                + "them may; \(giving)"
        case .loginHasNoRole(let login):
            "database login: \(login) has none of the roles and may do nothing; as the owner of the tables: GRANT "
                + "kartoitin_kiosk TO \(login), or another role"
        case .loginIsSuperuser(let login): "database login: \(login) is a superuser \(all)"
        case .loginOwnsTables(let login): "database login: \(login) owns the tables \(all)"
        case .connectionIsLocal: "connection: does not leave this machine"
        case .connectionIsEncrypted: "connection: TLS"
        case .connectionIsOpen:
            "connection: no TLS, so whoever is on the network reads names and what clients wrote; add "
                + "?sslmode=verify-full to the address"
        case .publicSchemaIsOpen:
            "schema public: everybody may make tables in it; close it with: REVOKE CREATE ON SCHEMA public FROM PUBLIC"
        }
    }
}
