/// What is kept of a client, as far as a user may show it.
public struct ClientData: Sendable, Hashable {
    /// In order of time.
    public let records: [ClientRecord]
    /// The rights that were granted to the client, the newest first.
    public let rights: [BookingRight]
    /// Bookings of the client with other professionals, who show theirs.
    public let others: Int

    public init(records: [ClientRecord], rights: [BookingRight], others: Int) {
        self.records = records
        self.rights = rights
        self.others = others
    }
}

/// One booking with all that is kept with it.
public struct ClientRecord: Sendable, Hashable {
    public let booking: Booking
    /// Nil after it was purged.
    public let description: SituationDescription?
    public let advice: Advice?
    /// Sent or waiting, in the order in which they were written.
    public let messages: [Message]

    public init(booking: Booking, description: SituationDescription?, advice: Advice?, messages: [Message]) {
        self.booking = booking
        self.description = description
        self.advice = advice
        self.messages = messages
    }
}
