public import BookingCore
public import ContentLibrary
import Foundation
import HostSystem
public import SocialServices

/// Hands e-mail to the system's `sendmail -t -i`.
public struct Sendmail: MessageTransport {
    /// Seconds after which it is stopped. Shorter than a sender keeps a message to itself (`MessageRetry.lease`).
    private static let timeout = 60.0

    private let path: String
    private let sender: EmailAddress?
    public let channel = Message.Channel.email

    /// - Parameter sender: who it is from; nil leaves that to `sendmail`.
    /// - Throws: `noSendmail` where there is no such program.
    public init(path: String, sender: EmailAddress?) throws(TransportError) {
        guard FileManager.default.isExecutableFile(atPath: path) else { throw .noSendmail(path: path) }
        self.path = path
        self.sender = sender
    }

    public func deliver(_ message: Message, _ text: MessageText) throws(DeliveryError) {
        guard Self.isOneAddress(message.recipient) else {
            throw DeliveryError(reason: "the e-mail address cannot be written to", isFinal: true)
        }
        let code = try MessageProgram(path: path, name: "sendmail", timeout: Self.timeout)
            .run(["-t", "-i"], input: letter(message, text)).exitCode
        guard code == 0 else { throw DeliveryError(reason: "sendmail ended with the code \(code)") }
    }

    private func letter(_ message: Message, _ text: MessageText) -> String {
        var headers = [
            "To: \(message.recipient)", "Subject: \(Self.encoded(text.subject))",
            "X-Kartoitin-Key: \(message.key)", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
        ]
        if let sender { headers.insert("From: \(sender.address)", at: 0) }
        return headers.joined(separator: "\n") + "\n\n" + text.body + "\n"
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
