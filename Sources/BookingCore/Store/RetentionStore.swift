public import Foundation

/// What is kept for how long, and what clients may ask for.
public protocol RetentionStore: AnyObject {
    /// Removes what was written about meetings that ended before a moment: descriptions, records of the advice, messages'
    /// own words, drafts of calls. Bookings stay as counts. Lines of the access log go after twelve years.
    ///
    /// - Parameter isRehearsal: true where it is only to be seen what would go.
    func purge(
        meetingsEndedBefore moment: Date, isRehearsal: Bool, now: Date
    ) throws(BookingError) -> Purge
    /// Everything kept of the client of a booking, but no line of the log: `reading` is written there. Throws `notFound`.
    func clientData(of reference: BookingReference, by reading: Reading) throws(BookingError) -> [ClientRecord]
    /// Removes what tells who the client of a booking is from every booking of their phone number that is over or
    /// cancelled, and what they wrote. Coming bookings stand in the way: throws `stillBooked` with how many.
    func erase(
        _ reference: BookingReference, isRehearsal: Bool, now: Date
    ) throws(BookingError) -> Purge
}

/// How much a purge removes.
public struct Purge: Sendable, Hashable {
    public let descriptions: Int
    public let advices: Int
    public let messages: Int
    public let drafts: Int
    public let logLines: Int
    /// Bookings that no longer say whose they were.
    public let clients: Int

    public init(
        descriptions: Int = 0, advices: Int = 0, messages: Int = 0, drafts: Int = 0, logLines: Int = 0,
        clients: Int = 0
    ) {
        self.descriptions = descriptions
        self.advices = advices
        self.messages = messages
        self.drafts = drafts
        self.logLines = logLines
        self.clients = clients
    }
}

/// One booking with all that is kept with it.
public struct ClientRecord: Sendable, Hashable {
    public let booking: Booking
    /// Nil after it was purged.
    public let description: SituationDescription?
    public let advice: Advice?

    public init(booking: Booking, description: SituationDescription?, advice: Advice?) {
        self.booking = booking
        self.description = description
        self.advice = advice
    }
}
