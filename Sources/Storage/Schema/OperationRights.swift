#if PostgreSQL
import BookingCore

/// What the operations of staff, and the few acts that belong to no operation, read and write in the database of a server.
///
/// Which rows of `booking`, `booking_right`, `description`, `advice` and `message` a role sees: `RowSecurity`.
enum OperationRights {
    /// All rights of a role, each once.
    static func rights(of role: DatabaseRole) -> [DatabaseRight] {
        var rights = everyone
        switch role {
        case .kiosk: rights += visiting
        case .messenger: rights += sending
        case .phoneService, .professional, .supervisor, .mainUser: rights += signingIn
        }
        if let staff = role.staff {
            rights += StaffOperation.allCases.flatMap { Self.rights(for: $0, reaching: staff.reach(of: $0)) }
        }
        return rights.withoutRepetition
    }

    /// The rights that an operation needs.
    ///
    /// - Parameter scope: how far the operation reaches for the role; none are needed for what reaches nothing.
    static func rights(for operation: StaffOperation, reaching scope: AccessScope) -> [DatabaseRight] {
        scope == .nothing ? [] : rights(for: operation, ofAll: scope == .all)
    }

    @DatabaseRightList
    private static func rights(for operation: StaffOperation, ofAll: Bool) -> [DatabaseRight] {
        switch operation {
        case .seeBookings:
            to(.select, on: "booking", "client", "client_word", "party", "change")
        case .seeArrangements: to(.select, on: "booking")
        case .book:
            findingTimes
            booking
        case .move:
            findingTimes
            booking
            changing
            carryingAlong
        case .cancel: changing
        case .readDescription: to(.select, on: "booking", "description", "described_answer", "advice")
        case .recordMeeting:
            to(.select, on: "booking")
            to(.update, columns: ["attendance", "guard_reason"], on: "booking")
            to(.select, .insert, .update, on: "advice")
        case .grantRight: to(.select, .insert, on: "booking_right", "right_worker")
        case .withdrawRight:
            to(.select, .update, on: "booking_right")
            to(.select, on: "right_worker")
        case .writeMessage:
            to(.select, on: "booking")
            to(.insert, on: "message")
        case .changeTimetable:
            changingTimetables
            // Makes professionals known whose times can be opened, and changes what is known of them.
            if ofAll {
                to(.insert, .update, on: "professional")
                to(.insert, .delete, on: "professional_task", "professional_place")
            }
        case .handOver:
            findingTimes
            changing
            carryingAlong
            to(.insert, on: "booking")
            to(.select, .insert, .update, .delete, on: "hold")
            to(.select, columns: ["id", "team"], on: "booking_right")
            to(.select, on: "right_worker")
        case .seeWorkload: to(.select, on: RowSecurity.outline)
        case .seeReports: to(.select, on: "journey", RowSecurity.outline)
        case .recordCall:
            to(.select, .insert, .update, .delete, on: "call_draft")
            to(.select, .insert, .update, on: "journey")
        case .correctClient: correcting
        case .manageStaff:
            to(.insert, on: "staff")
            to(.update, columns: ["role"], on: "staff")
            to(.insert, .delete, on: "staff_role")
        case .readLog:
            to(.select, on: "access_log", "booking", "access_seen", "change")
            call("known_numbers")
            call("known_clients")
        case .showClientData:
            to(.select, on: "booking", "description", "described_answer", "advice", "message")
            to(.select, on: "booking_right", "right_worker")
        case .eraseClientData: erasing
        case .purge:
            removing
            to(.select, on: RowSecurity.outline)
            to(.select, columns: ["staff", "at"], on: "call_draft")
            to(.delete, on: "call_draft")
            to(.select, .delete, on: "access_log", "change", "client_change", "access_seen")
            to(.select, .update, on: "client")
            to(.select, .delete, on: "client_word")
            to(.select, columns: ["booking", "client"], on: "party")
            keepingChanges
            call(.purgeBookings)
            call(.forgetBookings)
            call(.forgetParties)
            call(.forgetRights)
        }
    }

    /// Every program that opens a store reads what it is, and whose times there are.
    private static let everyone = to(
        .select, on: "store", "professional", "professional_task", "professional_place", "slot")

    /// Signing in, and what the log keeps of it. The trigger `account_is_its_owners` says whose password is changed.
    @DatabaseRightList
    private static var signingIn: [DatabaseRight] {
        to(.select, on: "staff", "staff_role")
        to(
            .update,
            columns: [
                "password", "password_at", "wrong_passwords", "is_locked", "reset_by", "reset_at", "reset_reason",
            ], on: "staff")
        to(.insert, on: "access_log", "access_seen", "change")
        call(.recentLook)
        call(.newestLook)
        to(.select, on: RowSecurity.outline)
    }

    /// What visitors of a kiosk do, and the count of their visits.
    @DatabaseRightList
    private static var visiting: [DatabaseRight] {
        absences
        call("group_concat", ["text", "text"])
        booking
        changing
        carryingAlong
        to(.select, .insert, .update, on: "journey")
        // Of no client; without the references, which open a booking together with the phone number or the word.
        to(.select, columns: ["id", "slot", "seat", "status", "part_of", "booking_right"], on: RowSecurity.outline)
        call("known_bookings")
        call("known_rights")
        call(.isClient)
        call(.wordSalt)
        call(.lostReferences)
    }

    @DatabaseRightList
    private static var sending: [DatabaseRight] {
        to(.select, .update, on: "message")
        to(.select, on: "booking")
        to(.select, on: "party")
    }

    /// When a professional is away, but not why.
    private static let absences = to(.select, columns: ["professional", "start", "finish"], on: "absence")

    @DatabaseRightList
    private static var findingTimes: [DatabaseRight] {
        absences
        call("group_concat", ["text", "text"])
        to(.select, on: RowSecurity.outline)
    }

    /// Everything but the reading of what was written.
    @DatabaseRightList
    private static var booking: [DatabaseRight] {
        to(.select, .insert, .update, .delete, on: "hold")
        to(.select, .insert, on: "booking")
        to(.select, on: "booking_right", "right_worker")
        to(.insert, on: "description", "described_answer")
        to(.insert, on: "message")
        call(.openBookings)
        call(.openBookingsOfName)
        call(.referenceUses)
        call(.madeWith)
        call(.bookingsAtOnce)
        call(.matchClient)
        keepingChanges
    }

    /// Each deed adds a line to the log of changes.
    private static let keepingChanges = to(.insert, on: "change")

    /// Cancelling a booking or putting another one in its place, and what the client is told.
    @DatabaseRightList
    private static var changing: [DatabaseRight] {
        to(.select, on: "booking")
        to(
            .update,
            columns: [
                "reference", "status", "cancelled_at", "cancelled_by", "cancel_reason", "moved_to", "part_of",
                "purged_at",
            ], on: "booking")
        to(.update, columns: ["method"], on: "booking")
        to(.insert, on: "message")
        to(.select, columns: ["id", "booking", "kind", "sent_at", "withdrawn_at"], on: "message")
        to(.update, columns: ["withdrawn_at"], on: "message")
        call(.writeToParties)
        keepingChanges
    }

    /// Putting a client right, with their coming bookings, rights and messages; others at a meeting.
    @DatabaseRightList
    private static var correcting: [DatabaseRight] {
        to(.select, .update, on: "client")
        to(.select, .insert, .delete, on: "client_word")
        to(.select, .insert, on: "client_change")
        to(.select, .insert, .update, on: "party")
        to(.select, on: "booking", "change", "booking_right", "right_worker")
        to(
            .update,
            columns: [
                "client", "client_name", "client_phone", "name_key", "client_email", "client_language",
                "meeting_language", "interpreter", "sign_language", "accessibility", "messages", "birth_year",
                "word_salt", "word_hash", "note", "note_by",
            ], on: "booking")
        to(.update, columns: ["client_name", "client_phone"], on: "booking_right")
        to(.insert, on: "message")
        to(
            .select, columns: ["id", "booking", "kind", "channel", "party", "sent_at", "withdrawn_at"], on: "message")
        to(.update, columns: ["withdrawn_at", "recipient"], on: "message")
        call(.matchClient)
        call(.referenceUses)
        call(.writeToParties)
        keepingChanges
    }

    /// The new booking takes along what was written, by its number alone.
    @DatabaseRightList
    private static var carryingAlong: [DatabaseRight] {
        to(.select, .update, columns: ["booking"], on: "description", "advice", "party")
        call(.referenceUses)
    }

    /// Times and absences; the bookings and holds that an absence hits.
    @DatabaseRightList
    private static var changingTimetables: [DatabaseRight] {
        to(.insert, .delete, on: "slot")
        to(.update, columns: ["closed_at"], on: "slot")
        to(.select, .insert, .update, .delete, on: "absence")
        to(.update, columns: ["left_at"], on: "professional")
        to(.select, on: "booking", RowSecurity.outline)
        to(.select, .delete, on: "hold")
        call("group_concat", ["text", "text"])
    }

    /// Removes what was written, without reading it.
    @DatabaseRightList
    private static var removing: [DatabaseRight] {
        to(.select, columns: ["booking"], on: "description", "described_answer", "advice")
        to(.delete, on: "description", "described_answer", "advice", "message")
        to(.select, columns: ["id", "booking"], on: "message")
    }

    @DatabaseRightList
    private static var erasing: [DatabaseRight] {
        removing
        to(.select, on: "booking", "booking_right", "right_worker")
        to(
            .update,
            columns: [
                "client_name", "client_phone", "client_email", "interpreter", "sign_language", "accessibility",
                "cancel_reason", "guard_reason", "purged_at", "birth_year", "name_key", "word_salt", "word_hash",
                "on_behalf", "on_behalf_born", "note", "note_by", "client",
            ], on: "booking")
        to(.update, columns: ["client_name", "client_phone", "withdrawn_at"], on: "booking_right")
        to(.select, .update, on: "client")
        to(.select, .delete, on: "client_word", "client_change")
        keepingChanges
        call("group_concat", ["text", "text"])
        call("known_numbers")
        call("known_clients")
    }

    private static func to(
        _ verbs: DatabaseRight.Verb..., columns: [String]? = nil, on tables: String...
    ) -> [DatabaseRight] {
        DatabaseRight.to(verbs, columns: columns, on: tables)
    }

    private static func call(_ function: String, _ parameters: [String] = []) -> [DatabaseRight] {
        DatabaseRight.call(function, parameters)
    }

    private static func call(_ function: DefinerFunction) -> [DatabaseRight] {
        DatabaseRight.call(function.name, function.parameters)
    }
}
#endif
