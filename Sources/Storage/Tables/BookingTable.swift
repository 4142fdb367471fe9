import BookingCore
import Foundation
import SocialServices

extension BookingRequest {
    /// What will open the booking beside its reference, as `DefinerFunction.proof` has it; nil if only staff will open it.
    var proof: String? { client.phone?.international ?? word?.hash }
}

/// The table of bookings.
struct BookingTable {
    let connection: any SQLConnection
    let visible: VisibleClient

    // Making and changing, each in the transaction that is open.

    private static let insert = """
        INSERT INTO booking (reference, \(BookingRow.columns.map(\.name).joined(separator: ", ")))
        SELECT \((1...BookingRow.columns.count + 1).map { "?\($0)" }.joined(separator: ", ")) WHERE 0 =
        """

    /// Adds a booking under a reference that no other has.
    ///
    /// - Returns: the row id.
    func insert(_ new: NewBooking, drawing draw: () -> BookingReference) throws -> Int {
        let values = BookingRow.columns.map { $0.value(new) }
        while true {
            let reference = draw().characters
            try visible.set(new.request.proof, [reference])
            let id = try connection.integer(
                "\(Self.insert) (\(connection.sql(of: .referenceUses))) RETURNING id", [.text(reference)] + values)
            if let id { return id }
        }
    }

    private static let insertReplacement = """
        INSERT INTO booking (reference, \(BookingRow.columns.map(\.name).joined(separator: ", ")))
        SELECT ?2, \(BookingRow.columns.map { $0.replacement ?? $0.name }.joined(separator: ", ")) FROM booking WHERE id = ?1
        """

    /// Adds a booking that takes the place of an old one, with all that this had and its reference; the old one gets
    /// another reference and is cancelled. The one who made it first stays its maker: a move is no new contact.
    ///
    /// - Parameter seats: as many as it has with its professional, one after another.
    /// - Returns: the new row id.
    /// - Throws: `noLongerFree` if there are more or fewer seats.
    func replace(
        _ old: Int, by seats: [Seat], method: ContactMethod?, as cancellation: Cancellation, holdToken: String?,
        now: Date, drawing draw: () -> BookingReference
    ) throws -> Int {
        let following = try idsOfFollowingSlots(of: old)
        let partners = try idsOfPartners(of: old)
        // A meeting of several workers moves with all of them; one of them alone gives only their own part away.
        let isWhole = !partners.isEmpty && seats.count == partners.count + 1
        guard let seat = seats.first, isWhole || seats.count == following.count + 1 else {
            throw BookingRefusal.noLongerFree
        }
        let before = try booking(id: old)
        let given = isWhole ? partners : following
        if isWhole { for id in partners { try cancel(id, withParts: false, as: cancellation, now: now) } }
        for id in following { try cancel(id, withParts: false, as: cancellation, now: now) }
        let reference = before.reference
        let spare = try unused(draw).characters
        try visible.set(nil, [spare])
        try cancel(old, withParts: false, as: cancellation, now: now)
        try connection.run("UPDATE booking SET reference = ?2 WHERE id = ?1", [.integer(old), .text(spare)])
        try connection.run(
            Self.insertReplacement,
            [
                .integer(old), .text(reference.characters), .integer(seat.slot), .integer(seat.number), SQLValue(now),
                SQLValue(method ?? before.method), SQLValue(holdToken),
            ])
        guard let new = try id(of: reference) else { throw SQLError.other("the new booking is not there") }
        try connection.run(
            "UPDATE booking SET moved_to = ?2, purged_at = \(now.seconds) WHERE id = ?1",
            [.integer(old), .integer(new)])
        try connection.run(
            "UPDATE booking SET part_of = ?2 WHERE part_of = ?1 AND status <> 'cancelled'",
            [.integer(old), .integer(new)])
        for (id, seat) in zip(given, seats.dropFirst()) {
            let part = try insertPart(of: new, seat, like: before.client, drawing: draw)
            try connection.run(
                "UPDATE booking SET moved_to = ?2, purged_at = \(now.seconds) WHERE id = ?1",
                [.integer(id), .integer(part)])
        }
        return new
    }

    private static let insertPart = """
        INSERT INTO booking (reference, \(BookingRow.columns.map(\.name).joined(separator: ", ")))
        SELECT ?2, \(BookingRow.columns.map { ofPart[$0.name] ?? $0.name }.joined(separator: ", ")) FROM booking WHERE id = ?1
        """

    /// In SQL, what a part does not have from its booking.
    private static let ofPart = [
        "slot": "?3", "seat": "?4", "part_of": "coalesce(part_of, id)", "made_with": "NULL",
    ]

    /// Adds the booking of a slot that a meeting takes after its first.
    ///
    /// - Returns: the new row id.
    private func insertPart(
        of first: Int, _ seat: Seat, like client: Client, drawing draw: () -> BookingReference
    ) throws -> Int {
        let reference = try unused(draw)
        try visible.set(client.phone?.international, [reference.characters])
        try connection.run(
            Self.insertPart,
            [.integer(first), .text(reference.characters), .integer(seat.slot), .integer(seat.number)])
        guard let part = try id(of: reference) else { throw SQLError.other("the new part of a booking is not there") }
        return part
    }

    /// The bookings of the other workers who have a meeting together with this one's, in the order in which they were made.
    private func idsOfPartners(of id: Int) throws -> [Int] {
        try connection.rows(
            """
            SELECT part.id FROM booking AS part JOIN slot AS own ON own.id = part.slot
                JOIN booking AS main ON main.id = part.part_of JOIN slot AS first ON first.id = main.slot
            WHERE part.part_of = ?1 AND part.status <> 'cancelled' AND own.professional <> first.professional
            ORDER BY part.id
            """, [.integer(id)]
        ) { $0.next() }
    }

    /// The bookings of the slots that a meeting takes after this one, with the same professional, in order of time.
    private func idsOfFollowingSlots(of id: Int) throws -> [Int] {
        try connection.rows(
            """
            SELECT same.id FROM booking JOIN slot ON slot.id = booking.slot
                JOIN booking AS same ON same.part_of = coalesce(booking.part_of, booking.id)
                JOIN slot AS place ON place.id = same.slot
            WHERE booking.id = ?1 AND same.status <> 'cancelled' AND place.professional = slot.professional
                AND place.start > slot.start
            ORDER BY place.start
            """, [.integer(id)]
        ) { $0.next() }
    }

    /// How many slots a booking takes with its professional, one after another.
    func countSlots(of id: Int) throws -> Int { try idsOfFollowingSlots(of: id).count + 1 }

    /// A reference that no booking has.
    func unused(_ draw: () -> BookingReference) throws -> BookingReference {
        while true {
            let reference = draw()
            let uses = try connection.integer(
                connection.sql(of: .referenceUses), [.text(reference.characters)])
            if uses == 0 { return reference }
        }
    }

    /// Cancels a booking; with its parts, also those of the other professionals who have it together.
    func cancel(_ id: Int, withParts: Bool, as cancellation: Cancellation, now: Date) throws {
        try connection.run(
            """
            UPDATE booking SET status = 'cancelled', cancelled_at = ?1, cancelled_by = ?2, cancel_reason = ?3
            WHERE (id = ?4 OR (?5 = 1 AND part_of = ?4)) AND status <> 'cancelled'
            """,
            [
                SQLValue(now), SQLValue(cancellation.by), SQLValue(cancellation.reason), .integer(id),
                SQLValue(withParts),
            ])
    }

    /// Makes a cancelled booking stand again, with the parts that were cancelled with it.
    func revive(_ id: Int) throws {
        try connection.run(
            """
            UPDATE booking SET status = 'booked', cancelled_at = NULL, cancelled_by = NULL, cancel_reason = NULL
            WHERE moved_to IS NULL AND (id = ?1 OR part_of = ?1)
                AND cancelled_at = (SELECT cancelled_at FROM booking WHERE id = ?1)
            """, [.integer(id)])
    }

    /// The seats that a booking has or had, with those of its parts; first its own.
    func seats(of id: Int) throws -> [Seat] {
        try connection.rows(
            """
            SELECT slot, seat FROM booking WHERE (id = ?1 OR part_of = ?1)
                AND coalesce(cancelled_at, 0) = (SELECT coalesce(cancelled_at, 0) FROM booking WHERE id = ?1)
            ORDER BY CASE WHEN id = ?1 THEN 0 ELSE 1 END, id
            """, [.integer(id)]
        ) { Seat(slot: $0.next(), number: $0.next()) }
    }

    /// The others at a meeting come to the one that took its place.
    func moveParties(from old: Int, to new: Int) throws {
        try connection.run("UPDATE party SET booking = ?2 WHERE booking = ?1", [.integer(old), .integer(new)])
    }

    /// `true` of a seat that could be booked again: nobody is away, and the time is not closed.
    func isKeepable(_ seat: Seat) throws -> Bool {
        try connection.integer(
            "SELECT 1 FROM slot WHERE id = ?1 AND closed_at IS NULL AND NOT \(SlotTable.isAbsent())",
            [.integer(seat.slot)]) != nil
    }

    /// `true` if another booking took its place.
    func isMoved(_ id: Int) throws -> Bool {
        try connection.integer("SELECT 1 FROM booking WHERE id = ?1 AND moved_to IS NOT NULL", [.integer(id)]) != nil
    }

    /// The booking whose place this one took, by row id.
    func id(movedTo id: Int) throws -> Int? {
        try connection.integer("SELECT id FROM booking WHERE moved_to = ?1", [.integer(id)])
    }

    /// A client's bookings that have not begun, without parts, in order of time.
    func idsOfComing(ofClient client: Int, after now: Date) throws -> [Int] {
        try connection.rows(
            """
            SELECT booking.id FROM booking JOIN slot ON slot.id = booking.slot
            WHERE client = ?1 AND status <> 'cancelled' AND part_of IS NULL AND slot.start > ?2
            ORDER BY slot.start, booking.id
            """, [.integer(client), SQLValue(now)]
        ) { $0.next() }
    }

    /// Writes what was corrected of a client to bookings and their parts.
    func write(_ corrected: KnownClient, _ fields: [ClientField], to ids: [Int]) throws {
        if ids.isEmpty { return }
        let (client, needs) = (corrected.client, corrected.needs)
        var columns: [(String, SQLValue)] = []
        for field in fields {
            switch field {
            case .name: columns += [("client_name", .text(client.name)), ("name_key", .text(client.nameKey))]
            case .phone:
                columns.append(("client_phone", .text(client.phone?.international ?? BookingRow.noPhone)))
                // From now on the number opens it, not the word.
                if client.phone != nil { columns += [("word_salt", .noText), ("word_hash", .noText)] }
            case .email: columns.append(("client_email", SQLValue(client.email?.address)))
            case .language: columns.append(("client_language", SQLValue(client.language)))
            case .meetingLanguage: columns.append(("meeting_language", SQLValue(needs.meetingLanguage)))
            case .interpreter: columns.append(("interpreter", SQLValue(needs.interpreter)))
            case .signLanguage: columns.append(("sign_language", SQLValue(needs.signLanguage)))
            case .accessibility: columns.append(("accessibility", SQLValue(needs.accessibility)))
            case .messages: columns.append(("messages", SQLValue(client.messages)))
            case .birthYear: columns.append(("birth_year", SQLValue(client.birthYear)))
            case .isProtected: break
            }
        }
        if columns.isEmpty { return }
        let assignments = columns.enumerated().map { "\($1.0) = ?\($0 + 1)" }.joined(separator: ", ")
        try connection.run(
            "UPDATE booking SET \(assignments) WHERE id IN (\(ids.sqlList)) OR part_of IN (\(ids.sqlList))",
            columns.map(\.1))
    }

    func setAttendance(_ attendance: Attendance?, of id: Int) throws {
        try connection.run(
            "UPDATE booking SET attendance = ?2 WHERE id = ?1", [.integer(id), SQLValue(attendance?.rawValue)])
    }

    func setGuard(_ reason: String?, of id: Int) throws {
        try connection.run("UPDATE booking SET guard_reason = ?2 WHERE id = ?1", [.integer(id), SQLValue(reason)])
    }

    // Single bookings.

    func booking(_ reference: BookingReference) throws -> Booking? {
        try connection.first(
            BookingRow.select + " WHERE reference = ?1", [.text(reference.characters)], BookingRow.booking)
    }

    /// A client's own booking; nil also if it is another number's.
    func booking(_ reference: BookingReference, of phone: PhoneNumber) throws -> Booking? {
        try visible.set(phone.international, [reference.characters])
        guard let found = try booking(reference), found.client.phone == phone else { return nil }
        return found
    }

    /// A client's own booking; nil also if another word opens it, or none.
    func booking(
        _ reference: BookingReference, with word: ChosenWord, hashing hasher: any WordHasher
    ) throws -> Booking? {
        let code = SQLValue.text(reference.characters)
        let found = try connection.text(connection.sql(of: .wordSalt), [code])
        // The same work where there is no such booking.
        guard let salt = found ?? hasher.newSalt(), let kept = word.kept(by: hasher, salt: salt) else { return nil }
        try visible.set(kept.hash, [reference.characters])
        return try connection.first(
            BookingRow.select + " WHERE reference = ?1 AND word_hash = ?2", [code, .text(kept.hash)],
            BookingRow.booking)
    }

    /// The coming bookings of a client who has lost the reference, in order of time.
    func bookings(_ lost: LostReference, now: Date) throws -> [Booking] {
        let found = try connection.text(
            connection.sql(of: .lostReferences),
            [
                .text(Client.nameKey(of: lost.name)), .text(lost.phone.international), .integer(lost.birthYear),
                SQLValue(now),
            ])
        let codes = (found ?? "").split(separator: " ").map(String.init)
        if codes.isEmpty { return [] }
        try visible.set(lost.phone.international, codes)
        return try codes.compactMap { try BookingReference(typed: $0).flatMap { try booking($0) } }
            .sorted { $0.slot.start < $1.slot.start }
    }

    /// - Throws: `notFound`.
    func booking(id: Int) throws -> Booking {
        let found = try connection.first(
            BookingRow.select + " WHERE booking.id = ?1", [.integer(id)], BookingRow.booking)
        guard let found else { throw BookingRefusal.notFound }
        return found
    }

    /// What a client booked with a hold: a client who asks again, because the answer was lost on the way, gets the same
    /// booking.
    func booking(madeWith hold: Hold, by request: BookingRequest) throws -> Booking? {
        let made = try connection.text(
            connection.sql(of: .madeWith),
            [.text(hold.token), SQLValue(request.proof), .text(request.client.name)])
        guard let reference = made.flatMap({ BookingReference(typed: $0) }) else { return nil }
        try visible.set(request.proof, [reference.characters])
        return try booking(reference)
    }

    /// What was moved to a hold, for those who know the booking.
    func booking(madeWith hold: Hold) throws -> Booking? {
        try connection.first(BookingRow.select + " WHERE made_with = ?1", [.text(hold.token)], BookingRow.booking)
    }

    // By row id.

    func id(of reference: BookingReference) throws -> Int? {
        try connection.integer("SELECT id FROM booking WHERE reference = ?1", [.text(reference.characters)])
    }

    /// The client's booking: of a work pair the first one, whichever of the two is named.
    ///
    /// - Throws: `notFound`.
    func mainID(of reference: BookingReference) throws -> Int {
        let id = try connection.integer(
            "SELECT coalesce(part_of, id) FROM booking WHERE reference = ?1", [.text(reference.characters)])
        guard let id else { throw BookingRefusal.notFound }
        return id
    }

    /// The same for the access log, which is kept by those too who may not see the booking; nil if there is none.
    func loggedID(of reference: BookingReference) throws -> Int? {
        try connection.integer(
            "SELECT coalesce(part_of, id) FROM \(connection.outline) AS booking WHERE reference = ?1",
            [.text(reference.characters)])
    }

    /// Active bookings of a professional that end after `from` and begin before `until`, in order of time.
    func ids(of professional: String, from: Date, until: Date) throws -> [Int] {
        try connection.rows(
            """
            SELECT booking.id FROM booking JOIN slot ON slot.id = booking.slot
            WHERE slot.professional = ?1 AND slot.start < ?3 AND slot.finish + \(LongMeeting.longest) > ?2
                AND \(LongMeeting.end) > ?2 AND booking.status <> 'cancelled' AND \(LongMeeting.isFirstSlot)
            ORDER BY slot.start, booking.id
            """, [.text(professional), SQLValue(from), SQLValue(until)]
        ) { $0.next() }
    }

    /// All bookings of the client of one, in order of time; of a client who was erased only the booking itself.
    func ids(ofClientOf booking: Int) throws -> [Int] {
        try connection.rows(
            """
            SELECT other.id FROM booking JOIN booking AS other ON other.id = booking.id OR other.client = booking.client
            JOIN slot ON slot.id = other.slot
            WHERE booking.id = ?1 AND other.part_of IS NULL ORDER BY slot.start, other.id
            """, [.integer(booking)]
        ) { $0.next() }
    }

    /// The same, of the booking that a main user names; they see its client from then on.
    func ids(ofClientOf reference: BookingReference) throws -> [Int] {
        try visible.set(nil, [reference.characters])
        return try ids(ofClientOf: mainID(of: reference))
    }

    /// How many bookings of the phone number of one are another client's.
    func countOthers(ofNumberOf booking: Int) throws -> Int {
        try connection.integer(
            """
            SELECT count(*) FROM booking JOIN booking AS other ON other.client_phone = booking.client_phone
            WHERE booking.id = ?1 AND booking.client_phone NOT IN (?2, ?3) AND other.part_of IS NULL
                AND other.client <> booking.client
            """, [.integer(booking), .text(Client.erased.phone.international), .text(BookingRow.noPhone)]) ?? 0
    }

    // Questions.

    /// How many coming bookings of an appointment type the client has: by their phone number or, without one, by their name
    /// and year of birth. Several professionals on one booking are one booking to the client.
    func count(openOf client: Client, _ appointmentType: String, now: Date) throws -> Int {
        let (function, whose): (DefinerFunction, [SQLValue]) =
            if let phone = client.phone {
                (.openBookings, [.text(phone.international)])
            } else {
                (.openBookingsOfName, [.text(client.nameKey), .integer(client.birthYear ?? 0)])
            }
        return try connection.integer(
            connection.sql(of: function), whose + [.text(appointmentType), SQLValue(now)]) ?? 0
    }

    /// How many meetings a client has between two moments, by their number and name.
    func count(of client: Client, from: Date, until: Date) throws -> Int {
        guard let phone = client.phone else { return 0 }
        return try connection.integer(
            connection.sql(of: .bookingsAtOnce),
            [.text(phone.international), .text(client.nameKey), SQLValue(from), SQLValue(until)]) ?? 0
    }

    /// `true` if every time that a booking takes, with all its workers, offers a way to meet.
    func offer(_ method: ContactMethod, inAllTimesOf id: Int) throws -> Bool {
        try connection.integer(
            """
            SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
            WHERE (booking.id = ?1 OR part_of = ?1) AND status <> 'cancelled' AND 0 = methods & ?2
            """, [.integer(id), .integer(method.bit)]) == 0
    }

    func setMethod(_ method: ContactMethod, of id: Int) throws {
        try connection.run(
            "UPDATE booking SET method = ?2 WHERE (id = ?1 OR part_of = ?1) AND status <> 'cancelled'",
            [.integer(id), SQLValue(method)])
    }

    func setNote(_ note: StaffNote?, of id: Int) throws {
        try connection.run(
            "UPDATE booking SET note = ?2, note_by = ?3 WHERE id = ?1",
            [.integer(id), SQLValue(note?.text), SQLValue(note?.author)])
    }

    /// `true` if several professionals have the booking together, or had before it was cancelled.
    func isShared(_ id: Int) throws -> Bool {
        try connection.integer(
            """
            SELECT count(*) FROM booking AS part JOIN slot AS own ON own.id = part.slot
                JOIN booking AS main ON main.id = part.part_of JOIN slot AS first ON first.id = main.slot
            WHERE main.id = (SELECT coalesce(part_of, id) FROM booking WHERE id = ?1)
                AND own.professional <> first.professional
            """, [.integer(id)]) != 0
    }

    /// `true` if a slot is for the same thing as the booking's.
    func fits(_ id: Int, into slot: Int) throws -> Bool {
        try connection.integer(
            """
            SELECT 1 FROM booking JOIN slot old ON old.id = booking.slot
            JOIN slot new ON new.appointment_type = old.appointment_type AND new.task = old.task
            WHERE booking.id = ?1 AND new.id = ?2
            """, [.integer(id), .integer(slot)]) != nil
    }

    /// Who meets the client of a booking, by id. A worker of a pair who handed their part over is not among them.
    func professionals(of reference: BookingReference) throws -> [String] {
        try connection.rows(
            """
            SELECT slot.professional FROM booking JOIN slot ON slot.id = booking.slot
            JOIN booking named ON named.reference = ?1
            WHERE booking.id = coalesce(named.part_of, named.id)
                OR (booking.part_of = coalesce(named.part_of, named.id) AND booking.moved_to IS NULL)
            GROUP BY slot.professional ORDER BY min(booking.id)
            """, [.text(reference.characters)]
        ) { $0.next() }
    }

    // Lists, in order of time.

    func bookings(of professional: String, from: Date) throws -> [Booking] {
        try bookings(
            """
            slot.professional = ?1 AND slot.finish + \(LongMeeting.longest) >= ?2 AND \(LongMeeting.end) >= ?2
                AND status <> 'cancelled' AND \(LongMeeting.isFirstSlot) ORDER BY slot.start
            """, [.text(professional), SQLValue(from)])
    }

    func bookings(of professional: String, from: Date, until: Date) throws -> [Booking] {
        try bookings(
            """
            slot.professional = ?1 AND slot.start >= ?2 AND slot.start < ?3 AND \(LongMeeting.isFirstSlot)
            ORDER BY slot.start, booking.id
            """, [.text(professional), SQLValue(from), SQLValue(until)])
    }

    /// Active ones whose meetings begin after a moment.
    func bookings(startingAfter moment: Date) throws -> [Booking] {
        try bookings(
            "slot.start > ?1 AND status <> 'cancelled' AND part_of IS NULL ORDER BY slot.start, booking.id",
            [SQLValue(moment)])
    }

    /// The other times of a work pair are no bookings of the client's.
    func bookings(ofPhone phone: PhoneNumber, from: Date) throws -> [Booking] {
        try bookings(
            "client_phone = ?1 AND slot.start >= ?2 AND part_of IS NULL ORDER BY slot.start, booking.id",
            [.text(phone.international), SQLValue(from)])
    }

    /// All of a client, cancelled ones too, without those that another took the place of.
    func bookings(ofClient client: Int, from: Date) throws -> [Booking] {
        try bookings(
            """
            client = ?1 AND slot.start >= ?2 AND part_of IS NULL AND moved_to IS NULL ORDER BY slot.start, booking.id
            """, [.integer(client), SQLValue(from)])
    }

    /// Active ones of everybody with a name.
    func bookings(named name: String, from: Date) throws -> [Booking] {
        try bookings(
            """
            name_key = ?1 AND status <> 'cancelled' AND slot.start >= ?2 AND part_of IS NULL
            ORDER BY slot.start, booking.id
            """, [.text(Client.nameKey(of: name)), SQLValue(from)])
    }

    /// Those for which something must be arranged.
    func arrangements(from: Date, until: Date) throws -> [Booking] {
        try bookings(
            """
            slot.start >= ?1 AND slot.start < ?2 AND status <> 'cancelled' AND part_of IS NULL
                AND (interpreter IS NOT NULL OR sign_language = 1 OR accessibility IS NOT NULL
                     OR guard_reason IS NOT NULL)
            ORDER BY slot.start, booking.id
            """, [SQLValue(from), SQLValue(until)])
    }

    private func bookings(_ condition: String, _ values: [SQLValue]) throws -> [Booking] {
        try connection.rows("\(BookingRow.select) WHERE \(condition)", values, BookingRow.booking)
    }
}
