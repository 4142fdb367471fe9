import BookingCore
import SocialServices

/// What each role sees of the tables that it may read, row by row. A kiosk sees the booking and the right of a client who
/// typed their code and phone number, or their word, and no other client's; a main user the client whose reference they
/// name. What was typed is in `kartoitin.phone`, of a word its hash, and in `kartoitin.codes`. Times are seen by all alike:
/// looking for them costs nothing more.
enum RowSecurity {
    /// The bookings without their clients: a view that shows each row to each role.
    static let outline = "booking_outline"

    /// For functions that run with the owner's rights: nobody's temporary table stands in front of ours.
    static func path(_ schema: String) -> String { "SET search_path = \"\(schema)\", pg_temp" }

    /// The same in a store that has those of an earlier step.
    static func renewed(schema: String) -> String {
        let dropped = """
            DO $$ DECLARE found record; BEGIN
                FOR found IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = '\(schema)'
                LOOP EXECUTE format('DROP POLICY %I ON \"\(schema)\".%I', found.policyname, found.tablename); END LOOP;
            END $$;
            """
        return dropped + "\n" + sql(schema: schema)
    }

    static func sql(schema: String) -> String {
        ([view] + (DefinerFunction.all.map { function($0, schema) }) + sights.map { function($0, schema) }
            + tables.map { "ALTER TABLE \($0) ENABLE ROW LEVEL SECURITY;" } + policies)
            .joined(separator: "\n")
    }

    // A reference opens nothing by itself, but a kiosk is not to have a list of them: see the grants.
    private static let view = """
        CREATE OR REPLACE VIEW \(outline) AS SELECT id, slot, seat, status, part_of, booking_right, series, service,
            method, maker, made_at, attendance, moved_to, reference, cancelled_by, client, \(undone) AS is_undone
            FROM booking;
        """

    private static func function(_ door: DefinerFunction, _ schema: String) -> String {
        let sql = PostgreSQLText.translated(door.sql)
        let body =
            door.body.map(PostgreSQLText.translated) ?? "BEGIN \(door.answer == nil ? sql : "RETURN (\(sql))"); END"
        return """
            CREATE OR REPLACE FUNCTION \(door.name)(\(door.parameters.joined(separator: ", ")))
            RETURNS \(door.answer ?? "void") LANGUAGE plpgsql SECURITY DEFINER \(path(schema))
            AS $$ \(body) $$;
            """
    }

    /// Asked in each statement of a desk that it binds. By the index also where the session began on a store that was empty:
    /// the plan is kept.
    private static func function(_ sight: (name: String, type: String, sql: String), _ schema: String) -> String {
        """
        CREATE OR REPLACE FUNCTION \(sight.name)() RETURNS \(sight.type)[] LANGUAGE plpgsql STABLE
        SECURITY DEFINER \(path(schema)) SET enable_seqscan = off AS $$ BEGIN RETURN (\(sight.sql)); END $$;
        """
    }

    private static let codes = "string_to_array(current_setting('kartoitin.codes', true), ' ')"
    private static let phone = "current_setting('kartoitin.phone', true)"
    /// A phone number or the hash of a word; never empty, so that a setting that is empty opens nothing.
    private static let proof = DefinerFunction.proof

    /// What policies ask that look at the very table they are of.
    private static let sights = [
        (
            name: "known_bookings", type: "bigint",
            sql: """
            WITH named AS (
                SELECT coalesce(part_of, id) AS main FROM booking
                WHERE \(isNamed))
            SELECT array_agg(id) FROM (
                SELECT id, \(proof) AS proof FROM booking JOIN named ON id = main
                UNION SELECT id, \(proof) FROM booking JOIN named ON part_of = main) AS known
            WHERE proof = \(phone)
            """
        ),
        (
            name: "known_rights", type: "bigint",
            sql: """
            SELECT array_agg(id) FROM booking_right
            WHERE client_phone = \(phone) AND (code = ANY (\(codes)) OR id IN (
                SELECT booking_right FROM booking WHERE booking.id = ANY (known_bookings())))
            """
        ),
        (
            name: "known_numbers", type: "text",
            sql: """
            SELECT array_append(array_agg(coalesce(\(proof), reference)), '\(Client.erased.phone.international)')
            FROM booking WHERE reference = ANY (\(codes))
            """
        ),
        (
            name: "known_clients", type: "bigint",
            sql: "SELECT array_agg(client) FROM booking WHERE reference = ANY (\(codes))"
        ),
    ]

    /// What was written for a booking.
    private static let writings = ["description", "described_answer", "advice", "message", "party"]
    private static let tables = ["booking", "booking_right"] + writings

    private static let isNamed = "reference = ANY (\(codes)) AND \(proof) = \(phone)"
    private static let isKnown = "ANY ((SELECT known_bookings())::bigint[])"
    private static let isKnownRight = "ANY ((SELECT known_rights())::bigint[])"
    private static let isOfKnownNumber = "client_phone = ANY ((SELECT known_numbers())::text[])"
    /// Of a client without a number the bookings with the same hash, or the one that is named.
    private static let isOfKnownClient = """
        (\(isOfKnownNumber)
            OR client_phone = '' AND coalesce(word_hash, reference) = ANY ((SELECT known_numbers())::text[])
            OR client = ANY ((SELECT known_clients())::bigint[]))
        """

    /// In the county's words: nobody sends clients their own from a kiosk.
    private static let isUsual = "text IS NULL AND kind <> 'by-hand'"

    /// Nobody makes a booking a part of another client's to see that.
    private static let isOwnPart = "(part_of IS NULL OR part_of = \(isKnown))"

    private static let policies =
        [
            policy(
                "booking", .kiosk, "INSERT",
                check: """
                    \(isOwnPart) AND (booking_right IS NULL OR booking_right = \(isKnownRight))
                    AND is_client(client, client_phone)
                    """),
            // A new row is known by what stands in it: an insert that returns something looks before the row is there.
            policy("booking", .kiosk, "SELECT", "id = \(isKnown) OR (\(isNamed))"),
            policy("booking", .kiosk, "UPDATE", "id = \(isKnown)", check: "id = \(isKnown) AND \(isOwnPart)"),
            // Whom the staff meets or calls; what the county gave up is read once more after a handover.
            policy(
                "booking", .supervisor, "SELECT",
                "status <> 'cancelled' AND purged_at IS NULL OR cancelled_by = 'county'"),
            policy("booking", .supervisor, "INSERT", check: "true"),
            policy("booking", .supervisor, "UPDATE", "true"),
            // The client whose reference is named, and those whom an absence hits.
            policy(
                "booking", .mainUser, "SELECT",
                """
                \(isOfKnownClient) OR EXISTS (
                    SELECT 1 FROM slot JOIN absence ON absence.professional = slot.professional
                        AND absence.start < slot.finish AND absence.finish > slot.start
                    WHERE slot.id = booking.slot)
                """),
            policy("booking", .mainUser, "UPDATE", isOfKnownClient),
            policy(
                "booking", .messenger, "SELECT",
                """
                EXISTS (SELECT 1 FROM message
                        WHERE message.booking = booking.id AND sent_at IS NULL AND withdrawn_at IS NULL)
                """),
            policy("booking_right", .kiosk, "SELECT", "id = \(isKnownRight)"),
            policy("booking_right", .mainUser, "ALL", isOfKnownNumber),
            policy("booking_right", .supervisor, "SELECT", "true"),
        ]
        + writings.flatMap { table in
            [
                policy(
                    table, .kiosk, "INSERT",
                    check: "booking = \(isKnown)\(table == "message" ? " AND \(isUsual)" : "")"),
                policy(table, .kiosk, "SELECT", "booking = \(isKnown)"),
                policy(table, .kiosk, "UPDATE", "booking = \(isKnown)"),
                policy(table, .mainUser, "ALL", "true"),
                policy(table, .supervisor, "ALL", "true", check: table == "message" ? isUsual : nil),
            ]
        } + [policy("message", .messenger, "ALL", "true"), policy("party", .messenger, "SELECT", "true")]
        + tables.flatMap { table in
            [policy(table, .phoneService, "ALL", "true"), policy(table, .professional, "ALL", "true")]
        }

    private static func policy(
        _ table: String, _ role: DatabaseRole, _ command: String, _ condition: String? = nil,
        check: String? = nil
    ) -> String {
        """
        CREATE POLICY \(role.rawValue)_\(command.lowercased()) ON \(table) FOR \(command) TO \(role.name)
        \(condition.map { "USING (\($0))" } ?? "") \(check.map { "WITH CHECK (\($0))" } ?? "");
        """
    }
}

extension RowSecurity {
    /// Whether the making of a booking was undone.
    fileprivate static let undone = """
        EXISTS (SELECT 1 FROM change AS made JOIN change AS undoing ON undoing.undoes = made.id
            WHERE made.booking = booking.id AND made.deed = 'booked')
        """
}

extension SQLConnection {
    /// The condition that the making of a `booking`, out of `outline`, was undone.
    var isUndone: String { dialect == .sqlite ? RowSecurity.undone : "booking.is_undone" }

    /// The bookings in SQL that asks nothing of their clients: they may be counted by those who may not see them.
    var outline: String { dialect == .sqlite ? "booking" : RowSecurity.outline }
}
