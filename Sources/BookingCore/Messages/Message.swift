public import Foundation
public import SocialServices

/// Something that a client is to be told of a booking. Its words are made when it is sent, and hold nothing of
/// the description.
public struct Message: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable {
        case confirmation
        case change
        case cancellation
        /// Another professional meets the client.
        case handover
        case reminder
        /// A professional's own words.
        case byHand = "by-hand"
    }

    public enum Channel: String, CaseIterable, Sendable {
        case sms
        case email
    }

    /// Sent with the message, the same at each attempt: one who gets it twice can tell.
    public let key: String
    public let kind: Kind
    public let channel: Channel
    /// A phone number in international form, or an e-mail address.
    public let recipient: String
    public let language: Language
    /// Only of a message by hand.
    public let text: String?
    public let due: Date
    /// How often sending it failed.
    public let attempts: Int
    /// Why it failed the last time; never a client's words.
    public let failure: String?
    /// When it was given up.
    public let deadAt: Date?
    /// As it is now.
    public let booking: Booking

    public init(
        key: String, kind: Kind, channel: Channel, recipient: String, language: Language, text: String?, due: Date,
        attempts: Int, failure: String?, deadAt: Date?, booking: Booking
    ) {
        self.key = key
        self.kind = kind
        self.channel = channel
        self.recipient = recipient
        self.language = language
        self.text = text
        self.due = due
        self.attempts = attempts
        self.failure = failure
        self.deadAt = deadAt
        self.booking = booking
    }

    /// Once the meeting has begun no one needs to be told of it, except what was written by hand.
    public func isTooLate(at now: Date) -> Bool { kind != .byHand && booking.slot.start <= now }
}

/// When a message that could not be sent is tried again: after 1, 5 and 30 minutes, 2 and 6 hours; then it is
/// given up.
public enum MessageRetry {
    /// How long one sender keeps a message to itself, in seconds. A sender that is killed leaves its message to
    /// the next one after this.
    public static let lease = 120.0

    private static let delays = [60.0, 300, 1800, 7200, 21600]

    /// Nil to give it up.
    ///
    /// - Parameter attempts: how often sending failed before.
    public static func next(after attempts: Int, now: Date) -> Date? {
        delays.indices.contains(attempts) ? now.addingTimeInterval(delays[attempts]) : nil
    }
}
