import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    /// Writes the description of a new booking in the transaction that is open.
    func keep(_ description: SituationDescription, of booking: Int) throws {
        let flags = description.flags.map(\.rawValue).sorted().joined(separator: " ")
        try connection.run(
            "INSERT INTO description (booking, own_words, hope, flags, outcome) VALUES (?1, ?2, ?3, ?4, ?5)",
            [
                .integer(booking), .text(description.ownWords), .text(description.hope), .text(flags),
                SQLValue(description.outcome),
            ])
        try connection.insert(
            into: "described_answer (booking, position, question, options, asked, told)",
            description.answers.enumerated().map { position, answer in
                [
                    .integer(booking), .integer(position), .text(answer.question),
                    .text(answer.options.joined(separator: " ")), .text(answer.asked), .text(answer.told),
                ]
            })
    }

    func readDescription(
        of reference: BookingReference, by reading: AccessContext
    ) throws -> SituationDescription {
        try connection.transaction {
            let id = try client(of: reference)
            try keep(.description, of: reference, by: reading, about: id)
            return try description(id)
        }
    }

    func description(_ booking: Int) throws -> SituationDescription {
        let answers = try connection.rows(
            """
            SELECT question, options, asked, told FROM described_answer WHERE booking = ?1 ORDER BY position
            """, [.integer(booking)]
        ) {
            DescribedAnswer(
                question: $0.text(0), options: $0.text(1).split(separator: " ").map(String.init),
                asked: $0.text(2), told: $0.text(3))
        }
        let description = try connection.first(
            "SELECT own_words, hope, flags, outcome FROM description WHERE booking = ?1", [.integer(booking)]
        ) {
            SituationDescription(
                ownWords: $0.text(0), hope: $0.text(1), answers: answers,
                flags: Set($0.text(2).split(separator: " ").compactMap { SituationFlag(rawValue: String($0)) }),
                outcome: $0.optionalText(3))
        }
        guard let description else { throw BookingRefusal.notFound }
        return description
    }
}

extension SQLBookingStore {
    func bookings(of professional: String, from: Date) throws -> [Booking] {
        try connection.rows(
            Self.bookings
                + " WHERE slot.professional = ?1 AND slot.finish >= ?2 AND status <> 'cancelled' ORDER BY slot.start",
            [.text(professional), .integer(from.seconds)]
        ) { row in try Self.booking(row) }
    }

    func bookings(of professional: String, from: Date, until: Date) throws -> [Booking] {
        try connection.rows(
            Self.bookings
                + " WHERE slot.professional = ?1 AND slot.start >= ?2 AND slot.start < ?3 ORDER BY slot.start, booking.id",
            [.text(professional), .integer(from.seconds), .integer(until.seconds)], Self.booking)
    }

    func bookings(ofPhone phone: PhoneNumber, from: Date) throws -> [Booking] {
        // The other times of a work pair are no bookings of the client's.
        try connection.rows(
            Self.bookings
                + " WHERE client_phone = ?1 AND slot.start >= ?2 AND part_of IS NULL ORDER BY slot.start, booking.id",
            [.text(phone.international), .integer(from.seconds)], Self.booking)
    }

    func arrangements(from: Date, until: Date) throws -> [Booking] {
        try connection.rows(
            Self.bookings
                + """
                 WHERE slot.start >= ?1 AND slot.start < ?2 AND status <> 'cancelled' AND part_of IS NULL
                    AND (interpreter IS NOT NULL OR sign_language = 1 OR accessibility IS NOT NULL
                         OR guard_reason IS NOT NULL)
                ORDER BY slot.start, booking.id
                """, [.integer(from.seconds), .integer(until.seconds)], Self.booking)
    }

    func record(_ attendance: Attendance, of reference: BookingReference) throws {
        try connection.transaction {
            let id = try client(of: reference)
            guard try booking(id: id).status != .cancelled else { throw BookingRefusal.alreadyCancelled }
            try connection.run(
                "UPDATE booking SET attendance = ?2 WHERE id = ?1", [.integer(id), .text(attendance.rawValue)])
        }
    }

    func record(
        _ advice: Advice, of reference: BookingReference, by user: String, now: Date
    ) throws {
        try connection.transaction {
            try connection.run(
                """
                INSERT INTO advice (booking, text, stored, shared, user_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT (booking) DO UPDATE SET text = ?2, stored = ?3, shared = ?4, user_id = ?5, at = ?6
                """,
                [
                    .integer(try client(of: reference)), .text(advice.text), .text(advice.stored),
                    .text(advice.shared), .text(user), .integer(now.seconds),
                ])
        }
    }

    func advice(of reference: BookingReference, by reading: AccessContext) throws -> Advice? {
        try connection.transaction {
            let id = try client(of: reference)
            try keep(.advice, of: reference, by: reading, about: id)
            return try advice(id)
        }
    }

    /// The record of the advice in the transaction that logs its reading.
    func advice(_ booking: Int) throws -> Advice? {
        try connection.first(
            "SELECT text, stored, shared FROM advice WHERE booking = ?1", [.integer(booking)]
        ) { Advice(text: $0.text(0), stored: $0.text(1), shared: $0.text(2)) }
    }

    func setGuard(_ reason: String?, for reference: BookingReference) throws {
        try connection.transaction {
            try connection.run(
                "UPDATE booking SET guard_reason = ?2 WHERE id = ?1",
                [.integer(try client(of: reference)), SQLValue(reason)])
        }
    }

    func professionals(of reference: BookingReference) throws -> [String] {
        // Who was one of a work pair and handed their part over no longer is.
        try connection.rows(
            """
            SELECT slot.professional FROM booking JOIN slot ON slot.id = booking.slot
            JOIN booking named ON named.reference = ?1
            WHERE booking.id = coalesce(named.part_of, named.id)
                OR (booking.part_of = coalesce(named.part_of, named.id) AND booking.moved_to IS NULL)
            ORDER BY booking.id
            """, [.text(reference.characters)]
        ) { $0.text(0) }
    }

    /// The client's booking by row id: of a work pair the first one, whichever of the two is named.
    func client(of reference: BookingReference) throws -> Int {
        let id = try connection.first(
            "SELECT coalesce(part_of, id) FROM booking WHERE reference = ?1", [.text(reference.characters)]
        ) { $0.integer(0) }
        guard let id else { throw BookingRefusal.notFound }
        return id
    }
}
