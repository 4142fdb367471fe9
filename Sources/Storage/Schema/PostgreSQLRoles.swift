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

    /// Makes the roles where the server lacks them.
    static let made = Role.allCases.map { role in
        // Whoever may make no role may make a store on a server that has them. Two may make them at once.
        """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '\(role.name)') THEN CREATE ROLE \(role.name) NOLOGIN; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        """
    }.joined(separator: "\n")

    /// Gives each role what it needs in the schema and nothing more.
    static func granted(schema: String) -> String {
        let usage = Role.allCases.map { "GRANT USAGE ON SCHEMA \"\(schema)\" TO \($0.name);" }
        // What PostgreSQL lets everybody do with a function.
        let revoked = "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA \"\(schema)\" FROM PUBLIC;"
        return (usage + [revoked] + grants.map(\.sql)).joined(separator: "\n")
    }

    /// All that desks need, right by right, for whoever wants to know whether it is granted.
    static var needs: [PostgreSQLGrant.Need] { grants.flatMap(\.needs) }

    private typealias Grant = PostgreSQLGrant

    private static let desks: [Role] = [.kiosk, .phoneService, .professional]
    private static let staff: [Role] = [.phoneService, .professional, .supervisor, .mainUser]
    /// Whoever opens times and records absences.
    private static let planners: [Role] = [.professional, .supervisor, .mainUser]
    /// What a cancellation and a move write.
    private static let changed =
        "reference, status, cancelled_at, cancelled_by, cancel_reason, moved_to, part_of, purged_at"

    // Which rows of `booking`, `booking_right`, `description`, `advice` and `message`: see `RowSecurity`.
    private static let grants =
        [
            Grant("SELECT", on: "store, professional, slot", to: Role.allCases),
            // When somebody is away, but not why.
            Grant("SELECT (professional, start, finish)", on: "absence", to: desks + [.supervisor, .mainUser]),
            Grant("SELECT, INSERT, UPDATE, DELETE", on: "hold", to: desks + [.supervisor]),
            // Booking: everything but the reading of what was written.
            Grant("SELECT, INSERT, UPDATE (\(changed))", on: "booking", to: desks + [.supervisor]),
            Grant("SELECT", on: "booking_right", to: desks + [.mainUser]),
            Grant("SELECT (id, team)", on: "booking_right", to: [.supervisor]),
            Grant("SELECT", on: "right_worker", to: desks + [.supervisor, .mainUser]),
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
            Grant("SELECT", on: "message", to: [.professional]),
            Grant("UPDATE (attendance, guard_reason)", on: "booking", to: [.professional]),
            Grant("INSERT, UPDATE", on: "booking_right", to: [.professional]),
            Grant("INSERT", on: "right_worker", to: [.professional]),
            Grant("INSERT", on: "slot", to: planners),
            Grant("SELECT, INSERT, UPDATE, DELETE", on: "absence", to: planners),
            Grant("UPDATE (left_at)", on: "professional", to: planners),
            Grant("INSERT, UPDATE", on: "professional", to: [.mainUser]),
            Grant("SELECT", on: "journey", to: [.supervisor, .mainUser]),
            // The main user manages and reads no client's text.
            Grant("INSERT", on: "staff", to: [.mainUser]),
            Grant("SELECT, DELETE", on: "access_log", to: [.mainUser]),
            Grant("SELECT", on: "booking", to: [.mainUser]),
            Grant(
                """
                UPDATE (client_name, client_phone, client_email, interpreter, sign_language, accessibility, cancel_reason,
                    guard_reason, purged_at)
                """, on: "booking", to: [.mainUser]),
            Grant("UPDATE (client_name, client_phone, withdrawn_at)", on: "booking_right", to: [.mainUser]),
            Grant("SELECT (booking), DELETE", on: "description, described_answer, advice", to: [.mainUser]),
            Grant("SELECT (id, booking), DELETE", on: "message", to: [.mainUser]),
            Grant("SELECT (staff, at), DELETE", on: "call_draft", to: [.mainUser]),
            Grant("DELETE", on: "hold", to: [.mainUser]), Grant("SELECT", on: "hold", to: [.mainUser]),
            Grant("SELECT, UPDATE", on: "message", to: [.messenger]),
            Grant("SELECT", on: "booking", to: [.messenger]),
            // What tells of no client.
            Grant(
                "SELECT (id, slot, seat, status, part_of, booking_right)", on: RowSecurity.outline, to: [.kiosk]),
            Grant("SELECT", on: RowSecurity.outline, to: staff),
            Grant("EXECUTE", on: "FUNCTION group_concat(text, text)", to: desks + [.supervisor, .mainUser]),
            Grant("EXECUTE", on: "FUNCTION known_bookings()", to: [.kiosk]),
            Grant("EXECUTE", on: "FUNCTION known_rights()", to: [.kiosk]),
            Grant("EXECUTE", on: "FUNCTION known_numbers()", to: [.mainUser]),
        ]
        + [
            (DefinerFunction.openBookings, desks), (.referenceUses, desks + [.supervisor]), (.madeWith, desks),
            (.purgeBookings, [.mainUser]),
        ].map { door, roles in
            Grant("EXECUTE", on: "FUNCTION \(door.name)(\(door.parameters.joined(separator: ", ")))", to: roles)
        }
}
