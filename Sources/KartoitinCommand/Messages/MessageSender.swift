import BookingCore
import ContentLibrary
import Desks
import Foundation

/// Sends what is due, one message after another.
///
/// A message is taken for a while, delivered, and only then kept as sent. Whoever kills the sender in between makes
/// it send the same message with the same key again: at least once, never silently not at all.
struct MessageSender {
    let store: any BookingStore
    let content: Content
    let wallClock: WallClock
    let carriers: [any MessageCarrier]

    struct Count: Encodable, Equatable {
        var sent = 0
        /// Tried and to be tried again.
        var failed = 0
        /// Given up.
        var dead = 0
    }

    /// Until nothing is due any more.
    func send(now: () -> Date) throws(BookingError) -> Count {
        var count = Count()
        let channels = Set(carriers.map(\.channel))
        let begun = now()
        while true {
            // What failed in this round is not due in it again, however long it takes.
            let message = try store.takeMessage(
                by: channels, now: begun, until: now().addingTimeInterval(MessageRetry.lease))
            guard let message else { return count }
            try send(message, now, &count)
        }
    }

    private func send(_ message: Message, _ now: () -> Date, _ count: inout Count) throws(BookingError) {
        do throws(DeliveryFailure) {
            if message.isTooLate(at: now()) {
                throw DeliveryFailure(reason: "the meeting began before it was sent", isFinal: true)
            }
            guard let carrier = carriers.first(where: { $0.channel == message.channel }) else { return }
            try carrier.deliver(message, MessageText(of: message, content: content, wallClock: wallClock))
        } catch {
            let next = error.isFinal ? nil : MessageRetry.next(after: message.attempts, now: now())
            try store.markFailed(message.key, error.reason, now: now(), next: next)
            if next == nil { count.dead += 1 } else { count.failed += 1 }
            return
        }
        try store.markSent(message.key, now: now())
        count.sent += 1
    }
}
