import BookingCore
import Foundation
import SocialServices

/// What a row of a new booking is made of.
struct NewBooking {
    let request: BookingRequest
    let seat: Seat
    /// The booking right that opened the time, by row id.
    var right: Int?
    /// Equal in all bookings of one series.
    var series: String?
    /// The token of the hold that it is made from.
    var holdToken: String?
    /// The booking that it is a part of, by row id.
    var main: Int?
    /// The client, by row id.
    let client: Int
    let createdAt: Date
}

/// How a booking stands in its row: what it is made with, and how it is read.
enum BookingRow {
    /// A column that a booking is made with.
    struct Column {
        let name: String
        /// Its value in a new booking.
        let value: @Sendable (NewBooking) -> SQLValue
        /// In SQL, its value in a booking that takes the place of another; nil if it is carried along.
        let replacement: String?

        fileprivate init(
            _ name: String, replacement: String? = nil, _ value: @escaping @Sendable (NewBooking) -> SQLValue
        ) {
            self.name = name
            self.value = value
            self.replacement = replacement
        }
    }

    /// Beside the reference, which is drawn anew until it is unused. First those that `booking` reads, in its order.
    static let columns =
        readColumns + [
            Column("slot", replacement: "?3") { .integer($0.seat.slot) },
            Column("seat", replacement: "?4") { .integer($0.seat.number) },
            Column("maker") { SQLValue($0.request.maker) },
            Column("series") { SQLValue($0.series) },
            Column("booking_right") { SQLValue($0.right) },
            Column("part_of") { SQLValue($0.main) },
            Column("made_with", replacement: "?7") { SQLValue($0.holdToken) },
            Column("name_key") { .text($0.request.client.nameKey) },
            Column("word_salt") { SQLValue($0.request.word?.salt) },
            Column("word_hash") { SQLValue($0.request.word?.hash) },
            Column("on_behalf") { SQLValue($0.request.onBehalf?.name) },
            Column("on_behalf_born") { SQLValue($0.request.onBehalf?.birthYear) },
            Column("note") { SQLValue($0.request.note) },
            Column("note_by") { SQLValue($0.request.note == nil ? nil : $0.request.doer.name) },
            Column("client") { .integer($0.client) },
            Column("contacted_at", replacement: "coalesce(contacted_at, made_at)") { _ in .noInteger },
        ]

    /// Stands in the column of a client who has no phone number.
    static let noPhone = ""

    private static let readColumns = [
        Column("status", replacement: "'booked'") { _ in SQLValue(Booking.Status.booked) },
        Column("method", replacement: "?6") { SQLValue($0.request.method) },
        Column("service") { SQLValue($0.request.service) },
        Column("client_name") { .text($0.request.client.name) },
        Column("client_phone") { .text($0.request.client.phone?.international ?? noPhone) },
        Column("birth_year") { SQLValue($0.request.client.birthYear) },
        Column("client_email") { SQLValue($0.request.client.email?.address) },
        Column("client_language") { SQLValue($0.request.client.language) },
        Column("messages") { SQLValue($0.request.client.messages) },
        Column("meeting_language") { SQLValue($0.request.needs.meetingLanguage) },
        Column("interpreter") { SQLValue($0.request.needs.interpreter) },
        Column("sign_language") { SQLValue($0.request.needs.signLanguage) },
        Column("accessibility") { SQLValue($0.request.needs.accessibility) },
        Column("made_at", replacement: "?5") { SQLValue($0.createdAt) },
        Column("guard_reason") { _ in .noText },
        Column("consent") { SQLValue($0.request.consent.form) },
    ]

    /// Reads whole bookings; what follows says which.
    static let select = """
        SELECT reference, \(readColumns.map(\.name).joined(separator: ", ")), cancelled_by, cancel_reason, attendance,
            coalesce(contacted_at, made_at), on_behalf, on_behalf_born, note, note_by, professional.name, slot.finish,
            \(SlotTable.columns.names.map { $0 == "finish" ? LongMeeting.end : "slot.\($0)" }.joined(separator: ", "))
        FROM booking JOIN slot ON slot.id = booking.slot JOIN professional ON professional.id = slot.professional
        """

    /// A booking from a row of `select`.
    static func booking(_ row: inout RowCursor) throws -> Booking {
        let reference = BookingReference(typed: row.next())
        let (status, method, service): (Booking.Status, ContactMethod, String?) = try (
            row.next(), row.next(), row.next()
        )
        let name: String = row.next()
        let number: String = row.next()
        let phone = try? PhoneNumber(typed: number)
        guard let reference, phone != nil || number == noPhone else {
            throw SQLError.other("a booking holds no reference, or a phone number that is none")
        }
        let client = Client(
            name: name, phone: phone, birthYear: row.next(),
            email: (row.next() as String?).flatMap { EmailAddress(typed: $0) },
            language: try row.next(), messages: try row.next())
        let needs = SpecialNeeds(
            meetingLanguage: try row.next(), interpreter: row.next(), signLanguage: row.next(),
            accessibility: row.next())
        let (createdAt, guardReason): (Date, String?) = (row.next(), row.next())
        let consent: ConsentForm? = try row.next()
        let (canceller, reason): (Cancellation.Canceller?, String?) = try (row.next(), row.next())
        let (attendance, contactedAt): (Attendance?, Date) = try (row.next(), row.next())
        let (beneficiary, born): (String?, Int?) = (row.next(), row.next())
        let (note, author): (String?, String?) = (row.next(), row.next())
        let (professionalName, endOfFirst): (String, Date) = (row.next(), row.next())
        let slot = try SlotTable.slot(&row)
        var booking = Booking(
            reference: reference, slot: slot, professionalName: professionalName, status: status,
            method: method, service: service, client: client, needs: needs, createdAt: createdAt,
            cancellation: canceller.map { Cancellation(by: $0, reason: reason) }, attendance: attendance,
            guardReason: guardReason, contactedAt: contactedAt, consent: consent,
            longMinutes: slot.end > endOfFirst ? slot.minutes : nil)
        booking.onBehalf = beneficiary.map { Beneficiary(name: $0, birthYear: born) }
        if let note, let author { booking.note = StaffNote(text: note, author: author) }
        return booking
    }
}
