public import CivilTime
public import Foundation

/// Which bookings of a professional are to be handed over, and to whom.
public struct HandoverOrder: Sendable, Hashable {
    /// What becomes of a booking that no colleague can take at its own time.
    public enum Rest: String, CaseIterable, Sendable {
        /// The next free time of the service task, at most `furthestMove` later.
        case move
        case cancel
    }

    /// How much later than promised a time may be moved, in days.
    public static let furthestMove = 7

    public let professional: String
    /// Bookings that end after this moment…
    public let from: Date
    /// …and begin before this one.
    public let until: Date
    /// The colleagues who may be given bookings, by id; empty for all of the service task.
    public let colleagues: [String]
    /// Empty: either every booking finds a colleague, or nothing is done. With both, what cannot be moved is cancelled.
    public let rest: Set<Rest>
    /// `true` if it is only to be seen what would be done.
    public let isDryRun: Bool
    /// Who hands over, for the log of changes; the program until a session says otherwise.
    public private(set) var doer = Doer.system
    /// How long the messages wait, so that it can be undone; nil for not at all.
    public private(set) var pause: TimeSpan?

    /// How bookings are given up in it.
    public var cancellation: Cancellation {
        Cancellation(by: .county, reason: "absence").done(by: doer, pausing: pause)
    }

    /// The same order by one of the staff: for the sessions, which alone hold who they are.
    func done(by doer: Doer, pausing pause: TimeSpan?) -> HandoverOrder {
        var order = self
        (order.doer, order.pause) = (doer, pause)
        return order
    }

    public init(
        professional: String, from: Date, until: Date, colleagues: [String] = [], rest: Set<Rest> = [],
        isDryRun: Bool = false
    ) {
        self.professional = professional
        self.from = from
        self.until = until
        self.colleagues = colleagues
        self.rest = rest
        self.isDryRun = isDryRun
    }
}

/// What a handover did, or would do: every booking of the period with what becomes of it.
public struct Handover: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// A colleague meets the client at the same time.
        case handedOver(Booking)
        /// The client comes at another time.
        case moved(Booking)
        case cancelled
        /// The meeting has begun: it stays as it is.
        case begun
        /// Nobody can take it, and nothing was said of what to do then.
        case unassigned
    }

    public struct Step: Sendable, Hashable {
        /// As it was promised.
        public let booking: Booking
        public let outcome: Outcome

        public init(booking: Booking, outcome: Outcome) {
            self.booking = booking
            self.outcome = outcome
        }
    }

    /// In order of time.
    public let steps: [Step]

    public init(steps: [Step]) { self.steps = steps }

    /// False where a booking found no place: nothing was done then, with none of them.
    public var isComplete: Bool { !steps.contains { $0.outcome == .unassigned } }
}
