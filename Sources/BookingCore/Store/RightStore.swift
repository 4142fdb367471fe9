public import Foundation
public import SocialServices

/// Booking rights: granted, found and withdrawn. They are used by looking for times and booking with
/// `BookingLeave.right`.
public protocol RightStore: AnyObject {
    /// Throws `noSuchProfessional` where a worker it names is not known or has left, or nobody is in its team.
    ///
    /// - Parameter draw: gives a new code each time it is called, until one is unused.
    func grant(
        _ grant: RightGrant, now: Date, drawing draw: () -> RightCode
    ) throws(BookingError) -> BookingRight
    func right(_ code: RightCode, now: Date) throws(BookingError) -> BookingRight?
    /// A client's own: nil also where the right is another number's, so that nobody can try out codes. A database that
    /// shows a kiosk nobody's rights shows it this one from now on.
    func right(_ code: RightCode, of phone: PhoneNumber, now: Date) throws(BookingError) -> BookingRight?
    /// All that were granted to a phone number, the newest first; everybody's where it is nil.
    func rights(of phone: PhoneNumber?, now: Date) throws(BookingError) -> [BookingRight]
    /// Nothing more can be booked with it; what was booked stays. Throws `right(.unknown)`, `right(.withdrawn)`.
    func withdraw(_ code: RightCode, now: Date) throws(BookingError) -> BookingRight
}
