public import Foundation

/// What a professional reads before a meeting.
public protocol DescriptionStore: AnyObject {
    /// Active bookings of one professional that end at `from` or later, in order of time.
    func bookings(of professional: String, from: Date) throws(BookingError) -> [Booking]
    /// The description of a booking. The reading is written to the access log in the same transaction; there
    /// is no other way to the text (act 703/2023 10 §).
    func readDescription(of reference: BookingReference, by reading: Reading) throws(BookingError)
        -> SituationDescription
}

/// Who reads a description and why: what the access log keeps (act 703/2023 10 §).
public struct Reading: Sendable, Hashable {
    /// The reader's unique id.
    public let userID: String
    public let userName: String
    public let purpose: String
    public let at: Date
    /// The service provider whose data it is.
    public let provider: String

    public init(userID: String, userName: String, purpose: String, at: Date, provider: String = "") {
        self.provider = provider
        self.userID = userID
        self.userName = userName
        self.purpose = purpose
        self.at = at
    }
}
