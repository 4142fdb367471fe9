import BookingCore
import CivilTime
import Foundation
import SocialServices

/// Writes what clients are to be told, in the transaction of each change, and gives it to those who send it.
struct Outbox {
    let connection: any SQLConnection
    let messages: MessageTable
    let bookings: BookingTable
    let clients: ClientTable
    let changes: ChangeTable
    /// When clients are reminded of the bookings that are made or moved here.
    let reminders: [TimeSpan]

    /// Writes what a client is to be told of a new booking, in the transaction that is open.
    ///
    /// - Parameter due: when the confirmation is to leave.
    func confirm(_ booking: Booking, _ id: Int, due: Date, now: Date) throws {
        let reader = Reader(
            phone: booking.client.phone?.international ?? BookingRow.noPhone, email: booking.client.email?.address,
            language: booking.client.language, wish: booking.client.messages)
        try write(letters(.confirmation, of: booking.slot.start, due: due, now: now), of: id, to: reader)
    }

    /// Writes what a client is to be told of a change, in the transaction that is open. Every change goes through
    /// here: what no longer holds is withdrawn, and the reminders are those of the time that holds now.
    ///
    /// - Parameters:
    ///   - kind: nil if nothing is news to the client, and only reminders are written.
    ///   - old: the booking whose place the new one took.
    ///   - due: when the news are to leave.
    /// - Returns: how many letters the client gets beside the reminders.
    @discardableResult
    func tell(
        _ kind: Message.Kind?, of booking: Int, insteadOf old: Int? = nil, due: Date, now: Date
    ) throws -> Int {
        for id in [booking, old].compactMap(\.self) { try messages.withdraw(of: id, now: now) }
        let found: (start: Date, isCancelled: Bool)? = try connection.first(
            """
            SELECT start, status = 'cancelled' FROM booking JOIN slot ON slot.id = booking.slot
            WHERE booking.id = ?1 AND part_of IS NULL
            """, [.integer(booking)]
        ) { ($0.next(), $0.next()) }
        // The other professionals of a booking are no news of their own.
        guard let found else { return 0 }
        let letters = letters(kind, of: found.start, isCancelled: found.isCancelled, due: due, now: now)
        let sent = try write(letters, of: booking, to: try reader(of: booking))
        for letter in letters { try tellParties(letter, of: booking) }
        return sent
    }

    /// Writes what another person at a meeting is to be told when they are added.
    func tell(party: Int, _ person: Client, of booking: Int, due: Date, now: Date) throws {
        let start = try bookings.booking(id: booking).slot.start
        let reader = Reader(
            phone: person.phone?.international ?? BookingRow.noPhone, email: person.email?.address,
            language: person.language, wish: person.messages)
        try write(letters(.confirmation, of: start, due: due, now: now), of: booking, to: reader, party: party)
    }

    /// Writes a letter to each of the others at a meeting. Whoever writes it need not see who they are.
    private func tellParties(_ letter: Letter, of booking: Int) throws {
        try connection.run(
            connection.sql(of: .writeToParties),
            [.integer(booking), SQLValue(letter.kind), SQLValue(letter.due), .text(UUID().uuidString.lowercased())])
    }

    /// What was written by hand and has not left goes to where the client is reached now.
    func redirectWrittenByHand(of booking: Int) throws {
        for (channel, recipient) in try reader(of: booking).addresses {
            try messages.redirect(of: booking, channel, to: recipient)
        }
    }

    /// Writes a message in the words of one of the staff.
    func write(_ text: String, to reference: BookingReference, by doer: Doer, now: Date) throws {
        try connection.transaction {
            guard let id = try bookings.id(of: reference) else { throw BookingRefusal.notFound }
            try write([Letter(kind: .byHand, text: text, due: now)], of: id, to: try reader(of: id))
            var line = NewChange(.message, by: doer)
            line.booking = id
            try changes.insert(line, now: now)
        }
    }

    /// Takes the first message that is due.
    func take(by channels: Set<Message.Channel>, now: Date, until lease: Date) throws -> Message? {
        try connection.transaction {
            guard let found = try messages.next(by: channels, now: now) else { return nil }
            // Due again when the lease is over: after a sender that was killed there is nothing to clean up.
            try messages.setDue(found.key, at: lease)
            return try message(found)
        }
    }

    func messages(dueUntil moment: Date) throws -> [Message] {
        try messages.messages(dueUntil: moment).map { try message($0) }
    }

    /// All messages of a booking by row id, in the order in which they were written.
    func messages(of booking: Int) throws -> [Message] {
        try messages.messages(of: booking).map { try message($0) }
    }

    private func message(_ stored: StoredMessage) throws -> Message {
        let booking = try bookings.booking(id: stored.booking)
        guard let party = try stored.party.flatMap({ try clients.party(id: $0) }) else {
            return stored.message(about: booking)
        }
        return stored.message(about: booking.told(to: party))
    }

    private func letters(
        _ kind: Message.Kind?, of start: Date, isCancelled: Bool = false, due: Date, now: Date
    ) -> [Letter] {
        // News never come after the meeting has begun.
        let news = kind.map { [Letter(kind: $0, due: max(now, min(due, start)))] } ?? []
        if isCancelled || kind == .cancellation { return news }
        return news
            + Reminders.moments(reminders, before: start, now: now).map { Letter(kind: .reminder, due: $0) }
    }

    private func reader(of booking: Int) throws -> Reader {
        let reader = try connection.first(
            "SELECT client_phone, client_email, client_language, messages FROM booking WHERE id = ?1",
            [.integer(booking)]
        ) { Reader(phone: $0.next(), email: $0.next(), language: try $0.next(), wish: try $0.next()) }
        guard let reader else { throw BookingRefusal.notFound }
        return reader
    }

    /// Each as one message by SMS, and one by e-mail if the client gave an address.
    ///
    /// - Returns: how many of them are no reminders.
    @discardableResult
    private func write(_ letters: [Letter], of booking: Int, to reader: Reader, party: Int? = nil) throws -> Int {
        // What one of the staff writes goes out all the same: they were shown the wish.
        let wanted = letters.filter { reader.wish != .none || $0.kind == .byHand }
        let written = wanted.flatMap { letter in
            reader.addresses.map { channel, recipient in
                StoredMessage(
                    key: UUID().uuidString.lowercased(), booking: booking, kind: letter.kind, channel: channel,
                    recipient: recipient, language: reader.language, text: letter.text, due: letter.due, party: party)
            }
        }
        try messages.insert(written)
        return written.count { $0.kind != .reminder }
    }
}

/// What a client is told at a moment.
private struct Letter {
    let kind: Message.Kind
    var text: String?
    let due: Date
}

/// The recipient of messages, as the store keeps it.
private struct Reader {
    let phone: String
    let email: String?
    let language: Language
    let wish: MessageWish

    /// Where a message can reach them: a landline takes none, and some have no phone.
    var addresses: [(Message.Channel, String)] {
        let takesMessages = (try? PhoneNumber(typed: phone))?.takesMessages ?? (phone != BookingRow.noPhone)
        let sms: [(Message.Channel, String)] = takesMessages && wish != .email ? [(.sms, phone)] : []
        let letters: [(Message.Channel, String)] = email.flatMap { wish == .sms ? nil : [(.email, $0)] } ?? []
        // Who wants only a way that does not reach them is not left without.
        if sms.isEmpty, letters.isEmpty, wish.isOpen {
            return (takesMessages ? [(.sms, phone)] : []) + (email.map { [(.email, $0)] } ?? [])
        }
        return sms + letters
    }
}
