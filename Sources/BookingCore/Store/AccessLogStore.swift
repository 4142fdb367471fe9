public import Foundation

/// The access log. Lines are added, never changed, and removed only when they are older than twelve years.
public protocol AccessLogStore: AnyObject {
    /// Adds a line; one about an unknown booking is kept as one about none.
    func log(_ entry: AccessEntry) throws(BookingError)
    /// Every line about the client of a booking, of all bookings of their phone number and name, as they were written,
    /// also where the clock was set back between. Throws `notFound`.
    func accessLog(ofClientOf reference: BookingReference) throws(BookingError) -> [AccessEntry]
    /// Every line of one user in the period, as they were written.
    func accessLog(ofUser id: String, from: Date, until: Date) throws(BookingError) -> [AccessEntry]
}
