import BookingCore
import CivilTime
import Delivery
import Desks
import Foundation
import SocialServices
import Storage

extension Command {
    /// Messages: neither to whom nor in which words.
    private static let messageTable = Table<Message>(
        "messages",
        [
            Column("state") { $0.deadAt == nil ? "waiting" : "gave-up" },
            Column("due") { $0.due },
            Column("kind") { $0.kind },
            Column("channel") { $0.channel },
            Column("language") { $0.language },
            Column("reference") { $0.booking.reference },
            Column("attempts") { $0.attempts },
            Column("failure") { $0.failure },
            Column("key") { $0.key },
        ])

    private static let countTable = Table<MessageSender.Count>(
        "sending",
        [
            Column("sent") { $0.sent },
            Column("failed") { $0.failed },
            Column("gaveUp") { $0.gaveUp },
        ])

    static let messagesDue = Command(
        words: ["messages", "due"], summary: "messages to clients that wait to be sent, and those that were given up",
        options: [.until("; now when left out")]
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        // Whole seconds: the last one that counts comes before the end.
        let last = try call.end(on: clock)?.addingTimeInterval(-1) ?? Date()
        let messages = try call.store(of: content).messages(dueUntil: last)
        try Printer(format: format, clock: clock).print(rows: messages, as: messageTable)
        return .done
    }

    static let messagesSend = Command(
        words: ["messages", "send"], summary: "send the messages that are due; for a timer",
        options: [
            Option("--sendmail", "PATH", "the program that takes e-mail, for example /usr/sbin/sendmail"),
            Option("--from", "ADDRESS", "the sender of e-mail; sendmail's own when left out"),
            Option("--sms-gateway", "URL", "a service that takes SMS, for example https://sms.example.fi/send"),
            Option(
                "--sms-gateway-token", "FILE", "the gateway's token, in the first line of a file of its owner alone"),
            Option("--sms-spool", "DIR", "where smstools takes SMS from, for example /var/spool/sms/outgoing"),
            Option("--revive", nil, "try once more what was given up"),
        ]
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let transports = try call.transports()
        let store = try call.store(of: content)
        guard try !store.isDemonstration() else {
            throw Failure(.notPermitted, "a demonstration sends nothing to anybody; see: kartoitin messages due")
        }
        if call.has("--revive") { _ = try store.reviveMessages(now: Date()) }
        let sender = MessageSender(store: store, content: content, wallClock: clock, transports: transports)
        let count = try sender.send { Date() }
        try Printer(format: format).print(row: count, as: countTable)
        return try remarkOnUnsent(call, store, transports) && count.failed + count.gaveUp == 0 ? .done : .faultsFound
    }

    static let messagesWrite = Command(
        words: ["messages", "write"], summary: "write to the client of a booking in your own words",
        operands: ["REFERENCE"],
        options: [
            Option(
                "--text", "TEXT", "what to say; never anything of the client's situation: others may see the phone")
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let reference = try call.reference()
        let text = try call.required("--text")
        let length = SMSLength(of: text)
        guard length.parts <= SMSLength.mostParts else {
            let letter = length.unusual.map { " with \"\(Character($0))\" in it" } ?? ""
            throw Failure(
                .badData,
                "--text has \(length.characters) characters, an SMS\(letter) takes \(length.longest); nothing was written"
            )
        }
        let session = try call.staff(content, try call.store(of: content))
        guard let booking = try session.booking(reference, purpose: "message") else {
            throw Failure(.badData, "no booking has this reference; check it")
        }
        try session.write(text, to: booking)
        call.remark("the message goes out with the next: kartoitin messages send")
        return .done
    }

    /// Tells what is due and has no way out. True where there is nothing of the kind.
    private static func remarkOnUnsent(
        _ call: Invocation, _ store: any BookingStore, _ transports: [any MessageTransport]
    ) throws -> Bool {
        let waiting = try store.messages(dueUntil: Date()).filter { $0.deadAt == nil }
        let ways: [(Message.Channel, String)] = [
            (.email, "--sendmail PATH"), (.sms, "--sms-gateway URL or --sms-spool DIR"),
        ]
        let missing = ways.filter { way in
            !transports.contains { $0.channel == way.0 } && waiting.contains { $0.channel == way.0 }
        }
        for (channel, option) in missing where !call.has("--quiet") {
            let count = waiting.count { $0.channel == channel }
            Output.warning("kartoitin: messages that are due by \(channel.rawValue) and wait for \(option): \(count)")
        }
        return missing.isEmpty
    }
}

extension Invocation {
    /// The ways to send that were given; at least one.
    func transports() throws -> [any MessageTransport] {
        var transports: [any MessageTransport] = []
        let sender = value("--from").flatMap { EmailAddress(typed: $0) }
        if has("--from"), sender == nil {
            throw Failure(.badData, "--from is not an address such as name@example.fi")
        }
        if let path = value("--sendmail") { transports.append(try Sendmail(path: path, sender: sender)) }
        if let transport = try smsTransport() { transports.append(transport) }
        if transports.isEmpty {
            throw Failure(
                .usage,
                "messages send needs --sendmail PATH for e-mail, --sms-gateway URL or --sms-spool DIR for SMS, or both"
            )
        }
        return transports
    }

    private func smsTransport() throws -> (any MessageTransport)? {
        if has("--sms-gateway-token"), !has("--sms-gateway") {
            throw Failure(.usage, "--sms-gateway-token needs --sms-gateway URL beside it")
        }
        guard let address = value("--sms-gateway") else {
            guard let folder = value("--sms-spool") else { return nil }
            return try SMSSpool(folder: folder)
        }
        guard !has("--sms-spool") else {
            throw Failure(.usage, "--sms-gateway and --sms-spool are two ways for the same SMS; give one of them")
        }
        let token: String?
        if let file = value("--sms-gateway-token") { token = try GatewayToken.read(file) } else { token = nil }
        return try SMSGateway(address: try GatewayAddress(address), token: token)
    }
}
