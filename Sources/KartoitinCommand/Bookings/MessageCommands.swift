import BookingCore
import CivilTime
import Delivery
import Desks
import Foundation
import SocialServices
import Storage

extension Command {
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
        try MessageRow.print(messages, on: clock, as: format)
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
        let table = Table(
            headings: ["sent", "failed", "dead"],
            rows: [[count.sent, count.failed, count.gaveUp].map { String($0) }])
        try Output.result(SendingReport(count), table, as: format)
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

private struct SendingReport: Encodable {
    let sent: Int
    let failed: Int
    let dead: Int

    init(_ count: MessageSender.Count) {
        sent = count.sent
        failed = count.failed
        dead = count.gaveUp
    }
}

/// A message as it is printed: neither to whom nor in which words.
struct MessageRow: Encodable {
    let state: String
    let due: String
    let kind: String
    let channel: String
    let language: String
    let reference: String
    let attempts: Int
    let failure: String?
    let key: String

    private init(_ message: Message, on clock: WallClock) {
        state = message.deadAt == nil ? "waiting" : "dead"
        due = clock.iso8601(message.due)
        kind = message.kind.rawValue
        channel = message.channel.rawValue
        language = message.language.rawValue
        reference = message.booking.reference.grouped
        attempts = message.attempts
        failure = message.failure
        key = message.key
    }

    static func print(_ messages: [Message], on clock: WallClock, as format: Format) throws {
        let rows = messages.map { MessageRow($0, on: clock) }
        let table = Table(
            headings: ["state", "due", "kind", "channel", "language", "reference", "attempts", "failure", "key"],
            rows: rows.map {
                [
                    $0.state, $0.due, $0.kind, $0.channel, $0.language, $0.reference, String($0.attempts),
                    $0.failure ?? "", $0.key,
                ]
            })
        try Output.result(["messages": rows], table, as: format)
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
