/// Who may do what in the database itself: one role for each kind of desk, without a login of its own. Whoever keeps
/// the server makes a login for each machine and grants it one of these.
enum PostgreSQLRoles {
    enum Role: String, CaseIterable {
        case kiosk
        case phoneService = "phone_service"
        case professional
        case supervisor
        case mainUser = "main_user"
        /// The timer that sends messages.
        case messenger

        var name: String { "kartoitin_\(rawValue)" }
    }

    /// Makes the roles where the server lacks them, and gives each what it needs in the schema and nothing more.
    static func sql(schema: String) -> String {
        let made = Role.allCases.map { role in
            """
            DO $$ BEGIN CREATE ROLE \(role.name) NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            GRANT USAGE ON SCHEMA "\(schema)" TO \(role.name);
            """
        }
        let granted = grants.flatMap { grant in
            grant.roles.map { "GRANT \(grant.rights) ON \(grant.tables) TO \($0.name);" }
        }
        return (made + granted).joined(separator: "\n")
    }

    private struct Grant {
        let rights: String
        let tables: String
        let roles: [Role]

        init(_ rights: String, on tables: String, to roles: [Role]) {
            self.rights = rights
            self.tables = tables
            self.roles = roles
        }
    }

    private static let desks: [Role] = [.kiosk, .phoneService, .professional]
    private static let staff: [Role] = [.phoneService, .professional, .supervisor, .mainUser]

    private static let grants = [
        Grant("SELECT", on: "store, professional, slot, absence", to: Role.allCases),
        // Booking: everything but the reading of what was written.
        Grant("SELECT, INSERT, UPDATE", on: "booking", to: desks + [.supervisor]),
        Grant("SELECT, INSERT, UPDATE, DELETE", on: "hold", to: desks + [.supervisor]),
        Grant("SELECT", on: "booking_right, right_worker", to: desks + [.supervisor, .mainUser]),
        Grant("INSERT", on: "description, described_answer", to: desks),
        // A move takes the description along, by its number alone.
        Grant("SELECT (booking), UPDATE (booking)", on: "description, advice", to: desks + [.supervisor]),
        Grant("INSERT", on: "message", to: desks + [.supervisor]),
        Grant(
            "SELECT (id, booking, kind, sent_at, withdrawn_at), UPDATE (withdrawn_at)", on: "message",
            to: desks + [.supervisor]),
        Grant("SELECT, INSERT, UPDATE", on: "journey", to: [.kiosk, .phoneService]),
        // Signing in, and what the log keeps of it.
        Grant("SELECT, UPDATE (password, password_at, wrong_passwords, is_locked)", on: "staff", to: staff),
        Grant("INSERT", on: "access_log", to: staff),
        Grant("SELECT, INSERT, UPDATE, DELETE", on: "call_draft", to: [.phoneService]),
        // Only professionals read what clients wrote.
        Grant("SELECT", on: "description, described_answer", to: [.professional]),
        Grant("SELECT, INSERT, UPDATE", on: "advice", to: [.professional]),
        Grant("INSERT, UPDATE", on: "booking_right", to: [.professional]),
        Grant("INSERT", on: "right_worker", to: [.professional]),
        Grant("INSERT", on: "slot", to: [.professional, .supervisor, .mainUser]),
        Grant("INSERT, UPDATE, DELETE", on: "absence", to: [.professional, .supervisor, .mainUser]),
        Grant("INSERT, UPDATE", on: "professional", to: [.mainUser]),
        Grant("SELECT", on: "journey", to: [.supervisor, .mainUser]),
        // The main user manages and reads no client's text.
        Grant("INSERT", on: "staff", to: [.mainUser]),
        Grant("SELECT, DELETE", on: "access_log", to: [.mainUser]),
        Grant("SELECT, UPDATE", on: "booking, booking_right", to: [.mainUser]),
        Grant("SELECT (booking), DELETE", on: "description, described_answer, advice", to: [.mainUser]),
        Grant("SELECT (id, booking), DELETE", on: "message", to: [.mainUser]),
        Grant("SELECT (staff, at), DELETE", on: "call_draft", to: [.mainUser]),
        Grant("SELECT, UPDATE", on: "message", to: [.messenger]),
        Grant("SELECT", on: "booking", to: [.messenger]),
    ]
}
