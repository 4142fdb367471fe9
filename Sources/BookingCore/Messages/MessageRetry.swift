public import Foundation

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
