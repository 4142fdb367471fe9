import BookingCore
import CivilTime
import Foundation
import SocialServices

extension SQLBookingStore {
    /// Writes what a client is to be told of a new booking, in the transaction that is open.
    func confirm(_ booking: Booking, _ id: Int, now: Date) throws {
        let reader = Reader(
            phone: booking.client.phone.international, email: booking.client.email?.address,
            language: booking.client.language.rawValue)
        try write(letters(.confirmation, of: booking.slot.start, now: now), of: id, to: reader)
    }

    /// Writes what a client is to be told of a change, in the transaction that is open. Every change goes through
    /// here: what no longer holds is withdrawn, and the reminders are those of the time that holds now.
    ///
    /// - Parameter old: the booking whose place the new one took.
    func tell(
        _ kind: Message.Kind, of booking: Int, insteadOf old: Int? = nil, now: Date
    ) throws {
        for id in [booking, old].compactMap(\.self) { try withdrawMessages(of: id, now: now) }
        let found = try connection.first(
            "SELECT start FROM booking JOIN slot ON slot.id = booking.slot WHERE booking.id = ?1 AND part_of IS NULL",
            [.integer(booking)]
        ) { Date(seconds: $0.integer(0)) }
        // The other professionals of a booking are no news of their own.
        guard let start = found else { return }
        try write(letters(kind, of: start, now: now), of: booking, to: try reader(of: booking))
    }

    private func letters(_ kind: Message.Kind, of start: Date, now: Date) -> [Letter] {
        let reminders =
            kind == .cancellation ? [] : Reminders.moments(self.reminders, before: start, now: now)
        return [Letter(kind: kind, due: now)] + reminders.map { Letter(kind: .reminder, due: $0) }
    }

    /// What somebody wrote by hand stays: nobody but them knows whether it still holds.
    private func withdrawMessages(of booking: Int, now: Date) throws {
        try connection.run(
            """
            UPDATE message SET withdrawn_at = ?1
            WHERE booking = ?2 AND sent_at IS NULL AND withdrawn_at IS NULL AND kind <> 'by-hand'
            """, [.integer(now.seconds), .integer(booking)])
    }

    private func reader(of booking: Int) throws -> Reader {
        let reader = try connection.first(
            "SELECT client_phone, client_email, client_language FROM booking WHERE id = ?1", [.integer(booking)]
        ) { Reader(phone: $0.text(0), email: $0.optionalText(1), language: $0.text(2)) }
        guard let reader else { throw BookingRefusal.notFound }
        return reader
    }

    /// Each as one message by SMS, and one by e-mail where the client gave an address.
    private func write(_ letters: [Letter], of booking: Int, to reader: Reader) throws {
        let recipients = [(Message.Channel.sms, reader.phone)] + (reader.email.map { [(.email, $0)] } ?? [])
        try connection.insert(
            into: "message (key, booking, kind, channel, recipient, language, text, due)",
            letters.flatMap { letter in
                recipients.map { channel, recipient in
                    [
                        .text(UUID().uuidString.lowercased()), .integer(booking), .text(letter.kind.rawValue),
                        .text(channel.rawValue), .text(recipient), .text(reader.language), SQLValue(letter.text),
                        .integer(letter.due.seconds),
                    ]
                }
            })
    }

    func write(_ text: String, to reference: BookingReference, now: Date) throws {
        try connection.transaction {
            guard let id = try id(of: reference) else { throw BookingRefusal.notFound }
            try write([Letter(kind: .byHand, text: text, due: now)], of: id, to: try reader(of: id))
        }
    }
}

/// What a client is told at a moment.
private struct Letter {
    let kind: Message.Kind
    var text: String?
    let due: Date
}

/// Whom messages go to, as the store keeps it.
private struct Reader {
    let phone: String
    let email: String?
    let language: String
}
