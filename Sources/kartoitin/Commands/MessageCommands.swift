import BookingCore
import Desks
import Foundation
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
        let carriers = try call.carriers()
        let store = try call.store(of: content)
        guard try !store.isDemonstration() else {
            throw Failure(.notPermitted, "a demonstration sends nothing to anybody; see: kartoitin messages due")
        }
        if call.has("--revive") { _ = try store.reviveMessages(now: Date()) }
        let sender = MessageSender(store: store, content: content, wallClock: clock, carriers: carriers)
        let count = try sender.send { Date() }
        let table = Table(
            headings: ["sent", "failed", "dead"],
            rows: [[count.sent, count.failed, count.dead].map { String($0) }])
        try Output.result(count, table, as: format)
        return try remarkOnUnsent(call, store, carriers) && count.failed + count.dead == 0 ? .done : .faultsFound
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
        guard text.utf16.count <= MessageText.longestSMS else {
            throw Failure(
                .badData,
                "--text has \(text.utf16.count) characters, an SMS takes \(MessageText.longestSMS); nothing was written"
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
        _ call: Invocation, _ store: any BookingStore, _ carriers: [any MessageCarrier]
    ) throws -> Bool {
        let waiting = try store.messages(dueUntil: Date()).filter { $0.deadAt == nil }
        let ways: [(Message.Channel, String)] = [
            (.email, "--sendmail PATH"), (.sms, "--sms-gateway URL or --sms-spool DIR"),
        ]
        let missing = ways.filter { way in
            !carriers.contains { $0.channel == way.0 } && waiting.contains { $0.channel == way.0 }
        }
        for (channel, option) in missing where !call.has("--quiet") {
            let count = waiting.count { $0.channel == channel }
            Output.warning("kartoitin: messages that are due by \(channel.rawValue) and wait for \(option): \(count)")
        }
        return missing.isEmpty
    }
}
