import BookingCore
import CivilTime
import ContentLibrary
import Delivery
import Foundation
import SocialServices

private struct DueOptions: CommandOptions {
    let until: Option<Date?> = .until("; now when left out", .end(.either))
}

private struct SendOptions: CommandOptions {
    let sendmail = Option(
        "--sendmail", "PATH", "the program that takes e-mail, for example /usr/sbin/sendmail", .text)
    let from = Option("--from", "ADDRESS", "the sender of e-mail; sendmail's own when left out", .email)
    let gateway = Option(
        "--sms-gateway", "URL", "a service that takes SMS, for example https://sms.example.fi/send", .text)
    let token = Option(
        "--sms-gateway-token", "FILE", "the gateway's token, in the first line of a file of its owner alone", .text)
    let spool = Option(
        "--sms-spool", "DIR", "where smstools takes SMS from, for example /var/spool/sms/outgoing", .text)
    let revive = Flag("--revive", "try once more what was given up")

    var rules: [OptionRule] {
        [
            .needs(token, gateway), .needs(from, sendmail),
            .notBoth(
                gateway, spool, "--sms-gateway and --sms-spool are two ways for the same SMS; give one of them"),
        ]
    }

    func missing(in given: GivenWords) -> [String] {
        let ways: [any AnyOption] = [sendmail, gateway, spool]
        return ways.contains(where: given.has)
            ? [] : ["--sendmail PATH for e-mail, --sms-gateway URL or --sms-spool DIR for SMS, or both"]
    }
}

/// What fits in an SMS.
private let message = ValueParser<String> { text, name in
    let length = SMSLength(of: text)
    if length.parts <= SMSLength.mostParts { return text }
    let letter = length.unusual.map { " with \"\(Character($0))\" in it" } ?? ""
    throw Failure(
        .badData,
        "\(name) has \(length.characters) characters, an SMS\(letter) takes \(length.longest); nothing was written")
}

private struct WriteOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let text = Option(
        required: "--text", "TEXT", "what to say; never anything of the client's situation: others may see the phone",
        message)
    let signIn = SignInOptions()
}

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
        "messages due", "messages to clients that wait to be sent, and those that were given up", DueOptions()
    ) { call in
        let county = try call.county()
        // Whole seconds: the last one that counts comes before the end.
        let last = try call[\.until]?.addingTimeInterval(-1) ?? Date()
        let messages = try call.environment.messageStore().messages(dueUntil: last)
        try county.printer.print(rows: messages, as: messageTable)
        return .done
    }

    static let messagesSend = Command(
        "messages send", "send the messages that are due; for a timer", SendOptions()
    ) { call in
        let county = try call.county()
        let transports = try transports(call)
        guard try !call.visitor().isDemonstration() else {
            throw Failure(.notPermitted, "a demonstration sends nothing to anybody; see: kartoitin messages due")
        }
        let store = try call.environment.messageStore()
        if call[\.revive] { _ = try store.reviveMessages(now: Date()) }
        let sender = MessageSender(
            store: store, content: county.content, wallClock: county.clock, transports: transports)
        let count = try sender.send { Date() }
        try county.printer.print(row: count, as: countTable)
        let waiting = try store.messages(dueUntil: Date()).filter { $0.deadAt == nil }
        let allHaveAWay = warn(call, of: waiting, without: transports)
        return allHaveAWay && count.failed + count.gaveUp == 0 ? .done : .faultsFound
    }

    static let messagesWrite = Command(
        "messages write", "write to the client of a booking in your own words", WriteOptions()
    ) { call in
        let session = try call.staff()
        guard let booking = try session.booking(try call[\.reference], purpose: "message") else {
            throw Failure.noBooking
        }
        try session.write(try call[\.text], to: booking)
        call.remark("the message goes out with the next: kartoitin messages send")
        return .done
    }

    /// Tells what is due and has no way out.
    ///
    /// - Returns: `true` if there is nothing of the kind.
    private static func warn(
        _ call: Invocation<SendOptions>, of waiting: [Message], without transports: [any MessageTransport]
    ) -> Bool {
        let ways: [(Message.Channel, String)] = [
            (.email, "--sendmail PATH"), (.sms, "--sms-gateway URL or --sms-spool DIR"),
        ]
        let missing = ways.filter { way in
            !transports.contains { $0.channel == way.0 } && waiting.contains { $0.channel == way.0 }
        }
        for (channel, option) in missing where !call.environment.isQuiet {
            let count = waiting.count { $0.channel == channel }
            Output.warning("kartoitin: messages that are due by \(channel.rawValue) and wait for \(option): \(count)")
        }
        return missing.isEmpty
    }

    /// The ways to send that were given.
    private static func transports(_ call: Invocation<SendOptions>) throws -> [any MessageTransport] {
        var transports: [any MessageTransport] = []
        if let path = try call[\.sendmail] {
            transports.append(try Sendmail(path: path, sender: try call[\.from]))
        }
        if let address = try call[\.gateway] {
            let token = try call[\.token].map { try GatewayToken.read($0) }
            transports.append(try SMSGateway(address: try GatewayAddress(address), token: token))
        } else if let folder = try call[\.spool] {
            transports.append(try SMSSpool(folder: folder))
        }
        return transports
    }
}
