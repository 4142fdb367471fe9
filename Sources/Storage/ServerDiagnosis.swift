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
