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

/// Where visits and calls of a period ended.
public struct JourneyReport: Sendable, Equatable {
    /// In the order of the kinds.
    public let rows: [JourneyCount]

    public init(of counts: [JourneyCount]) {
        rows = JourneyEvent.Kind.allCases.flatMap { kind in counts.filter { $0.event.kind == kind } }
    }

    /// The one column of counts, with those hidden that the rule hides and those that would tell them: the visits that
    /// began are those that ended somewhere.
    public func cells(_ rule: SmallCellSuppression) -> SuppressedCells {
        func cells(_ kinds: Set<JourneyEvent.Kind>) -> [SuppressedCells.Cell] {
            rows.indices.filter { kinds.contains(rows[$0].event.kind) }.map { .init($0, 0) }
        }
        let ends = cells([.outcome, .booked, .left])
        return SuppressedCells(
            rows.map { [$0.count] }, sums: cells([.began]).map { .init($0, of: ends) }, by: rule)
    }
}
