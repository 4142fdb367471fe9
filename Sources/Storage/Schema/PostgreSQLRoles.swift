#if PostgreSQL
/// The roles of a server's database and what each may do, as SQL.
enum PostgreSQLRoles {
    /// Makes the roles that the server does not have.
    static let made = DatabaseRole.allCases.map { role in
        // A login that may make no role may make a store on a server that has them. Two may make them at once.
        """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '\(role.name)') THEN CREATE ROLE \(role.name) NOLOGIN; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        """
    }.joined(separator: "\n")

    /// Gives each role what it needs in the schema and nothing more, also where an earlier version gave it more.
    static func granted(schema: String) -> String {
        let names = DatabaseRole.allCases.map(\.name).joined(separator: ", ")
        // With a right to a table go those to its columns.
        let withdrawn = ["TABLES", "FUNCTIONS"].map {
            "REVOKE ALL ON ALL \($0) IN SCHEMA \"\(schema)\" FROM \(names);"
        }
        let usage = DatabaseRole.allCases.map { "GRANT USAGE ON SCHEMA \"\(schema)\" TO \($0.name);" }
        // What PostgreSQL lets every login do with a function.
        let revoked = "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA \"\(schema)\" FROM PUBLIC;"
        let grants = DatabaseRole.allCases.flatMap { OperationRights.rights(of: $0).grants(to: $0.name) }
        return (withdrawn + usage + [revoked] + grants).joined(separator: "\n")
    }
}
#endif
