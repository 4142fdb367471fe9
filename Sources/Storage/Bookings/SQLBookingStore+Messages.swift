import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    /// Writes what a client is to be told of a change, in the transaction that is open. Every change goes through
    /// here: what no longer holds is withdrawn, and the reminders are those of the time that holds now.
    ///
    /// - Parameter old: the booking whose place the new one took.
    func tell(
        _ kind: Message.Kind, of booking: Int, insteadOf old: Int? = nil, now: Date
    ) throws(BookingError) {
        for id in [booking, old].compactMap(\.self) { try withdrawMessages(of: id, now: now) }
        let found = try connection.first(
            "SELECT start FROM booking JOIN slot ON slot.id = booking.slot WHERE booking.id = ?1 AND part_of IS NULL",
            [.integer(booking)]
        ) { Date(seconds: $0.integer(0)) }
        // The other professionals of a booking are no news of their own.
        guard let start = found else { return }
        try add(kind, to: booking, text: nil, due: now)
        if kind == .cancellation { return }
        for moment in ReminderTime.moments(of: reminders, before: start, now: now) {
            try add(.reminder, to: booking, text: nil, due: moment)
        }
    }

    /// What somebody wrote by hand stays: nobody but them knows whether it still holds.
    private func withdrawMessages(of booking: Int, now: Date) throws(BookingError) {
        try connection.run(
            """
            UPDATE message SET withdrawn_at = ?1
            WHERE booking = ?2 AND sent_at IS NULL AND withdrawn_at IS NULL AND kind <> 'by-hand'
            """, [.integer(now.seconds), .integer(booking)])
    }

    /// One message by SMS, and one by e-mail where the client gave an address.
    private func add(_ kind: Message.Kind, to booking: Int, text: String?, due: Date) throws(BookingError) {
        let client = try connection.first(
            "SELECT client_phone, client_email, client_language FROM booking WHERE id = ?1", [.integer(booking)]
        ) { (phone: $0.text(0), email: $0.optionalText(1), language: $0.text(2)) }
        guard let client else { throw .notFound }
        let recipients = [(Message.Channel.sms, client.phone)] + (client.email.map { [(.email, $0)] } ?? [])
        for (channel, recipient) in recipients {
            try connection.run(
                """
                INSERT INTO message (key, booking, kind, channel, recipient, language, text, due)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """,
                [
                    .text(UUID().uuidString.lowercased()), .integer(booking), .text(kind.rawValue),
                    .text(channel.rawValue), .text(recipient), .text(client.language), SQLValue(text),
                    .integer(due.seconds),
                ])
        }
    }

    func write(_ text: String, to reference: BookingReference, now: Date) throws(BookingError) {
        try connection.transaction { () throws(BookingError) in
            guard let id = try id(of: reference) else { throw .notFound }
            try add(.byHand, to: id, text: text, due: now)
        }
    }
}
