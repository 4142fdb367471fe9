public import CivilTime

/// Who cancelled a booking, and why.
public struct Cancellation: Sendable, Hashable {
    public enum Canceller: String, CaseIterable, Sendable {
        case client
        case phoneService = "phone-service"
        case professional
        case county
    }

    /// The longest reason, in characters.
    public static let longestReason = 200

    public let by: Canceller
    /// In the words of the one who cancelled; never sent to the client.
    public let reason: String?

    /// Until when the time may be changed; none for the county's own staff, and until a session sets them.
    public private(set) var rules = BookingRules.none
    /// `true` of a move that is refused where only another worker is free.
    public var keepsWorker = false
    /// `true` of a move to when it is known that the client has another meeting.
    public var isAtOnceToo = false
    /// `true` of a move for which another meeting of the client at the same time is asked about: what sessions do.
    public private(set) var asksOfOthers = false

    /// Who does it, for the log of changes; the client until a session says otherwise.
    public private(set) var doer = Doer.client
    /// How long the message waits and the time that is given up is kept, so that it can be undone; nil for not at all.
    public private(set) var pause: TimeSpan?

    public init(by: Canceller, reason: String? = nil) {
        self.by = by
        self.reason = reason
    }

    /// The same cancellation by one of the staff: for the sessions, which alone hold who they are.
    public func done(by doer: Doer, pausing pause: TimeSpan?) -> Cancellation {
        var cancellation = self
        (cancellation.doer, cancellation.pause) = (doer, pause)
        cancellation.asksOfOthers = true
        return cancellation
    }

    /// The same cancellation, bound by rules: for the sessions, which alone hold the county's.
    public func under(_ rules: BookingRules) -> Cancellation {
        var cancellation = self
        (cancellation.rules, cancellation.asksOfOthers) = (rules, true)
        return cancellation
    }
}
