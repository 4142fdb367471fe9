/// What a test writes into a store behind the program's back: damage, and what would otherwise take long to come about.
/// The one place of the tests' targets that names columns for it.
public struct StoreEdit: Sendable {
    public let sql: String

    private init(_ sql: String) { self.sql = sql }

    private static func text(_ value: String?) -> String {
        value.map { "'\($0.replacing("'", with: "''"))'" } ?? "NULL"
    }

    /// A reference as it is kept: without its hyphen.
    private static func reference(_ shown: String) -> String { text(shown.replacing("-", with: "")) }

    // Damage: what the store itself would refuse, or its check finds.

    public static let noDescriptions = StoreEdit("DELETE FROM described_answer; DELETE FROM description")
    public static let noProfessionals = StoreEdit("DELETE FROM professional")
    /// Rights that name nobody.
    public static let noRightWorkers = StoreEdit("DELETE FROM right_worker")
    public static let twoBookingsOfOneSeat = StoreEdit(
        "DROP INDEX one_active_booking; UPDATE booking SET slot = (SELECT min(slot) FROM booking)")
    public static let wrongCountsOfBookings = StoreEdit("UPDATE slot SET booked = 1 - booked")
    public static let methodsThatAreNone = StoreEdit("UPDATE slot SET methods = methods | 1048576 WHERE id = 1")

    /// The time that begins then begins elsewhere and takes half an hour.
    ///
    /// - Parameter shift: in seconds.
    public static func overlappingSlots(from start: Int, by shift: Int) -> StoreEdit {
        StoreEdit(
            """
            DROP TRIGGER slot_overlaps_on_update;
            UPDATE slot SET start = start + \(shift), finish = start + \(shift) + 1800 WHERE start = \(start)
            """)
    }

    /// The time that begins then is gone.
    public static func noSlot(from start: Int) -> StoreEdit { StoreEdit("DELETE FROM slot WHERE start = \(start)") }

    /// From now on a file's store refuses a new row of a table.
    public static func refusedRows(of table: String, saying message: String) -> StoreEdit {
        StoreEdit(
            "CREATE TRIGGER broken BEFORE INSERT ON \(table) BEGIN SELECT RAISE (ABORT, \(text(message))); END")
    }

    // Times and their professionals.

    /// One time by its row, or all, lie elsewhere.
    public static func slot(_ row: Int? = nil, from start: Int, until end: Int) -> StoreEdit {
        StoreEdit("UPDATE slot SET start = \(start), finish = \(end)" + (row.map { " WHERE id = \($0)" } ?? ""))
    }

    public static func bookedSlots(from start: Int, until end: Int) -> StoreEdit {
        StoreEdit("UPDATE slot SET start = \(start), finish = \(end) WHERE booked = 1")
    }

    /// Only a booking right opens the professional's times.
    public static func byRight(_ professional: String) -> StoreEdit {
        StoreEdit("UPDATE slot SET by_right = 1 WHERE professional = \(text(professional))")
    }

    public static func byRight(slot row: Int) -> StoreEdit {
        StoreEdit("UPDATE slot SET by_right = 1 WHERE id = \(row)")
    }

    public static func appointmentType(_ type: String, slot row: Int) -> StoreEdit {
        StoreEdit("UPDATE slot SET appointment_type = \(text(type)) WHERE id = \(row)")
    }

    public static func appointmentType(_ type: String, of professional: String) -> StoreEdit {
        StoreEdit("UPDATE slot SET appointment_type = \(text(type)) WHERE professional = \(text(professional))")
    }

    public static func seats(_ count: Int) -> StoreEdit { StoreEdit("UPDATE slot SET seats = \(count)") }

    /// - Parameter professional: nil for all.
    public static func team(_ team: String, of professional: String? = nil) -> StoreEdit {
        StoreEdit(
            "UPDATE professional SET team = \(text(team))"
                + (professional.map { " WHERE id = \(text($0))" } ?? ""))
    }

    public static func languages(_ codes: String..., of professional: String) -> StoreEdit {
        StoreEdit(
            "UPDATE professional SET languages = ' \(codes.joined(separator: " ")) ' WHERE id = \(text(professional))"
        )
    }

    /// They left long ago.
    public static func left(_ professional: String) -> StoreEdit {
        StoreEdit("UPDATE professional SET left_at = 0 WHERE id = \(text(professional))")
    }

    // Bookings and what belongs to them.

    /// The newest booking is the oldest one's part, as of a work pair.
    public static let newestIsPartOfOldest = StoreEdit(
        "UPDATE booking SET part_of = (SELECT min(id) FROM booking) WHERE id = (SELECT max(id) FROM booking)")
    public static let nobodyCame = StoreEdit("UPDATE booking SET attendance = 'no-show'")
    public static let cancelled = StoreEdit("UPDATE booking SET status = 'cancelled', cancelled_at = 0")

    public static func cancelled(_ shown: String) -> StoreEdit {
        StoreEdit(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = 1, cancelled_by = 'client'
            WHERE reference = \(reference(shown))
            """)
    }

    public static func guardReason(_ reason: String, of shown: String) -> StoreEdit {
        StoreEdit("UPDATE booking SET guard_reason = \(text(reason)) WHERE reference = \(reference(shown))")
    }

    public static func service(_ id: String, with professional: String) -> StoreEdit {
        StoreEdit(
            """
            UPDATE booking SET service = \(text(id))
            WHERE slot IN (SELECT id FROM slot WHERE professional = \(text(professional)))
            """)
    }

    /// Each was made half a day before its meeting for each booking there was before it.
    public static let madeHalfDaysAhead = StoreEdit(
        "UPDATE booking SET made_at = (SELECT start FROM slot WHERE id = booking.slot) - 3600 * 12 * id")

    /// Every record of advice of every booking.
    public static let advice = StoreEdit(
        """
        INSERT INTO advice (booking, text, stored, shared, user_id, at)
        SELECT id, 'Neuvo', 'Talteen', 'Koululle', 'aino', 0 FROM booking
        """)

    /// One word in the description, an answer and the advice of every booking.
    public static func word(_ word: String) -> StoreEdit {
        StoreEdit(
            """
            UPDATE description SET hope = \(text(word));
            INSERT INTO described_answer (booking, position, question, options, asked, told)
            SELECT booking, 0, 'x', '', \(text(word)), \(text(word)) FROM description;
            INSERT INTO advice (booking, text, stored, shared, user_id, at)
            SELECT booking, \(text(word)), \(text(word)), \(text(word)), 'aino', 0 FROM description
            """)
    }

    /// Whatever waits is due now, as if time had passed.
    public static let messagesDue = StoreEdit("UPDATE message SET due = 0 WHERE kind <> 'reminder'")

    // Staff, and the store itself.

    /// - Parameter hash: of the password, as `crypt` makes it.
    public static func account(_ id: String, name: String, role: String, hash: String) -> StoreEdit {
        StoreEdit(
            """
            INSERT INTO staff (id, name, role, password, made_at)
            VALUES (\(text(id)), \(text(name)), \(text(role)), \(text(hash)), 0)
            """)
    }

    public static let noAccounts = StoreEdit("DELETE FROM staff")

    public static func noAccount(_ id: String) -> StoreEdit { StoreEdit("DELETE FROM staff WHERE id = \(text(id))") }

    public static let noPasswords = StoreEdit("UPDATE staff SET password = NULL")
    public static let lockedAccounts = StoreEdit("UPDATE staff SET is_locked = 1, wrong_passwords = 10")
    public static let demonstration = StoreEdit("UPDATE store SET is_demonstration = 1")
    /// A file's store of a version that is not there yet.
    public static let newerSchema = StoreEdit("PRAGMA user_version = 99")
    /// All is in the file itself, not in the log beside it.
    public static let wholeFile = StoreEdit("PRAGMA wal_checkpoint(TRUNCATE)")
}
