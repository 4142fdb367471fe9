import BookingCore
import SocialServices

/// A door to bookings that its user may not see, for a question or an act that tells no name. On a
/// server it is a function that runs with the rights of the store's owner.
struct DefinerFunction {
    let name: String
    /// The types of its parameters, as the server calls them.
    let parameters: [String]
    /// The type of its answer; nil of an act.
    let answer: String?
    let sql: String
    /// What a server's function does where that is more than the SQL.
    var body: String?

    /// How many coming bookings of one appointment type (`?2`) after a moment (`?3`) a phone number (`?1`) has.
    static let openBookings = DefinerFunction(
        name: "open_bookings", parameters: ["text", "text", "bigint"], answer: "bigint",
        sql: """
            SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
            WHERE client_phone = ?1 AND status <> 'cancelled' AND part_of IS NULL
                AND appointment_type = ?2 AND start > ?3
            """)

    /// The same of a client without a phone number: by their name as it is compared (`?1`) and their year of birth, 0 if
    /// it is not known (`?2`).
    static let openBookingsOfName = DefinerFunction(
        name: "open_bookings_of_name", parameters: ["text", "bigint", "text", "bigint"], answer: "bigint",
        sql: """
            SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
            WHERE name_key = ?1 AND client_phone = '' AND coalesce(birth_year, 0) = ?2 AND status <> 'cancelled'
                AND part_of IS NULL AND appointment_type = ?3 AND start > ?4
            """)

    /// The salt of the word that opens the booking with a reference; null of one that no word opens. The hash itself leaves
    /// the database to no one who does not have it already.
    static let wordSalt = DefinerFunction(
        name: "word_salt", parameters: ["text"], answer: "text",
        sql: "SELECT word_salt FROM booking WHERE reference = ?1")

    /// The references of coming bookings of a client who tells their name as it is compared (`?1`), phone number (`?2`) and
    /// year of birth (`?3`), after a moment (`?4`); null if there are none. Who wants no messages, or neutral ones alone,
    /// has a person near who may know all three.
    static let lostReferences = DefinerFunction(
        name: "lost_references", parameters: ["text", "text", "bigint", "bigint"], answer: "text",
        sql: """
            SELECT group_concat(reference, ' ') FROM booking JOIN slot ON slot.id = booking.slot
            WHERE client_phone = ?2 AND status <> 'cancelled' AND name_key = ?1 AND birth_year = ?3
                AND part_of IS NULL AND messages IN ('both', 'sms', 'email') AND start > ?4
            """)

    /// How many bookings have a reference: one or none.
    static let referenceUses = DefinerFunction(
        name: "reference_uses", parameters: ["text"], answer: "bigint",
        sql: "SELECT count(*) FROM booking WHERE reference = ?1")

    /// What opens a booking beside its reference: the client's phone number or, of one who has none, the hash of their
    /// word. Null of a booking that only staff open.
    static let proof = "coalesce(nullif(client_phone, ''), word_hash)"

    /// The reference of what was booked with a hold by a client. The number, or the hash, and the name are asked too: a
    /// kiosk's login can read the tokens of others' holds.
    static let madeWith = DefinerFunction(
        name: "booking_made_with", parameters: ["text", "text", "text"], answer: "text",
        sql: "SELECT reference FROM booking WHERE made_with = ?1 AND \(proof) = ?2 AND client_name = ?3")

    /// Takes from bookings whose meetings ended before a moment (`?1`) the needs and reasons, which are somebody's own
    /// words too, and what finds or opens a coming booking, and says (at `?2`) of those with a description that it is removed.
    static let purgeBookings = DefinerFunction(
        name: "purge_bookings", parameters: ["bigint", "bigint"], answer: nil,
        sql: """
            UPDATE booking SET interpreter = NULL, accessibility = NULL, cancel_reason = NULL, guard_reason = NULL,
                birth_year = NULL, name_key = NULL, word_salt = NULL, word_hash = NULL,
                on_behalf = NULL, on_behalf_born = NULL, note = NULL, note_by = NULL,
                purged_at = CASE WHEN purged_at IS NULL AND \(isDescribed) THEN ?2 ELSE purged_at END
            WHERE (coalesce(interpreter, accessibility, cancel_reason, guard_reason, name_key, on_behalf, note) IS NOT NULL
                   OR (purged_at IS NULL AND \(isDescribed)))
                AND EXISTS (SELECT 1 FROM slot WHERE slot.id = booking.slot AND slot.finish <= ?1)
            """)

    /// Takes the name and the number from bookings whose client was removed.
    static let forgetBookings = DefinerFunction(
        name: "forget_bookings", parameters: [], answer: nil,
        sql: """
            UPDATE booking SET client_name = '\(Client.erased.name)', client_phone = '\(Client.erased.phone.international)',
                client_email = NULL, client = NULL, birth_year = NULL, name_key = NULL, word_salt = NULL, word_hash = NULL
            WHERE client IN (SELECT coalesce(same_as, id) FROM client WHERE purged_at IS NOT NULL)
            """)

    /// The same of others who came to a meeting, at a moment (`?1`).
    static let forgetParties = DefinerFunction(
        name: "forget_parties", parameters: ["bigint"], answer: nil,
        sql: """
            UPDATE party SET name = '\(Client.erased.name)', phone = '', purged_at = ?1,
                removed_at = coalesce(removed_at, ?1)
            WHERE purged_at IS NULL
                AND client IN (SELECT coalesce(same_as, id) FROM client WHERE purged_at IS NOT NULL)
            """)

    /// The same of booking rights that ended before a moment (`?1`).
    static let forgetRights = DefinerFunction(
        name: "forget_rights", parameters: ["bigint"], answer: nil,
        sql: """
            UPDATE booking_right SET client_name = '\(Client.erased.name)',
                client_phone = '\(Client.erased.phone.international)'
            WHERE coalesce(withdrawn_at, expires) <= ?1
                AND client_phone NOT IN (SELECT phone FROM client WHERE purged_at IS NULL)
            """)

    private static let isDescribed = "EXISTS (SELECT 1 FROM description WHERE description.booking = booking.id)"

    /// The id of the client whom a key of number and name tells (`?1`), who is added if there is none, with what else is
    /// told of them (`?2` to `?12`); of one that was joined to another, that one. On a server the words of the name are
    /// added too (`?13`): who books there reads and writes no client otherwise.
    static let matchClient = DefinerFunction(
        name: "match_client",
        parameters: [
            "text", "text", "text", "bigint", "text", "text", "text", "text", "bigint", "text", "text", "bigint",
            "text",
        ], answer: "bigint", sql: "\(addClient) RETURNING coalesce(same_as, id)",
        body: """
            DECLARE root bigint; row bigint; BEGIN
                \(addClient) RETURNING coalesce(same_as, id), id INTO root, row;
                INSERT INTO client_word (word, client, reversed)
                SELECT DISTINCT word, row, reverse(word) FROM unnest(string_to_array(?13, ' ')) AS word
                WHERE word <> '' ON CONFLICT DO NOTHING;
                RETURN root;
            END
            """)

    private static let addClient = """
        INSERT INTO client (match_key, name, phone, birth_year, email, language, meeting_language, interpreter,
            sign_language, accessibility, messages, made_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (match_key) DO UPDATE SET match_key = excluded.match_key
        """

    /// Whether a client (`?1`) is the one with a phone number (`?2`): whom a kiosk's booking may name.
    static let isClient = DefinerFunction(
        name: "is_client", parameters: ["bigint", "text"], answer: "boolean",
        sql: "EXISTS (SELECT 1 FROM client WHERE coalesce(same_as, id) = ?1 AND phone = ?2)")

    /// Writes a letter of a kind (`?2`) that is due then (`?3`) to each of the others at a meeting (`?1`), under keys that
    /// begin with a new one (`?4`). A kiosk's login moves a client's meeting and does not see who else comes.
    static let writeToParties = DefinerFunction(
        name: "write_to_parties", parameters: ["bigint", "text", "bigint", "text"], answer: nil,
        sql: """
            INSERT INTO message (key, booking, kind, channel, recipient, language, due, party)
            SELECT ?4 || '-' || party.id, party.booking, ?2, 'sms', party.phone, party.language, ?3, party.id
            FROM party WHERE party.booking = ?1 AND removed_at IS NULL AND phone <> ''
                AND messages NOT IN ('none', 'email')
            """)

    /// How many meetings a client of a phone number (`?1`) and a name as it is compared (`?2`) has between two moments.
    static let bookingsAtOnce = DefinerFunction(
        name: "bookings_at_once", parameters: ["text", "text", "bigint", "bigint"], answer: "bigint",
        sql: """
            SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
            WHERE client_phone = ?1 AND name_key = ?2 AND status <> 'cancelled' AND part_of IS NULL
                AND slot.start < ?4 AND slot.finish > ?3
            """)

    /// The line of a user (`?1`) who looked at the same (`?2`) for the same purpose (`?3`), whose client was recognised in
    /// the same way (`?4`), after a moment (`?5`) and until now (`?6`); 0 if there is none.
    static let recentLook = DefinerFunction(
        name: "recent_look", parameters: ["text", "text", "text", "text", "bigint", "bigint"], answer: "bigint",
        sql: """
            SELECT coalesce(max(id), 0) FROM access_log WHERE user_id = ?1 AND scope = ?2 AND purpose = ?3
                AND coalesce(identity, '') = ?4 AND at > ?5 AND at <= ?6 AND is_refused = 0
            """)

    /// The last line of a user (`?1`).
    static let newestLook = DefinerFunction(
        name: "newest_look", parameters: ["text"], answer: "bigint",
        sql: "SELECT max(id) FROM access_log WHERE user_id = ?1")

    static let all = [
        openBookings, openBookingsOfName, referenceUses, madeWith, wordSalt, lostReferences, purgeBookings,
        matchClient,
        isClient, forgetBookings, forgetParties, forgetRights, writeToParties,
        recentLook, newestLook, bookingsAtOnce,
    ]
}

extension SQLConnection {
    /// The SQL that calls a function: on an engine without logins its own text.
    func sql(of function: DefinerFunction) -> String {
        guard dialect == .postgreSQL else { return function.sql }
        let parameters = function.parameters.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        return "SELECT \(function.name)(\(parameters))"
    }
}
