public import CivilTime

/// How long messages of what staff do wait before they are sent: so long a deed can be undone and nobody was told. A time
/// that was given up is kept so long too.
///
/// About half of the mistaken cancellations are put right within five minutes (RDV-Service-Public, issue 2538).
public struct MessagePauses: Sendable, Hashable {
    /// The longest pause that a county may choose.
    public static let longest = TimeSpan.hours(1)
    public static let usual = MessagePauses(booking: .minutes(2), change: .minutes(5))
    /// Messages leave at once.
    public static let none = MessagePauses(booking: nil, change: nil)

    /// After a booking.
    public let booking: TimeSpan?
    /// After a move or a cancellation.
    public let change: TimeSpan?

    public init(booking: TimeSpan?, change: TimeSpan?) {
        self.booking = booking
        self.change = change
    }
}
