public import BookingCore
public import CivilTime
public import ContentLibrary
public import Foundation
public import HostSystem

/// Brings messages of one channel on their way.
public protocol MessageTransport {
    var channel: Message.Channel { get }
    /// Returns when the message is out of our hands.
    func deliver(_ message: Message, _ text: MessageText) throws(DeliveryError)
}

/// Why a message could not be delivered.
public struct DeliveryError: Error, Equatable, Sendable {
    /// Kept with the message: never a client's name, number or words.
    public let reason: String
    /// `true` if trying again cannot help.
    public let isFinal: Bool

    init(reason: String, isFinal: Bool = false) {
        self.reason = reason
        self.isFinal = isFinal
    }
}

/// Why a transport could not be set up.
public enum TransportError: Error, Equatable, Sendable {
    /// No address of a gateway: `https://sms.example.fi/send` is one.
    case notAnAddress
    /// The gateway's address has a user or a password in it, which everybody on this machine can see.
    case addressHoldsSecret
    /// The gateway is on another machine, and its address does not begin with `https`.
    case notEncrypted
    /// The first line of the token's file cannot go into a header.
    case notAToken(path: String)
    case token(SecretFile.Failure)
    case noCurl
    case noFolder(path: String)
    case folderNotWritable(path: String)
    case noSendmail(path: String)
}

/// Sends what is due, one message after another.
///
/// A message is taken for a while, delivered, and only then kept as sent. A sender that is killed in between
/// makes the next one send the same message with the same key again: at least once, never silently not at all.
public struct MessageSender {
    let store: any MessageStore
    let content: Content
    let wallClock: WallClock
    let transports: [any MessageTransport]

    public init(
        store: any MessageStore, content: Content, wallClock: WallClock, transports: [any MessageTransport]
    ) {
        self.store = store
        self.content = content
        self.wallClock = wallClock
        self.transports = transports
    }

    public struct Count: Equatable, Sendable {
        public internal(set) var sent = 0
        /// Tried and to be tried again.
        public internal(set) var failed = 0
        public internal(set) var gaveUp = 0
    }

    /// Until nothing is due any more.
    public func send(now: () -> Date) throws -> Count {
        var count = Count()
        let channels = Set(transports.map(\.channel))
        let begun = now()
        while true {
            // What failed in this round is not due in it again, however long it takes.
            let message = try store.takeMessage(
                by: channels, now: begun, until: now().addingTimeInterval(MessageRetry.lease))
            guard let message else { return count }
            try send(message, now, &count)
        }
    }

    private func send(_ message: Message, _ now: () -> Date, _ count: inout Count) throws {
        do throws(DeliveryError) {
            if message.isTooLate(at: now()) {
                throw DeliveryError(reason: "the meeting began before it was sent", isFinal: true)
            }
            guard let transport = transports.first(where: { $0.channel == message.channel }) else { return }
            try transport.deliver(message, MessageText(of: message, content: content, wallClock: wallClock))
        } catch {
            let next = error.isFinal ? nil : MessageRetry.next(after: message.attempts, now: now())
            try store.markFailed(message.key, error.reason, now: now(), next: next)
            if next == nil { count.gaveUp += 1 } else { count.failed += 1 }
            return
        }
        try store.markSent(message.key, now: now())
        count.sent += 1
    }
}
