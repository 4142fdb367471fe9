#if PostgreSQL
import BookingCore
import Testing

@testable import Storage

@Suite("Rights of the database's roles")
struct RoleRightTests {
    /// As they were granted at step 3, to the letter.
    private struct Grant {
        let verbs: String
        let objects: String
        let roles: [DatabaseRole]

        init(_ verbs: String, on objects: String, to roles: [DatabaseRole]) {
            self.verbs = verbs
            self.objects = objects
            self.roles = roles
        }
    }

    private static let desks: [DatabaseRole] = [.kiosk, .phoneService, .professional]
    private static let staff: [DatabaseRole] = [.phoneService, .professional, .supervisor, .mainUser]
    private static let planners: [DatabaseRole] = [.professional, .supervisor, .mainUser]
    private static let changed =
        "reference, status, cancelled_at, cancelled_by, cancel_reason, moved_to, part_of, purged_at"

    private static let released = [
        Grant("SELECT", on: "store; professional; slot", to: DatabaseRole.allCases),
        Grant("SELECT (professional, start, finish)", on: "absence", to: desks + [.supervisor, .mainUser]),
        Grant("SELECT; INSERT; UPDATE; DELETE", on: "hold", to: desks + [.supervisor]),
        Grant("SELECT; INSERT; UPDATE (\(changed))", on: "booking", to: desks + [.supervisor]),
        Grant("SELECT", on: "booking_right", to: desks + [.mainUser]),
        Grant("SELECT (id, team)", on: "booking_right", to: [.supervisor]),
        Grant("SELECT", on: "right_worker", to: desks + [.supervisor, .mainUser]),
        Grant("INSERT", on: "description; described_answer", to: desks),
        Grant("SELECT (booking); UPDATE (booking)", on: "description; advice", to: desks + [.supervisor]),
        Grant("INSERT", on: "message", to: desks + [.supervisor]),
        Grant(
            "SELECT (id, booking, kind, sent_at, withdrawn_at); UPDATE (withdrawn_at)", on: "message",
            to: desks + [.supervisor]),
        Grant("SELECT; INSERT; UPDATE", on: "journey", to: [.kiosk, .phoneService]),
        Grant("SELECT; UPDATE (password, password_at, wrong_passwords, is_locked)", on: "staff", to: staff),
        Grant("INSERT", on: "access_log", to: staff),
        Grant("SELECT; INSERT; UPDATE; DELETE", on: "call_draft", to: [.phoneService]),
        Grant("SELECT", on: "description; described_answer", to: [.professional]),
        Grant("SELECT; INSERT; UPDATE", on: "advice", to: [.professional]),
        Grant("SELECT", on: "message", to: [.professional]),
        Grant("UPDATE (attendance, guard_reason)", on: "booking", to: [.professional]),
        Grant("INSERT; UPDATE", on: "booking_right", to: [.professional]),
        Grant("INSERT", on: "right_worker", to: [.professional]),
        Grant("INSERT", on: "slot", to: planners),
        Grant("SELECT; INSERT; UPDATE; DELETE", on: "absence", to: planners),
        Grant("UPDATE (left_at)", on: "professional", to: planners),
        Grant("INSERT; UPDATE", on: "professional", to: [.mainUser]),
        Grant("SELECT", on: "journey", to: [.supervisor, .mainUser]),
        Grant("INSERT", on: "staff", to: [.mainUser]),
        Grant("SELECT; DELETE", on: "access_log", to: [.mainUser]),
        Grant("SELECT", on: "booking", to: [.mainUser]),
        Grant(
            """
            UPDATE (client_name, client_phone, client_email, interpreter, sign_language, accessibility, cancel_reason, \
            guard_reason, purged_at)
            """, on: "booking", to: [.mainUser]),
        Grant("UPDATE (client_name, client_phone, withdrawn_at)", on: "booking_right", to: [.mainUser]),
        Grant("SELECT (booking); DELETE", on: "description; described_answer; advice", to: [.mainUser]),
        Grant("SELECT (id, booking); DELETE", on: "message", to: [.mainUser]),
        Grant("SELECT (staff, at); DELETE", on: "call_draft", to: [.mainUser]),
        Grant("DELETE", on: "hold", to: [.mainUser]), Grant("SELECT", on: "hold", to: [.mainUser]),
        Grant("SELECT; UPDATE", on: "message", to: [.messenger]),
        Grant("SELECT", on: "booking", to: [.messenger]),
        Grant("SELECT (id, slot, seat, status, part_of, booking_right)", on: "booking_outline", to: [.kiosk]),
        Grant("SELECT", on: "booking_outline", to: staff),
        Grant("EXECUTE", on: "FUNCTION group_concat(text, text)", to: desks + [.supervisor, .mainUser]),
        Grant("EXECUTE", on: "FUNCTION known_bookings()", to: [.kiosk]),
        Grant("EXECUTE", on: "FUNCTION known_rights()", to: [.kiosk]),
        Grant("EXECUTE", on: "FUNCTION known_numbers()", to: [.mainUser]),
        Grant("EXECUTE", on: "FUNCTION open_bookings(text, text, bigint)", to: desks),
        Grant("EXECUTE", on: "FUNCTION reference_uses(text)", to: desks + [.supervisor]),
        Grant("EXECUTE", on: "FUNCTION booking_made_with(text, text, text)", to: desks),
        Grant("EXECUTE", on: "FUNCTION purge_bookings(bigint, bigint)", to: [.mainUser]),
    ]

    /// A supervisor may make professionals known whose times can be opened, and could not on a server.
    private static let addedAtStep4 = [Grant("INSERT; UPDATE", on: "professional", to: [.supervisor])]

    /// Who has no phone number or has lost the reference, and the year of birth, which is erased too.
    private static let addedAtStep6 = [
        Grant("EXECUTE", on: "FUNCTION open_bookings_of_name(text, bigint, text, bigint)", to: desks),
        Grant("EXECUTE", on: "FUNCTION word_salt(text)", to: [.kiosk]),
        Grant("EXECUTE", on: "FUNCTION lost_references(text, text, bigint, bigint)", to: [.kiosk]),
        Grant("UPDATE (birth_year, name_key, word_salt, word_hash)", on: "booking", to: [.mainUser]),
    ]

    private static let corrected = """
        client, client_name, client_phone, name_key, client_email, client_language, meeting_language, interpreter, \
        sign_language, accessibility, messages, birth_year, word_salt, word_hash, note, note_by
        """

    /// Clients as records, which a kiosk adds to by one function and reads none of; the log of changes; what calendars and
    /// workers need to be changed.
    private static let addedAtStep7 = [
        Grant("SELECT", on: "professional_task; professional_place", to: DatabaseRole.allCases),
        Grant(
            "EXECUTE",
            on: """
                FUNCTION match_client(text, text, text, bigint, text, text, text, text, bigint, text, text, bigint, text); \
                FUNCTION bookings_at_once(text, text, bigint, bigint)
                """, to: desks),
        Grant("EXECUTE", on: "FUNCTION is_client(bigint, text)", to: [.kiosk]),
        Grant("EXECUTE", on: "FUNCTION write_to_parties(bigint, text, bigint, text)", to: desks + [.supervisor]),
        Grant("SELECT (booking); UPDATE (booking)", on: "party", to: desks + [.supervisor]),
        Grant("UPDATE (method)", on: "booking", to: desks + [.supervisor]),
        Grant("INSERT", on: "change", to: desks + [.supervisor, .mainUser]),
        Grant("INSERT", on: "access_seen", to: staff),
        Grant("EXECUTE", on: "FUNCTION recent_look(text, text, text, text, bigint, bigint)", to: staff),
        Grant("EXECUTE", on: "FUNCTION newest_look(text)", to: staff),
        Grant("SELECT", on: "staff_role", to: staff),
        Grant("UPDATE (reset_by, reset_at, reset_reason)", on: "staff", to: staff),
        Grant("UPDATE (role)", on: "staff", to: [.mainUser]),
        Grant("INSERT; DELETE", on: "staff_role", to: [.mainUser]),
        // Who sees clients and puts them right.
        Grant("SELECT; UPDATE", on: "client", to: [.phoneService, .professional, .mainUser]),
        Grant("SELECT; INSERT; DELETE", on: "client_word", to: [.phoneService, .professional]),
        Grant("SELECT; INSERT", on: "client_change", to: [.phoneService, .professional]),
        Grant("SELECT; INSERT; UPDATE", on: "party", to: [.phoneService, .professional]),
        Grant("SELECT", on: "change", to: [.phoneService, .professional, .mainUser]),
        Grant("UPDATE (\(corrected))", on: "booking", to: [.phoneService, .professional]),
        Grant("UPDATE (client_name, client_phone)", on: "booking_right", to: [.phoneService]),
        Grant("SELECT (channel, party); UPDATE (recipient)", on: "message", to: [.phoneService, .professional]),
        // Who changes calendars and workers.
        Grant("DELETE; UPDATE (closed_at)", on: "slot", to: planners),
        Grant("INSERT; DELETE", on: "professional_task; professional_place", to: [.supervisor, .mainUser]),
        // Who removes what is over.
        Grant("SELECT; DELETE", on: "client_word; client_change", to: [.mainUser]),
        Grant("SELECT; DELETE", on: "access_seen; change", to: [.mainUser]),
        Grant("SELECT (booking, client)", on: "party", to: [.mainUser]),
        Grant("UPDATE (client, on_behalf, on_behalf_born, note, note_by)", on: "booking", to: [.mainUser]),
        Grant("EXECUTE", on: "FUNCTION known_clients()", to: [.mainUser]),
        Grant("EXECUTE", on: "FUNCTION forget_bookings()", to: [.mainUser]),
        Grant("EXECUTE", on: "FUNCTION forget_parties(bigint)", to: [.mainUser]),
        Grant("EXECUTE", on: "FUNCTION forget_rights(bigint)", to: [.mainUser]),
        Grant("SELECT", on: "party", to: [.messenger]),
    ]

    /// Each right of a role in words, without columns of what it has as a whole.
    private static func granted(to role: DatabaseRole, by grants: [Grant]) -> Set<String> {
        var all: [(verb: Substring, column: Substring?, object: Substring)] = []
        for grant in grants where grant.roles.contains(role) {
            for object in grant.objects.split(separator: "; ") {
                for part in grant.verbs.split(separator: "; ") {
                    let words = part.split(whereSeparator: { "(), ".contains($0) })
                    if words.count == 1 { all.append((words[0], nil, object)) }
                    all += words.dropFirst().map { (words[0], $0, object) }
                }
            }
        }
        let wholes = Set(all.filter { $0.column == nil }.map { "\($0.verb) on \($0.object)" })
        return wholes.union(
            all.compactMap { verb, column, object in
                column.flatMap { wholes.contains("\(verb) on \(object)") ? nil : "\(verb) (\($0)) on \(object)" }
            })
    }

    @Test("Are those of the released step, and what steps 4, 6 and 7 add", arguments: DatabaseRole.allCases)
    func released(role: DatabaseRole) {
        #expect(
            Set(OperationRights.rights(of: role).map(\.description))
                == Self.granted(
                    to: role, by: Self.released + Self.addedAtStep4 + Self.addedAtStep6 + Self.addedAtStep7))
    }

    @Test("Are granted in one statement for each object")
    func statements() {
        let rights =
            DatabaseRight.to([.select, .insert], on: ["hold"])
            + DatabaseRight.to([.update], columns: ["a", "b"], on: ["hold"])
            + DatabaseRight.call("known_rights") + DatabaseRight.call("purge_bookings", ["bigint", "bigint"])
        #expect(
            rights.grants(to: "kartoitin_kiosk") == [
                "GRANT SELECT, INSERT, UPDATE (a), UPDATE (b) ON hold TO kartoitin_kiosk;",
                "GRANT EXECUTE ON FUNCTION known_rights() TO kartoitin_kiosk;",
                "GRANT EXECUTE ON FUNCTION purge_bookings(bigint, bigint) TO kartoitin_kiosk;",
            ])
    }

    @Test("Are said once, and not of a column where all of them are granted")
    func repetition() {
        let all =
            DatabaseRight.to([.select, .update], columns: ["a"], on: ["x"])
            + DatabaseRight.to([.select], on: ["x", "x"])
        #expect(all.withoutRepetition.map(\.description) == ["UPDATE (a) on x", "SELECT on x"])
    }
}
#endif
