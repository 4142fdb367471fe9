public import Foundation

/// What is kept for how long, and what clients may ask for.
public protocol RetentionStore: AnyObject {
    /// Removes what was written about meetings that ended before a moment: descriptions, needs, reasons, records of the
    /// advice, messages, drafts of calls. Bookings stay as counts. Lines of the access log go after twelve years, and
    /// one is added. No trace of what was removed stays in the store's files.
    ///
    /// - Parameter isRehearsal: true where it is only to be seen what would go.
    func purge(
        meetingsEndedBefore moment: Date, isRehearsal: Bool, by reading: Reading
    ) throws(BookingError) -> Purge
    /// What is kept of the client of a booking: of all bookings of their phone number and name that one of the
    /// professionals has, but no line of the log: `reading` is written there for each. Throws `notFound`.
    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by reading: Reading
    ) throws(BookingError) -> ClientData
    /// Removes what tells who the client of a booking is from every booking of their phone number and name, and what
    /// they wrote; their rights open nothing any more. The log keeps its lines, and one is added. Coming bookings stand
    /// in the way: throws `stillBooked` with how many. Throws `notFound`.
    func erase(
        _ reference: BookingReference, isRehearsal: Bool, by reading: Reading
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
    /// Bookings of the same phone number under another name, which stay.
    public let othersOfNumber: Int

    public init(
        descriptions: Int = 0, advices: Int = 0, messages: Int = 0, drafts: Int = 0, logLines: Int = 0,
        clients: Int = 0, othersOfNumber: Int = 0
    ) {
        self.descriptions = descriptions
        self.advices = advices
        self.messages = messages
        self.drafts = drafts
        self.logLines = logLines
        self.clients = clients
        self.othersOfNumber = othersOfNumber
    }
}
