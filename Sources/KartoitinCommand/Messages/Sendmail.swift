import BookingCore
import Desks
import Foundation
import SocialServices

/// Hands e-mail to the system's `sendmail -t -i`.
struct Sendmail: MessageCarrier {
    /// After this it is stopped, in seconds. Shorter than a sender keeps a message to itself.
    static let patience = 60.0

    let path: String
    /// Who it is from; nil leaves that to `sendmail`.
    let sender: EmailAddress?
    let channel = Message.Channel.email

    /// - Throws: `Failure` where there is no such program.
    init(path: String, sender: EmailAddress?) throws(Failure) {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Failure(
                .unreachable, "there is no program \(path) that may be run; give another one with --sendmail")
        }
        self.path = path
        self.sender = sender
    }

    func deliver(_ message: Message, _ text: MessageText) throws(DeliveryFailure) {
        guard Self.isOneAddress(message.recipient) else {
            throw DeliveryFailure(reason: "the e-mail address cannot be written to", isFinal: true)
        }
        let program = MessageProgram(path: path, name: "sendmail", patience: Self.patience)
        let code = try program.run(["-t", "-i"], input: letter(message, text))
        guard code == 0 else { throw DeliveryFailure(reason: "sendmail ended with the code \(code)") }
    }

    private func letter(_ message: Message, _ text: MessageText) -> Data {
        var headers = [
            "To: \(message.recipient)", "Subject: \(Self.encoded(text.subject))",
            "X-Kartoitin-Key: \(message.key)", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
        ]
        if let sender { headers.insert("From: \(sender.address)", at: 0) }
        return Data((headers.joined(separator: "\n") + "\n\n" + text.body + "\n").utf8)
    }

    /// `-t` reads the recipients from the letter: an address that means more than one is not written to.
    private static func isOneAddress(_ address: String) -> Bool {
        let special = "()<>[]:;,\\\""
        return !address.hasPrefix("-")
            && address.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }
            && !address.contains { special.contains($0) }
    }

    /// Encoded words (RFC 2047), each at most 75 characters long.
    private static func encoded(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value < 0x7F }) { return text }
        var words = [""]
        for character in text {
            if (words[words.count - 1] + String(character)).utf8.count > 45 { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }
}
