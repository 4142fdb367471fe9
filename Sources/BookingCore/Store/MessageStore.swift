public import Foundation

/// What clients are still to be told. The store writes it in the transaction of each change.
public protocol MessageStore: AnyObject {
    /// Messages that wait until `moment` at the longest, and those that were given up, in order of when they are due.
    func messages(dueUntil moment: Date) throws -> [Message]
    /// Takes the first message that is due; no other sender gets it until `lease` is over.
    ///
    /// - Returns: nil if nothing is due.
    func takeMessage(by channels: Set<Message.Channel>, now: Date, until lease: Date) throws -> Message?
    /// Keeps that a message has been delivered.
    func markSent(_ key: String, now: Date) throws
    /// Keeps that a message could not be delivered.
    ///
    /// - Parameters:
    ///   - failure: why; never a client's words.
    ///   - next: when to try again; nil to give it up.
    func markFailed(_ key: String, _ failure: String, now: Date, next: Date?) throws
    /// Tries once more what was given up, unless its meeting has begun.
    ///
    /// - Returns: how many those are.
    func reviveMessages(now: Date) throws -> Int
    /// Adds a message in a user's own words to the client of a booking.
    ///
    /// - Throws: `BookingRefusal.notFound`.
    func write(_ text: String, to reference: BookingReference, by doer: Doer, now: Date) throws
}
