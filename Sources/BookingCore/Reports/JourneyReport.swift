/// Something that happened in a visit to the kiosk or in a call, to be counted and never to be traced to anybody.
public struct JourneyEvent: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable {
        /// A visit began: its first question was answered.
        case began
        /// It ended at an outcome without a booking, by the outcome's id.
        case outcome
        /// It ended with a booking, by the outcome's id.
        case booked
        /// It ended before any outcome, by the id of the question that stood there.
        case left
        /// A call to the phone service ended without a booking, by the outcome's id, or the question's, or what was
        /// done with an earlier booking.
        case call
        /// A call to the phone service ended with a booking, by the outcome's id.
        case callBooked = "call-booked"
        /// Words that told of danger were heard in a visit, however it ended.
        case danger
    }

    public let kind: Kind
    /// A question's or an outcome's id; empty for `began`.
    public let place: String

    public init(_ kind: Kind, at place: String = "") {
        self.kind = kind
        self.place = place
    }
}

/// How often something happened in a period.
public struct JourneyCount: Sendable, Hashable {
    public let event: JourneyEvent
    public let count: Int

    public init(event: JourneyEvent, count: Int) {
        self.event = event
        self.count = count
    }
}
